//! The form for a supplier of the user's own.

use eframe::egui::{
    Align, ComboBox, Grid, Id, Key, Layout, Modal, RichText, Sense, TextEdit, Ui, vec2,
};

use super::icons::text_button;
use super::style::{self, size, space};
use super::{segmented, share_field, suppliers};
use crate::app::Command;
use crate::model::Segment;
use crate::model::suppliers::{Origin, Part};
use crate::report::World;
use crate::report::segment_table::segment_name;
use crate::report::supplier_table::{self, SupplierRow, left, share_unit};
use crate::scenario::suppliers::{OwnSupplier, SupplierChange};
use crate::text::{Language, Words};
use crate::theme::Role;

const WIDTH: f32 = 340.0;
const FIELD: f32 = 240.0;

/// A supplier that is being written down.
#[derive(Clone)]
struct Draft {
    /// Its id, if it is there already.
    id: Option<String>,
    /// Its name in the other language, which the form does not show.
    words: Words,
    name: String,
    ticker: String,
    segment: Segment,
    origin: Origin,
    share: String,
    refusal: Option<String>,
    is_new: bool,
}

/// Opens the form for a new supplier.
pub fn add(ui: &Ui) {
    open(
        ui,
        Draft {
            id: None,
            words: Words::default(),
            name: String::new(),
            ticker: String::new(),
            segment: Segment::Optics,
            origin: Origin::China,
            share: String::new(),
            refusal: None,
            is_new: true,
        },
    );
}

/// Opens the form for one of the user's own.
pub fn edit(ui: &Ui, world: &World<'_>, row: &SupplierRow) {
    let supplier = &row.supplier;
    let share = world.locale.numbers.typed(supplier.share, share_unit());
    open(
        ui,
        Draft {
            id: Some(supplier.id.clone()),
            words: supplier.name.clone(),
            name: supplier.name.get(world.locale.language).to_owned(),
            ticker: supplier.ticker.clone(),
            segment: supplier.segment,
            origin: supplier.origin,
            share: share.number,
            refusal: None,
            is_new: true,
        },
    );
}

fn open(ui: &Ui, draft: Draft) {
    ui.data_mut(|data| data.insert_temp(memory(), draft));
}

/// Shows the form, if it is open; gives what the user wants changed.
pub fn show(ui: &Ui, world: &World<'_>) -> Option<Command> {
    let mut draft: Draft = ui.data(|data| data.get_temp(memory()))?;
    let texts = &world.locale.text.chain.supplier_form;
    let (mut is_done, mut is_cancelled) = (false, false);
    let modal = Modal::new(Id::unique("supplier form")).frame(style::modal(ui));
    let modal = modal.show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        let (title, action) = match draft.id {
            None => (&texts.add_title, &texts.add),
            Some(_) => (&texts.edit_title, &texts.save),
        };
        ui.label(RichText::new(title).font(style::semibold(size::BRAND)));
        ui.label(RichText::new(&texts.why).color(style::color(ui, Role::Text3)));
        ui.add_space(4.0);
        let enter = fields(ui, world, &mut draft);
        if let Some(sentence) = &draft.refusal {
            ui.label(RichText::new(sentence).color(style::color(ui, Role::Bad)));
        }
        ui.add_space(4.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            is_done = text_button(ui, action).clicked() || enter;
            is_cancelled = text_button(ui, &texts.cancel).clicked();
        });
    });
    let is_closed = is_cancelled || modal.should_close();
    let answer = if is_done && !is_closed {
        draft.command(world)
    } else {
        None
    };
    if let (Some(Command::ChangeSupplier { id, .. }), None) = (&answer, &draft.id) {
        suppliers::reveal(ui, id);
    }
    if is_closed || answer.is_some() {
        ui.data_mut(|data| data.remove::<Draft>(memory()));
    } else {
        open(ui, draft);
    }
    answer
}

