//! The channel comparison as a picture: sales per contact against cost per contact.

use super::labels::{self, Request};
use super::measure::{self, Weight};
use super::sheet::{self, BODY, ENTRY, Entry, MARGIN, SMALL};
use super::{Anchor, Figure, Paint, Point, Rect, Shape, Stroke, Words, palette, ticks};
use crate::analysis::channels::{ChannelFigures, Comparison, Spread, Standing};
use crate::analysis::{Analysis, Target, coverage};
use crate::project::{Channel, Message, Owner, Project, SegmentId, Value};
use crate::text::Text;

mod panels;

pub use panels::panels;

/// How values become lengths on both axes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// By their logarithm: equal return lies on a line of 45°.
    #[default]
    Log,
    /// As they are, from zero.
    Linear,
}

const PLOT: (f32, f32) = (900.0, 560.0);
/// Left of the plot, for the title and the figures of the axis.
const SALES_TICKS: f32 = 104.0;
/// Right of the plot, for the names of lines that end there.
const LINE_NAMES: f32 = 96.0;
const NAME_SIZE: f32 = 12.0;
/// How wide a name may be among few channels, and among many.
const NAME_WIDTH: [f32; 2] = [210.0, 170.0];
/// Half the width of a mark, outline included.
const MARK: f32 = 8.0;
/// Dominated channels that are named with what dominates them; of more, the table tells.
const MOST_REASONS: usize = 8;
/// Round returns (sales ÷ cost) whose lines are drawn.
const RETURNS: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
/// How many of them are drawn however low the channels' returns are.
const USUAL_RETURNS: usize = 4;

/// The round returns worth a line when the channels' highest return is `highest`: up to the first one above it.
pub fn round_returns(highest: f64) -> &'static [f64] {
    let enough = RETURNS.iter().position(|ratio| *ratio > highest).unwrap_or(RETURNS.len());
    &RETURNS[..(enough + 1).clamp(USUAL_RETURNS, RETURNS.len())]
}

/// What of the channels is seen, to be handed out as it is seen.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ChannelPicture {
    /// How values become lengths.
    pub scale: Scale,
    /// The part that is seen, in amounts: the lowest and highest cost, then sales; none for all.
    pub window: Option<[f64; 4]>,
    /// Whose figures.
    pub of: PictureOf,
}

/// Whose figures a picture of the channels shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PictureOf {
    /// The channels' own.
    #[default]
    All,
    /// Those for one customer segment.
    Segment(SegmentId),
    /// Those for each segment of Prio 1 and 2, side by side with the same axes.
    SideBySide,
}

/// The channels as they are for all segments or for one.
struct Scene {
    channels: Vec<Channel>,
    comparison: Comparison,
    target: Option<Target>,
}

impl Scene {
    fn all(project: &Project, analysis: &Analysis) -> Self {
        let channels = project.channels.iter().cloned().collect();
        Self { channels, comparison: analysis.channels.clone(), target: None }
    }

    fn of(project: &Project, target: Target) -> Self {
        let channels = project.channels.iter().map(|channel| target.channel(project, channel)).collect();
        Self { channels, comparison: Comparison::of_target(project, &target), target: Some(target) }
    }

    fn each(&self) -> Vec<Shown<'_>> {
        self.channels.iter().zip(&self.comparison.channels).collect()
    }
}

