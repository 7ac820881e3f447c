use std::sync::Arc;

use imbl::OrdMap;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::project::{
    Axis, Cell, CellKey, Channel, ChannelId, ChannelKind, Estimate, Figures, Fit, FixedCost, Matrix, Owner, Project,
    SalesFrom, Segment, SegmentId, Unit, check,
};

use super::agenda_tests::agenda;
use super::decision_tests::{criterion, decision};
use super::market_tests::market;
use super::plan_tests::plan;
use super::position_tests::{beachhead, placed, positions};
use super::team_tests::team;
use super::{FormatFault, Limits, read, write};

/// Ids from a counter, so that a failing case is the same each time.
pub(super) fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(number: usize) -> T {
    let letters = b"abcdefghijkmnpqrstuvwxyz23456789";
    let text: String = (0..8).rev().map(|place| char::from(letters[(number >> (5 * place)) & 31])).collect();
    text.parse().expect("an id")
}

/// Any text; more often than by chance one that is hard on quoting.
pub(super) fn text() -> impl Strategy<Value = Arc<str>> {
    let hard = select(vec![
        "\"",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "'",
        "#",
        "\"#",
        "/*",
        "//",
        "\u{202E}",
        "\u{FEFF}",
        "👩‍👩‍👧",
        "ø",
        "e\u{301}",
    ]);
    vec(prop_oneof![hard.prop_map(str::to_owned), any::<char>().prop_map(String::from)], 0..8)
        .prop_map(|parts| parts.concat().into())
}

pub(super) fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_map(|bits| if bits.is_finite() { bits.abs().min(Unit::MOST) } else { 0.1 }),
        select(vec![0.0, -0.0, 1.0, 0.1 + 0.2, Unit::MOST, f64::MIN_POSITIVE, 5e-324]),
    ]
}

pub(super) fn estimate(figure: impl Strategy<Value = f64>) -> impl Strategy<Value = Estimate> {
    (vec(figure, 3), any::<[bool; 3]>()).prop_map(|(mut figures, given)| {
        figures.sort_by(f64::total_cmp);
        let at = |place: usize| given[place].then_some(figures[place]);
        Estimate { low: at(0), likely: at(1), high: at(2) }
    })
}

fn channel() -> impl Strategy<Value = Channel> {
    let kind = prop_oneof![select(ChannelKind::LISTED.to_vec()), text().prop_map(ChannelKind::Other)];
    let words = (text(), text(), kind, select(vec![Owner::Own, Owner::External]));
    let figures = (
        estimate(amount()),
        estimate(amount()),
        estimate(0.0..=1.0),
        estimate(amount()),
        option::of(amount()),
        (
            select(vec![None, Some(SalesFrom::CloseRate)]),
            option::of(amount()),
            select(vec![None, Some(FixedCost::Committed)]),
            option::of(0.0..=1.0),
            option::of(amount()),
        ),
    );
    (words, figures).prop_map(|((name, note, kind, owner), figures)| {
        let (cost_per_contact, sales_per_contact, close_rate, revenue_per_sale, contacts_per_month, rest) = figures;
        let (sales_from, fixed_cost_per_month, fixed_cost_is, variable_cost, hours_per_contact) = rest;
        Channel {
            id: id(0),
            owner,
            kind,
            note,
            figures: Figures {
                cost_per_contact,
                sales_from,
                sales_per_contact,
                close_rate,
                revenue_per_sale,
                contacts_per_month,
                fixed_cost_per_month,
                fixed_cost_is,
                variable_cost,
                hours_per_contact,
            },
            ..Channel::new(name)
        }
    })
}

