//! How steeply results follow an assumption: exact derivatives, and elasticities.

use super::strip::Cell;
use crate::model::{Assumption, Assumptions, Run, Series, Sheet, Year, simulate};
use crate::number::Number as _;
use crate::number::dual::Dual;

/// How steeply all results follow one assumption, at the values of one run.
///
/// Where a result has a kink, the slope is that of the side on which the run lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// The value of the assumption.
    lever: f64,
    outputs: Run,
    derivatives: Run,
}

impl Sensitivity {
    /// Of all results to `lever`, at `base`.
    pub fn new(base: &Assumptions<f64>, lever: Assumption) -> Self {
        let mut assumptions = base.map(|value| Dual::constant(*value));
        assumptions[lever] = Dual::input(base[lever]);
        let mut sensitivity = Self {
            lever: base[lever],
            outputs: Run::empty(),
            derivatives: Run::empty(),
        };
        simulate(&assumptions, &mut sensitivity);
        sensitivity
    }

    /// A result itself, as a plain run has it.
    pub fn output(&self, cell: Cell) -> f64 {
        self.outputs.get(cell.series, cell.year)
    }

    /// The derivative: what one unit of the assumption adds to a result, in the unit of the series
    /// per unit of the assumption.
    pub fn derivative(&self, cell: Cell) -> f64 {
        self.derivatives.get(cell.series, cell.year)
    }

    /// The elasticity: by how many per cent a result grows when the assumption grows by one,
    /// dy/dx · x / y. `None` where either is zero, for which no change is a per cent.
    pub fn elasticity(&self, cell: Cell) -> Option<f64> {
        let output = self.output(cell);
        let elasticity = self.derivative(cell) * self.lever / output;
        let is_meaningful = self.lever != 0.0 && output != 0.0 && elasticity.is_finite();
        is_meaningful.then_some(elasticity)
    }
}

impl Sheet<Dual> for Sensitivity {
    fn put(&mut self, series: Series, year: Year, value: Dual) -> Dual {
        self.outputs.put(series, year, value.value());
        self.derivatives.put(series, year, value.derivative());
        value
    }
}

/// The derivatives of one result by every assumption: its gradient.
pub fn sensitivities(base: &Assumptions<f64>, cell: Cell) -> Assumptions<f64> {
    Assumptions::from_fn(|lever| Sensitivity::new(base, lever).derivative(cell))
}
