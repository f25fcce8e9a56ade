//! Published claims with their recomputation in the world that is shown.

use super::formula::formula;
use super::{holds, published};
use crate::evidence::{self, Claim, Claimed, Recomputation, Source, Standing};
use crate::model::Assumptions;
use crate::report::world::World;
use crate::scenario::Scenario;
use crate::theme::Role;

/// A claim with what came out when it was computed again.
#[derive(Clone, Debug)]
pub struct ClaimRow {
    /// The claim.
    pub claim: &'static Claim,
    /// The article it stands in.
    pub article: Option<&'static Source>,
    /// The values computed, the most telling first.
    pub values: Vec<Recomputed>,
}

/// A value of a claim, computed now.
#[derive(Clone, Debug)]
pub struct Recomputed {
    /// What it is.
    pub name: String,
    /// How it is computed, as mathematics.
    pub formula: String,
    /// What comes out, unit included; in words where nothing does.
    pub value: String,
    /// The same in the baseline, where the scenario moves it.
    pub baseline: Option<String>,
    /// What the article says.
    pub claimed: Option<String>,
    /// How far the value lies from what the article says.
    pub deviation: Option<Deviation>,
    /// Does it depend on the scenario?
    pub moves: bool,
}

/// The distance between a value and a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Deviation {
    /// In words or signed numbers.
    pub text: String,
    /// Does the value lie within the claim?
    pub agrees: bool,
}

/// What the claims are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimOrder {
    /// The articles in their order.
    #[default]
    Article,
    /// What the article says.
    Claim,
    /// The verdict: what holds first.
    Verdict,
}

/// Which claims are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimSelection {
    /// With these words in claim, verdict or article.
    pub words: String,
    /// Of one standing only.
    pub standing: Option<Standing>,
    /// Sorted by.
    pub order: ClaimOrder,
    /// The other way round.
    pub reversed: bool,
}

/// All claims that are wanted, in order.
pub fn claim_rows(world: &World<'_>, selection: &ClaimSelection) -> Vec<ClaimRow> {
    let language = world.locale.language;
    let mut claims: Vec<&'static Claim> = evidence::claims()
        .iter()
        .filter(|claim| is_wanted(claim, selection))
        .collect();
    match selection.order {
        ClaimOrder::Article => {}
        ClaimOrder::Claim => claims.sort_by_key(|claim| claim.claim.get(language).to_lowercase()),
        ClaimOrder::Verdict => claims.sort_by_key(|claim| claim.standing as usize),
    }
    if selection.reversed {
        claims.reverse();
    }
    let inputs = Inputs::of(world);
    claims
        .into_iter()
        .map(|claim| ClaimRow {
            claim,
            article: evidence::source(&claim.seed),
            values: claim
                .live
                .iter()
                .map(|live| recomputed(world, &inputs, live))
                .collect(),
        })
        .collect()
}

fn is_wanted(claim: &Claim, selection: &ClaimSelection) -> bool {
    let article = evidence::source(&claim.seed);
    let words = [Some(&claim.claim), Some(&claim.verdict)]
        .into_iter()
        .chain([
            article.map(|article| &article.title),
            article.map(|article| &article.publisher),
        ])
        .flatten();
    let texts = words.flat_map(|words| [words.en.as_str(), words.zh.as_str()]);
    selection
        .standing
        .is_none_or(|standing| claim.standing == standing)
        && holds(&selection.words, texts.chain([claim.id.as_str()]))
}

/// The values that formulas take from the assumptions.
struct Inputs {
    now: Assumptions<f64>,
    baseline: Assumptions<f64>,
}

impl Inputs {
    fn of(world: &World<'_>) -> Self {
        Self {
            now: world.scenario.assumptions(),
            baseline: Scenario::new(world.scenario.baseline).assumptions(),
        }
    }
}

