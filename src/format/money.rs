//! Currencies: the model reckons in US dollars, readers may want yuan.

use serde::{Deserialize, Serialize};

/// A currency that money is shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Currency {
    /// US dollars.
    #[default]
    Usd,
    /// Chinese yuan, at the scenario's exchange rate.
    Cny,
}

impl Currency {
    /// The other currency.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Usd => Self::Cny,
            Self::Cny => Self::Usd,
        }
    }
}

/// How money is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Money {
    currency: Currency,
    /// Units of the currency for one dollar.
    pub(super) per_dollar: f64,
}

impl Money {
    /// Money as the model reckons it.
    pub const DOLLARS: Self = Self {
        currency: Currency::Usd,
        per_dollar: 1.0,
    };

    /// Money in a currency, at so many yuan for a dollar.
    pub fn new(currency: Currency, cny_per_usd: f64) -> Self {
        match currency {
            Currency::Usd => Self::DOLLARS,
            Currency::Cny => Self {
                currency,
                per_dollar: cny_per_usd,
            },
        }
    }

    /// Which currency.
    pub fn currency(&self) -> Currency {
        self.currency
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Numbers, SPACE};

    #[test]
    fn dollars_are_shown_and_typed_in_yuan() {
        let money = Money::new(Currency::Cny, 7.1);
        for (tag, value, unit, shown, axis) in [
            ("en", 1000.0, "billion USD", "¥7.10 trillion", "¥ billion"),
            ("zh", 1000.0, "billion USD", "7.10 万亿元", "元"),
            ("en", 2.0, "USD/H100e-hour", "¥14.2/H100e-h", "¥/H100e-h"),
            ("zh", 24.0, "kUSD", "17.0 万元", "元"),
            ("en", 7.1, "CNY per USD", "7.10 CNY per USD", "CNY per USD"),
            ("en", 5.0, "million H100e", "5.00 M H100e", "million H100e"),
        ] {
            let numbers = Numbers::of(tag).with_money(money);
            let amount = numbers.amount(value, unit).to_string();
            assert_eq!(amount.replace(SPACE, " "), shown);
            assert_eq!(numbers.axis_unit(unit).replace(SPACE, " "), axis);
            let typed = numbers.typed(value, unit).number;
            let back = numbers.parse(&typed, unit, value).expect("a number");
            assert!((back - value).abs() < 1e-5 * value, "{typed} is {back}");
        }
    }
}
