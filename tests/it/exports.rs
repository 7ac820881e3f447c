//! Each export, opened again by a reader that isn't ours.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use nisje::project::{
    Axis, Cell, CellKey, Channel, ChannelKind, Command, Estimate, Figures, Fit, Of, Owner, Project, SalesFrom,
    Scenario, Segment,
};
use nisje::report::{Format, Part, export};
use nisje::text::{Language, Text, formula};
use proptest::prelude::*;
use resvg::usvg::{self, roxmltree};

mod figures;
mod numbers;

fn text(language: Language) -> Text {
    Text::new(language)
}

fn apply(project: &mut Project, command: &Command) {
    command.apply(project).expect("a command of the test");
}

fn with_segments(products: &[&str], customers: &[&str]) -> Project {
    let mut project = Project::default();
    for (axis, names) in [(Axis::Product, products), (Axis::Customer, customers)] {
        let segments = names.iter().map(|name| Segment::new(*name)).collect();
        apply(&mut project, &Command::AddSegments { axis, at: 0, segments });
    }
    project
}

fn set(project: &mut Project, row: usize, column: usize, fit: Fit, note: Option<&str>) {
    let product = project.matrix.segments(Axis::Product)[row].id;
    let customer = project.matrix.segments(Axis::Customer)[column].id;
    let cell = Cell { fit, note: note.map(Into::into) };
    apply(project, &Command::SetCells(vec![(CellKey { product, customer }, cell)]));
}

/// Two products, three customers, every fit, two notes, three channels of which one is dominated and one incomplete.
fn workshop() -> Project {
    let mut project = with_segments(&["Advice, \"on site\"", "Support | hosting"], &["Hospitals", "Banks", "Schools"]);
    apply(&mut project, &Command::set(Of::Project, "name", "Nordvest & sønn <AS>"));
    apply(&mut project, &Command::set(Of::Project, "margin", 0.5));
    set(&mut project, 0, 0, Fit::Prio1, Some("They asked;\nthe deadline is in June"));
    set(&mut project, 0, 2, Fit::Undecided, None);
    set(&mut project, 1, 0, Fit::Prio3, None);
    set(&mut project, 1, 1, Fit::Prio2, None);
    set(&mut project, 1, 2, Fit::No, Some("asked and declined"));
    let web = Channel {
        owner: Owner::Own,
        kind: ChannelKind::Web,
        figures: Figures {
            cost_per_contact: Estimate::range(8.0, 10.0, 12.5),
            sales_per_contact: Estimate::point(1_234.5),
            ..Figures::default()
        },
        ..Channel::new("Web shop")
    };
    let dealers = Channel {
        owner: Owner::External,
        kind: ChannelKind::Other("friends".into()),
        note: "see “plan”".into(),
        figures: Figures {
            cost_per_contact: Estimate::point(500.0),
            sales_from: Some(SalesFrom::CloseRate),
            close_rate: Estimate::point(0.04),
            revenue_per_sale: Estimate::point(20_000.0),
            ..Figures::default()
        },
        ..Channel::new("Dealers")
    };
    let fair = Channel {
        figures: Figures { cost_per_contact: Estimate::point(40.0), ..Figures::default() },
        ..Channel::new("Fair")
    };
    apply(&mut project, &Command::AddChannels { at: 0, channels: vec![web, dealers, fair] });
    project
}

fn exported(project: &Project, part: Part, format: Format, language: Language) -> Vec<u8> {
    export(project, part, format, &text(language)).expect("every project can be exported")
}

/// The rows of a file's only table.
fn csv_rows(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let rows = records(bytes, delimiter);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "as wide as the first");
    rows
}

/// The rows of a file's first table; an empty line stands between tables.
fn first_table(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(bytes.len(), |end| end + 2);
    records(&bytes[..end], delimiter)
}

fn records(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(body);
    reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
}

/// The cell of a row under a heading.
#[track_caller]
fn cell<'a>(rows: &'a [Vec<String>], row: usize, heading: &str) -> &'a str {
    let column = rows[0].iter().position(|one| one == heading);
    &rows[row][column.unwrap_or_else(|| panic!("no {heading} in {:?}", rows[0]))]
}

fn open_workbook(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook")
}