/// Computes a value of a claim in the world that is shown.
fn recomputed(world: &World<'_>, inputs: &Inputs, live: &Recomputation) -> Recomputed {
    let locale = &world.locale;
    let amount = |value: Option<f64>| match value {
        Some(value) => locale.numbers.amount(value, &live.unit).to_string(),
        None => world.locale.text.charts.not_comparable.clone(),
    };
    let value = live.expression.value(&inputs.now, world.run);
    let baseline = live.expression.value(&inputs.baseline, world.baseline);
    let shown = amount(value);
    let in_baseline = amount(baseline);
    let differs = in_baseline != shown;
    Recomputed {
        name: live.name.get(locale.language).to_owned(),
        formula: formula(&live.expression, locale),
        value: shown,
        baseline: differs.then_some(in_baseline),
        claimed: live
            .claimed
            .map(|claimed| in_words(world, claimed, &live.unit)),
        deviation: live
            .claimed
            .map(|claimed| deviation(world, value, claimed, &live.unit)),
        moves: live.expression.is_of_model(),
    }
}

/// What an article says, in words.
fn in_words(world: &World<'_>, claimed: Claimed, unit: &str) -> String {
    let numbers = &world.locale.numbers;
    let texts = &world.locale.text.evidence.claims;
    let short = |value| numbers.typed(value, unit).to_string();
    match claimed {
        Claimed::Exactly(value) => short(value),
        Claimed::Between(low, high) => texts.between.fill(&[
            ("low", &numbers.typed(low, unit).number),
            ("high", &short(high)),
        ]),
        Claimed::AtLeast(value) => texts.at_least.fill(&[("value", &short(value))]),
        Claimed::AtMost(value) => texts.at_most.fill(&[("value", &short(value))]),
    }
}

/// How far a value lies from the nearest one that would agree with the claim.
fn deviation(world: &World<'_>, value: Option<f64>, claimed: Claimed, unit: &str) -> Deviation {
    let texts = &world.locale.text.evidence;
    let change = value.and_then(|value| {
        let nearest = claimed.nearest(value);
        world.locale.numbers.change(value, nearest, unit)
    });
    match change {
        None => Deviation {
            text: world.locale.text.charts.not_comparable.clone(),
            agrees: false,
        },
        Some(change) if change.direction.is_eq() => Deviation {
            text: texts.claims.agrees.clone(),
            agrees: true,
        },
        Some(change) => Deviation {
            text: change.text,
            agrees: false,
        },
    }
}

/// How many claims have a standing.
pub fn count(standing: Standing) -> usize {
    let claims = evidence::claims().iter();
    claims.filter(|claim| claim.standing == standing).count()
}

/// What the claims come to, in one sentence.
pub fn headline(world: &World<'_>) -> String {
    world.locale.text.evidence.claims.headline.fill(&[
        ("all", &evidence::claims().len()),
        ("holds", &count(Standing::Holds)),
        ("partly", &count(Standing::Partly)),
        ("off", &count(Standing::Off)),
        ("open", &count(Standing::Open)),
    ])
}

/// The colour of a verdict.
pub fn role(standing: Standing) -> Role {
    match standing {
        Standing::Holds => Role::Good,
        Standing::Partly => Role::BindingPowerText,
        Standing::Off => Role::Bad,
        Standing::Open => Role::Neutral,
    }
}

impl ClaimRow {
    /// Publisher and date of the article.
    pub fn published(&self, world: &World<'_>) -> String {
        let article = self.article;
        article.map_or_else(String::new, |article| published(article, &world.locale))
    }

    /// The row in one sentence.
    pub fn sentence(&self, world: &World<'_>) -> String {
        let language = world.locale.language;
        let value = self.values.first().map_or("", |value| &value.value);
        world.locale.text.evidence.claims.row.fill(&[
            ("claim", &self.claim.claim.get(language)),
            ("value", &value),
            ("verdict", &self.claim.verdict.get(language)),
        ])
    }
}
