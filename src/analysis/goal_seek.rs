//! Goal seek: the values of one assumption that bring an output to a target.

use super::reach::Reach;
use crate::model::{self, Assumption, Assumptions, Run};

/// The range of the assumption is scanned in so many steps, even ones on its slider.
const STEPS: u32 = 128;

/// What was found for a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Sought {
    /// The values that reach the target, the nearest to that of the scenario first, as its slider
    /// measures. Of a stretch of values that all do so, the nearest.
    pub values: Vec<f64>,
    /// The least and the greatest output that were met over the whole range of the assumption,
    /// sharp where the target was not reached.
    pub reachable: (f64, f64),
    /// Does the assumption have any effect on the output?
    pub has_effect: bool,
}

/// Finds all values of `lever` within its limits that bring an output to `target`, all other
/// assumptions kept.
///
/// `output` may be anything that can be read off a run: a result, the revenue of a supplier. All
/// runs are plain ones, so that a run with a value that was found gives the target again; a search
/// takes two to five hundred of them.
pub fn seek(
    base: &Assumptions<f64>,
    lever: Assumption,
    output: impl Fn(&Run) -> f64,
    target: f64,
) -> Sought {
    let info = lever.info();
    let home = base[lever];
    let mut assumptions = base.clone();
    let function = |value: f64| {
        assumptions[lever] = value;
        output(&model::run(&assumptions))
    };
    let inner = (1..STEPS).map(|step| info.value_at(f64::from(step) / f64::from(STEPS)));
    let places = inner.chain([info.min, info.max]);
    let mut reach = Reach::scan(function, target, home, places);
    let has_effect = !reach.is_flat();
    let mut values = reach.places();
    let distance = |value: &f64| (info.position(*value) - info.position(home)).abs();
    values.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    Sought {
        values,
        reachable: reach.range(),
        has_effect,
    }
}