/// The cells of a sheet as words, numbers as Rust writes them.
fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let range = open_workbook(bytes).worksheet_range(name).expect("a sheet of that name");
    let word = |cell: &Data| match cell {
        Data::Empty => String::new(),
        other => other.to_string(),
    };
    range.rows().map(|row| row.iter().map(word).collect()).collect()
}

/// A file within the workbook.
fn entry(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut out = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut out).expect("UTF-8");
    out
}

fn entries(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    archive.file_names().map(|name| name.expect("a name").into_owned()).collect()
}

fn svg(project: &Project, part: Part, language: Language) -> String {
    String::from_utf8(exported(project, part, Format::Svg, language)).expect("UTF-8")
}

#[test]
fn matrix_as_csv() {
    let rows = csv_rows(&exported(&workshop(), Part::Matrix, Format::Csv, Language::English), b',');
    let expected = [
        ["Product segment", "Hospitals", "Banks", "Schools", "Fits", "Prio 1", "Prio 2", "Prio 3", "Undecided"],
        ["Advice, \"on site\"", "1", "", "X", "2", "1", "0", "0", "1"],
        ["Support | hosting", "3", "2", "", "2", "0", "1", "1", "0"],
        ["Fits", "2", "1", "1", "4", "", "", "", ""],
        ["Prio 1", "1", "0", "0", "", "1", "", "", ""],
        ["Prio 2", "0", "1", "0", "", "", "1", "", ""],
        ["Prio 3", "1", "0", "0", "", "", "", "1", ""],
        ["Undecided", "0", "0", "1", "", "", "", "", "1"],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn priorities_as_csv_most_urgent_first() {
    let rows = csv_rows(&exported(&workshop(), Part::Priorities, Format::Csv, Language::Norwegian), b';');
    let expected = [
        ["Prio", "Produktsegment", "Kundesegment", "Notat"],
        ["1", "Advice, \"on site\"", "Hospitals", "They asked;\nthe deadline is in June"],
        ["2", "Support | hosting", "Banks", ""],
        ["3", "Support | hosting", "Hospitals", ""],
        ["X", "Advice, \"on site\"", "Schools", ""],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn channels_as_csv_with_raw_numbers() {
    for (language, delimiter, sales, contribution) in
        [(Language::English, b',', "1234.5", "607.25"), (Language::Norwegian, b';', "1234,5", "607,25")]
    {
        let rows = csv_rows(&exported(&workshop(), Part::Channels, Format::Csv, language), delimiter);
        let text = text(language);
        let heading = |key: &str| {
            let words = text.get(key);
            words[..1].to_uppercase() + &words[1..]
        };
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[1][0], "Web shop");
        let likely = heading("field-cost-per-contact");
        assert_eq!((cell(&rows, 1, &likely), cell(&rows, 2, &likely)), ("10", "500"));
        let low = text.with("report-low", "what", likely.as_str());
        assert_eq!((cell(&rows, 1, &low), cell(&rows, 2, &low)), ("8", ""), "an end only where there is a range");
        assert_eq!(cell(&rows, 1, &heading("field-sales-per-contact")), sales);
        assert_eq!(cell(&rows, 1, text.get("channels-contribution-per-contact")), contribution);
        // s·m − c = 800 · 0.5 − 500: a number below zero stays a number.
        assert_eq!(cell(&rows, 2, text.get("channels-contribution-per-contact")), "-100");
        assert_eq!(cell(&rows, 2, &heading("field-kind")), "friends");
    }
}

#[test]
fn numbers_by_formula() {
    let rows = csv_rows(&exported(&workshop(), Part::Channels, Format::Csv, Language::English), b',');
    for (row, heading, expected) in [
        // c/p = 500/0.04; s/c = 800/500; p* = c/(v·m) = 500/10,000; s* = c/m.
        (2, "Cost per sale", "12500"),
        (2, "Return (sales ÷ cost)", "1.6"),
        (2, "Break-even close rate", "0.05"),
        (2, "Break-even sales per contact", "1000"),
        (2, "Standing", "loses: a contact costs at least what it leaves"),
        (2, "Note", "see “plan”"),
        (3, "Sales per contact", ""),
        (3, "Standing", "missing: sales per contact"),
    ] {
        assert_eq!(cell(&rows, row, heading), expected, "{heading}");
    }
}

#[test]
fn workbook_has_the_part_in_front_and_the_others_behind() {
    for (language, names) in [
        (
            Language::English,
            [
                "Position",
                "Customer segments",
                "Matrix",
                "Priority list",
                "Beachhead and follow-ons",
                "Channels",
                "Scenarios",
                "About the project",
            ],
        ),
        (
            Language::Norwegian,
            [
                "Posisjon",
                "Kundesegmenter",
                "Matrise",
                "Prioriteringsliste",
                "Brohode og neste mål",
                "Kanaler",
                "Scenarioer",
                "Om prosjektet",
            ],
        ),
    ] {
        for (first, part) in Part::ALL
            .into_iter()
            .filter(|part| !matches!(part, Part::Overview | Part::Team | Part::Project))
            .enumerate()
        {
            let bytes = exported(&workshop(), part, Format::Xlsx, language);
            // Without positions, attributes, a beachhead and scenarios these are there only when they are asked for.
            let mut expected = vec![names[2], names[3], names[5]];
            expected.retain(|name| *name != names[first]);
            expected.insert(0, names[first]);
            assert_eq!(open_workbook(&bytes).sheet_names(), expected);
        }
    }
    let empty = exported(&Project::default(), Part::Matrix, Format::Xlsx, Language::English);
    assert_eq!(open_workbook(&empty).sheet_names(), ["Matrix", "Priority list"]);
}

#[test]
fn whole_project_is_each_part_under_its_name() {
    let project = workshop();
    let text = Text::new(Language::English);
    let json = String::from_utf8(exported(&project, Part::Project, Format::Json, Language::English)).expect("UTF-8");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["margin"], 0.5);
    let markdown = exported(&project, Part::Project, Format::Markdown, Language::English);
    let markdown = String::from_utf8(markdown).expect("UTF-8");
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Project) {
        let is_there = !matches!(part, Part::Position | Part::Segments | Part::Beachhead | Part::Budget | Part::Team);
        assert_eq!(markdown.contains(&format!("\n## {}\n", text.get(part.name()))), is_there, "{part:?}");
        let alone = exported(&project, part, Format::Json, Language::English);
        let alone: serde_json::Value = serde_json::from_slice(&alone).expect("JSON");
        for (name, value) in alone.as_object().expect("an object").iter().filter(|(_, value)| value.is_array()) {
            assert!(name == "notes" || !is_there || json[name] == *value, "{name} is in the whole as in its part");
        }
    }
}

#[test]
fn workbook_holds_what_the_csv_holds() {
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Project) {
        let csv = first_table(&exported(&workshop(), part, Format::Csv, Language::English), b',');
        let bytes = exported(&workshop(), part, Format::Xlsx, Language::English);
        let name = open_workbook(&bytes).sheet_names()[0].clone();
        let cells = sheet(&bytes, &name);
        for (row, expected) in csv.iter().enumerate() {
            assert_eq!(cells[row][..expected.len()], *expected, "{part:?}, row {row}");
        }
    }
    let bytes = exported(&workshop(), Part::Channels, Format::Xlsx, Language::Norwegian);
    let range = open_workbook(&bytes).worksheet_range("Kanaler").expect("a sheet");
    assert_eq!(range.get((1, 6)), Some(&Data::Float(1_234.5)), "a number, not its words");
}

