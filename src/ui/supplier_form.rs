//! The form for a supplier of the user's own.

use eframe::egui::{
    Align, ComboBox, Grid, Id, Key, Label, Layout, Modal, Rect, RichText, Sense, TextEdit, Ui,
    UiBuilder, vec2,
};

use super::icons::text_button;
use super::style::{self, size, space};
use super::{keys, segmented, share_field, suppliers};
use crate::app::{App, Command, SupplierForm};
use crate::model::Segment;
use crate::model::suppliers::{Origin, Part};
use crate::report::World;
use crate::report::segment_table::segment_name;
use crate::report::supplier_table::{self, left, share_unit};
use crate::scenario::suppliers::{OwnSupplier, SupplierChange};
use crate::text::{Language, Words};
use crate::theme::Role;

const WIDTH: f32 = 340.0;
const FIELD: f32 = 240.0;
/// Room for two lines about what is missing or cannot be: the buttons below stay where they are.
const REFUSAL: f32 = 32.0;

/// A supplier that is being written down.
#[derive(Clone)]
struct Draft {
    form: SupplierForm,
    typed: Typed,
    /// Was it sent off and refused? Then the form says why until that is mended.
    is_refused: bool,
    is_new: bool,
}

/// What stands in the fields.
#[derive(Clone, PartialEq)]
struct Typed {
    name: Words,
    ticker: String,
    segment: Segment,
    origin: Origin,
    share: String,
}

/// Shows the form while it is open; gives what was decided.
pub fn show(ui: &Ui, world: &World<'_>, app: &App) -> Option<Command> {
    let Some(form) = &app.view().supplier_form else {
        ui.data_mut(|data| data.remove::<Draft>(memory()));
        return None;
    };
    let remembered: Option<Draft> = ui.data(|data| data.get_temp(memory()));
    let mut draft = remembered
        .filter(|draft| draft.form == *form)
        .unwrap_or_else(|| Draft::new(world, form));
    let mut command = None;
    let modal = Modal::new(Id::unique("supplier form")).frame(style::modal(ui));
    let modal = modal.show(ui.ctx(), |ui| command = content(ui, world, &mut draft));
    if keys::is_escaped(ui, &modal) {
        command = Some(Command::KeepSuppliers);
    }
    if let (Some(Command::ChangeSupplier { id, .. }), SupplierForm::New) = (&command, form) {
        suppliers::reveal(ui, id);
    }
    ui.data_mut(|data| data.insert_temp(memory(), draft));
    command
}

/// Title, fields, what is wrong with them, and the buttons.
fn content(ui: &mut Ui, world: &World<'_>, draft: &mut Draft) -> Option<Command> {
    let texts = &world.locale.text.chain.supplier_form;
    ui.set_width(WIDTH);
    let (title, action) = match draft.form {
        SupplierForm::New => (&texts.add_title, &texts.add),
        SupplierForm::Of(_) => (&texts.edit_title, &texts.save),
    };
    ui.label(RichText::new(title).font(style::semibold(size::BRAND)));
    ui.label(RichText::new(&texts.why).color(style::color(ui, Role::Text3)));
    ui.add_space(4.0);
    let enter = fields(ui, world, draft);
    let (line, _) = ui.allocate_exact_size(vec2(WIDTH, REFUSAL), Sense::hover());
    let (mut is_done, mut is_cancelled) = (enter, false);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        is_done |= text_button(ui, action).clicked();
        is_cancelled = text_button(ui, &texts.cancel).clicked();
    });
    if is_cancelled {
        return Some(Command::KeepSuppliers);
    }
    match draft.typed.judge(world, &draft.form) {
        Ok(command) => {
            draft.is_refused = false;
            is_done.then_some(command)
        }
        Err(sentence) => {
            draft.is_refused |= is_done;
            if draft.is_refused {
                refusal(ui, &sentence, line);
            }
            None
        }
    }
}

/// Why the form cannot be sent off, in its own place.
fn refusal(ui: &mut Ui, sentence: &str, place: Rect) {
    let words = RichText::new(sentence)
        .font(style::regular(size::LABEL))
        .color(style::color(ui, Role::Bad));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
    inner.add(Label::new(words).wrap());
}

