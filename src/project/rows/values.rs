//! Checks of values, the beachhead and comparisons.

use std::collections::HashMap;

use super::{Comparison, Invalid, Known, Rows, each, once};
use crate::project::beachhead::check_follow_on;
use crate::project::{Attribute, AttributeId, Axis, CellRow, Fault, Fit, Pair, ValueKey};

impl Rows {
    pub(super) fn check_values(&self, known: &Known) -> Result<(), Invalid> {
        let attributes: HashMap<AttributeId, &Attribute> =
            self.attributes.iter().map(|attribute| (attribute.id, attribute)).collect();
        each("values", &self.values, |row| {
            let ValueKey { customer, attribute } = row.key;
            known.segment(Axis::Customer, customer)?;
            let attribute =
                attributes.get(&attribute).ok_or_else(|| Fault::UnknownAttribute(attribute).at("attribute"))?;
            if row.record.is_blank() { Ok(()) } else { attribute.check(&row.record).map_err(|fault| fault.at("value")) }
        })?;
        once("values", &self.values, |row| row.key, |_| Fault::DuplicateEntry.into())
    }

    pub(super) fn check_beachhead(&self, known: &Known) -> Result<(), Invalid> {
        const BEACHHEAD: &str = "beachhead";
        let Some(row) = &self.beachhead else { return Ok(()) };
        let fits: HashMap<_, _> = self.cells.iter().map(|row| (row.key, row.record.fit)).collect();
        let fit = |cell| fits.get(&cell).copied().unwrap_or_default();
        let follow_ons = || {
            known.cell(row.cell())?;
            if fit(row.cell()) == Fit::No {
                return Err(Fault::NotAFit.into());
            }
            each("follow_ons", &row.follow_ons, |follow_on| {
                known.cell(follow_on.key())?;
                Ok(check_follow_on(row.cell(), follow_on.key(), fit(follow_on.key()))?)
            })?;
            once("follow_ons", &row.follow_ons, CellRow::key, |_| Fault::DuplicateEntry.into())
        };
        follow_ons().map_err(|invalid| invalid.under(BEACHHEAD))
    }

    pub(super) fn check_comparisons(&self, known: &Known) -> Result<(), Invalid> {
        let pair = |row: &Comparison| Pair::of(row.criterion, row.beside).map(|(pair, _)| pair);
        each("comparisons", &self.comparisons, |row| {
            known.levels(row.criterion, "criterion")?;
            known.levels(row.beside, "beside")?;
            pair(row).map(|_| ()).ok_or_else(|| Fault::ComparedWithItself(row.beside).at("beside"))
        })?;
        once("comparisons", &self.comparisons, pair, |_| Fault::DuplicateComparison.into())
    }
}
