//! Formulas as the tables write them: `3.14e23 / (1024 * 312e12)`, `lease_capex@2025 / 2`.
//!
//! One tree both computes a formula and lets it be printed as mathematics, with the names of
//! assumptions and series in the reader's language; evaluators from elsewhere do only the first.

use std::fmt;

use serde::Deserialize;

use crate::model::{Assumption, Assumptions, Run, Series, Year};

/// A formula.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub enum Expression {
    /// A number.
    Number(f64),
    /// An input of the model, in its unit: `fx`.
    Assumption(Assumption),
    /// A result of a year, in its unit: `servers@2026`.
    Result(Series, Year),
    /// Two formulas and what is done with them.
    Binary(Operator, Box<Self>, Box<Self>),
    /// A function of formulas: `log(1000)`.
    Call(Function, Vec<Self>),
}

/// What is done with two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the four operations and powers")]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

impl Operator {
    fn of(mark: char) -> Option<Self> {
        match mark {
            '+' => Some(Self::Add),
            '-' => Some(Self::Subtract),
            '*' => Some(Self::Multiply),
            '/' => Some(Self::Divide),
            '^' => Some(Self::Power),
            _ => None,
        }
    }

    /// How tightly it binds: 1 for sums, 2 for products, 3 for powers.
    pub fn rank(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
            Self::Power => 3,
        }
    }

    fn apply(self, left: f64, right: f64) -> f64 {
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
            Self::Power => left.powf(right),
        }
    }
}

/// A function that a formula may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// The logarithm to the base of ten.
    Log,
    /// The larger of two values.
    Max,
}

impl Function {
    /// Its name in formulas.
    pub fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Max => "max",
        }
    }

    fn of(name: &str) -> Option<Self> {
        [Self::Log, Self::Max]
            .into_iter()
            .find(|function| function.name() == name)
    }

    fn arguments(self) -> usize {
        match self {
            Self::Log => 1,
            Self::Max => 2,
        }
    }
}

/// Why a text is no formula. Formulas are part of the program: its tests show these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpressionError {
    /// It ends where a value should come.
    Unfinished,
    /// Something stands where it cannot.
    Unexpected(String),
    /// Neither an assumption nor a function.
    UnknownName(String),
    /// Not a series of a year of the run.
    UnknownResult(String),
    /// A function with too few or too many values.
    WrongArguments(String),
}

impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfinished => write!(f, "the formula is not finished"),
            Self::Unexpected(found) => write!(f, "`{found}` cannot stand here"),
            Self::UnknownName(name) => write!(f, "`{name}` is no assumption and no function"),
            Self::UnknownResult(name) => write!(f, "`{name}` is no result of the model"),
            Self::WrongArguments(name) => write!(f, "`{name}` takes other values"),
        }
    }
}

impl TryFrom<String> for Expression {
    type Error = ExpressionError;

    fn try_from(text: String) -> Result<Self, ExpressionError> {
        Self::parse(&text)
    }
}

impl Expression {
    /// Reads a formula.
    ///
    /// # Errors
    /// Where the text is no formula, or names something that the model does not have.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        let mut rest = Rest(text);
        let parsed = rest.binary(1)?;
        match rest.next_mark() {
            None => Ok(parsed),
            Some(mark) => Err(ExpressionError::Unexpected(mark.to_string())),
        }
    }

    /// Its value in a world; `None` where it has none, as after a division by zero.
    pub fn value(&self, inputs: &Assumptions<f64>, run: &Run) -> Option<f64> {
        Some(self.compute(inputs, run)).filter(|value| value.is_finite())
    }

    fn compute(&self, inputs: &Assumptions<f64>, run: &Run) -> f64 {
        match self {
            Self::Number(value) => *value,
            Self::Assumption(assumption) => inputs[*assumption],
            Self::Result(series, year) => run.get(*series, *year),
            Self::Binary(operator, left, right) => {
                operator.apply(left.compute(inputs, run), right.compute(inputs, run))
            }
            Self::Call(function, values) => {
                let mut values = values.iter().map(|value| value.compute(inputs, run));
                let first = values.next().unwrap_or(f64::NAN);
                match function {
                    Function::Log => first.log10(),
                    Function::Max => values.fold(first, f64::max),
                }
            }
        }
    }

    /// Does its value depend on a scenario?
    pub fn is_of_model(&self) -> bool {
        match self {
            Self::Number(_) => false,
            Self::Assumption(_) | Self::Result(..) => true,
            Self::Binary(_, left, right) => left.is_of_model() || right.is_of_model(),
            Self::Call(_, values) => values.iter().any(Self::is_of_model),
        }
    }
}

