//! Perceived value against perceived cost, with lines of equal return.

use super::super::labels::{self, Request};
use super::super::measure::{self, LINE_HEIGHT, Weight};
use super::super::plane::{Axes, Plane, Span, Window};
use super::super::sheet::{Entry, Legend, SMALL};
use super::super::{Anchor, Figure, Paint, Point, Rect, Scale, Shape, Stroke, Words, palette};
use super::{CHIP_GAP, CHIP_HEIGHT, Chip, Flow, NAME, caption, draw_chip, shown};
use crate::figure::sheet;
use crate::project::{Axis, Position, PriceOrValue, Project, SegmentId, Unit};
use crate::text::Text;

/// The map and where everything stands in it.
#[derive(Debug)]
pub struct ValueMap {
    pub figure: Figure,
    pub plane: Plane,
    /// Product segments with value and cost.
    pub marks: Vec<Chip>,
    /// The names beside the marks.
    pub names: Vec<Chip>,
    /// Those without, as chips below the map.
    pub tray: Vec<Chip>,
    /// How many of them found no room.
    pub more: usize,
    shifted: Vec<SegmentId>,
}

impl AsRef<Figure> for ValueMap {
    fn as_ref(&self) -> &Figure {
        &self.figure
    }
}

impl ValueMap {
    /// Perceived cost and value at a point, to half a point, within the scale.
    pub fn points(&self, at: Point) -> (f64, f64) {
        let (cost, value) = self.plane.places(at);
        let round = |points: f64| (points.clamp(0.0, Unit::MOST_POINTS) * 2.0).round() / 2.0;
        (round(cost), round(value))
    }

    /// Whether the mark is moved aside because another one has the same value and cost.
    pub fn is_shifted(&self, product: SegmentId) -> bool {
        self.shifted.contains(&product)
    }
}

/// Half the width of a mark.
pub(super) const MARK: f32 = 9.0;
/// Returns in points whose lines are drawn, besides that of none.
const RETURNS: [f64; 6] = [-6.0, -4.0, -2.0, 2.0, 4.0, 6.0];
/// Rows of what has no place in the map, at the most.
const TRAY_ROWS: f32 = 3.0;
const BELOW_TEXT: f32 = 18.0;

/// A mark: a circle for value creation, a square for low price, hollow where neither is chosen; with the rung's number.
fn draw_mark(figure: &mut Figure, at: Point, position: &Position, text: &Text) {
    let square = Rect::new(at.x - MARK + 1.0, at.y - MARK + 1.0, 2.0 * MARK - 2.0, 2.0 * MARK - 2.0);
    let ink = match position.strategy {
        Some(PriceOrValue::Value) => {
            let fill = Some(palette::OWN.into());
            figure.shapes.push(Shape::Circle { centre: at, radius: MARK, fill, stroke: None });
            palette::PAPER
        }
        Some(PriceOrValue::Price) => {
            figure.fill(square, palette::EXTERNAL, 2.0);
            palette::PAPER
        }
        None => {
            let (fill, stroke) = (Some(palette::PAPER.into()), Some(Stroke::new(palette::MUTED, 1.5)));
            figure.shapes.push(Shape::Circle { centre: at, radius: MARK, fill, stroke });
            palette::INK
        }
    };
    if let Some(rung) = position.rung {
        let words = Words::new(text.count(rung.number()), at.x, at.y, SMALL).bold().coloured(ink);
        figure.text(words.centred().anchored(Anchor::Middle));
    }
}