/// The channels with break-even, return lines and the efficient frontier, in the language of `text`.
///
/// What the axes can't show, because a figure is missing or zero, is named below; what lies outside the window is counted.
pub fn channels(project: &Project, analysis: &Analysis, text: &Text, picture: &ChannelPicture) -> Figure {
    let scene = match picture.of {
        PictureOf::SideBySide => return panels::sheet(project, analysis, text, picture.scale),
        PictureOf::All => Scene::all(project, analysis),
        PictureOf::Segment(customer) => match Target::of(project, &analysis.matrix, customer) {
            Some(target) => Scene::of(project, target),
            None => Scene::all(project, analysis),
        },
    };
    let scale = picture.scale;
    let mut figure = sheet::figure(project, "report-channels", text);
    let all = scene.each();
    let (shown, hidden): (Vec<_>, Vec<_>) = all.iter().copied().partition(|(_, figures)| can_show(figures, scale));
    let (shown, outside): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|(_, figures)| picture.window.is_none_or(|window| is_inside(figures, window)));
    let width = SALES_TICKS + PLOT.0 + LINE_NAMES;
    let below = match scene.target {
        Some(target) => text.with("report-channels-for", "segment", coverage::name_of(project, target.customer)),
        None => text.get("report-channels").to_owned(),
    };
    let mut y = sheet::heading(&mut figure, project, &below, width, text);
    let mut notes = Vec::new();
    if shown.is_empty() {
        figure.text(Words::new(text.get("report-no-channels"), MARGIN, y + 14.0, BODY).coloured(palette::MUTED));
        y += 24.0;
    } else {
        let frame = Rect::new(MARGIN + SALES_TICKS, y + 24.0, PLOT.0, PLOT.1);
        let chart = match picture.window {
            Some(window) => Chart::within(window, frame, scale),
            None => Chart::of(&shown, frame, scale),
        };
        chart.draw_axes(&mut figure, &project.currency, text);
        chart.draw_titles(&mut figure, text);
        let (lines, nameless) = chart.draw(&mut figure, &scene.comparison, &shown, text);
        let entries = legend_entries(&shown, &lines, text);
        y = sheet::legend(&mut figure, entries, frame.bottom() + 66.0, width) + 8.0;
        notes.push(text.with("report-margin", "margin", text.percent(scene.comparison.margin)));
        notes.extend((nameless > 0).then(|| text.with("report-without-name", "count", nameless)));
    }
    notes.extend((!outside.is_empty()).then(|| text.with("report-outside-window", "count", outside.len())));
    notes.extend(dominated_note(&shown, project, text));
    notes.extend(hidden_note(&hidden, project, text));
    y = sheet::footnotes(&mut figure, &notes, y, width);
    figure.sized(width + 2.0 * MARGIN, y + MARGIN)
}

/// Its point lies in the window.
fn is_inside(figures: &ChannelFigures, [low_cost, high_cost, low_sales, high_sales]: [f64; 4]) -> bool {
    figures.point().is_some_and(|(cost, sales)| {
        (low_cost..=high_cost).contains(&cost) && (low_sales..=high_sales).contains(&sales)
    })
}

type Shown<'a> = (&'a Channel, &'a ChannelFigures);

fn can_show(figures: &ChannelFigures, scale: Scale) -> bool {
    figures.standing != Standing::CantDeliver
        && figures.point().is_some_and(|(cost, sales)| scale == Scale::Linear || (cost > 0.0 && sales > 0.0))
}

fn dominated_note(shown: &[Shown], project: &Project, text: &Text) -> Option<String> {
    let dominated = shown.iter().filter(|(_, figures)| figures.standing.is_beaten());
    let count = dominated.clone().count();
    if count > MOST_REASONS {
        let message = Message::new("report-dominated-count").with("count", count).with("all", shown.len());
        return Some(text.say(&message));
    }
    let each = dominated.map(|(channel, figures)| reason(channel, figures.standing_message(project), text));
    let each = each.collect::<Vec<_>>().join("; ");
    (!each.is_empty()).then(|| text.with("report-dominated", "channels", each))
}

fn hidden_note(hidden: &[Shown], project: &Project, text: &Text) -> Option<String> {
    let each = hidden.iter().map(|(channel, figures)| match figures.standing {
        Standing::Incomplete | Standing::CantDeliver => reason(channel, figures.standing_message(project), text),
        _ => reason(channel, figures.gaps_value(|_| true), text),
    });
    let each = each.collect::<Vec<_>>().join("; ");
    (!each.is_empty()).then(|| text.with("report-not-in-chart", "channels", each))
}

fn reason(channel: &Channel, reason: impl Into<Value>, text: &Text) -> String {
    text.say(&Message::new("report-reason").with("channel", channel.shown_name()).with("reason", reason))
}

/// One axis: what range of values lies on what range of the sheet.
struct Axis {
    scale: Scale,
    min: f64,
    max: f64,
    from: f32,
    to: f32,
}