/// What is still to be read of a formula.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn next_mark(&mut self) -> Option<char> {
        self.0 = self.0.trim_start();
        self.0.chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        self.next_mark();
        self.take_at_once(wanted)
    }

    /// The same where no blank may stand in front.
    fn take_at_once(&mut self, wanted: char) -> bool {
        let rest = self.0.strip_prefix(wanted);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// Everything up to the first character that does not belong.
    fn while_is(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let end = self.0.find(|c| !belongs(c)).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        word
    }

    /// Operations of at least a rank, by climbing: equal ranks are read from the left, powers
    /// from the right.
    fn binary(&mut self, least: u8) -> Result<Expression, ExpressionError> {
        let mut left = self.operand()?;
        while let Some(operator) = self.next_mark().and_then(Operator::of) {
            if operator.rank() < least {
                break;
            }
            self.0 = &self.0[1..];
            let next = operator.rank() + u8::from(operator != Operator::Power);
            let right = self.binary(next)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn operand(&mut self) -> Result<Expression, ExpressionError> {
        match self.next_mark() {
            None => Err(ExpressionError::Unfinished),
            Some('(') => {
                self.take('(');
                let inner = self.binary(1)?;
                self.close()?;
                Ok(inner)
            }
            Some(mark) if mark.is_ascii_digit() => self.number(),
            Some(mark) if mark.is_ascii_lowercase() => self.named(),
            Some(mark) => Err(ExpressionError::Unexpected(mark.to_string())),
        }
    }

    fn close(&mut self) -> Result<(), ExpressionError> {
        if self.take(')') {
            return Ok(());
        }
        Err(self
            .next_mark()
            .map_or(ExpressionError::Unfinished, |mark| {
                ExpressionError::Unexpected(mark.to_string())
            }))
    }

    fn number(&mut self) -> Result<Expression, ExpressionError> {
        let start = self.0;
        self.while_is(|c| c.is_ascii_digit() || c == '.');
        if self.take_at_once('e') {
            self.take_at_once('-');
            self.while_is(|c| c.is_ascii_digit());
        }
        let written = &start[..start.len() - self.0.len()];
        let unexpected = || ExpressionError::Unexpected(written.to_owned());
        let value = written.parse().ok().ok_or_else(unexpected)?;
        Ok(Expression::Number(value))
    }

    fn named(&mut self) -> Result<Expression, ExpressionError> {
        let name = self.while_is(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if self.take_at_once('@') {
            let year = self.while_is(|c| c.is_ascii_digit());
            return result(name, year)
                .ok_or_else(|| ExpressionError::UnknownResult(format!("{name}@{year}")));
        }
        if let Some(function) = Function::of(name) {
            return self.call(function);
        }
        Assumption::from_id(name)
            .map(Expression::Assumption)
            .ok_or_else(|| ExpressionError::UnknownName(name.to_owned()))
    }

    fn call(&mut self, function: Function) -> Result<Expression, ExpressionError> {
        let mut values = Vec::new();
        if !self.take('(') {
            return Err(ExpressionError::WrongArguments(function.name().to_owned()));
        }
        loop {
            values.push(self.binary(1)?);
            if !self.take(',') {
                break;
            }
        }
        self.close()?;
        if values.len() == function.arguments() {
            Ok(Expression::Call(function, values))
        } else {
            Err(ExpressionError::WrongArguments(function.name().to_owned()))
        }
    }
}

fn result(name: &str, year: &str) -> Option<Expression> {
    let year = Year::from_calendar(year.parse().ok()?)?;
    Some(Expression::Result(Series::from_id(name)?, year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;
    use crate::scenario::{Baseline, Scenario};

    fn value(text: &str) -> Option<f64> {
        let inputs = Scenario::new(Baseline::current()).assumptions();
        let expression = Expression::parse(text).expect("a formula");
        expression.value(&inputs, &model::run(&inputs))
    }

    #[test]
    fn precedence_and_order() {
        for (text, expected) in [
            ("2 + 3 * 4", 14.0),
            ("(2 + 3) * 4", 20.0),
            ("10 - 4 - 3", 3.0),
            ("24 / 4 / 3", 2.0),
            ("24 / (4 / 2)", 12.0),
            ("2^3^2", 512.0),
            ("2 * 3^2", 18.0),
            ("1.5e-1 * 2e3", 300.0),
            ("log(1000) / log(100)", 1.5),
            ("max(2, 3) + max(7, 1)", 10.0),
        ] {
            let value = value(text).expect("a number");
            assert!((value - expected).abs() < 1e-9, "{text} is {value}");
        }
        assert_eq!(value("1 / (2 - 2)"), None);
        assert_eq!(value("log(1 - 2)"), None);
    }

    #[test]
    fn names_are_those_of_the_model() {
        let baseline = Scenario::new(Baseline::current());
        let servers = baseline.run().get(Series::Servers, Year::BASE);
        assert_eq!(value("servers@2025"), Some(servers));
        assert_eq!(value("fx"), Some(baseline.value(Assumption::Fx)));
        let of_model = |text| Expression::parse(text).expect("a formula").is_of_model();
        assert!(of_model("2 * max(1, fx)") && of_model("1 + servers@2026"));
        assert!(!of_model("2 * max(1, 3)"));
    }

    #[test]
    fn what_is_no_formula() {
        use ExpressionError as E;
        for (text, error) in [
            ("", E::Unfinished),
            ("2 *", E::Unfinished),
            ("(2 + 3", E::Unfinished),
            ("2 3", E::Unexpected("3".to_owned())),
            ("2 + )", E::Unexpected(")".to_owned())),
            ("1.2.3", E::Unexpected("1.2.3".to_owned())),
            ("frobs * 2", E::UnknownName("frobs".to_owned())),
            ("servers", E::UnknownName("servers".to_owned())),
            ("servers@2024", E::UnknownResult("servers@2024".to_owned())),
            ("fx@2026", E::UnknownResult("fx@2026".to_owned())),
            ("log(1, 2)", E::WrongArguments("log".to_owned())),
            ("max(1)", E::WrongArguments("max".to_owned())),
            ("log", E::WrongArguments("log".to_owned())),
            ("3 e5", E::Unexpected("e".to_owned())),
            ("3e", E::Unexpected("3e".to_owned())),
        ] {
            assert_eq!(Expression::parse(text), Err(error), "{text}");
        }
    }
}
