//! A plane with two axes, linear or logarithmic: the seen part, where values lie, and ticks that never touch.

use std::f64::consts::LN_10;

use super::measure::{self, Weight};
use super::sheet::{BODY, SMALL};
use super::ticks::{self, Scale, round_above, round_below, round_to};
use super::{Anchor, Figure, Point, Rect, Stroke, Words, palette};

/// Amounts are drawn as if they were no larger and no smaller.
const LARGEST: f64 = 1e15;
const SMALLEST: f64 = 1e-6;
/// A log axis shows two decades at least, so that a lone point doesn't fill it.
const DECADES: f64 = 2.0;

impl Scale {
    /// The place of an amount on an axis: its decimal logarithm, or itself. −∞ where a log axis has no place for it.
    pub fn place(self, amount: f64) -> f64 {
        match self {
            Self::Log if amount > 0.0 => amount.log10(),
            Self::Log => f64::NEG_INFINITY,
            Self::Linear => amount,
        }
    }

    /// The same for an amount of the project, held within what can be drawn.
    pub fn place_held(self, amount: f64) -> f64 {
        self.place(if amount > 0.0 { amount.clamp(SMALLEST, LARGEST) } else { amount })
    }

    /// The amount at a place.
    pub fn amount(self, place: f64) -> f64 {
        match self {
            Self::Log => 10_f64.powf(place),
            Self::Linear => place,
        }
    }

    /// The roundest amount, zero or more, within a pixel that is `width` wide in places.
    pub fn round_amount(self, place: f64, width: f64) -> f64 {
        let amount = self.amount(place).max(0.0);
        let room = match self {
            Self::Log => amount * LN_10 * width,
            Self::Linear => width,
        };
        round_to(amount, room)
    }

    /// A span with round ends and some air around all amounts.
    fn fit(self, amounts: impl Iterator<Item = f64>) -> Span {
        let placed = amounts.filter(|amount| self.place(*amount).is_finite());
        let range = placed.fold(None, |range: Option<(f64, f64)>, amount| {
            let amount = amount.clamp(0.0, LARGEST);
            Some(range.map_or((amount, amount), |(low, high)| (low.min(amount), high.max(amount))))
        });
        match self {
            Self::Log => {
                let (low, high) = range.unwrap_or((10.0, 100.0));
                let (low, high) = (low.max(SMALLEST), high.max(SMALLEST));
                let (min, max) = (round_below(low * 0.8).log10(), round_above(high * 1.25).log10());
                let missing = (DECADES - (max - min)).max(0.0) / 2.0;
                Span { min: min - missing, max: max + missing }
            }
            Self::Linear => {
                let high = range.map_or(0.0, |(_, high)| high * 1.08);
                let max = if high > 0.0 { round_above(high) } else { 100.0 };
                // Room for a mark at zero.
                Span { min: -0.04 * max, max }
            }
        }
    }
}

/// A stretch of an axis in places; `min` < `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Left or lower end.
    pub min: f64,
    /// Right or upper end.
    pub max: f64,
}

impl Span {
    /// From `min` to `max`; one unit or more where these are equal.
    pub(super) fn new(min: f64, max: f64) -> Self {
        if max > min { Self { min, max } } else { Self { min, max: min + min.abs().max(1.0) } }
    }

    pub fn contains(self, place: f64) -> bool {
        self.min <= place && place <= self.max
    }

    pub fn length(self) -> f64 {
        self.max - self.min
    }

    /// The share of the way from `min` to `max`.
    fn share(self, place: f64) -> f64 {
        (place - self.min) / self.length()
    }
}

/// The seen part of a plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    pub x: Span,
    pub y: Span,
}

impl Window {
    /// A window with round ends that shows all amounts.
    pub fn fit(scale: Scale, x: impl Iterator<Item = f64>, y: impl Iterator<Item = f64>) -> Self {
        Self { x: scale.fit(x), y: scale.fit(y) }
    }

    pub fn contains(self, (x, y): (f64, f64)) -> bool {
        self.x.contains(x) && self.y.contains(y)
    }

