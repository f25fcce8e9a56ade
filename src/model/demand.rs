//! What compute the world wants each year (MODEL.md §2).

use super::assumptions::Assumption::{
    ActiveParams, BaseFrontierParams, BaseShortage, ChinaShare, ChinaShareTarget, ComputeExponent,
    FinetuneRatio, FleetUptime, FrontierLabs, FrontierLabsChange, FrontierRunFlop,
    InferenceEfficiency, InferenceEfficiencyFade, InferencePeak, InferenceUtilisation,
    InferenceUtilisationTarget, ModelGrowth, ModelGrowthFade, OtherGrowth, OtherGrowthFade,
    PlanElasticity, RdMultiple, ServedModelExponent, ShortageDrag, StockChina, StockOutsideChina,
    TechnologyLongRun, TokenGrowth, TokenGrowthFade, TokensPerDay, TrainingLongRun,
    TrainingUtilisation, TrainingUtilisationTarget, UsageLongRun,
};
use super::assumptions::Assumptions;
use super::constants::{
    BILLION, FLOP_PER_PARAMETER, H100E_FLOP_PER_S, MILLION, SECONDS_PER_DAY, SECONDS_PER_YEAR,
    TRILLION,
};
use super::growth::{fading, fading_level, trend};
use super::intermediate::Intermediate;
use super::series::Series;
use super::sheet::Sheet;
use super::technology::Technology;
use super::year::{Year, Yearly};
use crate::number::Number;

/// Wants that grow year by year, and the plans they follow.
pub struct Demand<N> {
    run_growth: Yearly<N>,
    token_growth: Yearly<N>,
    other_growth: Yearly<N>,
    efficiency: Yearly<N>,
    labs: Yearly<N>,
    training_utilisation: Yearly<N>,
    inference_utilisation: Yearly<N>,
    china_share: Yearly<N>,
    frontier_run: N,
    tokens: N,
    other: N,
}

/// The need for compute in a year, million H100e.
#[derive(Clone, Copy)]
pub struct Need<N> {
    /// At the prices buyers had planned with.
    pub planned: N,
    /// At today's list prices.
    pub total: N,
    /// The part in China.
    pub china: N,
    /// The part outside China.
    pub outside: N,
}

/// How last year went: what slows the next plans.
#[derive(Clone, Copy)]
pub struct LastYear<N> {
    /// Need at planned prices, million H100e.
    pub planned_need: N,
    /// Installed compute of the world, million H100e.
    pub stock: N,
}

impl<N: Number> Demand<N> {
    /// The plans of all years, and the wants of the base year.
    #[inline(always)]
    pub fn new(a: &Assumptions<N>, technology: &Technology<N>, out: &mut impl Sheet<N>) -> Self {
        use Intermediate as Name;
        let (run, token) = (a[ModelGrowth] - 1.0, a[TokenGrowth] - 1.0);
        let (usage, training) = (a[UsageLongRun], a[TrainingLongRun]);
        let (other, other_fade) = (a[OtherGrowth], a[OtherGrowthFade]);
        let (gain, gain_fade) = (a[InferenceEfficiency] - 1.0, a[InferenceEfficiencyFade]);
        Self {
            run_growth: fading(Name::RunGrowth, run, a[ModelGrowthFade], training, out),
            token_growth: fading(Name::TokenGrowth, token, a[TokenGrowthFade], usage, out),
            other_growth: fading(Name::OtherGrowth, other, other_fade, usage / 2.0, out),
            efficiency: fading_level(
                Name::EfficiencyGain,
                gain,
                gain_fade,
                a[TechnologyLongRun],
                out,
            ),
            labs: trend(Name::Labs, a[FrontierLabs], a[FrontierLabsChange], out),
            training_utilisation: technology.ramp(
                a,
                Name::TrainingUtilisation,
                TrainingUtilisation,
                TrainingUtilisationTarget,
                out,
            ),
            inference_utilisation: technology.ramp(
                a,
                Name::InferenceUtilisation,
                InferenceUtilisation,
                InferenceUtilisationTarget,
                out,
            ),
            china_share: technology.ramp(
                a,
                Name::ChinaShareOfNeed,
                ChinaShare,
                ChinaShareTarget,
                out,
            ),
            frontier_run: a[FrontierRunFlop],
            tokens: a[TokensPerDay],
            other: N::constant(0.0),
        }
    }

