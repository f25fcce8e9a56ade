//! Suppliers of the open scenario: each change is one step of history. The model knows no
//! suppliers, so nothing is run again.

use super::{App, Change};
use crate::model::suppliers;
use crate::scenario::suppliers::SupplierChange;
use crate::text::Words;

impl App {
    /// Changes a supplier or adds one, where the scenario can take it.
    pub(super) fn change_supplier(&mut self, id: &str, change: SupplierChange) {
        if self.scenario().judge_supplier(id, &change).is_err() {
            return;
        }
        self.view.supplier_form = None;
        let scenario = self.scenario();
        let before = share(self, id);
        let step = match (&change, scenario.suppliers.get(id)) {
            (SupplierChange::Own(now), Some(SupplierChange::Own(then))) => {
                let same_but_share = then.name == now.name
                    && then.ticker == now.ticker
                    && then.segment == now.segment
                    && then.origin == now.origin;
                (!same_but_share).then(|| Change::SupplierEdited(now.name.clone()))
            }
            (SupplierChange::Own(own), _) => Some(Change::SupplierAdded(own.name.clone())),
            (SupplierChange::Share(_), _) => None,
        };
        self.edit_suppliers(id, before, step, |scenario| {
            scenario.set_supplier(id, change);
        });
    }

    /// Puts a supplier back to the table's share; one of the user's own is removed.
    pub(super) fn reset_supplier(&mut self, id: &str) {
        let before = share(self, id);
        let step = match self.scenario().suppliers.get(id) {
            Some(SupplierChange::Own(own)) => Some(Change::SupplierRemoved(own.name.clone())),
            _ => None,
        };
        self.edit_suppliers(id, before, step, |scenario| {
            scenario.suppliers.remove(id);
        });
    }

    /// Makes one step of an edit, if it changes anything: `step`, or that of a share.
    fn edit_suppliers(
        &mut self,
        id: &str,
        before: Option<f64>,
        step: Option<Change>,
        edit: impl FnOnce(&mut crate::scenario::Scenario),
    ) {
        self.finish_gesture();
        let then = self.scenario().suppliers.clone();
        self.document.edit(edit);
        if self.scenario().suppliers == then {
            return;
        }
        let after = share(self, id);
        let step = step.or_else(|| {
            Some(Change::SupplierShare {
                name: name(self, id),
                before: before?,
                after: after?,
            })
        });
        if let Some(step) = step {
            self.document.step(step);
        }
    }
}

/// The share of a supplier as it stands.
fn share(app: &App, id: &str) -> Option<f64> {
    let all = app.scenario().all_suppliers();
    all.iter()
        .find(|supplier| supplier.id == id)
        .map(|supplier| supplier.share)
}

fn name(app: &App, id: &str) -> Words {
    match app.scenario().suppliers.get(id) {
        Some(SupplierChange::Own(own)) => own.name.clone(),
        _ => suppliers::by_id(id).map_or_else(Words::default, |supplier| supplier.name.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Command, Settings};
    use super::*;
    use crate::model::Segment;
    use crate::model::suppliers::Origin;
    use crate::scenario::suppliers::OwnSupplier;

    fn own(share: f64) -> SupplierChange {
        SupplierChange::Own(OwnSupplier {
            name: Words {
                en: "My Optics".to_owned(),
                zh: String::new(),
            },
            ticker: "300999.SZ".to_owned(),
            segment: Segment::Optics,
            origin: Origin::China,
            share,
        })
    }

    fn change(app: &mut App, id: &str, change: SupplierChange) {
        let id = id.to_owned();
        app.apply(Command::ChangeSupplier { id, change });
    }

    #[test]
    fn each_change_is_one_step_with_its_own_label() {
        let mut app = App::new(Settings::default());
        change(&mut app, "nvidia", SupplierChange::Share(0.7));
        assert!(app.document().is_changed());
        change(&mut app, "my-optics", own(0.05));
        change(&mut app, "my-optics", own(0.06));
        app.apply(Command::ResetSupplier("my-optics".to_owned()));
        let mut undone = Vec::new();
        while let Some(change) = app.document().history().undoable().cloned() {
            undone.push(change);
            app.apply(Command::Undo);
        }
        assert!(
            matches!(
                &undone[..],
                [
                    Change::SupplierRemoved(_),
                    Change::SupplierShare { before, after, .. },
                    Change::SupplierAdded(_),
                    Change::SupplierShare { after: first, .. },
                ] if (*before, *after, *first) == (0.05, 0.06, 0.7)
            ),
            "{undone:?}"
        );
        assert!(!app.document().is_changed());
    }

    #[test]
    fn what_cannot_be_and_what_changes_nothing_make_no_step() {
        let mut app = App::new(Settings::default());
        change(&mut app, "nvidia", SupplierChange::Share(0.9));
        change(&mut app, "nvidia", SupplierChange::Share(0.725));
        change(&mut app, "My Optics", own(0.05));
        app.apply(Command::ResetSupplier("amd".to_owned()));
        assert!(app.document().history().undoable().is_none());
        assert!(!app.document().is_changed());
    }
}
