//! Building blocks of the equations: fading growth, ramps and trends (MODEL.md, "Building blocks").

use super::intermediate::Intermediate;
use super::sheet::Sheet;
use super::year::{Year, Yearly};
use crate::number::Number;

/// Growth factors that fade from `1 + first` to a long-run rate, never upwards; 1 in the base year.
///
/// `step(path(x, fade, L))`: 1 + L' + (x − L') · fade^(i−1) with L' = min(L, x).
#[inline(always)]
pub fn fading<N: Number>(
    name: Intermediate,
    first: N,
    fade: N,
    long_run: N,
    out: &mut impl Sheet<N>,
) -> Yearly<N> {
    let factor = fading_factor(first, fade, long_run);
    named(name, &factor, out)
}

#[inline(always)]
fn fading_factor<N: Number>(first: N, fade: N, long_run: N) -> Yearly<N> {
    let long_run = long_run.min(first);
    let mut excess = first - long_run;
    Yearly::from_fn(
        #[inline(always)]
        |year| {
            if year == Year::BASE {
                return N::constant(1.0);
            }
            let factor = long_run + excess + 1.0;
            excess = excess * fade;
            factor
        },
    )
}

/// The level reached by fading growth, 1 in the base year: `path(x, fade, L)`.
#[inline(always)]
pub fn fading_level<N: Number>(
    name: Intermediate,
    first: N,
    fade: N,
    long_run: N,
    out: &mut impl Sheet<N>,
) -> Yearly<N> {
    let factor = fading_factor(first, fade, long_run);
    let mut level = N::constant(1.0);
    Yearly::from_fn(
        #[inline(always)]
        |year| {
            if year != Year::BASE {
                level = out.note(name, year, level * factor[year]);
            }
            level
        },
    )
}

/// `start` growing by a constant rate: start · (1 + rate)^i.
#[inline(always)]
pub fn trend<N: Number>(
    name: Intermediate,
    start: N,
    rate: N,
    out: &mut impl Sheet<N>,
) -> Yearly<N> {
    let mut level = start;
    Yearly::from_fn(
        #[inline(always)]
        |year| {
            if year != Year::BASE {
                level = level * (rate + 1.0);
            }
            level = out.note(name, year, level);
            level
        },
    )
}

/// How far each year has come from the base year to the target year: 0 to 1.
#[inline(always)]
pub fn ramp_progress<N: Number>(target_year: N, out: &mut impl Sheet<N>) -> Yearly<N> {
    let span = target_year - f64::from(Year::BASE.calendar());
    Yearly::from_fn(
        #[inline(always)]
        |year| {
            let progress = (N::constant(year.index() as f64) / span).min(N::constant(1.0));
            out.note(Intermediate::RampProgress, year, progress)
        },
    )
}

/// A straight line from `start` in the base year to `end` in the target year, flat after it.
#[inline(always)]
pub fn ramp<N: Number>(
    name: Intermediate,
    start: N,
    end: N,
    progress: &Yearly<N>,
    out: &mut impl Sheet<N>,
) -> Yearly<N> {
    Yearly::from_fn(
        #[inline(always)]
        |year| out.note(name, year, start + (end - start) * progress[year]),
    )
}

/// The values of the forecast years under a name.
#[inline(always)]
fn named<N: Number>(name: Intermediate, values: &Yearly<N>, out: &mut impl Sheet<N>) -> Yearly<N> {
    Yearly::from_fn(
        #[inline(always)]
        |year| {
            if year == Year::BASE {
                values[year]
            } else {
                out.note(name, year, values[year])
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: Intermediate = Intermediate::RunGrowth;

    fn assert_close(actual: &Yearly<f64>, expected: &[f64]) {
        for (value, want) in actual.as_slice().iter().zip(expected) {
            assert!(
                (value - want).abs() < 1e-12,
                "{actual:?} is not {expected:?}"
            );
        }
    }

    #[test]
    fn fading_growth_halves_its_excess_each_year() {
        // 100 % first, fading by half to 20 %: 2.0, then 1 + 0.2 + 0.8/2, then 1 + 0.2 + 0.8/4.
        assert_close(&fading(NAME, 1.0, 0.5, 0.2, &mut ()), &[1.0, 2.0, 1.6, 1.4]);
        assert_close(
            &fading_level(NAME, 1.0, 0.5, 0.2, &mut ()),
            &[1.0, 2.0, 3.2, 4.48],
        );
    }

    #[test]
    fn fading_growth_never_fades_upwards() {
        // The long-run rate lies above the first: growth stays at the first rate.
        assert_close(&fading(NAME, 0.1, 0.5, 0.4, &mut ()), &[1.0, 1.1, 1.1, 1.1]);
    }

    #[test]
    fn zero_fade_keeps_the_first_year_whole() {
        // 0^0 = 1: the excess is all there in the first forecast year and gone in the second.
        assert_close(
            &fading(NAME, 1.0, 0.0, 0.25, &mut ()),
            &[1.0, 2.0, 1.25, 1.25],
        );
    }

    #[test]
    fn ramp_reaches_its_target_and_stays() {
        let progress = ramp_progress(2027.0, &mut ());
        assert_close(
            &ramp(NAME, 1.0, 3.0, &progress, &mut ()),
            &[1.0, 2.0, 3.0, 3.0],
        );
        assert_close(&trend(NAME, 2.0, 0.5, &mut ()), &[2.0, 3.0, 4.5, 6.75]);
    }
}
