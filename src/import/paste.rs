//! What a pasted table changes in the matrix.

use std::collections::HashMap;

use crate::project::{Axis, Cell, CellKey, Command, Fit, Matrix, Segment, SegmentId};

/// What a pasted table comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paste {
    /// All of it as one step; none when nothing changes.
    pub command: Option<Command>,
    /// Cells whose fit changes.
    pub changed: usize,
    /// Segments that are new, products and customers: added at the ends.
    pub added: [usize; 2],
    /// Cells that fell outside the matrix, or under a heading without a name.
    pub outside: usize,
    /// Cells that are no sign of a fit; they stay as they are.
    pub unknown: usize,
}

/// Reads a table as marks from the cell `at` (row, column) on, or, when it has headings, by the names in them.
///
/// It has headings when names, not signs, stand in both its first row and its first column; the corner may hold anything.
/// Names match without regard to case and surrounding space, the second of a name the second segment of that name; names
/// that the matrix doesn't have are added. Notes of cells are kept. Cost: linear in the table and the matrix.
pub fn paste(table: &[Vec<String>], matrix: &Matrix, at: (usize, usize)) -> Paste {
    if has_headings(table) { by_name(table, matrix) } else { by_place(table, matrix, at) }
}

fn has_headings(table: &[Vec<String>]) -> bool {
    let is_name = |cell: &String| Fit::from_sign(cell).is_none();
    let [first, rest @ ..] = table else { return false };
    first.iter().skip(1).any(is_name) && rest.iter().filter_map(|row| row.first()).any(is_name)
}

/// The segments of a row and a column, where there are such.
fn by_place(table: &[Vec<String>], matrix: &Matrix, (row, column): (usize, usize)) -> Paste {
    let ids = |axis, from: usize| -> Vec<SegmentId> {
        matrix.segments(axis).iter().skip(from).map(|segment| segment.id).collect()
    };
    let (products, customers) = (ids(Axis::Product, row), ids(Axis::Customer, column));
    let mut paste = Paste::default();
    let mut cells = Vec::new();
    for (place, row) in table.iter().enumerate() {
        for (column, sign) in row.iter().enumerate() {
            let key = products.get(place).zip(customers.get(column));
            paste.read(sign, key.map(|(product, customer)| (*product, *customer)), matrix, &mut cells);
        }
    }
    paste.finish(Vec::new(), cells)
}

fn by_name(table: &[Vec<String>], matrix: &Matrix) -> Paste {
    let Some((first, rest)) = table.split_first() else { return Paste::default() };
    let headings = [rest.iter().map(|row| row.first().map_or("", String::as_str)).collect(), {
        let widest = table.iter().map(Vec::len).max().unwrap_or_default();
        (1..widest).map(|column| first.get(column).map_or("", String::as_str)).collect::<Vec<_>>()
    }];
    let mut paste = Paste::default();
    let mut additions = Vec::new();
    let [products, customers] = [(Axis::Product, 0), (Axis::Customer, 1)].map(|(axis, side)| {
        let (ids, segments) = matched(&headings[side], matrix, axis);
        paste.added[side] = segments.len();
        if !segments.is_empty() {
            additions.push(Command::AddSegments { axis, at: matrix.segments(axis).len(), segments });
        }
        ids
    });
    let mut cells = Vec::new();
    for (row, product) in rest.iter().zip(products) {
        for (sign, customer) in row.iter().skip(1).zip(&customers) {
            paste.read(sign, product.zip(*customer), matrix, &mut cells);
        }
    }
    paste.finish(additions, cells)
}

/// The segment of each heading, none for a heading without a name, and those of them that are new.
fn matched(names: &[&str], matrix: &Matrix, axis: Axis) -> (Vec<Option<SegmentId>>, Vec<Segment>) {
    let folded = |name: &str| name.trim().to_lowercase();
    let mut known: HashMap<String, Vec<SegmentId>> = HashMap::new();
    // Backwards, so that the first of a name is taken first.
    for segment in matrix.segments(axis).iter().rev() {
        known.entry(folded(&segment.name)).or_default().push(segment.id);
    }
    let mut added = Vec::new();
    let ids = names
        .iter()
        .map(|name| {
            let name = name.trim();
            (!name.is_empty()).then(|| {
                known.get_mut(&folded(name)).and_then(Vec::pop).unwrap_or_else(|| {
                    added.push(Segment::new(name));
                    added[added.len() - 1].id
                })
            })
        })
        .collect();
    (ids, added)
}

