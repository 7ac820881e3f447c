use super::*;
use proptest::prelude::*;

use crate::import::write_table;
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
    let paste = paste(text, None, &project.matrix, target, &counts);
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

/// What is pasted of another project keeps every field of its segments.
#[test]
fn new_segments_keep_their_fields() {
    let from = project(&["P"], &["A"]);
    let [products, customers] = Axis::ALL.map(|axis| from.matrix.segments(axis).iter().cloned().collect::<Vec<_>>());
    let copied =
        Copied { text: "P".to_owned(), products, customers, with_headings: true, fits: vec![vec![Fit::Prio1]] };
    let mut into = Project::default();
    let pasted = paste("P", Some(&copied), &into.matrix, Target::Cells { row: 0, column: 0 }, &[]);
    pasted.command.expect("new segments").apply(&mut into).expect("a paste can be applied");
    for axis in Axis::ALL {
        let [before, after] = [&from, &into].map(|project| &project.matrix.segments(axis)[0]);
        assert_eq!(Segment { id: before.id, ..after.clone() }, *before);
    }
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
        assert_eq!(foreign::layout(&foreign::read(text).1).is_some(), expected, "{text:?}");
    }
}

/// The files of what people paste: signs by product afterwards, and what is told first.
#[test]
fn tables_of_other_programs() {
    for (file, products, customers, expected, told) in [
        ("commas.csv", &[][..], &[][..], &["Support: X|1|", "Training: |2|X"][..], &["paste-source"][..]),
        ("semicolons.csv", &[], &[], &["Support: X|1|", "Training: |2|X"], &["paste-source"]),
        ("decomposed.tsv", &["Stötte"], &["Rådhus", "Sykehus"], &["Stötte: 1|2"], &[]),
        ("totals.tsv", &[], &[], &["Support: X|1|", "Training: 1|2|X"], &["paste-totals"]),
        ("line-break.tsv", &["Support"], &["Small businesses"], &["Support: 1|2"], &[]),
        ("no-break-space.tsv", &["Support"], &["Small business"], &["Support: 1|2"], &[]),
        ("zero-width.tsv", &["Support"], &["Retail"], &["Support: 1|2"], &[]),
        ("sizes.tsv", &[], &[], &["Support: 1|2|3"], &[]),
        ("criteria.md", &["Support"], &["Retail"], &["Support: "], &["paste-scores", "paste-source"]),
        ("decision.tsv", &["Support"], &["Retail"], &["Support: "], &["paste-totals", "paste-scores"]),
        ("title.tsv", &[], &[], &["Support: X|1|", "Training: |2|X"], &["paste-titles"]),
        ("groups.tsv", &[], &[], &["Support: X|1||2", "Training: |2|X|3"], &["paste-groups"]),
        (
            "words.tsv",
            &[],
            &[],
            &["Support: 1|1|X", "Training: 2|2|X", "Hosting: 3|3|X", "Audit: 1|1|X"],
            &["paste-word"; 12],
        ),
    ] {
        let path = format!("{}/tests/fixtures/paste/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect("the fixture is there");
        let mut project = project(products, customers);
        let done = apply(&text, (0, 0), &mut project);
        assert_eq!(signs(&project), expected, "{file}");
        assert_eq!(done.told.iter().map(|message| message.key).collect::<Vec<_>>(), told, "{file}");
        assert_eq!(done.needs_look, !told.is_empty(), "{file}");
    }
}

#[test]
fn names_of_groups_tell_two_of_a_name_apart() {
    let mut project = Project::default();
    apply("\tPrivate\t\tPublic\n\tBanks\tOther\tOther\nSupport\t1\t2\t3\n", (0, 0), &mut project);
    assert_eq!(called(&project, Axis::Customer), ["Banks", "Private: Other", "Public: Other"]);
}

#[test]
fn a_title_clears_no_prio() {
    let mut project = project(&["Support", "Training"], &["Retail", "Banks", "Schools"]);
    apply("1\t2\t3\n", (0, 0), &mut project);
    let text = "Market matrix 2026\t\t\t\n\tRetail\tBanks\tSchools\nTraining\tX\t\t\n";
    apply(text, (0, 0), &mut project);
    assert_eq!(signs(&project), ["Support: 1|2|3", "Training: X||"]);
}

#[test]
fn lines_with_commas_are_names() {
    let mut project = project(&["P"], &[]);
    let target = Target::Names { axis: Axis::Customer, at: 0 };
    apply_at("Oil, gas\nFish, farmed\n", target, &mut project);
    assert_eq!(called(&project, Axis::Customer), ["Oil, gas", "Fish, farmed"]);
}

fn copied(project: &Project) -> Copied {
    let [products, customers] = Axis::ALL.map(|axis| project.matrix.segments(axis).iter().cloned().collect::<Vec<_>>());
    let fit = |product: &Segment, customer: &Segment| {
        project.matrix.cell(CellKey { product: product.id, customer: customer.id }).fit
    };
    let fits: Vec<Vec<Fit>> =
        products.iter().map(|product| customers.iter().map(|customer| fit(product, customer)).collect()).collect();
    let mut table = vec![vec![""]];
    table[0].extend(customers.iter().map(|customer| &*customer.name));
    for (product, fits) in products.iter().zip(&fits) {
        table.push(std::iter::once(&*product.name).chain(fits.iter().map(|fit| fit.sign())).collect());
    }
    Copied { text: write_table(&table), products, customers, with_headings: true, fits }
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
        let paste = paste(&write_table(&table), None, &project.matrix, target, &[COUNTS.to_vec()]);
        let before = Axis::ALL.map(|axis| project.matrix.segments(axis).len());
        if let Some(command) = paste.command {
            command.apply(&mut project).expect("a paste can be applied");
        }
        let added = Axis::ALL.map(|axis| project.matrix.segments(axis).len() - before[axis as usize]);
        prop_assert_eq!(added, paste.segments);
    }
    #[test]
    fn any_text_can_be_pasted(text in "[|;,\\t\\n\"' aX1-]{0,40}|\\PC{0,30}", by_names: bool) {
        let mut project = project(&["a", "X"], &["a"]);
        let names = Target::Names { axis: Axis::Customer, at: 1 };
        let target = if by_names { names } else { Target::Cells { row: 0, column: 0 } };
        if let Some(command) = paste(&text, None, &project.matrix, target, &[COUNTS.to_vec()]).command {
            command.apply(&mut project).expect("a paste can be applied");
        }
    }

    /// Into the same project and into an empty one, whatever the names are.
    #[test]
    fn our_own_copy_comes_back_exactly(
        names in prop::array::uniform2(prop::collection::vec(
            "|X|1|Total|Fits|[ aA\\t\\n\"=\u{200b}]{0,3}|\\PC{0,3}", 1..4,
        )),
        fits in prop::collection::vec(0..5_usize, 9),
    ) {
        let [products, customers] =
            names.each_ref().map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut source = project(&products, &customers);
        let [rows, columns] = Axis::ALL.map(|axis| source.matrix.segments(axis).clone());
        let cells = rows.iter().enumerate().flat_map(|(row, product)| {
            let fits = &fits;
            columns.iter().enumerate().map(move |(column, customer)| {
                let key = CellKey { product: product.id, customer: customer.id };
                (key, Cell { fit: Fit::ALL[fits[row * 3 + column]], note: None })
            })
        });
        Command::SetCells(cells.collect()).apply(&mut source).expect("known cells");
        let copied = copied(&source);
        let target = Target::Cells { row: 0, column: 0 };
        let mut empty = Project::default();
        let again = paste(&copied.text, Some(&copied), &empty.matrix, target, &[COUNTS.to_vec()]);
        prop_assert!(!again.needs_look);
        if let Some(command) = again.command {
            command.apply(&mut empty).expect("a paste can be applied");
        }
        prop_assert_eq!(signs(&empty), signs(&source));
        prop_assert_eq!(called(&empty, Axis::Customer), called(&source, Axis::Customer));
        prop_assert_eq!(paste(&copied.text, Some(&copied), &source.matrix, target, &[]).command, None);
    }
}