fn project() -> impl Strategy<Value = Project> {
    let cell = (select(Fit::ALL.to_vec()), option::of(text()))
        .prop_map(|(fit, note)| Cell { fit, note: note.filter(|note| !note.is_empty()) });
    let cells = btree_map((any::<Index>(), any::<Index>()).prop_map(|(a, b)| (a.index(5), b.index(5))), cell, 0..12);
    let decided = (
        vec(criterion(), 0..4),
        vec(text(), 0..4),
        vec(any::<[usize; 4]>(), 0..4),
        plan(),
        (market(), positions(), team()),
    );
    (text(), text(), 0.0..=1.0, vec(text(), 0..5), vec(text(), 0..5), cells, vec(channel(), 0..4), decided).prop_map(
        |(
            name,
            currency,
            margin,
            products,
            customers,
            cells,
            channels,
            (criteria, people, picks, seed, (known, (positions, pick, count), staff)),
        )| {
            let segments = |names: &[Arc<str>], first: usize| {
                let segments = names.iter().enumerate();
                segments.map(|(index, name)| Segment { id: id(first + index), ..Segment::new(name.clone()) }).collect()
            };
            let cells: OrdMap<_, _> = cells
                .into_iter()
                .filter(|((row, column), cell)| *row < products.len() && *column < customers.len() && !cell.is_blank())
                .map(|((row, column), cell)| (CellKey { product: id(row), customer: id(1 << 20 | column) }, cell))
                .collect();
            let channels = channels.into_iter().enumerate();
            let keys: Vec<_> = cells.keys().copied().collect();
            let matrix = Matrix::new(segments(&products, 0), segments(&customers, 1 << 20), cells);
            let channels: imbl::Vector<_> =
                channels.map(|(index, channel)| Channel { id: id::<ChannelId>(index), ..channel }).collect();
            Project {
                name,
                currency,
                margin,
                market: known.market(&matrix),
                positions: placed(&matrix, positions),
                beachhead: beachhead(&matrix, pick, count),
                plan: seed.plan(&matrix, &channels),
                team: staff.team(&matrix),
                matrix,
                channels,
                decision: decision(&keys, criteria, &people, &picks),
                agenda: agenda(&keys, &people, &picks),
            }
        },
    )
}

fn bits(project: &Project) -> Vec<u64> {
    let estimates = |channel: &Channel| {
        let Figures { cost_per_contact: a, sales_per_contact: b, close_rate: c, revenue_per_sale: d, .. } =
            channel.figures;
        let figures = [a, b, c, d].map(|estimate| [estimate.low, estimate.likely, estimate.high]);
        figures.into_iter().flatten().chain([channel.figures.contacts_per_month]).flatten().collect::<Vec<_>>()
    };
    let weights = project.decision.criteria.iter().map(|criterion| criterion.weight);
    let figures = project.channels.iter().flat_map(estimates).chain(weights);
    [project.margin].into_iter().chain(figures).map(f64::to_bits).collect()
}

pub(super) fn written(project: &Project) -> String {
    String::from_utf8(write(project).expect("written")).expect("text")
}

pub(super) fn read_text(source: &str) -> Result<Project, FormatFault> {
    read(source.as_bytes(), &Limits::default()).map_err(|error| error.fault)
}

proptest! {
    #[test]
    fn written_and_read_is_the_same(project in project()) {
        let bytes = write(&project).expect("written");
        let read = read(&bytes, &Limits::default()).expect("what we write can be read");
        prop_assert_eq!(bits(&read), bits(&project));
        prop_assert_eq!(&read, &project);
        prop_assert_eq!(write(&read).expect("written"), bytes);
    }

    #[test]
    fn a_line_holds_one_thing(project in project()) {
        let source = written(&project);
        let of_cells = source.lines().filter(|line| line.starts_with("    (product: ")).count();
        let offers = project.plan.offers.len() + project.positions.len();
        prop_assert_eq!(of_cells, project.matrix.cells().len() + project.decision.scores.len() + offers);
        let unseen = source.chars().any(|c| c != '\n' && (c.is_control() || c == '\u{202E}' || c == '\u{FEFF}'));
        prop_assert!(!unseen);
    }

    #[test]
    fn damage_never_panics_and_what_is_read_is_valid(
        project in project(),
        edits in vec((any::<Index>(), 0_usize..12, "(\\PC|[()\\[\\]{},:\"'#/*\\\\]|-1|NaN|inf|Some\\(|note: ){0,3}"), 1..4),
    ) {
        let mut source = written(&project);
        for (at, length, replacement) in edits {
            let start = source.floor_char_boundary(at.index(source.len() + 1));
            let end = source.ceil_char_boundary((start + length).min(source.len()));
            source.replace_range(start..end, &replacement);
        }
        match read(source.as_bytes(), &Limits::default()) {
            Ok(project) => prop_assert_eq!(check(&project), Ok(())),
            Err(error) => {
                if let Some(place) = error.place {
                    prop_assert!(place.line <= source.split('\n').count());
                    prop_assert!(place.excerpt.get(place.mark).is_some());
                }
            }
        }
    }

    #[test]
    fn bytes_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, &Limits::default());
    }
}