    /// The need of one year; `last` is `None` in the base year.
    #[inline(always)]
    pub fn year(
        &mut self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        last: Option<LastYear<N>>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Need<N> {
        if let Some(last) = last {
            self.grow(a, last, year, out);
        }
        self.frontier_run = out.put(Series::FrontierRun, year, self.frontier_run);
        self.tokens = out.put(Series::Tokens, year, self.tokens);

        let run_index = self.frontier_run / a[FrontierRunFlop];
        let run_index = out.note(Intermediate::RunIndex, year, run_index);
        let params = run_index.powf(N::constant(1.0) / a[ComputeExponent]);
        out.put(Series::FrontierParams, year, a[BaseFrontierParams] * params);

        let training = self.training(a, year);
        let training = out.note(Intermediate::TrainingWanted, year, training);
        let inference = self.inference(a, run_index, year, out);
        let inference = out.note(Intermediate::InferenceWanted, year, inference);
        let finetuning = a[FinetuneRatio] * (training * inference).sqrt();
        let finetuning = out.note(Intermediate::FinetuningWanted, year, finetuning);
        if last.is_none() {
            // Everything else is known only as a remainder of the base year.
            let base_need = (a[StockOutsideChina] + a[StockChina]) * (a[BaseShortage] + 1.0);
            self.other = (base_need - training - finetuning - inference).max(N::constant(0.0));
        }
        self.other = out.note(Intermediate::OtherWanted, year, self.other);
        let planned = training + finetuning + inference + self.other;
        let planned = out.put(Series::PlannedNeed, year, planned);

        let response = response_to_list_price(a, technology, year);
        let response = out.note(Intermediate::PriceResponse, year, response);
        out.put(Series::NeedTraining, year, training * response);
        out.put(Series::NeedFinetuning, year, finetuning * response);
        out.put(Series::NeedInference, year, inference * response);
        out.put(Series::NeedOther, year, self.other * response);
        let total = out.put(Series::Need, year, planned * response);
        let china = out.put(Series::ChinaNeed, year, total * self.china_share[year]);
        Need {
            planned,
            total,
            china,
            outside: out.note(Intermediate::NeedOutside, year, total - china),
        }
    }

    /// Grows last year's wants; a shortage slows them.
    #[inline(always)]
    fn grow(&mut self, a: &Assumptions<N>, last: LastYear<N>, year: Year, out: &mut impl Sheet<N>) {
        let one = N::constant(1.0);
        let unmet = one - (last.stock / last.planned_need).min(one);
        let drag = (one - a[ShortageDrag] * unmet).max(N::constant(0.0));
        let drag = out.note(Intermediate::Drag, year, drag);
        self.frontier_run = self.frontier_run * slowed(self.run_growth[year], drag);
        self.tokens = self.tokens * slowed(self.token_growth[year], drag);
        self.other = self.other * slowed(self.other_growth[year], drag);
    }

    /// Compute busy with training, million H100e.
    #[inline(always)]
    fn training(&self, a: &Assumptions<N>, year: Year) -> N {
        let flop = self.frontier_run * self.labs[year] * a[RdMultiple];
        let flop_per_h100e =
            self.training_utilisation[year] * a[FleetUptime] * H100E_FLOP_PER_S * SECONDS_PER_YEAR;
        flop / flop_per_h100e / MILLION
    }

    /// Compute needed to serve tokens at peak, million H100e.
    #[inline(always)]
    fn inference(
        &self,
        a: &Assumptions<N>,
        run_index: N,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> N {
        let served = run_index.powf(a[ServedModelExponent]);
        let served = a[ActiveParams] * served / self.efficiency[year];
        let served = out.note(Intermediate::ParametersServed, year, served);
        let flop_per_day = self.tokens * TRILLION * FLOP_PER_PARAMETER * (served * BILLION);
        let flop_per_h100e = self.inference_utilisation[year] * H100E_FLOP_PER_S * SECONDS_PER_DAY;
        flop_per_day * a[InferencePeak] / flop_per_h100e / MILLION
    }
}

/// A growth factor of which only the part `drag` is left.
#[inline(always)]
fn slowed<N: Number>(growth: N, drag: N) -> N {
    (growth - 1.0) * drag + 1.0
}

/// How need reacts where compute at list price is dearer or cheaper than planned.
#[inline(always)]
fn response_to_list_price<N: Number>(
    a: &Assumptions<N>,
    technology: &Technology<N>,
    year: Year,
) -> N {
    let price = technology.compute_list_price[year];
    let planned = technology.planned_compute_price[year];
    (price / planned).powf(-a[PlanElasticity])
}