#[test]
fn workbook_has_colours_frozen_headers_notes_and_a_chart() {
    let bytes = exported(&workshop(), Part::Matrix, Format::Xlsx, Language::Norwegian);
    let styles = entry(&bytes, "xl/styles.xml");
    for colour in ["FF1F3D7A", "FF247C73", "FFE9D98A", "FFD9DCE3"] {
        assert!(styles.contains(colour), "{colour}");
    }
    assert!(styles.contains("#,##0.00 &quot;kr&quot;"), "{styles}");
    let matrix = entry(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        matrix.contains(r#"<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>"#)
    );
    assert!(entry(&bytes, "xl/comments1.xml").contains("the deadline is in June"));
    assert!(entry(&bytes, "xl/worksheets/sheet2.xml").contains("<autoFilter"));

    let chart = entry(&bytes, "xl/charts/chart1.xml");
    let chart = roxmltree::Document::parse(&chart).expect("XML");
    let all = |name: &str| chart.descendants().filter(|node| node.tag_name().name() == name).collect::<Vec<_>>();
    assert_eq!(all("scatterChart").len(), 1);
    assert_eq!(all("logBase").len(), 2, "both axes");
    let words: Vec<_> = all("t").into_iter().filter_map(|node| node.text()).collect();
    for wanted in ["Kostnad per kontakt", "Salg per kontakt", "Web shop", "Dealers"] {
        assert!(words.contains(&wanted), "{wanted}: {words:?}");
    }
    assert!(!words.contains(&"Fair"), "without sales it has no place");
    let symbols: Vec<_> = all("symbol").into_iter().filter_map(|node| node.attribute("val")).collect();
    assert_eq!(symbols, ["circle", "diamond"]);
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    let project = workshop();
    for part in Part::ALL {
        for format in part.formats() {
            let once = exported(&project, part, format, Language::English);
            assert!(once == exported(&project, part, format, Language::English), "{part:?} as {format:?}");
        }
    }
}

#[test]
fn matrix_as_markdown() {
    let bytes = exported(&workshop(), Part::Matrix, Format::Markdown, Language::English);
    let lines = String::from_utf8(bytes).expect("UTF-8");
    let lines: Vec<_> = lines.lines().collect();
    assert_eq!(lines[0], "# Nordvest &amp; sønn &lt;AS&gt;");
    assert_eq!(
        lines[4],
        "| Product segment | Hospitals | Banks | Schools | Fits | Prio 1 | Prio 2 | Prio 3 | Undecided |"
    );
    assert_eq!(lines[5], "| --- | :-: | :-: | :-: | --: | --: | --: | --: | --: |");
    assert_eq!(lines[7], "| Support \\| hosting | 3 | 2 |  | 2 | 0 | 1 | 1 | 0 |");
}

#[test]
fn channels_as_markdown_with_money() {
    let bytes = exported(&workshop(), Part::Channels, Format::Markdown, Language::Norwegian);
    let lines = String::from_utf8(bytes).expect("UTF-8");
    for wanted in ["| 1\u{a0}235\u{a0}kr |", "| 12,50\u{a0}kr |", "| −100\u{a0}kr |", "| 4\u{a0}% |"] {
        assert!(lines.contains(wanted), "{wanted}: {lines}");
    }
}

#[test]
fn workbook_is_cut_where_a_worksheet_ends() {
    let names: Vec<String> = (0..16_500).map(|place| place.to_string()).collect();
    let mut project = with_segments(&["P"], &names.iter().map(String::as_str).collect::<Vec<_>>());
    set(&mut project, 0, 0, Fit::Prio1, Some(&"å".repeat(40_000)));
    let bytes = exported(&project, Part::Matrix, Format::Xlsx, Language::English);
    let cells = sheet(&bytes, "Matrix");
    assert_eq!(cells[0].len(), 16_384);
    let said = |wanted: &str| cells.iter().any(|row| row[0] == wanted);
    assert!(said("Omitted (worksheet limit): 122 columns."));
    assert!(said("Shortened to fit a worksheet cell, ending in “…”: 1 texts."));
    let list = sheet(&bytes, "Priority list");
    assert_eq!(list[1][3].chars().count(), 32_767);
    assert!(list[1][3].ends_with("å…"));
}

/// Texts that a spreadsheet would calculate.
const FORMULAS: [&str; 9] =
    ["=HYPERLINK(\"http://x\")", "+47 55", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "=Matrix!A1"];

#[test]
fn no_text_becomes_a_formula() {
    for formula in FORMULAS {
        let mut project = with_segments(&[formula], &[formula]);
        apply(&mut project, &Command::set(Of::Project, "name", formula));
        set(&mut project, 0, 0, Fit::Prio1, Some(formula));
        let channel = Channel {
            kind: ChannelKind::Other(formula.into()),
            note: formula.into(),
            figures: Figures {
                cost_per_contact: Estimate::point(1.0),
                sales_per_contact: Estimate::point(1.0),
                ..Figures::default()
            },
            ..Channel::new(formula)
        };
        apply(&mut project, &Command::AddChannels { at: 0, channels: vec![channel] });
        apply(&mut project, &Command::AddScenario { at: 0, scenario: Scenario::new(formula) });
        let fit = project.matrix.cells().iter().find(|(_, cell)| cell.fit != Fit::No).map(|(key, _)| *key);
        apply(&mut project, &Command::SetBeachhead(fit));

        for part in Part::ALL {
            let bytes = exported(&project, part, Format::Csv, Language::English);
            let body = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
            // Several tables stand below each other.
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(body);
            let records = reader.records().map(|record| record.expect("a record"));
            let cells: Vec<String> =
                records.flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>()).collect();
            let starts = |cell: &str| {
                cell.trim_start().starts_with(['=', '+', '-', '@', '＝']) || cell.starts_with(['\t', '\r'])
            };
            assert!(!cells.iter().any(|cell| starts(cell)), "{part:?}: {cells:?}");
            assert!(cells.iter().any(|cell| formula::unguard(cell) == formula), "{part:?}: {cells:?}");
        }

        let bytes = exported(&project, Part::Matrix, Format::Xlsx, Language::English);
        for name in entries(&bytes) {
            if name.starts_with("xl/worksheets/sheet") {
                assert!(!entry(&bytes, &name).contains("<f>"), "{name} holds a formula");
            }
            if name.starts_with("xl/charts/chart") {
                let chart = entry(&bytes, &name);
                let chart = roxmltree::Document::parse(&chart).expect("XML");
                let references = chart.descendants().filter(|node| node.tag_name().name() == "f");
                for reference in references.filter_map(|node| node.text()) {
                    assert!(reference == "Channels!$D$2" || reference == "Channels!$G$2", "{reference}");
                }
            }
        }
        let shown = formula.replace('\r', "\n");
        assert_eq!(sheet(&bytes, "Matrix")[1][0], shown);
        assert_eq!(sheet(&bytes, "Priority list")[1][3], shown);
        assert_eq!(sheet(&bytes, "Channels")[1][0], shown);
    }
}

