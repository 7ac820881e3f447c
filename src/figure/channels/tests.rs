use proptest::prelude::*;

use super::*;
use crate::analysis::channels::Comparison;
use crate::figure::measure;
use crate::figure::{Anchor, Point, Scale, Shape, Span, Window};
use crate::project::{Axis, Command, Estimate, Figures, Fit, Of, Owner, ReachKey, Segment, Usage};
use crate::text::Language;

/// The letters of a text, from the base line: ascenders above, descenders below, at no turn.
fn letters(words: &Words) -> Rect {
    let width = measure::width(&words.text, words.size, words.weight);
    let x = words.at.x
        - match words.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
    Rect::new(x, words.at.y - 0.76 * words.size, width, 0.96 * words.size)
}

/// The area that a shape covers, without the width of its outline.
fn extent(shape: &Shape) -> Rect {
    let around = |points: &[Point]| {
        let ends = |of: fn(&Point) -> f32| {
            let values = points.iter().map(of);
            (values.clone().fold(f32::MAX, f32::min), values.fold(f32::MIN, f32::max))
        };
        let ((left, right), (top, bottom)) = (ends(|at| at.x), ends(|at| at.y));
        Rect::new(left, top, right - left, bottom - top)
    };
    match shape {
        Shape::Rect { rect, .. } => *rect,
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => around(points),
        Shape::Circle { centre: Point { x, y }, radius, .. } => {
            Rect::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius)
        }
        Shape::Text(words) => letters(words),
    }
}

/// No two texts overlap and nothing lies outside the figure.
fn check(figure: &Figure) -> Result<(), TestCaseError> {
    let sheet = Rect::new(0.0, 0.0, figure.width, figure.height).shrink(-0.05);
    for shape in &figure.shapes {
        prop_assert!(sheet.contains(extent(shape)), "outside {sheet:?}: {shape:?}");
    }
    let texts: Vec<&Words> = figure.words().collect();
    for (at, one) in texts.iter().enumerate() {
        for other in &texts[..at] {
            let (a, b) = (letters(one).shrink(0.05), letters(other).shrink(0.05));
            prop_assert!(!a.overlaps(b), "{:?} at {a:?} on {:?} at {b:?}", one.text, other.text);
        }
    }
    Ok(())
}

fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1e12), 0.01..0.1_f64, 1.0..1e3_f64, 1e3..1e7_f64]
}

fn channel() -> impl Strategy<Value = Channel> {
    let name = prop_oneof![Just(String::new()), "[A-Za-zæøåÆØÅ ]{1,60}"];
    (name, any::<bool>(), amount(), amount(), 0.0..1.0_f64, 1.0..5.0_f64).prop_map(
        |(name, external, cost, sales, down, up)| {
            let range = |amount: f64| Estimate::range(amount * down, amount, amount * up);
            Channel {
                owner: if external { Owner::External } else { Owner::Own },
                figures: Figures {
                    cost_per_contact: range(cost),
                    sales_per_contact: range(sales),
                    ..Figures::default()
                },
                ..Channel::new(name)
            }
        },
    )
}

fn figures(cost: f64, sales: f64) -> Figures {
    Figures { cost_per_contact: Estimate::point(cost), sales_per_contact: Estimate::point(sales), ..Figures::default() }
}

/// A project with that many customer segments of Prio 1.
fn project(channels: Vec<Channel>, margin: f64, customers: usize) -> Project {
    let product = Segment::new("Advice");
    let segments: Vec<Segment> =
        (0..customers).map(|place| Segment::new(format!("Municipalities and counties {place}"))).collect();
    let ids = segments.iter().map(|segment| segment.id).collect();
    let mut project = Project { margin, ..Project::default() };
    let commands = vec![
        Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments },
        Command::SetFit { products: vec![product.id], customers: ids, fit: Fit::Prio1 },
        Command::AddChannels { at: 0, channels },
    ];
    Command::All(commands).apply(&mut project).expect("sound");
    project
}

fn log_window(x: (f64, f64), y: (f64, f64)) -> Window {
    Window { x: Span { min: x.0, max: x.1 }, y: Span { min: y.0, max: y.1 } }
}

#[test]
fn the_frontier_goes_on_to_channels_outside_the_window() {
    let at = |cost: f64, sales: f64| Channel { figures: figures(cost, sales), ..Channel::new("") };
    let project = project(vec![at(1.0, 10.0), at(100.0, 1000.0)], 0.5, 0);
    let scenes = [Scene::of(&project, Comparison::of(&project), None)];
    let picture = ChannelPicture { window: Some(log_window((0.5, 1.5), (0.5, 3.5))), ..ChannelPicture::default() };
    let chart = channel_chart(&project, &scenes, &picture, &Text::new(Language::English), (600.0, 500.0));
    assert_eq!(chart.marks, []);
    let frame = chart.panels[0].frame;
    let is_frontier =
        |shape: &&Shape| matches!(shape, Shape::Line { stroke, .. } if *stroke == panel::frontier_stroke());
    let lines: Vec<Rect> = chart.figure.shapes.iter().filter(is_frontier).map(extent).collect();
    assert!(lines.iter().any(|line| (line.width - frame.width).abs() < 0.01), "from edge to edge: {lines:?}");
}

#[test]
fn channels_that_are_used_in_the_segment_are_ringed() {
    let channels = vec![Channel { figures: figures(10.0, 50.0), ..Channel::new("Phone") }];
    let mut project = project(channels, 0.5, 1);
    let customer = project.matrix.segments(Axis::Customer)[0].id;
    let rings = |project: &Project| {
        let analysis = Analysis::of(project);
        let scenes = Scene::side_by_side(project, &analysis);
        let chart =
            channel_chart(project, &scenes, &ChannelPicture::default(), &Text::new(Language::English), (600.0, 500.0));
        let ring = |shape: &&Shape| matches!(shape, Shape::Circle { radius, .. } if *radius == panel::RING);
        chart.figure.shapes.iter().filter(ring).count()
    };
    assert_eq!(rings(&project), 0);
    let key = ReachKey { customer, channel: project.channels[0].id };
    Command::set(Of::Reach(key), "usage", Usage::Main).apply(&mut project).expect("sound");
    assert_eq!(rings(&project), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn texts_never_touch_and_nothing_is_outside(
        channels in prop::collection::vec(channel(), 0..14),
        margin in prop_oneof![Just(0.0), Just(1.0), 0.01..1.0_f64],
        customers in 0..15_usize,
        (width, height) in (300.0..2400.0_f32, 200.0..1400.0_f32),
        (log, several, norwegian) in any::<(bool, bool, bool)>(),
        zoom in prop::option::of(0.05..4.0_f64),
    ) {
        let text = Text::new(if norwegian { Language::Norwegian } else { Language::English });
        let project = project(channels, margin, customers);
        let analysis = Analysis::of(&project);
        let scale = if log { Scale::Log } else { Scale::Linear };
        let (of, scenes) = if several {
            (PictureOf::SideBySide, Scene::side_by_side(&project, &analysis))
        } else {
            (PictureOf::All, vec![Scene::of(&project, Comparison::of(&project), None)])
        };
        let fitting = fitting(&scenes, scale);
        let window = zoom.map(|zoom| fitting.zoomed((fitting.x.max, fitting.y.min), zoom));
        let picture = ChannelPicture { scale, window, of };
        check(&channel_chart(&project, &scenes, &picture, &text, (width, height)).figure)?;
        check(&super::channels(&project, &analysis, &text, &picture))?;
    }
}