    /// `factor` times as much of the plane, with a place kept where it is.
    #[must_use]
    pub fn zoomed(self, (x, y): (f64, f64), factor: f64) -> Self {
        let span =
            |span: Span, at: f64| Span { min: at + (span.min - at) * factor, max: at + (span.max - at) * factor };
        Self { x: span(self.x, x), y: span(self.y, y) }
    }

    /// Moved by that much, in places.
    #[must_use]
    pub fn moved(self, (x, y): (f64, f64)) -> Self {
        let span = |span: Span, by: f64| Span { min: span.min + by, max: span.max + by };
        Self { x: span(self.x, x), y: span(self.y, y) }
    }

    /// Not so far zoomed in or out, or moved away, that nothing can be drawn.
    pub fn is_sound(self, scale: Scale) -> bool {
        let (least, most) = match scale {
            Scale::Log => (0.02, 40.0),
            Scale::Linear => (1e-4, 1e17),
        };
        let sound =
            |span: Span| (least..=most).contains(&span.length()) && span.min.abs() <= most && span.max.abs() <= most;
        sound(self.x) && sound(self.y)
    }

    /// The ends, in places, of the seen part of the line y = ratio × x; none where it isn't seen.
    pub fn ray(self, scale: Scale, ratio: f64) -> Option<[(f64, f64); 2]> {
        // In places: y = offset + slope × x.
        let (offset, slope, from) = match scale {
            Scale::Log => (ratio.log10(), 1.0, self.x.min),
            Scale::Linear => (0.0, ratio, self.x.min.max(0.0)),
        };
        let left = from.max((self.y.min - offset) / slope);
        let right = self.x.max.min((self.y.max - offset) / slope);
        // NaN compares as false.
        (left < right).then(|| [left, right].map(|x| (x, offset + slope * x)))
    }
}

/// A window drawn in a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plane {
    pub frame: Rect,
    pub scale: Scale,
    pub window: Window,
}

/// Names, units and surroundings of a plane's axes.
pub(super) struct Axes<'a> {
    /// Below the frame and above it.
    pub(super) titles: Option<[&'a str; 2]>,
    /// Writes an amount at a tick.
    pub(super) write: &'a dyn Fn(f64) -> String,
    /// Room to be left at the right of the frame and above it.
    pub(super) right: f32,
    pub(super) above: f32,
}

/// Height of a title.
const TITLE: f32 = 20.0;
/// Height of what stands below the frame at the ticks.
const TICKS: f32 = 24.0;
/// Between the frame and what stands at its left at the ticks: a mark on the edge leaves it free.
const GAP: f32 = 9.0;
/// Between texts that stand beside each other at ticks.
const APART: f32 = 12.0;
/// Between ticks above each other, at the least.
const RISE: f32 = 28.0;
/// Decades that are shorter have no ticks within.
const DECADE: f32 = 60.0;
/// Points further from the frame than this, in pixels, are drawn here.
const FAR: f64 = 1e5;

impl Plane {
    /// Lays out a plane in a room and draws its grid, ticks and titles.
    pub(super) fn draw(figure: &mut Figure, room: Rect, scale: Scale, window: Window, axes: &Axes) -> Self {
        let title = if axes.titles.is_some() { TITLE } else { 0.0 };
        // Half of what stands at the uppermost tick.
        let top = title + axes.above.max(7.0);
        let height = (room.height - top - TICKS - title).max(20.0);
        let mut plane = Self { frame: Rect::new(0.0, room.y + top, 1.0, height), scale, window };
        let upwards = plane.ticks_up(axes.write);
        let widest = upwards.iter().map(|(_, words)| small(words)).fold(0.0, f32::max);
        let left = (widest + GAP).min(room.width * 0.4);
        plane.frame.x = room.x + left;
        plane.frame.width = (room.width - left - axes.right.max(GAP)).max(20.0);
        let frame = plane.frame;
        let grid = Stroke::new(palette::GRID, 1.0);
        for (y, words) in upwards {
            figure.line(Point::new(frame.x, y), Point::new(frame.right(), y), grid);
            let words = Words::new(words, frame.x - GAP, y, SMALL).within(left - GAP).coloured(palette::MUTED);
            figure.text(words.centred().anchored(Anchor::End));
        }
        for (x, middle, words) in plane.ticks_across(axes.write, room) {
            figure.line(Point::new(x, frame.y), Point::new(x, frame.bottom()), grid);
            let words = Words::new(words, middle, frame.bottom() + TICKS - 4.0, SMALL);
            figure.text(words.coloured(palette::MUTED).anchored(Anchor::Middle));
        }
        plane.draw_minor(figure);
        if let Some([below, above]) = axes.titles {
            let words = Words::new(below, 0.0, frame.bottom() + TICKS + TITLE - 6.0, BODY).bold().within(room.width);
            let middle = within(frame.centre().x, words.width(), room);
            let at = Point::new(middle, words.at.y);
            figure.text(Words { at, ..words }.anchored(Anchor::Middle));
            figure.text(Words::new(above, room.x, room.y + 13.0, BODY).bold().within(room.width));
        }
        plane
    }

