//! What a pasted table changes in the matrix.

use std::collections::{HashMap, HashSet};

use crate::project::{Axis, Cell, CellKey, Command, Fit, Matrix, Segment, SegmentId};

/// Where a table without headings goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Its signs into the cells from this one on.
    Cells {
        /// Place of the product segment.
        row: usize,
        /// Place of the customer segment.
        column: usize,
    },
    /// Its words, as names of new segments, before a place of that side.
    Names {
        /// Which side.
        axis: Axis,
        /// Before which place; the number of segments for the end.
        at: usize,
    },
}

/// What a pasted table comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paste {
    /// All of it as one step; none when nothing changes.
    pub command: Option<Command>,
    /// Cells that a sign was pasted into, also where the same one stood before.
    pub cells: usize,
    /// Segments that are new, products and customers.
    pub segments: [usize; 2],
    /// Values that had no place, or are neither sign nor name.
    pub left_out: usize,
}

/// Reads a table by the names in its headings, or, when it has none, as the target says.
///
/// It has headings when names, not signs, stand in both its first row and its first column, or when an empty corner and
/// names are its only row. A name is a segment that is called so, or else one that is but for case and surrounding space;
/// the second of a name is the second such segment. Names that the matrix doesn't have are added at the end. Notes of
/// cells are kept. Cost: linear in the table and the matrix.
///
/// `counts` are the headings, in each language, under which our own exports sum up the matrix: where all of one language
/// stand in their order, they and what follows are no part of the matrix.
pub fn paste(table: &[Vec<String>], matrix: &Matrix, target: Target, counts: &[Vec<&str>]) -> Paste {
    match target {
        _ if has_headings(table) => by_name(table, matrix, counts),
        Target::Cells { row, column } => by_place(table, matrix, row, column),
        Target::Names { axis, at } => names(table, axis, at),
    }
}

fn has_headings(table: &[Vec<String>]) -> bool {
    let is_name = |cell: &String| Fit::from_sign(cell).is_none();
    let [first, rest @ ..] = table else { return false };
    let names_beside = rest.iter().filter_map(|row| row.first()).any(is_name);
    let alone = rest.is_empty() && first.first().is_some_and(|corner| corner.trim().is_empty());
    first.iter().skip(1).any(is_name) && (names_beside || alone)
}

/// Names in a row, or one in each row: what stands beside them is left out.
fn names(table: &[Vec<String>], axis: Axis, at: usize) -> Paste {
    let mut paste = Paste::default();
    let mut segments = Vec::new();
    for row in table {
        for (place, name) in row.iter().map(|name| name.trim()).enumerate().filter(|(_, name)| !name.is_empty()) {
            if place == 0 || table.len() == 1 {
                segments.push(Segment::new(name));
            } else {
                paste.left_out += 1;
            }
        }
    }
    paste.segments[axis as usize] = segments.len();
    let added = (!segments.is_empty()).then_some(Command::AddSegments { axis, at, segments });
    paste.finish(added.into_iter().collect(), Vec::new())
}

/// Signs, from a row and a column on.
fn by_place(table: &[Vec<String>], matrix: &Matrix, row: usize, column: usize) -> Paste {
    let ids = |axis, from: usize| -> Vec<SegmentId> {
        matrix.segments(axis).iter().skip(from).map(|segment| segment.id).collect()
    };
    let (products, customers) = (ids(Axis::Product, row), ids(Axis::Customer, column));
    let mut paste = Paste::default();
    let mut changed = Vec::new();
    for (place, row) in table.iter().enumerate() {
        for (column, sign) in row.iter().enumerate() {
            let key = products.get(place).zip(customers.get(column));
            paste.read(sign, key.map(|(product, customer)| (*product, *customer)), matrix, &mut changed);
        }
    }
    paste.finish(Vec::new(), changed)
}