#[test]
fn looks_as_described() {
    let mut project = Project { name: "Kurs".into(), margin: 0.5, ..Project::default() };
    let mut web = Channel { id: id(3), owner: Owner::External, kind: ChannelKind::Agents, ..Channel::new("Web") };
    web.figures.cost_per_contact = Estimate::range(1.0, 2.5, 1e12);
    web.figures.close_rate = Estimate::point(0.25);
    let blank = Channel { id: id(4), ..Channel::new("Blank") };
    project.channels = [web, blank].into_iter().collect();
    let key = CellKey { product: id(1), customer: id(2) };
    project.matrix = Matrix::new(
        [Segment { id: id(1), ..Segment::new("What’s “new”? \"It\" 👍") }].into_iter().collect(),
        [Segment { id: id(2), ..Segment::new("") }].into_iter().collect(),
        [(key, Cell { fit: Fit::Prio1, note: Some("why".into()) })].into_iter().collect(),
    );
    let expected = r#"(
  format: 1,
  name: "Kurs",
  currency: "NOK",
  margin: 0.5,
  product_segments: [
    (id: "aaaaaaab", name: "What’s “new”? \"It\" 👍"),
  ],
  customer_segments: [
    (id: "aaaaaaac", name: ""),
  ],
  cells: [
    (product: "aaaaaaab", customer: "aaaaaaac", fit: Prio1, note: "why"),
  ],
  channels: [
    (
      id: "aaaaaaad",
      name: "Web",
      owner: External,
      kind: Agents,
      cost_per_contact: (low: 1.0, likely: 2.5, high: 1000000000000.0),
      close_rate: (likely: 0.25),
    ),
    (
      id: "aaaaaaae",
      name: "Blank",
    ),
  ],
)
"#;
    assert_eq!(written(&project), expected);
}

#[test]
fn a_newer_format_is_named_before_anything_else() {
    for source in ["(format: 2, new: [", "(new: (format: 1), format: 2)", "#![enable(new)] // x\nProject(format: 2,"] {
        assert_eq!(read_text(source), Err(FormatFault::Newer(2)), "{source}");
    }
}

#[test]
fn bounds() {
    let limits = Limits { bytes: 10, depth: 1 };
    assert_eq!(read(b"(format: 1)", &limits).map_err(|error| error.fault), Err(FormatFault::TooLarge(10)));
    assert_eq!(read(b"(format:1)", &limits), Ok(Project::default()));
    assert_eq!(read(b"(cells:[])", &limits).map_err(|error| error.fault), Err(FormatFault::TooDeep(1)));
    let unlimited = Limits { bytes: u64::MAX, depth: usize::MAX };
    // Without our bound the parser's own still holds.
    assert!(read("[".repeat(100_000).as_bytes(), &unlimited).is_err());
}

#[test]
fn what_says_nothing_is_not_kept() {
    let source = r#"(format: 1, product_segments: [(id: "aaaaaaaa", name: "a")],
        customer_segments: [(id: "bbbbbbbb", name: "b")],
        cells: [(product: "aaaaaaaa", customer: "bbbbbbbb", note: "")])"#;
    let project = read_text(source).expect("valid");
    assert_eq!(project.matrix.segments(Axis::Product).len(), 1);
    assert!(project.matrix.cells().is_empty());
    let key = CellKey { product: id::<SegmentId>(0), customer: id(0) };
    assert!(project.matrix.cell(key).is_blank());
}