    /// Draws the frame.
    pub(super) fn outline(&self, figure: &mut Figure) {
        let stroke = Some(Stroke::new(palette::MUTED, 1.0));
        figure.shapes.push(super::Shape::Rect { rect: self.frame, fill: None, stroke, radius: 0.0 });
    }

    /// Where amounts lie, be it outside the frame.
    pub fn at(&self, x: f64, y: f64) -> Point {
        self.point((self.scale.place(x), self.scale.place(y)))
    }

    /// Where places lie, be it outside the frame.
    pub fn point(&self, (x, y): (f64, f64)) -> Point {
        let along = |share: f64, length: f32| (share * f64::from(length)).clamp(-FAR, FAR) as f32;
        let (x, y) = (self.window.x.share(x), self.window.y.share(y));
        let (x, y) = (along(x, self.frame.width), along(y, self.frame.height));
        Point::new(self.frame.x + x, self.frame.bottom() - y)
    }

    /// The places at a point.
    pub fn places(&self, at: Point) -> (f64, f64) {
        let (width, height) = self.pixel();
        let (x, y) = (f64::from(at.x - self.frame.x), f64::from(self.frame.bottom() - at.y));
        (self.window.x.min + x * width, self.window.y.min + y * height)
    }

    /// Width and height of a pixel, in places.
    pub fn pixel(&self) -> (f64, f64) {
        (self.window.x.length() / f64::from(self.frame.width), self.window.y.length() / f64::from(self.frame.height))
    }

    /// The parts of a line through points that lie in the frame.
    pub(super) fn clipped(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let mut parts: Vec<Vec<Point>> = Vec::new();
        for ends in points.windows(2) {
            let Some([from, to]) = self.frame.clip([ends[0], ends[1]]) else { continue };
            match parts.last_mut() {
                Some(part) if part.last() == Some(&from) => part.push(to),
                _ => parts.push(vec![from, to]),
            }
        }
        parts
    }

    /// The corners of the part of the frame in which y is less than ratio × x.
    pub(super) fn below(&self, ratio: f64) -> Vec<Point> {
        let Window { x, y } = self.window;
        let over = |(x, y): (f64, f64)| match self.scale {
            Scale::Log => y - x - ratio.log10(),
            Scale::Linear => y - x * ratio,
        };
        let corners = [(x.min, y.min), (x.max, y.min), (x.max, y.max), (x.min, y.max)];
        let mut kept = Vec::new();
        for (at, from) in corners.into_iter().enumerate() {
            let to = corners[(at + 1) % corners.len()];
            let (here, there) = (over(from), over(to));
            if here < 0.0 {
                kept.push(self.point(from));
            }
            if (here < 0.0) != (there < 0.0) {
                let share = here / (here - there);
                kept.push(self.point((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)));
            }
        }
        kept
    }

    fn ticks(&self, span: Span, gap: f64) -> Vec<f64> {
        ticks::along(self.scale, self.scale.amount(span.min), self.scale.amount(span.max), gap)
    }

    /// Ticks of the upright axis: where they lie and what stands there.
    fn ticks_up(&self, write: &dyn Fn(f64) -> String) -> Vec<(f32, String)> {
        let gap = f64::from(RISE / self.frame.height) * self.window.y.length();
        let ticks = self.ticks(self.window.y, gap).into_iter();
        ticks.map(|tick| (self.at(1.0, tick).y, write(tick))).collect()
    }