fn legend(text: &Text, width: f32) -> Legend {
    let sample = |strategy| Position { strategy, ..Position::default() };
    let mark = |strategy, key: &'static str| {
        Entry::new(18.0, text.get(key), move |figure| {
            draw_mark(figure, Point::new(9.0, sheet::ENTRY / 2.0), &sample(strategy), text);
        })
    };
    let line = |stroke: Stroke, key: &'static str| {
        let y = sheet::ENTRY / 2.0;
        Entry::new(24.0, text.get(key), move |figure| figure.line(Point::new(0.0, y), Point::new(24.0, y), stroke))
    };
    let entries = vec![
        mark(Some(PriceOrValue::Value), "strategy-value"),
        mark(Some(PriceOrValue::Price), "strategy-price"),
        mark(None, "position-no-strategy"),
        line(zero_stroke(), "position-zero"),
        line(return_stroke(), "position-equal-return"),
    ];
    Legend::lay_out(entries, width)
}

fn zero_stroke() -> Stroke {
    Stroke::new(palette::INK, 1.5)
}

fn return_stroke() -> Stroke {
    Stroke::new(palette::MUTED, 1.0).dashed(4.0, 4.0)
}

/// The line on which value − cost is that much, where it is seen.
fn line(plane: &Plane, gain: f64) -> Option<[Point; 2]> {
    let Window { x, y } = plane.window;
    let (left, right) = (x.min.max(y.min - gain), x.max.min(y.max - gain));
    (left < right).then(|| [left, right].map(|cost| plane.point((cost, cost + gain))))
}

/// Lays the map out in a width and a height.
pub fn value_map(project: &Project, text: &Text, (width, height): (f32, f32)) -> ValueMap {
    let products = project.matrix.segments(Axis::Product);
    let mut figure = Figure::new(text.get("position-map"));
    let placed = |position: &Position| Some((position.perceived_cost?, position.perceived_value?));
    let absent: Vec<_> = products.iter().filter(|segment| placed(project.position(segment.id)).is_none()).collect();

    // From below: what has no place, the legend, the map.
    let mut tray = Vec::new();
    let mut flow = Flow::new(Rect::new(0.0, 0.0, width, 0.0));
    for segment in &absent {
        let (rect, name) = flow.next(shown(segment, text));
        if rect.y >= TRAY_ROWS * (CHIP_HEIGHT + CHIP_GAP) {
            break;
        }
        tray.push((*segment, rect, name));
    }
    let more = absent.len() - tray.len();
    let tray_height = tray.last().map_or(0.0, |(_, rect, _)| rect.bottom() + BELOW_TEXT + 6.0);
    let more_height = if more > 0 { BELOW_TEXT } else { 0.0 };
    let legend = legend(text, width);
    let room = (height - legend.height - 16.0 - tray_height - more_height).max(160.0);
    let span = Span { min: -0.4, max: Unit::MOST_POINTS + 0.4 };
    let titles = [text.get("position-axis-cost"), text.get("position-axis-value")];
    let name = |gain: f64| {
        let gain = format!("{}{}", if gain > 0.0 { "+" } else { "−" }, text.number(gain.abs(), 0));
        text.with("position-return-line", "return", gain)
    };
    let widest = measure::width(&name(6.0), SMALL, Weight::Regular) + 8.0;
    let right = if width >= 420.0 { widest } else { 9.0 };
    let axes = Axes { titles: Some(titles), write: &|points| text.figure(points), right, above: 20.0 };
    let window = Window { x: span, y: span };
    let plane = Plane::draw(&mut figure, Rect::new(0.0, 0.0, width, room), Scale::Linear, window, &axes);

    let loss = Paint { colour: palette::MUTED, opacity: 0.10 };
    let frame = plane.frame;
    let mut lines = Vec::new();
    if let Some([from, to]) = line(&plane, 0.0) {
        let corner = Point::new(frame.right(), frame.bottom());
        figure.shapes.push(Shape::Polygon { points: vec![from, corner, to], fill: Some(loss), stroke: None });
        figure.line(from, to, zero_stroke());
        lines.push([from, to]);
    }
    for gain in RETURNS {
        let Some([from, to]) = line(&plane, gain) else { continue };
        figure.line(from, to, return_stroke());
        let words = Words::new(name(gain), 0.0, 0.0, SMALL).coloured(palette::MUTED);
        if gain < 0.0 && width >= 420.0 {
            figure.text(Words { at: Point::new(frame.right() + 5.0, to.y), ..words }.centred());
        } else if gain > 0.0 && width >= 420.0 {
            figure.text(Words { at: Point::new(to.x, frame.y - 7.0), anchor: Anchor::Middle, ..words });
        }
    }
    plane.outline(&mut figure);

    let mut marks: Vec<Chip> = Vec::new();
    let mut shifted = Vec::new();
    for segment in products {
        let position = project.position(segment.id);
        let Some((cost, value)) = placed(position) else { continue };
        let mut at = plane.point((cost, value));
        // Those with the same value and cost stand beside each other.
        while marks.iter().any(|mark| {
            let other = mark.rect.centre();
            (other.x - at.x).abs() < MARK && (other.y - at.y).abs() < 2.0
        }) && at.x + 2.0 * MARK < width
        {
            at.x += 2.0 * MARK + 2.0;
            if shifted.last() != Some(&segment.id) {
                shifted.push(segment.id);
            }
        }
        draw_mark(&mut figure, at, position, text);
        let rect = Rect::new(at.x - MARK, at.y - MARK, 2.0 * MARK, 2.0 * MARK);
        marks.push(Chip { product: segment.id, rect });
    }
    let names = draw_names(&mut figure, project, text, &marks, &lines, frame);

    let mut y = room + 12.0;
    let height_of_legend = legend.height;
    legend.draw(&mut figure, Point::new(0.0, y));
    y += height_of_legend;
    if !tray.is_empty() {
        figure.text(caption(text.get("position-not-on-map"), 0.0, y + BELOW_TEXT - 4.0, width));
        y += BELOW_TEXT + 2.0;
    }
    let mut chips = Vec::new();
    for (segment, rect, name) in tray {
        let rect = Rect { y: rect.y + y, ..rect };
        draw_chip(&mut figure, rect, &name, sheet::name_colour(&segment.name));
        chips.push(Chip { product: segment.id, rect });
    }
    y = chips.last().map_or(y, |chip| chip.rect.bottom());
    if more > 0 {
        y += BELOW_TEXT;
        figure.text(caption(&text.with("report-more-entries", "count", more), 0.0, y - 4.0, width));
    }
    ValueMap { figure: figure.sized(width, y + 3.0), plane, marks, names, tray: chips, more, shifted }
}

