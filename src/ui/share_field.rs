//! The share of a supplier in the table: a field, and why what was typed cannot be.

use eframe::egui::{Id, Rect, Ui};

use super::style::{self, size};
use super::typed_field::TypedField;
use crate::app::Command;
use crate::report::World;
use crate::report::supplier_table::{self, SupplierRow, share_unit};
use crate::scenario::suppliers::{OwnSupplier, SupplierChange};
use crate::theme::Role;

/// How wide the field is.
pub const WIDTH: f32 = 56.0;

/// Why the last typed share was refused, and whose it was.
#[derive(Clone)]
struct Refused {
    id: String,
    sentence: String,
}

/// Shows the field in `rect`; gives what the user wants changed.
pub fn show(ui: &mut Ui, world: &World<'_>, row: &SupplierRow, rect: Rect) -> Option<Command> {
    let texts = &world.locale.text.chain.suppliers;
    let supplier = &row.supplier;
    let name = supplier.name.get(world.locale.language);
    let is_marked = row.is_changed() || row.is_own();
    let field = TypedField {
        name: &texts.share_name.fill(&[("supplier", &name)]),
        hint: &supplier_table::share_hint(world, supplier.part(), row.left),
        shown: &(world.locale.numbers).typed(supplier.share, share_unit()),
        font: if is_marked {
            style::semibold(size::LABEL)
        } else {
            style::regular(size::LABEL)
        },
        ink: if is_marked { Role::Accent } else { Role::Text2 },
        edge: Role::Stroke,
    };
    let id = Id::unique(("share", supplier.id.as_str()));
    let typed = field.show(ui, id, rect);
    if ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove::<Refused>(refused_id()));
    }
    match judge(world, row, &typed?) {
        Ok(change) => Some(Command::ChangeSupplier {
            id: supplier.id.clone(),
            change,
        }),
        Err(sentence) => {
            let id = supplier.id.clone();
            ui.data_mut(|data| data.insert_temp(refused_id(), Refused { id, sentence }));
            None
        }
    }
}

/// Why the last share that was typed for a supplier was refused, if it was.
pub fn refusal(ui: &Ui, row: &SupplierRow) -> Option<String> {
    let refused: Refused = ui.data(|data| data.get_temp(refused_id()))?;
    (refused.id == row.supplier.id).then_some(refused.sentence)
}

/// The change that typed words mean, or a sentence about why there is none.
fn judge(world: &World<'_>, row: &SupplierRow, typed: &str) -> Result<SupplierChange, String> {
    let (locale, supplier) = (&world.locale, &row.supplier);
    let share = parse(world, typed, supplier.share)?;
    let change = if row.is_own() {
        SupplierChange::Own(OwnSupplier {
            name: supplier.name.clone(),
            ticker: supplier.ticker.clone(),
            segment: supplier.segment,
            origin: supplier.origin,
            share,
        })
    } else {
        SupplierChange::Share(share)
    };
    match world.scenario.judge_supplier(&supplier.id, &change) {
        Ok(()) => Ok(change),
        Err(refusal) => Err(supplier_table::refusal(locale, supplier.part(), refusal)),
    }
}

/// The share that was typed, or a sentence about why it is none.
pub fn parse(world: &World<'_>, typed: &str, shown: f64) -> Result<f64, String> {
    let parsed = world.locale.numbers.parse(typed, share_unit(), shown);
    let not_a_number = || (world.locale.text.levers.not_a_number).fill(&[("typed", &typed)]);
    parsed.ok().ok_or_else(not_a_number)
}

fn refused_id() -> Id {
    Id::unique("refused share")
}