    /// Ticks of the level axis, as many as have room for what stands there: where they lie, the middle of the words, and
    /// the words.
    fn ticks_across(&self, write: &dyn Fn(f64) -> String, room: Rect) -> Vec<(f32, f32, String)> {
        let most = ((self.frame.width / 36.0) as usize).max(1);
        let mut last = Vec::new();
        for count in (1..=most).rev() {
            let ticks = self.ticks(self.window.x, self.window.x.length() / count as f64);
            if ticks == last {
                continue;
            }
            let labelled = ticks.iter().map(|tick| {
                let (x, words) = (self.at(*tick, 1.0).x, write(*tick));
                (x, within(x, small(&words), room), words)
            });
            let labelled: Vec<(f32, f32, String)> = labelled.collect();
            let apart = |pair: &[(f32, f32, String)]| {
                pair[1].1 - pair[0].1 >= f32::midpoint(small(&pair[0].2), small(&pair[1].2)) + APART
            };
            if labelled.windows(2).all(apart) && labelled.iter().all(|(.., words)| small(words) <= room.width) {
                return labelled;
            }
            last = ticks;
        }
        Vec::new()
    }

    /// Short ticks between the decades of a log axis.
    fn draw_minor(&self, figure: &mut Figure) {
        if self.scale == Scale::Linear {
            return;
        }
        let (frame, stroke) = (self.frame, Stroke::new(palette::MUTED, 1.0));
        let within = |span: Span, length: f32| {
            let wide = f64::from(length) >= f64::from(DECADE) * span.length();
            let (low, high) = (self.scale.amount(span.min), self.scale.amount(span.max));
            if wide { ticks::within_decades(low, high) } else { Vec::new() }
        };
        for value in within(self.window.x, frame.width) {
            let x = self.at(value, 1.0).x;
            figure.line(Point::new(x, frame.bottom()), Point::new(x, frame.bottom() - 4.0), stroke);
        }
        for value in within(self.window.y, frame.height) {
            let y = self.at(1.0, value).y;
            figure.line(Point::new(frame.x, y), Point::new(frame.x + 4.0, y), stroke);
        }
    }
}

/// Width of what stands at a tick.
fn small(words: &str) -> f32 {
    measure::width(words, SMALL, Weight::Regular)
}