impl Axis {
    /// An axis that holds all the spreads, with some air.
    fn of(spreads: impl Iterator<Item = Spread>, scale: Scale, from: f32, to: f32) -> Self {
        let (mut min, mut max) = (f64::MAX, 0.0_f64);
        for spread in spreads {
            let low = if spread.low > 0.0 { spread.low } else { spread.likely };
            (min, max) = (min.min(low), max.max(spread.high));
        }
        match scale {
            Scale::Linear => {
                let max = if max > 0.0 { (max * 1.1).min(f64::MAX) } else { 1.0 };
                Self { scale, min: 0.0, max, from, to }
            }
            Scale::Log => {
                // Somewhat more than they span, and a decade at least.
                let span = max.log10() - min.log10();
                let more = (span * 0.08).max(0.12).max((1.0 - span) / 2.0);
                let end = |log: f64| 10_f64.powf(log).clamp(f64::MIN_POSITIVE, f64::MAX);
                Self { scale, min: end(min.log10() - more), max: end(max.log10() + more), from, to }
            }
        }
    }

    fn share(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => (value - self.min) / (self.max - self.min),
            Scale::Log => (value.log10() - self.min.log10()) / (self.max.log10() - self.min.log10()),
        }
    }

    /// Where a value lies; what is off the axis lies at its end.
    fn place(&self, value: f64) -> f32 {
        let value = value.clamp(self.min, self.max);
        self.from + (self.to - self.from) * self.share(value).clamp(0.0, 1.0) as f32
    }

    fn ticks(&self) -> Vec<f64> {
        let gap = match self.scale {
            Scale::Linear => (self.max - self.min) / 9.0,
            Scale::Log => (self.max.log10() - self.min.log10()) / 12.0,
        };
        ticks::along(self.scale, self.min, self.max, gap)
    }
}

/// What stands at a tick: money, cut where it would run into its neighbours.
fn tick(value: f64, currency: &str, text: &Text) -> String {
    let money = text.money(value, currency);
    measure::ellipsis(&money, SMALL, Weight::Regular, SALES_TICKS - 26.0).into_owned()
}

struct Chart {
    frame: Rect,
    cost: Axis,
    sales: Axis,
}

/// Which lines the chart shows.
#[derive(Default)]
struct Lines {
    break_even: Option<[Point; 2]>,
    frontier: Vec<Point>,
    returns: bool,
}

impl Chart {
    fn of(shown: &[Shown], frame: Rect, scale: Scale) -> Self {
        let cost = shown.iter().filter_map(|(_, figures)| figures.cost);
        let sales = shown.iter().filter_map(|(_, figures)| figures.sales);
        Self {
            frame,
            cost: Axis::of(cost, scale, frame.x, frame.right()),
            sales: Axis::of(sales, scale, frame.bottom(), frame.y),
        }
    }

    /// A chart of that part: the lowest and highest cost, then sales.
    fn within([low_cost, high_cost, low_sales, high_sales]: [f64; 4], frame: Rect, scale: Scale) -> Self {
        let axis = |low: f64, high: f64, from, to| {
            let min = if scale == Scale::Log { low.max(f64::MIN_POSITIVE) } else { low };
            Axis { scale, min, max: high.max(min + f64::MIN_POSITIVE), from, to }
        };
        Self {
            frame,
            cost: axis(low_cost, high_cost, frame.x, frame.right()),
            sales: axis(low_sales, high_sales, frame.bottom(), frame.y),
        }
    }

    /// Lines, ranges, marks and names; how many names found no place.
    fn draw(&self, figure: &mut Figure, comparison: &Comparison, shown: &[Shown], text: &Text) -> (Lines, usize) {
        let returns = shown.iter().filter_map(|(_, figures)| figures.return_on_contact);
        let returns = round_returns(returns.fold(0.0, f64::max));
        let mut lines = self.draw_lines(figure, comparison.margin, returns, text);
        lines.frontier = self.draw_frontier(figure, comparison, shown);
        self.draw_ranges(figure, shown);
        let nameless = self.draw_channels(figure, shown, &lines, text);
        (lines, nameless)
    }

