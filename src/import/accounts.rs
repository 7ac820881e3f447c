//! Customers from a pasted table: name, place, hours and visits a year, latitude, longitude.

use crate::project::field::Record;
use crate::project::{Account, Message};
use crate::text::Text;

use super::name::{folded, plain};
use super::table::parse_table;

/// The columns without headings, in order, and what a heading may be called.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("name", &["name", "customer", "account", "navn", "kunde"]),
    ("place", &["place", "town", "city", "sted", "by"]),
    ("workload", &["hours", "hours per year", "workload", "timer", "timer per år", "arbeidsmengde"]),
    ("visits_per_year", &["visits", "visits per year", "besøk", "besøk per år"]),
    ("latitude", &["latitude", "lat", "breddegrad"]),
    ("longitude", &["longitude", "lon", "lng", "long", "lengdegrad"]),
];

/// The accounts of a pasted table. A first row that names columns says their order. Rows without a name are left out; a
/// number that can't be read refuses the whole.
pub fn accounts(pasted: &str, text: &Text) -> Result<Vec<Account>, Message> {
    let mut rows = parse_table(pasted);
    if !pasted.contains('\t') && pasted.contains(';') {
        rows = pasted.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect();
    }
    let named = |cell: &String| {
        let cell = folded(cell);
        COLUMNS.iter().position(|(_, names)| names.contains(&cell.as_str()))
    };
    let headings: Vec<_> = rows.first().map(|row| row.iter().map(named).collect()).unwrap_or_default();
    let has_headings = headings.contains(&Some(0)) && headings.iter().flatten().count() >= headings.len().min(2);
    let columns = if has_headings { headings } else { (0..COLUMNS.len()).map(Some).collect() };
    let rows = rows.iter().enumerate().skip(usize::from(has_headings));
    let read = rows.map(|(at, row)| account(row, &columns, text).map_err(|cell| bad(at, cell)));
    let read: Result<Vec<_>, Message> = read.collect();
    Ok(read?.into_iter().flatten().collect())
}

fn bad(row: usize, cell: &str) -> Message {
    Message::new("team-paste-bad").with("row", row + 1).with("cell", cell)
}

/// The account of a row, or the cell that isn't what its column wants; none without a name.
fn account<'a>(row: &'a [String], columns: &[Option<usize>], text: &Text) -> Result<Option<Account>, &'a str> {
    let mut account = Account::new("");
    for (cell, column) in row.iter().zip(columns) {
        let (Some(column), words) = (column, plain(cell)) else { continue };
        if words.is_empty() {
            continue;
        }
        let Some(field) = COLUMNS.get(*column).and_then(|(name, _)| Account::TABLE.find(name)) else { continue };
        let value = if *column < 2 { words.into() } else { text.parse_number(&words).ok_or(cell.as_str())?.into() };
        field.set(&mut account, value).map_err(|_| cell.as_str())?;
        field.check(&account).map_err(|_| cell.as_str())?;
    }
    Ok((!account.name.is_empty()).then_some(account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    /// Name, place, hours and longitude.
    type Told = (String, String, Option<f64>, Option<f64>);

    fn read(pasted: &str) -> Result<Vec<Told>, Message> {
        let all = accounts(pasted, &Text::new(Language::Norwegian))?;
        let told = |one: Account| (one.name.to_string(), one.place.to_string(), one.workload, one.longitude);
        Ok(all.into_iter().map(told).collect())
    }

    #[test]
    fn with_headings_and_without() {
        let bank = |hours| ("Bank".to_owned(), "Oslo".to_owned(), hours, Some(10.75));
        assert_eq!(read("Bank\tOslo\t40,5\t6\t59,9\t10,75\n\t\t\n"), Ok(vec![bank(Some(40.5))]));
        assert_eq!(read("Sted;Kunde;Lengdegrad\nOslo;Bank;10,75\n"), Ok(vec![bank(None)]));
        assert_eq!(read("Name\tPhone\tPlace\tlon\nBank\t123\tOslo\t10,75"), Ok(vec![bank(None)]));
        assert_eq!(read(""), Ok(Vec::new()));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (pasted, cell) in [("Bank\tOslo\tmange", "mange"), ("Bank\tOslo\t1\t1\t95\t0", "95"), ("Bank\t\t-3", "-3")]
        {
            let expected = Message::new("team-paste-bad").with("row", 1_usize).with("cell", cell);
            assert_eq!(read(pasted), Err(expected), "{pasted}");
        }
    }
}
