//! What commands do to nothing but the view.

use super::{Command, View};

impl View {
    /// Follows a command that concerns nothing else; leaves the view as it is for all others.
    pub(super) fn follow(&mut self, command: Command) {
        match command {
            Command::SetYear(year) => self.set_year(year),
            Command::SetRentUnit(unit) => self.rent_unit = unit,
            Command::SetTab(tab) => self.set_tab(tab),
            Command::SetDraws(draws) => self.draws = draws,
            Command::SetOutput(series) => self.output = series,
            Command::SetGoal(goal) => self.goal = goal,
            Command::ShowFigure(figure) => self.show_figure(figure),
            Command::ShowEvidence {
                section,
                words,
                assumption,
            } => self.show_evidence(section, words, assumption),
            Command::SearchEvidence(words) => self.evidence_words = words,
            Command::FilterAssumptions(filter) => self.assumption_filter = filter,
            Command::FoundAssumption => self.sought_assumption = None,
            Command::SetNarrow(is_narrow) => self.is_narrow = is_narrow,
            Command::ToggleLevers => self.toggle_levers(),
            Command::SeekLever(assumption) => self.seek_lever(assumption),
            Command::FoundLever => self.sought = None,
            Command::ShowFrameTimes(shown) => self.frame_times = shown,
            Command::OpenPalette(is_open) => self.palette = is_open,
            Command::AskForDescription => self.describing = true,
            Command::KeepDescription => self.describing = false,
            Command::AskForSupplier(form) => self.supplier_form = Some(form),
            Command::KeepSuppliers => self.supplier_form = None,
            Command::ToggleSlides => self.toggle_slides(),
            Command::ChooseSlide(place) => self.slide = place,
            _ => {}
        }
    }

    /// Opens or closes the panel of slides; the panel that explains numbers has the same place.
    fn toggle_slides(&mut self) {
        if self.slides {
            self.slides = false;
        } else {
            self.show_slides();
        }
    }

    /// Opens the panel of slides: whoever captures one sees where it went.
    pub(super) fn show_slides(&mut self) {
        self.slides = true;
        self.explaining.close();
    }
}