    fn at(&self, cost: f64, sales: f64) -> Point {
        Point::new(self.cost.place(cost), self.sales.place(sales))
    }

    fn draw_axes(&self, figure: &mut Figure, currency: &str, text: &Text) {
        let frame = self.frame;
        let grid = Stroke::new(palette::GRID, 1.0);
        for value in self.cost.ticks() {
            let x = self.cost.place(value);
            figure.line(Point::new(x, frame.y), Point::new(x, frame.bottom()), grid);
            let words = Words::new(tick(value, currency, text), x, frame.bottom() + 17.0, SMALL);
            figure.text(words.coloured(palette::MUTED).anchored(Anchor::Middle));
        }
        for value in self.sales.ticks() {
            let y = self.sales.place(value);
            figure.line(Point::new(frame.x, y), Point::new(frame.right(), y), grid);
            let words = Words::new(tick(value, currency, text), frame.x - 7.0, y, SMALL).coloured(palette::MUTED);
            figure.text(words.centred().anchored(Anchor::End));
        }
    }

    fn draw_titles(&self, figure: &mut Figure, text: &Text) {
        let frame = self.frame;
        let centre = frame.centre();
        let title = |key, x, y| Words::new(text.get(key), x, y, BODY).bold().anchored(Anchor::Middle);
        figure.text(title("report-cost-axis", centre.x, frame.bottom() + 42.0));
        figure.text(Words { turn: -90.0, ..title("report-sales-axis", frame.x - SALES_TICKS + 12.0, centre.y) });
    }

    /// The part of the line s = k·c that lies in the plot. Straight on both scales.
    fn ray(&self, k: f64) -> Option<[Point; 2]> {
        let from = self.cost.min.max(self.sales.min / k).max(0.0);
        let to = self.cost.max.min(self.sales.max / k);
        (from < to).then(|| [self.at(from, from * k), self.at(to, to * k)])
    }

    /// Break-even, returns, and what they are called where they leave the plot.
    fn draw_lines(&self, figure: &mut Figure, margin: f64, returns: &[f64], text: &Text) -> Lines {
        let mut names: Vec<Rect> = Vec::new();
        let break_even = (margin > 0.0).then(|| 1.0 / margin);
        let ray = break_even.and_then(|k| self.ray(k));
        if let Some([from, to]) = ray {
            self.shade_loss(figure, from, to);
        }
        let returns: Vec<f64> = (returns.iter().copied())
            .filter(|k| break_even.is_none_or(|other| (k - other).abs() > 1e-9) && self.ray(*k).is_some())
            .collect();
        for k in &returns {
            if let Some([from, to]) = self.ray(*k) {
                figure.line(from, to, return_stroke());
            }
        }
        if let Some([from, to]) = ray {
            figure.line(from, to, break_even_stroke());
            self.name_line(figure, text.get("report-break-even"), palette::INK, to, &mut names);
        }
        for k in &returns {
            if let Some([_, to]) = self.ray(*k) {
                self.name_line(figure, &format!("{}×", text.figure(*k)), palette::MUTED, to, &mut names);
            }
        }
        let outline = Stroke::new(palette::MUTED, 1.0);
        figure.shapes.push(Shape::Rect { rect: self.frame, fill: None, stroke: Some(outline), radius: 0.0 });
        Lines { break_even: ray, frontier: Vec::new(), returns: !returns.is_empty() }
    }

    /// The area where a contact costs more than it leaves.
    fn shade_loss(&self, figure: &mut Figure, from: Point, to: Point) {
        let frame = self.frame;
        let mut points = vec![from, to];
        if to.x < frame.right() {
            points.push(Point::new(frame.right(), frame.y));
        }
        points.push(Point::new(frame.right(), frame.bottom()));
        if from.y < frame.bottom() {
            points.push(Point::new(frame.x, frame.bottom()));
        }
        let fill = Paint { colour: palette::MUTED, opacity: 0.06 };
        figure.shapes.push(Shape::Polygon { points, fill: Some(fill), stroke: None });
    }