/// The fields; true where Enter was pressed in one.
fn fields(ui: &mut Ui, world: &World<'_>, draft: &mut Draft) -> bool {
    let texts = &world.locale.text.chain.supplier_form;
    let typed = &mut draft.typed;
    let without = draft.form.id();
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
        let (words, other) = match world.locale.language {
            Language::En => (&mut typed.name.en, &typed.name.zh),
            Language::Zh => (&mut typed.name.zh, &typed.name.en),
        };
        let name = line(ui, &texts.name, other, words);
        if std::mem::take(&mut draft.is_new) {
            name.request_focus();
        }
        line(ui, &texts.ticker, &texts.ticker_hint, &mut typed.ticker);
        segment(ui, world, typed);
        origin(ui, world, typed);
        let part = Part::of(typed.segment, typed.origin);
        let share = world.scenario.share_left(part, without);
        let hint = supplier_table::share_hint(world, part, share);
        line(ui, &texts.share, "", &mut typed.share).on_hover_text(hint);
        ui.label("");
        let words = texts.left.fill(&[("left", &left(&world.locale, share))]);
        ui.label(RichText::new(words).color(style::color(ui, Role::Text3)));
        ui.end_row();
    });
    enter
}

fn segment(ui: &mut Ui, world: &World<'_>, typed: &mut Typed) {
    let label = ui.label(&world.locale.text.chain.supplier_form.segment);
    let shown = segment_name(world, typed.segment);
    let list = ComboBox::from_id_salt("supplier segment")
        .width(FIELD)
        .height(400.0)
        .selected_text(shown);
    let list = list.show_ui(ui, |ui| {
        for &segment in Segment::ALL {
            let name = segment_name(world, segment);
            ui.selectable_value(&mut typed.segment, segment, name);
        }
    });
    list.response.labelled_by(label.id);
    ui.end_row();
}

fn origin(ui: &mut Ui, world: &World<'_>, typed: &mut Typed) {
    let texts = &world.locale.text.chain.supplier_form;
    ui.label(&texts.origin);
    let origins = [Origin::China, Origin::Foreign];
    let words = [&texts.china, &texts.foreign].map(String::clone);
    let on = usize::from(typed.origin == Origin::Foreign);
    let room = vec2(segmented::width(ui, &words), space::BUTTON);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let id = Id::unique("origin of a supplier");
    let (chosen, _) = segmented::show(ui, id, rect.right_center(), &words, on);
    if let Some(chosen) = chosen {
        typed.origin = origins[chosen];
    }
    ui.end_row();
}

impl Draft {
    /// The form as it opens.
    fn new(world: &World<'_>, form: &SupplierForm) -> Self {
        Self {
            form: form.clone(),
            typed: own(world, form).map_or_else(Typed::nothing, |own| Typed::of(world, own)),
            is_refused: false,
            is_new: true,
        }
    }
}

impl Typed {
    fn nothing() -> Self {
        Self {
            name: Words::default(),
            ticker: String::new(),
            segment: Segment::Optics,
            origin: Origin::China,
            share: String::new(),
        }
    }

    /// A supplier as it could have been typed.
    fn of(world: &World<'_>, own: &OwnSupplier) -> Self {
        Self {
            name: own.name.clone(),
            ticker: own.ticker.clone(),
            segment: own.segment,
            origin: own.origin,
            share: world.locale.numbers.typed(own.share, share_unit()).number,
        }
    }

    /// What the form means, or a sentence about what is missing or cannot be.
    fn judge(&self, world: &World<'_>, form: &SupplierForm) -> Result<Command, String> {
        let (texts, language) = (&world.locale.text.chain, world.locale.language);
        let before = own(world, form);
        let unchanged = before.map(|own| Self::of(world, own));
        if unchanged.as_ref() == Some(self) {
            return Ok(Command::KeepSuppliers);
        }
        let name = Words {
            en: self.name.en.trim().to_owned(),
            zh: self.name.zh.trim().to_owned(),
        };
        if name.get(language).is_empty() {
            return Err(texts.suppliers.bad_name.clone());
        }
        if self.share.trim().is_empty() {
            return Err(texts.supplier_form.missing_share.clone());
        }
        let share = match (before, unchanged) {
            // A share that was only looked at stays as it is, to the last bit.
            (Some(own), Some(typed)) if typed.share == self.share => own.share,
            _ => share_field::parse(world, &self.share, 0.0)?,
        };
        let free = || world.scenario.free_supplier_id(name.get(language));
        let id = form.id().map_or_else(free, str::to_owned);
        let change = SupplierChange::Own(OwnSupplier {
            name,
            ticker: self.ticker.trim().to_owned(),
            segment: self.segment,
            origin: self.origin,
            share,
        });
        let part = Part::of(self.segment, self.origin);
        let judged = world.scenario.judge_supplier(&id, &change);
        judged.map_err(|refusal| supplier_table::refusal(&world.locale, part, refusal))?;
        Ok(Command::ChangeSupplier { id, change })
    }
}

/// The supplier that the form is about, if it is there already.
fn own<'a>(world: &World<'a>, form: &SupplierForm) -> Option<&'a OwnSupplier> {
    match world.scenario.suppliers.get(form.id()?)? {
        SupplierChange::Own(own) => Some(own),
        SupplierChange::Share(_) => None,
    }
}

fn memory() -> Id {
    Id::unique("supplier form draft")
}