/// The middle of something that wide, moved so that it lies in the room.
pub(super) fn within(middle: f32, width: f32, room: Rect) -> f32 {
    let half = width / 2.0;
    middle.min(room.right() - half).max(room.x + half)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "round amounts are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn window(x: (f64, f64), y: (f64, f64)) -> Window {
        Window { x: Span { min: x.0, max: x.1 }, y: Span { min: y.0, max: y.1 } }
    }

    #[test]
    fn a_lone_amount_lies_between_round_ends() {
        let span = Scale::Log.fit([40.0].into_iter());
        assert!(span.length() >= DECADES && span.contains(40_f64.log10()));
        assert_eq!(Scale::Linear.fit([40.0].into_iter()).max, 50.0);
        assert_eq!(Scale::Linear.fit([0.0].into_iter()).max, 100.0);
    }

    #[test]
    fn dragged_amounts_are_round() {
        assert_eq!(round_to(123.456, 0.7), 123.5);
        assert_eq!(round_to(123.456, 20.0), 120.0);
        assert_eq!(round_to(0.123_456, 0.02), 0.12);
        assert_eq!(round_to(5.0, 0.0), 5.0);
        assert_eq!(Scale::Linear.round_amount(-3.0, 1.0), 0.0);
    }

    #[test]
    fn equal_returns_lie_at_45_degrees() {
        let decades = window((0.0, 3.0), (0.0, 3.0));
        assert_eq!(decades.ray(Scale::Log, 10.0), Some([(0.0, 1.0), (2.0, 3.0)]));
        assert_eq!(decades.ray(Scale::Log, 1e4), None);
        let amounts = window((-4.0, 100.0), (-4.0, 100.0));
        assert_eq!(amounts.ray(Scale::Linear, 5.0), Some([(0.0, 0.0), (20.0, 100.0)]));
    }

    #[test]
    fn the_part_below_a_line_is_cut_out_of_the_frame() {
        let plane = |window| Plane { frame: Rect::new(0.0, 0.0, 100.0, 100.0), scale: Scale::Log, window };
        let half = plane(window((0.0, 2.0), (0.0, 2.0))).below(1.0);
        assert_eq!(half, [Point::new(0.0, 100.0), Point::new(100.0, 100.0), Point::new(100.0, 0.0)]);
        assert_eq!(plane(window((0.0, 1.0), (5.0, 6.0))).below(1.0), []);
        assert_eq!(plane(window((5.0, 6.0), (0.0, 1.0))).below(1.0).len(), 4);
    }

    #[test]
    fn a_line_goes_on_to_the_edge() {
        let plane = Plane {
            frame: Rect::new(0.0, 0.0, 10.0, 10.0),
            scale: Scale::Linear,
            window: window((0.0, 1.0), (0.0, 1.0)),
        };
        let through = [Point::new(-10.0, 5.0), Point::new(5.0, 5.0), Point::new(5.0, 20.0), Point::new(8.0, 20.0)];
        let parts = plane.clipped(&through);
        assert_eq!(parts, [vec![Point::new(0.0, 5.0), Point::new(5.0, 5.0), Point::new(5.0, 10.0)]]);
    }

    proptest! {
        #[test]
        fn all_amounts_fit(values in prop::collection::vec(prop_oneof![0.0..1e6_f64, 1e-9..1e18_f64], 0..9), log: bool) {
            let scale = if log { Scale::Log } else { Scale::Linear };
            let span = scale.fit(values.iter().copied());
            prop_assert!(span.min < span.max && span.length().is_finite());
            for place in values.iter().map(|value| scale.place_held(*value)).filter(|place| place.is_finite()) {
                prop_assert!(span.contains(place), "{place} in {span:?}");
            }
        }

        #[test]
        fn places_and_points_agree(x in 1e-3..1e9_f64, y in 1e-3..1e9_f64, log: bool) {
            let scale = if log { Scale::Log } else { Scale::Linear };
            let window = Window::fit(scale, [x].into_iter(), [y].into_iter());
            let plane = Plane { frame: Rect::new(10.0, 20.0, 600.0, 400.0), scale, window };
            let at = plane.at(x, y);
            prop_assert!(at.x >= 10.0 && at.x <= 610.0 && at.y >= 20.0 && at.y <= 420.0);
            let back = plane.places(at);
            let (width, height) = plane.pixel();
            prop_assert!((back.0 - scale.place(x)).abs() < 0.01 * width && (back.1 - scale.place(y)).abs() < 0.01 * height);
        }

        #[test]
        fn zooming_keeps_the_place(at in (-3.0..3.0_f64, -3.0..3.0_f64), factor in 0.1..10.0_f64) {
            let before = window((-3.0, 4.0), (-5.0, 3.0));
            let after = before.zoomed(at, factor);
            prop_assert!((after.x.share(at.0) - before.x.share(at.0)).abs() < 1e-9);
            prop_assert!((after.y.length() - before.y.length() * factor).abs() < 1e-9);
        }

        #[test]
        fn the_seen_part_of_a_line_lies_in_the_window(
            ratio in prop_oneof![Just(0.0), 1e-3..1e4_f64],
            (x, width) in (-3.0..3.0_f64, 0.01..5.0_f64),
            (y, height) in (-3.0..3.0_f64, 0.01..5.0_f64),
            log: bool,
        ) {
            let scale = if log { Scale::Log } else { Scale::Linear };
            let window = window((x, x + width), (y, y + height));
            for (x, y) in window.ray(scale, ratio).into_iter().flatten() {
                prop_assert!(window.x.contains(x) && y >= window.y.min - 1e-9 && y <= window.y.max + 1e-9);
                let (cost, sales) = (scale.amount(x), scale.amount(y));
                prop_assert!((sales - cost * ratio).abs() <= 1e-9 * (1.0 + sales.abs()));
            }
        }
    }
}