    /// Writes a line's name above or right of the plot, where it ends, unless another stands there.
    fn name_line(&self, figure: &mut Figure, name: &str, colour: palette::Rgb, end: Point, names: &mut Vec<Rect>) {
        let size = SMALL - 0.5;
        let width = measure::width(name, size, Weight::Regular);
        let (rect, words) = if end.x >= self.frame.right() - 0.5 {
            let rect = Rect::new(end.x + 5.0, end.y - 7.0, width, 14.0);
            (rect, Words::new(name, rect.x, end.y, size).centred())
        } else {
            let rect = Rect::new(end.x - width / 2.0, end.y - 19.0, width, 14.0);
            (rect, Words::new(name, end.x, end.y - 6.0, size).anchored(Anchor::Middle))
        };
        if !names.iter().any(|other| other.shrink(-3.0).overlaps(rect)) {
            names.push(rect);
            figure.text(words.coloured(colour));
        }
    }

    /// The line through the efficient channels.
    fn draw_frontier(&self, figure: &mut Figure, comparison: &Comparison, shown: &[Shown]) -> Vec<Point> {
        let points: Vec<Point> = (comparison.frontier.iter())
            .filter_map(|id| shown.iter().find(|(channel, _)| channel.id == *id))
            .filter_map(|(_, figures)| figures.point())
            .map(|(cost, sales)| self.at(cost, sales))
            .collect();
        if points.len() > 1 {
            figure.shapes.push(Shape::Line { points: points.clone(), stroke: frontier_stroke() });
        }
        points
    }

    fn draw_ranges(&self, figure: &mut Figure, shown: &[Shown]) {
        for (channel, figures) in shown {
            let (Some(cost), Some(sales)) = (figures.cost, figures.sales) else { continue };
            let (a, b) = (self.at(cost.low, sales.high), self.at(cost.high, sales.low));
            let colour = colour(channel, figures);
            if cost.is_range() && sales.is_range() {
                range_box(figure, Rect::new(a.x, a.y, b.x - a.x, b.y - a.y), colour);
            } else if cost.is_range() || sales.is_range() {
                figure.line(a, b, Stroke::new(Paint { colour, opacity: 0.55 }, 2.0));
            }
        }
    }

    /// Marks and names; how many names found no place.
    fn draw_channels(&self, figure: &mut Figure, shown: &[Shown], lines: &Lines, text: &Text) -> usize {
        let mut order: Vec<&Shown> = shown.iter().collect();
        order.sort_by_key(|(_, figures)| figures.standing != Standing::Efficient);
        let most = NAME_WIDTH[usize::from(shown.len() > 15)].min(self.frame.width * 0.45);
        let named: Vec<(Point, String, &Shown)> = order
            .into_iter()
            .filter_map(|one| {
                let (cost, sales) = one.1.point()?;
                let name = sheet::shown(&one.0.name, text);
                let name = measure::ellipsis(name, NAME_SIZE, Weight::Regular, most).into_owned();
                Some((self.at(cost, sales), name, one))
            })
            .collect();
        let requests: Vec<Request> = named
            .iter()
            .map(|(at, name, _)| Request {
                at: *at,
                radius: MARK,
                width: measure::width(name, NAME_SIZE, Weight::Regular),
                height: NAME_SIZE + 2.0,
            })
            .collect();
        let heavy: Vec<[Point; 2]> =
            lines.frontier.windows(2).map(|ends| [ends[0], ends[1]]).chain(lines.break_even).collect();
        let places = labels::place(&requests, &[], &heavy, self.frame);
        for leader in places.iter().flatten().filter_map(|placed| placed.leader) {
            figure.line(leader[0], leader[1], Stroke::new(palette::MUTED, 0.8));
        }
        // The efficient ones last, on top.
        for (at, _, (channel, figures)) in named.iter().rev() {
            draw_mark(figure, *at, channel.owner, colour(channel, figures));
        }
        for ((_, name, (channel, figures)), placed) in named.iter().zip(&places) {
            let Some(rect) = placed.map(|placed| placed.rect) else { continue };
            let dominated = figures.standing != Standing::Efficient;
            let ink = if dominated { palette::MUTED } else { sheet::name_colour(&channel.name) };
            let words = Words::new(name, rect.x, rect.centre().y, NAME_SIZE).centred().coloured(ink);
            figure.text(Words { halo: Some(palette::PAPER), ..words });
        }
        places.iter().filter(|placed| placed.is_none()).count()
    }
}