/// The fields; true where Enter was pressed in one.
fn fields(ui: &mut Ui, world: &World<'_>, draft: &mut Draft) -> bool {
    let texts = &world.locale.text.chain.supplier_form;
    let mut enter = false;
    let mut line = |ui: &mut Ui, name: &str, hint: &str, words: &mut String| {
        let label = ui.label(name);
        let edit = TextEdit::singleline(words).hint_text(hint.to_owned());
        let field = ui.add(edit.desired_width(FIELD)).labelled_by(label.id);
        enter |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.end_row();
        field
    };
    let grid = Grid::new("supplier form").num_columns(2);
    grid.spacing([16.0, space::GAP]).show(ui, |ui| {
        let name = line(ui, &texts.name, "", &mut draft.name);
        if std::mem::take(&mut draft.is_new) {
            name.request_focus();
        }
        line(ui, &texts.ticker, &texts.ticker_hint, &mut draft.ticker);
        segment(ui, world, draft);
        origin(ui, world, draft);
        line(ui, &texts.share, "", &mut draft.share);
        ui.label("");
        let part = Part::of(draft.segment, draft.origin);
        let share = world.scenario.share_left(part, draft.id.as_deref());
        let words = texts.left.fill(&[("left", &left(&world.locale, share))]);
        ui.label(RichText::new(words).color(style::color(ui, Role::Text3)));
        ui.end_row();
    });
    enter
}

fn segment(ui: &mut Ui, world: &World<'_>, draft: &mut Draft) {
    let label = ui.label(&world.locale.text.chain.supplier_form.segment);
    let shown = segment_name(world, draft.segment);
    let list = ComboBox::from_id_salt("supplier segment")
        .width(FIELD)
        .height(400.0)
        .selected_text(shown);
    let list = list.show_ui(ui, |ui| {
        for &segment in Segment::ALL {
            let name = segment_name(world, segment);
            ui.selectable_value(&mut draft.segment, segment, name);
        }
    });
    list.response.labelled_by(label.id);
    ui.end_row();
}

fn origin(ui: &mut Ui, world: &World<'_>, draft: &mut Draft) {
    let texts = &world.locale.text.chain.supplier_form;
    ui.label(&texts.origin);
    let origins = [Origin::China, Origin::Foreign];
    let words = [&texts.china, &texts.foreign].map(String::clone);
    let on = usize::from(draft.origin == Origin::Foreign);
    let room = vec2(segmented::width(ui, &words), space::BUTTON);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let id = Id::unique("origin of a supplier");
    let (chosen, _) = segmented::show(ui, id, rect.right_center(), &words, on);
    if let Some(chosen) = chosen {
        draft.origin = origins[chosen];
    }
    ui.end_row();
}

impl Draft {
    /// What the form means; where it cannot be, the form says why.
    fn command(&mut self, world: &World<'_>) -> Option<Command> {
        let share = match share_field::parse(world, &self.share, 0.0) {
            Ok(share) => share,
            Err(sentence) => {
                self.refusal = Some(sentence);
                return None;
            }
        };
        let mut name = self.words.clone();
        match world.locale.language {
            Language::En => self.name.trim().clone_into(&mut name.en),
            Language::Zh => self.name.trim().clone_into(&mut name.zh),
        }
        if self.name.trim().is_empty() {
            name = Words::default();
        }
        let id = (self.id.clone()).unwrap_or_else(|| world.scenario.free_supplier_id(&self.name));
        let part = Part::of(self.segment, self.origin);
        let change = SupplierChange::Own(OwnSupplier {
            name,
            ticker: self.ticker.trim().to_owned(),
            segment: self.segment,
            origin: self.origin,
            share,
        });
        match world.scenario.judge_supplier(&id, &change) {
            Ok(()) => Some(Command::ChangeSupplier { id, change }),
            Err(refusal) => {
                self.refusal = Some(supplier_table::refusal(&world.locale, part, refusal));
                None
            }
        }
    }
}

fn memory() -> Id {
    Id::unique("supplier form draft")
}