fn draw_names(
    figure: &mut Figure,
    project: &Project,
    text: &Text,
    marks: &[Chip],
    lines: &[[Point; 2]],
    frame: Rect,
) -> Vec<Chip> {
    let most = (frame.width * 0.4).clamp(60.0, 260.0);
    let names: Vec<_> = (marks.iter())
        .filter_map(|mark| project.matrix.find(Axis::Product, mark.product))
        .map(|(_, segment)| Words::new(shown(segment, text), 0.0, 0.0, NAME).within(most))
        .collect();
    let requests: Vec<_> = (marks.iter().zip(&names))
        .map(|(mark, name)| Request {
            at: mark.rect.centre(),
            radius: MARK,
            width: name.width(),
            height: NAME * LINE_HEIGHT,
        })
        .collect();
    let found = labels::place(&requests, &[], lines, frame);
    let mut drawn = Vec::new();
    for ((name, mark), placed) in names.into_iter().zip(marks).zip(found) {
        let Some(placed) = placed else { continue };
        drawn.push(Chip { product: mark.product, rect: placed.rect });
        if let Some([from, to]) = placed.leader {
            figure.line(from, to, Stroke::new(palette::MUTED, 1.0));
        }
        let at = Point::new(placed.rect.x, placed.rect.centre().y);
        figure.text(Words { at, halo: Some(palette::PAPER), ..name }.centred());
    }
    drawn
}