fn by_name(table: &[Vec<String>], matrix: &Matrix, counts: &[Vec<&str>]) -> Paste {
    let Some((first, rest)) = table.split_first() else { return Paste::default() };
    let mut headings = [
        rest.iter().map(|row| row.first().map_or("", |name| name.trim())).collect::<Vec<_>>(),
        first.iter().skip(1).map(|name| name.trim()).collect(),
    ];
    let mut widest = table.iter().map(Vec::len).max().unwrap_or_default().saturating_sub(1);
    if let Some(end) = start_of_counts(&headings[1], counts) {
        widest = end;
    }
    headings[1].resize(widest, "");
    if let Some(end) = start_of_counts(&headings[0], counts) {
        headings[0].truncate(end);
    }
    let mut paste = Paste::default();
    let mut additions = Vec::new();
    let [products, customers] = [(Axis::Product, &headings[0]), (Axis::Customer, &headings[1])].map(|(axis, names)| {
        let (ids, segments) = matched(names, matrix, axis);
        paste.segments[axis as usize] = segments.len();
        if !segments.is_empty() {
            additions.push(Command::AddSegments { axis, at: matrix.segments(axis).len(), segments });
        }
        ids
    });
    let mut changed = Vec::new();
    for (row, product) in rest.iter().zip(products) {
        for (sign, customer) in row.iter().skip(1).zip(&customers) {
            paste.read(sign, product.zip(*customer), matrix, &mut changed);
        }
    }
    paste.finish(additions, changed)
}

/// Where the counts of an export begin among headings.
fn start_of_counts(headings: &[&str], counts: &[Vec<&str>]) -> Option<usize> {
    let starts = counts
        .iter()
        .filter(|words| !words.is_empty())
        .filter_map(|words| headings.windows(words.len()).position(|headings| headings == words.as_slice()));
    starts.min()
}

/// The segment of each heading, none for a heading without a name, and those of them that are new.
fn matched(names: &[&str], matrix: &Matrix, axis: Axis) -> (Vec<Option<SegmentId>>, Vec<Segment>) {
    let mut ids = vec![None; names.len()];
    let mut free: Vec<&Segment> = matrix.segments(axis).iter().collect();
    let exact = |name: &str| name.trim().to_owned();
    let folded = |name: &str| name.trim().to_lowercase();
    for form in [exact as fn(&str) -> String, folded] {
        let mut known: HashMap<String, Vec<SegmentId>> = HashMap::new();
        // Backwards, so that the first of a name is taken first.
        for segment in free.iter().rev() {
            known.entry(form(&segment.name)).or_default().push(segment.id);
        }
        for (id, name) in ids.iter_mut().zip(names).filter(|(id, name)| id.is_none() && !name.is_empty()) {
            *id = known.get_mut(&form(name)).and_then(Vec::pop);
        }
        let left: HashSet<SegmentId> = known.into_values().flatten().collect();
        free.retain(|segment| left.contains(&segment.id));
    }
    let mut added = Vec::new();
    for (id, name) in ids.iter_mut().zip(names).filter(|(id, name)| id.is_none() && !name.is_empty()) {
        let segment = Segment::new(*name);
        *id = Some(segment.id);
        added.push(segment);
    }
    (ids, added)
}

impl Paste {
    /// Takes one pasted cell in.
    fn read(
        &mut self,
        sign: &str,
        key: Option<(SegmentId, SegmentId)>,
        matrix: &Matrix,
        changed: &mut Vec<(CellKey, Cell)>,
    ) {
        match (key, Fit::from_sign(sign)) {
            (Some((product, customer)), Some(fit)) => {
                self.cells += 1;
                let key = CellKey { product, customer };
                let old = matrix.cell(key);
                if fit != old.fit {
                    changed.push((key, Cell { fit, ..old.clone() }));
                }
            }
            (None, Some(Fit::No)) => {}
            _ => self.left_out += 1,
        }
    }

