//! Constants of nature, of the calendar, and of the unit H100e. Not assumptions: nobody argues about them.

/// Dense BF16 peak of one H100, FLOP/s: the definition of one H100e.
pub const H100E_FLOP_PER_S: f64 = 989e12;
/// The same in PFLOP/s ("P" in Chinese rental prices).
pub const H100E_PFLOP_PER_S: f64 = 0.989;
/// Seconds in a day.
pub const SECONDS_PER_DAY: f64 = 86_400.0;
/// Seconds in a Julian year.
pub const SECONDS_PER_YEAR: f64 = 365.25 * SECONDS_PER_DAY;
/// Hours in a Julian year.
pub const HOURS_PER_YEAR: f64 = 8766.0;
/// Operations of one multiply-accumulate: what a parameter costs a token.
pub const FLOP_PER_PARAMETER: f64 = 2.0;
/// 10^3, 10^6, 10^9, 10^12 and 10^18, for changes of unit.
pub const THOUSAND: f64 = 1e3;
/// 10^4, the Chinese 万.
pub const TEN_THOUSAND: f64 = 1e4;
/// 10^6.
pub const MILLION: f64 = 1e6;
/// 10^9.
pub const BILLION: f64 = 1e9;
/// 10^12.
pub const TRILLION: f64 = 1e12;
/// 10^18.
pub const EXA: f64 = 1e18;
/// What stands for zero where it would be divided by.
pub const NEARLY_ZERO: f64 = 1e-12;