/// As a workbook and an SVG can hold it.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let plain = |letter: char| match letter {
        '\n' | '\t' => letter,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.chars().map(plain).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_carried(product in any::<String>(), customer in "\\PC{0,30}", note in any::<String>(), name in any::<String>()) {
        let mut project = with_segments(&[&product], &[&customer]);
        apply(&mut project, &Command::set(Of::Project, "name", name.as_str()));
        set(&mut project, 0, 0, Fit::Undecided, Some(&note));
        let channel = Channel { figures: Figures { cost_per_contact: Estimate::point(2.0), sales_per_contact: Estimate::point(3.0), ..Figures::default() }, ..Channel::new(name.as_str()) };
        apply(&mut project, &Command::AddChannels { at: 0, channels: vec![channel] });
        let shown = |name: &str| if name.trim().is_empty() { "Unnamed".to_owned() } else { name.to_owned() };

        let rows = csv_rows(&exported(&project, Part::Priorities, Format::Csv, Language::English), b',');
        let cells: Vec<_> = rows[1].iter().map(|cell| formula::unguard(cell)).collect();
        prop_assert_eq!(cells, ["X", &shown(&product), &shown(&customer), &note]);

        let bytes = exported(&project, Part::Priorities, Format::Xlsx, Language::English);
        let cells = &sheet(&bytes, "Priority list")[1];
        prop_assert_eq!(&cells[1..], [plain(&shown(&product)), plain(&shown(&customer)), plain(&note)]);
        for part in entries(&bytes) {
            if part.ends_with(".xml") || part.ends_with(".vml") || part.ends_with(".rels") {
                prop_assert!(roxmltree::Document::parse(&entry(&bytes, &part)).is_ok(), "{}", part);
            }
        }

        for part in Part::ALL.into_iter().filter(|part| part.formats().any(|format| format == Format::Svg)) {
            let svg = svg(&project, part, Language::English);
            prop_assert!(usvg::Tree::from_str(&svg, &usvg::Options::default()).is_ok(), "{}", svg);
            let table = String::from_utf8(exported(&project, part, Format::Markdown, Language::English)).expect("UTF-8");
            let lines: Vec<&str> = table.split('\n').collect();
            let width = |line: &&str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            for rows in lines.chunk_by(|a, b| a.starts_with('|') == b.starts_with('|')).filter(|rows| rows[0].starts_with('|')) {
                prop_assert!(rows.len() >= 2 && rows.iter().all(|row| width(row) == width(&rows[0])), "{}", table);
            }
        }
    }
}