    fn finish(mut self, mut commands: Vec<Command>, changed: Vec<(CellKey, Cell)>) -> Self {
        if !changed.is_empty() {
            commands.push(Command::SetCells(changed));
        }
        self.command = (!commands.is_empty()).then_some(Command::All(commands));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    const COUNTS: [&str; 3] = ["Fits", "Prio 1", "Undecided"];

    fn apply_at(text: &str, target: Target, project: &mut Project) -> Paste {
        let counts = [vec!["Treff", "Prio 1", "Ikke prioritert"], COUNTS.to_vec()];
        let paste = paste(&parse_table(text), &project.matrix, target, &counts);
        if let Some(command) = &paste.command {
            command.apply(project).expect("a paste can be applied");
        }
        paste
    }

    fn apply(text: &str, (row, column): (usize, usize), project: &mut Project) -> Paste {
        apply_at(text, Target::Cells { row, column }, project)
    }

    fn came_to(paste: &Paste) -> (usize, usize, usize) {
        (paste.cells, paste.segments.iter().sum(), paste.left_out)
    }

    fn called(project: &Project, axis: Axis) -> Vec<&str> {
        project.matrix.segments(axis).iter().map(|segment| &*segment.name).collect()
    }

    #[test]
    fn marks_are_set_and_clipped() {
        let mut project = project(&["P", "Q"], &["A", "B"]);
        let done = apply("x\t1\t2\n3\t?\t\n1\t1\n", (0, 1), &mut project);
        assert_eq!(signs(&project), ["P: |X", "Q: |3"]);
        assert_eq!(came_to(&done), (2, 0, 5));
        let done = apply("x\t?", (0, 0), &mut project);
        assert_eq!(came_to(&done), (1, 0, 1));
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
        assert_eq!(apply("0\n", (0, 0), &mut project), Paste { cells: 1, ..Paste::default() });
        assert_eq!(apply("1", (7, 7), &mut project), Paste { left_out: 1, ..Paste::default() });
        assert_eq!(apply("Support\nTraining\n", (0, 0), &mut project), Paste { left_out: 2, ..Paste::default() });
    }

    #[test]
    fn headings_match_by_name_and_add_what_is_new() {
        let mut project = project(&["Advice", "Support"], &["Hospitals", "Banks"]);
        let done = apply("\t banks \tSchools\nSUPPORT\t1\tX\nHosting\t2\t\n", (9, 9), &mut project);
        assert_eq!(signs(&project), ["Advice: ||", "Support: |1|X", "Hosting: |2|"]);
        assert_eq!(came_to(&done), (4, 2, 0));
        assert_eq!(called(&project, Axis::Customer), ["Hospitals", "Banks", "Schools"]);
    }

    #[test]
    fn the_second_of_a_name_is_the_second_segment() {
        let mut project = project(&["P", "P"], &["A"]);
        let done = apply("-\tA\tA\nP\t1\t\nP\t2\t3\nP\t\tx\n", (0, 0), &mut project);
        assert_eq!(signs(&project), ["P: 1|", "P: 2|3", "P: |X"]);
        assert_eq!(done.segments, [1, 1]);
    }

    #[test]
    fn the_very_name_goes_before_one_of_other_case() {
        let mut project = project(&["IT", "it"], &["A"]);
        let done = apply("\tA\nit\t1\nIT\t2\nIt\t3\n", (0, 0), &mut project);
        assert_eq!(signs(&project), ["IT: 2", "it: 1", "It: 3"]);
        assert_eq!(done.segments, [1, 0]);
    }

    #[test]
    fn marks_without_a_heading_are_left_out() {
        let mut project = project(&["P"], &["A"]);
        let done = apply("\tA\t\nP\t1\t2\n\t3\t\n", (0, 0), &mut project);
        assert_eq!(signs(&project), ["P: 1"]);
        assert_eq!(came_to(&done), (1, 0, 2));
        let done = apply("\tA\nP\t2\t3\n", (0, 0), &mut project);
        assert_eq!((signs(&project), done.left_out), (vec!["P: 2".to_owned()], 1), "a row longer than the headings");
    }

    #[test]
    fn headings_alone_add_segments() {
        let mut project = project(&[], &["B"]);
        let done = apply_at("\tA\tB\n", Target::Names { axis: Axis::Product, at: 0 }, &mut project);
        assert_eq!((called(&project, Axis::Customer), came_to(&done)), (vec!["B", "A"], (0, 1, 0)));
        assert_eq!(called(&project, Axis::Product), [""; 0]);
    }

    #[test]
    fn names_go_where_they_are_wanted() {
        let mut project = project(&["P"], &["A", "B"]);
        let done = apply_at("C\n\n D \n", Target::Names { axis: Axis::Customer, at: 1 }, &mut project);
        assert_eq!((called(&project, Axis::Customer), done.segments), (vec!["A", "C", "D", "B"], [0, 2]));
        apply_at("Q\tR", Target::Names { axis: Axis::Product, at: 1 }, &mut project);
        assert_eq!(called(&project, Axis::Product), ["P", "Q", "R"]);
        let done = apply_at("S\t1\nT\t\n", Target::Names { axis: Axis::Product, at: 3 }, &mut project);
        assert_eq!((called(&project, Axis::Product), done.left_out), (vec!["P", "Q", "R", "S", "T"], 1));
        assert_eq!(apply_at(" \n", Target::Names { axis: Axis::Product, at: 0 }, &mut project), Paste::default());
    }

    #[test]
    fn counts_of_an_export_are_no_segments() {
        for words in [["Treff", "Prio 1", "Ikke prioritert"], COUNTS] {
            let [all, first, undecided] = words;
            let mut project = project(&["P"], &[]);
            let text = format!(
                "Segment\tA\t{all}\t{first}\t{undecided}\nP\t1\t1\t1\t0\n{all}\t1\t1\n{first}\t1\t\t1\n\
                 {undecided}\t0\t\t\t0\n\n1\tAttack first\n"
            );
            let done = apply(&text, (0, 0), &mut project);
            assert_eq!((signs(&project), came_to(&done)), (vec!["P: 1".to_owned()], (1, 1, 0)), "{text}");
        }
    }

    #[test]
    fn a_segment_may_be_called_as_a_count() {
        let mut project = Project::default();
        let done = apply("\tFits\tUndecided\nPrio 1\t1\tX\n", (0, 0), &mut project);
        assert_eq!((signs(&project), done.segments), (vec!["Prio 1: 1|X".to_owned()], [1, 2]));
    }

    #[test]
    fn headings_are_names_above_and_beside_signs() {
        for (text, expected) in [
            ("\tHospitals\nSupport\tX\n", true),
            ("\tHospitals\tBanks", true),
            ("Support\tTraining", false),
            ("X\t1\n2\t3\n", false),
            ("\t1\n\tX\n", false),
            ("Support\nTraining\n", false),
            ("Support\tX\nTraining\t1\n", false),
        ] {
            assert_eq!(has_headings(&parse_table(text)), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_table_can_be_pasted(
            table in prop::collection::vec(prop::collection::vec("|[ aAX1-]{0,2}|Fits|Prio 1|Undecided", 0..5), 0..6),
            names in prop::collection::vec("[aA]{0,2}", 0..4),
            (row, column, by_names) in (0..5_usize, 0..5_usize, any::<bool>()),
        ) {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            let mut project = project(&names, &names);
            let at = row.min(names.len());
            let names = Target::Names { axis: Axis::Product, at };
            let target = if by_names { names } else { Target::Cells { row, column } };
            let paste = paste(&table, &project.matrix, target, &[COUNTS.to_vec()]);
            let before = Axis::ALL.map(|axis| project.matrix.segments(axis).len());
            if let Some(command) = paste.command {
                command.apply(&mut project).expect("a paste can be applied");
            }
            let added = Axis::ALL.map(|axis| project.matrix.segments(axis).len() - before[axis as usize]);
            prop_assert_eq!(added, paste.segments);
        }
    }
}