impl Paste {
    /// Takes one pasted cell in.
    fn read(
        &mut self,
        sign: &str,
        key: Option<(SegmentId, SegmentId)>,
        matrix: &Matrix,
        cells: &mut Vec<(CellKey, Cell)>,
    ) {
        let Some((product, customer)) = key else {
            self.outside += usize::from(!sign.trim().is_empty());
            return;
        };
        let key = CellKey { product, customer };
        let old = matrix.cell(key);
        match Fit::from_sign(sign) {
            None => self.unknown += 1,
            Some(fit) if fit == old.fit => {}
            Some(fit) => {
                self.changed += 1;
                cells.push((key, Cell { fit, ..old.clone() }));
            }
        }
    }

    fn finish(mut self, mut commands: Vec<Command>, cells: Vec<(CellKey, Cell)>) -> Self {
        if !cells.is_empty() {
            commands.push(Command::SetCells(cells));
        }
        self.command = (!commands.is_empty()).then_some(Command::All(commands));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::parse_table;
    use crate::project::Project;

    fn project(products: &[&str], customers: &[&str]) -> Project {
        let mut project = Project::default();
        for (axis, names) in [(Axis::Product, products), (Axis::Customer, customers)] {
            let segments = names.iter().map(|name| Segment::new(*name)).collect();
            Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new segments");
        }
        project
    }

    fn signs(project: &Project) -> Vec<String> {
        let matrix = &project.matrix;
        let sign = |product: &Segment, customer: &Segment| {
            matrix.cell(CellKey { product: product.id, customer: customer.id }).fit.sign()
        };
        let row = |product: &Segment| {
            let signs = matrix.segments(Axis::Customer).iter().map(|customer| sign(product, customer));
            format!("{}: {}", product.name, signs.collect::<Vec<_>>().join("|"))
        };
        matrix.segments(Axis::Product).iter().map(row).collect()
    }

    fn apply(text: &str, at: (usize, usize), project: &mut Project) -> Paste {
        let paste = paste(&parse_table(text), &project.matrix, at);
        if let Some(command) = &paste.command {
            command.apply(project).expect("a paste can be applied");
        }
        paste
    }

    #[test]
    fn marks_are_set_and_clipped() {
        let mut project = project(&["P", "Q"], &["A", "B"]);
        let done = apply("x\t1\t2\n3\t?\t\n1\t1\n", (0, 1), &mut project);
        assert_eq!(signs(&project), ["P: |X", "Q: |3"]);
        assert_eq!((done.changed, done.outside, done.unknown, done.added), (2, 5, 0, [0, 0]));
        let done = apply("x\t?", (0, 0), &mut project);
        assert_eq!((done.changed, done.outside, done.unknown), (1, 0, 1));
    }

    #[test]
    fn an_empty_cell_clears_and_keeps_the_note() {
        let mut project = project(&["P"], &["A"]);
        let [product, customer] = Axis::ALL.map(|axis| project.matrix.segments(axis)[0].id);
        let key = CellKey { product, customer };
        let cell = Cell { fit: Fit::Prio1, note: Some("why".into()) };
        Command::SetCells(vec![(key, cell)]).apply(&mut project).expect("a known cell");
        apply("\n", (0, 0), &mut project);
        assert_eq!(*project.matrix.cell(key), Cell { fit: Fit::No, note: Some("why".into()) });
    }

    #[test]
    fn what_changes_nothing_is_no_command() {
        let mut project = project(&["P"], &["A"]);
        assert_eq!(apply("", (0, 0), &mut project), Paste::default());
        assert_eq!(apply("0\n", (0, 0), &mut project), Paste::default());
        assert_eq!(apply("1", (7, 7), &mut project), Paste { outside: 1, ..Paste::default() });
    }

    #[test]
    fn headings_match_by_name_and_add_what_is_new() {
        let mut project = project(&["Advice", "Support"], &["Hospitals", "Banks"]);
        let done = apply("\t banks \tSchools\nSUPPORT\t1\tX\nHosting\t2\t\n", (9, 9), &mut project);
        assert_eq!(signs(&project), ["Advice: ||", "Support: |1|X", "Hosting: |2|"]);
        assert_eq!((done.changed, done.outside, done.unknown, done.added), (3, 0, 0, [1, 1]));
        assert_eq!(project.matrix.segments(Axis::Customer)[2].name.as_ref(), "Schools");
    }

    #[test]
    fn the_second_of_a_name_is_the_second_segment() {
        let mut project = project(&["P", "p"], &["A"]);
        let done = apply("-\tA\tA\nP\t1\t\nP\t2\t3\nP\t\tx\n", (0, 0), &mut project);
        assert_eq!(signs(&project), ["P: 1|", "p: 2|3", "P: |X"]);
        assert_eq!(done.added, [1, 1]);
    }

    #[test]
    fn marks_without_a_heading_are_left_out() {
        let mut project = project(&["P"], &["A"]);
        let done = apply("\tA\t\nP\t1\t2\n\t3\t\n", (0, 0), &mut project);
        assert_eq!(signs(&project), ["P: 1"]);
        assert_eq!((done.changed, done.outside, done.added), (1, 2, [0, 0]));
    }
}