fn colour(channel: &Channel, figures: &ChannelFigures) -> palette::Rgb {
    match figures.standing {
        Standing::Efficient | Standing::Incomplete => palette::of_owner(channel.owner),
        _ => palette::DOMINATED,
    }
}

fn frontier_stroke() -> Stroke {
    Stroke::new(Paint { colour: palette::INK, opacity: 0.55 }, 2.0)
}

fn break_even_stroke() -> Stroke {
    Stroke::new(palette::INK, 1.5).dashed(7.0, 4.0)
}

fn return_stroke() -> Stroke {
    Stroke::new(palette::DOMINATED, 1.0).dashed(2.0, 3.0)
}

fn range_box(figure: &mut Figure, rect: Rect, colour: palette::Rgb) {
    figure.shapes.push(Shape::Rect {
        rect,
        fill: Some(Paint { colour, opacity: 0.13 }),
        stroke: Some(Stroke::new(Paint { colour, opacity: 0.5 }, 1.0)),
        radius: 2.0,
    });
}

/// A circle for an own channel, a diamond for an external one.
fn draw_mark(figure: &mut Figure, at: Point, owner: Owner, colour: palette::Rgb) {
    let (fill, stroke) = (Some(colour.into()), Some(Stroke::new(palette::PAPER, 1.5)));
    figure.shapes.push(match owner {
        Owner::Own => Shape::Circle { centre: at, radius: MARK - 1.5, fill, stroke },
        Owner::External => Shape::Polygon {
            points: [(0.0, -MARK), (MARK, 0.0), (0.0, MARK), (-MARK, 0.0)]
                .map(|(dx, dy)| Point::new(at.x + dx, at.y + dy))
                .to_vec(),
            fill,
            stroke,
        },
    });
}

/// What the chart shows, and nothing that it doesn't.
fn legend_entries(shown: &[Shown], lines: &Lines, text: &Text) -> Vec<Entry> {
    const MIDDLE: f32 = ENTRY / 2.0;
    let mut entries = Vec::new();
    for (owner, key) in [(Owner::Own, "report-own"), (Owner::External, "report-external")] {
        if shown.iter().any(|(channel, _)| channel.owner == owner) {
            entries.push(Entry::new(2.0 * MARK, text.get(key), |figure| {
                draw_mark(figure, Point::new(MARK, MIDDLE), owner, palette::of_owner(owner));
            }));
        }
    }
    let is_dominated =
        |owner: &Owner| shown.iter().any(|(channel, figures)| channel.owner == *owner && figures.standing.is_beaten());
    let owners: Vec<Owner> = [Owner::Own, Owner::External].into_iter().filter(is_dominated).collect();
    if !owners.is_empty() {
        let width = 2.0 * MARK * owners.len() as f32;
        entries.push(Entry::new(width, text.get("report-is-dominated"), |figure| {
            for (place, owner) in owners.iter().enumerate() {
                let x = MARK * (2.0 * place as f32 + 1.0);
                draw_mark(figure, Point::new(x, MIDDLE), *owner, palette::DOMINATED);
            }
        }));
    }
    for (seen, key, stroke) in [
        (lines.frontier.len() > 1, "report-frontier", frontier_stroke()),
        (lines.break_even.is_some(), "report-break-even-line", break_even_stroke()),
        (lines.returns, "report-return-line", return_stroke()),
    ] {
        if seen {
            entries.push(Entry::new(28.0, text.get(key), |figure| {
                figure.line(Point::new(0.0, MIDDLE), Point::new(28.0, MIDDLE), stroke);
            }));
        }
    }
    let is_range = |spread: Option<Spread>| spread.is_some_and(Spread::is_range);
    if shown.iter().any(|(_, figures)| is_range(figures.cost) || is_range(figures.sales)) {
        entries.push(Entry::new(24.0, text.get("report-range"), |figure| {
            range_box(figure, Rect::new(0.0, 3.0, 24.0, ENTRY - 6.0), palette::MUTED);
        }));
    }
    entries
}
