//! One panel: the loss area, lines of equal return, the frontier, and channels with ranges, marks and names.

use super::scene::{Scene, Shown, place};
use crate::analysis::channels::{ChannelFigures, Standing};
use crate::figure::labels::{self, Request};
use crate::figure::measure::{self, Weight};
use crate::figure::plane::{Axes, Plane, Window, within};
use crate::figure::sheet::{self, SMALL};
use crate::figure::{Figure, Paint, Point, Rect, Scale, Shape, Stroke, Words, palette};
use crate::project::{Channel, ChannelId, Owner, Usage};
use crate::text::Text;

/// Where a channel's mark stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    pub at: Point,
    pub channel: ChannelId,
    /// Index of its scene and panel.
    pub panel: usize,
}

/// Half the width of a mark.
pub(super) const MARK: f32 = 8.0;
/// Radius of the ring around the mark of a channel that is used.
pub(super) const RING: f32 = 12.0;
const NAME_SIZE: f32 = 12.5;
/// How wide a name may be, as a share of the frame and in pixels; the second where the first leaves names without room.
const NAME_WIDTH: [(f32, f32); 2] = [(0.4, 340.0), (0.3, 160.0)];
/// A narrower panel names returns by their number alone, and leaves break-even to the legend.
const WORDS_FROM: f32 = 360.0;
/// Returns (sales ÷ cost) whose lines are drawn.
const RETURNS: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
/// How many of them are drawn however low the channels' returns are.
const USUAL_RETURNS: usize = 4;
/// A ratio of sales to cost above all others: where nothing is left of a sale, every contact loses.
const ALL: f64 = 1e200;

/// Which lines and areas are seen in any of the panels.
#[expect(clippy::struct_excessive_bools, reason = "each stands for an entry of the legend")]
pub(super) struct Lines {
    pub(super) break_even: bool,
    pub(super) loss: bool,
    pub(super) returns: bool,
    pub(super) frontier: bool,
}

impl Lines {
    pub(super) fn of(scenes: &[Scene], scale: Scale, window: Window) -> Self {
        let plane = Plane { frame: Rect::new(0.0, 0.0, 1.0, 1.0), scale, window };
        let break_even = |scene: &Scene| break_even(scene).is_some_and(|ratio| window.ray(scale, ratio).is_some());
        let loss = |scene: &Scene| !loss_area(&plane, scene).is_empty();
        let frontier = |scene: &Scene| !plane.clipped(&frontier(&plane, scene)).is_empty();
        Self {
            break_even: scenes.iter().any(break_even),
            loss: scenes.iter().any(loss),
            returns: scenes.iter().any(|scene| !returns(scene, scale, window).is_empty()),
            frontier: scenes.iter().any(frontier),
        }
    }
}

/// Sales for each unit of cost at which a contact pays for itself; none without a margin.
fn break_even(scene: &Scene) -> Option<f64> {
    let margin = scene.comparison.margin;
    (margin > 0.0).then(|| 1.0 / margin)
}

/// The seen round returns up to the first one above the channels' highest, without break-even.
fn returns(scene: &Scene, scale: Scale, window: Window) -> Vec<f64> {
    let highest = scene.shown(scale).filter_map(|(_, figures)| figures.return_on_contact).fold(0.0, f64::max);
    let enough = RETURNS.iter().position(|ratio| *ratio > highest).unwrap_or(RETURNS.len());
    let drawn = RETURNS[..(enough + 1).clamp(USUAL_RETURNS, RETURNS.len())].iter().copied();
    let break_even = break_even(scene);
    drawn
        .filter(|ratio| break_even.is_none_or(|other| (ratio / other - 1.0).abs() > 1e-6))
        .filter(|ratio| window.ray(scale, *ratio).is_some())
        .collect()
}

/// The corners of the area in which a contact costs more than it leaves.
fn loss_area(plane: &Plane, scene: &Scene) -> Vec<Point> {
    plane.below(break_even(scene).unwrap_or(ALL))
}

/// The line through the efficient channels, be they outside the frame.
fn frontier(plane: &Plane, scene: &Scene) -> Vec<Point> {
    let efficient = scene.comparison.frontier.iter().filter_map(|id| scene.find(*id));
    efficient.filter_map(|(_, figures)| place(figures, plane.scale)).map(|at| plane.point(at)).collect()
}

/// A line through the origin, where it leaves the frame, and its name.
struct Ray {
    ends: [(f64, f64); 2],
    name: String,
    colour: palette::Rgb,
    stroke: Stroke,
}

impl Ray {
    fn width(&self) -> f32 {
        measure::width(&self.name, SMALL, Weight::Regular)
    }

    /// It leaves the frame at the right, not above.
    fn ends_right(&self, window: Window) -> bool {
        self.ends[1].0 >= window.x.max - 1e-9 * window.x.length()
    }
}

pub(super) struct Panel<'a> {
    pub(super) scene: &'a Scene,
    pub(super) scale: Scale,
    pub(super) window: Window,
    pub(super) text: &'a Text,
}

impl Panel<'_> {
    /// Draws the panel in a room and adds its marks; its plane, and how many names found no room. Axes have titles with
    /// the currency where that is given.
    pub(super) fn draw(
        &self,
        figure: &mut Figure,
        room: Rect,
        currency: Option<&str>,
        panel: usize,
        marks: &mut Vec<Mark>,
    ) -> (Plane, usize) {
        let text = self.text;
        let rays = self.rays(room.width >= WORDS_FROM);
        let right = rays.iter().filter(|ray| ray.ends_right(self.window)).map(|ray| ray.width() + 8.0);
        let right = right.fold(0.0, f32::max).min(room.width * 0.3);
        let above = if rays.iter().all(|ray| ray.ends_right(self.window)) { 0.0 } else { 20.0 };
        let titles = currency.map(|currency| {
            ["channels-axis-cost", "channels-axis-sales"].map(|key| {
                let title = text.with(key, "currency", text.currency_symbol(currency));
                title.trim_end_matches([',', ' ']).to_owned()
            })
        });
        let axes = Axes {
            titles: titles.as_ref().map(|[below, above]| [below.as_str(), above.as_str()]),
            write: &|amount| text.figure(amount),
            right,
            above,
        };
        let plane = Plane::draw(figure, room, self.scale, self.window, &axes);
        let loss = loss_area(&plane, self.scene);
        if loss.len() > 2 {
            figure.shapes.push(Shape::Polygon { points: loss, fill: Some(loss_paint()), stroke: None });
        }
        let mut names = Vec::new();
        for ray in &rays {
            let [from, to] = ray.ends.map(|end| plane.point(end));
            figure.line(from, to, ray.stroke);
        }
        plane.outline(figure);
        for ray in &rays {
            self.name_ray(figure, &plane, ray, room, &mut names);
        }
        let frontier = plane.clipped(&frontier(&plane, self.scene));
        for points in &frontier {
            figure.shapes.push(Shape::Line { points: points.clone(), stroke: frontier_stroke() });
        }
        for (channel, figures) in self.scene.shown(self.scale) {
            draw_range(figure, &plane, figures, colour(channel, figures));
        }
        let break_even = break_even(self.scene).and_then(|ratio| self.window.ray(self.scale, ratio));
        let mut lines: Vec<[Point; 2]> =
            frontier.iter().flat_map(|part| part.windows(2)).map(|ends| [ends[0], ends[1]]).collect();
        lines.extend(break_even.map(|ends| ends.map(|end| plane.point(end))));
        let without_name = self.draw_channels(figure, &plane, &lines, panel, marks);
        (plane, without_name)
    }

    /// Break-even first, so that its name gets its place, then equal returns.
    fn rays(&self, in_words: bool) -> Vec<Ray> {
        let text = self.text;
        let name = if in_words { text.get("report-break-even") } else { "" };
        let break_even =
            break_even(self.scene).map(|ratio| (ratio, name.to_owned(), palette::INK, break_even_stroke()));
        let returns = returns(self.scene, self.scale, self.window).into_iter().map(|ratio| {
            let written = text.figure(ratio);
            let name =
                if in_words { text.with("channels-return-line", "ratio", written) } else { format!("{written}×") };
            (ratio, name, palette::MUTED, return_stroke())
        });
        let ray = |(ratio, name, colour, stroke)| {
            Some(Ray { ends: self.window.ray(self.scale, ratio)?, name, colour, stroke })
        };
        break_even.into_iter().chain(returns).filter_map(ray).collect()
    }

    /// Writes a line's name where it leaves the frame, unless another name is there or it doesn't fit.
    fn name_ray(&self, figure: &mut Figure, plane: &Plane, ray: &Ray, room: Rect, names: &mut Vec<Rect>) {
        let (end, width) = (plane.point(ray.ends[1]), ray.width());
        let rect = if ray.ends_right(self.window) {
            Rect::new(plane.frame.right() + 5.0, end.y - 7.0, width, 14.0)
        } else {
            let middle = within(end.x, width, room);
            Rect::new(middle - width / 2.0, plane.frame.y - 20.0, width, 14.0)
        };
        if width > 0.0 && room.contains(rect) && !names.iter().any(|other| other.shrink(-3.0).overlaps(rect)) {
            names.push(rect);
            let words = Words::new(ray.name.clone(), rect.x, rect.centre().y, SMALL).centred();
            figure.text(words.coloured(ray.colour));
        }
    }

    /// Draws marks, their rings and names; how many names found no room.
    fn draw_channels(
        &self,
        figure: &mut Figure,
        plane: &Plane,
        lines: &[[Point; 2]],
        panel: usize,
        marks: &mut Vec<Mark>,
    ) -> usize {
        let inside = |(channel, figures): Shown<'_>| {
            let at = place(figures, self.scale)?;
            self.window.contains(at).then(|| (plane.point(at), channel.id))
        };
        let mut seen: Vec<(Point, Shown)> =
            self.scene.shown(self.scale).filter_map(|one| Some((inside(one)?.0, one))).collect();
        // Efficient channels choose their places first, and lie on top.
        seen.sort_by_key(|(_, (_, figures))| figures.standing != Standing::Efficient);
        let (names, places) = self.place_names(plane, lines, &seen);
        for [from, to] in places.iter().flatten().filter_map(|placed| placed.leader) {
            figure.line(from, to, Stroke::new(palette::MUTED, 0.8));
        }
        for (at, (channel, figures)) in seen.iter().rev() {
            figure.shapes.push(mark(*at, MARK, channel.owner, is_dominated(figures)));
            figure.shapes.extend(ring(*at, RING, self.scene.usage(channel.id)));
            marks.push(Mark { at: *at, channel: channel.id, panel });
        }
        for ((name, (_, (channel, figures))), placed) in names.into_iter().zip(&seen).zip(&places) {
            let Some(rect) = placed.map(|placed| placed.rect) else { continue };
            let ink = if is_dominated(figures) { palette::MUTED } else { sheet::name_colour(&channel.name) };
            let whole = sheet::shown(&channel.name, self.text);
            let whole = (name != whole).then(|| whole.to_owned());
            let words = Words::new(name, rect.x, rect.centre().y, NAME_SIZE).centred().coloured(ink);
            let words = Words { whole, ..words };
            figure.text(Words { halo: Some(palette::PAPER), ..words });
        }
        places.iter().filter(|placed| placed.is_none()).count()
    }

    /// The names, cut to what there is room for, and their places.
    fn place_names(
        &self,
        plane: &Plane,
        lines: &[[Point; 2]],
        seen: &[(Point, Shown)],
    ) -> (Vec<String>, Vec<Option<labels::Placed>>) {
        let mut found = (Vec::new(), Vec::new());
        for (share, most) in NAME_WIDTH {
            let most = (plane.frame.width * share).min(most);
            let name = |(_, (channel, _)): &(Point, Shown)| {
                let name = sheet::shown(&channel.name, self.text);
                measure::ellipsis(name, NAME_SIZE, Weight::Regular, most).into_owned()
            };
            let names: Vec<String> = seen.iter().map(name).collect();
            let request = |((at, (channel, _)), name): (&(Point, Shown), &String)| Request {
                at: *at,
                radius: if self.scene.usage(channel.id) == Usage::None { MARK + 1.5 } else { RING + 1.0 },
                width: measure::width(name, NAME_SIZE, Weight::Regular),
                height: NAME_SIZE + 2.0,
            };
            let requests: Vec<Request> = seen.iter().zip(&names).map(request).collect();
            found = (names, labels::place(&requests, &[], lines, plane.frame.shrink(1.0)));
            if found.1.iter().all(Option::is_some) {
                break;
            }
        }
        found
    }
}

fn is_dominated(figures: &ChannelFigures) -> bool {
    figures.standing.is_beaten()
}

fn colour(channel: &Channel, figures: &ChannelFigures) -> palette::Rgb {
    if is_dominated(figures) { palette::DOMINATED } else { palette::of_owner(channel.owner) }
}

pub(super) fn frontier_stroke() -> Stroke {
    Stroke::new(Paint { colour: palette::INK, opacity: 0.55 }, 2.0)
}

pub(super) fn break_even_stroke() -> Stroke {
    Stroke::new(palette::INK, 1.5).dashed(7.0, 4.0)
}

pub(super) fn return_stroke() -> Stroke {
    Stroke::new(palette::DOMINATED, 1.0).dashed(2.0, 3.0)
}

pub(super) fn loss_paint() -> Paint {
    Paint { colour: palette::MUTED, opacity: 0.14 }
}

/// Draws the part of a channel's range that lies in the frame: a box, or a line where one figure has no range.
fn draw_range(figure: &mut Figure, plane: &Plane, figures: &ChannelFigures, colour: palette::Rgb) {
    let (Some(cost), Some(sales)) = (figures.cost, figures.sales) else { return };
    let (a, b) = (plane.at(cost.low, sales.high), plane.at(cost.high, sales.low));
    let rect = Rect::new(a.x, a.y, b.x - a.x, b.y - a.y);
    if !cost.is_range() || !sales.is_range() {
        if (cost.is_range() || sales.is_range())
            && let Some([from, to]) = plane.frame.clip([a, b])
        {
            figure.line(from, to, Stroke::new(Paint { colour, opacity: 0.55 }, 2.0));
        }
    } else if plane.frame.contains(rect) {
        range_box(figure, rect, colour);
    } else if let Some(part) = plane.frame.intersection(rect) {
        figure.fill(part, Paint { colour, opacity: 0.1 }, 0.0);
        let corners = [a, Point::new(b.x, a.y), b, Point::new(a.x, b.y), a];
        for points in plane.clipped(&corners) {
            figure.shapes.push(Shape::Line { points, stroke: range_stroke(colour) });
        }
    }
}

pub(super) fn range_box(figure: &mut Figure, rect: Rect, colour: palette::Rgb) {
    let (fill, stroke) = (Some(Paint { colour, opacity: 0.1 }), Some(range_stroke(colour)));
    figure.shapes.push(Shape::Rect { rect, fill, stroke, radius: 0.0 });
}

fn range_stroke(colour: palette::Rgb) -> Stroke {
    Stroke::new(Paint { colour, opacity: 0.5 }, 1.0)
}

/// A circle for an own channel, a diamond for an external one; hollow for a dominated one.
pub fn mark(at: Point, radius: f32, owner: Owner, dominated: bool) -> Shape {
    let (fill, stroke) = if dominated {
        (palette::PAPER, Stroke::new(palette::DOMINATED, 1.8))
    } else {
        (palette::of_owner(owner), Stroke::new(palette::PAPER, 1.2))
    };
    let (fill, stroke) = (Some(fill.into()), Some(stroke));
    match owner {
        Owner::Own => Shape::Circle { centre: at, radius: radius - 1.0, fill, stroke },
        Owner::External => {
            let corners = [(0.0, -radius), (radius, 0.0), (0.0, radius), (-radius, 0.0)];
            let points = corners.map(|(dx, dy)| Point::new(at.x + dx, at.y + dy)).to_vec();
            Shape::Polygon { points, fill, stroke }
        }
    }
}

/// The ring around the mark of a channel that is used in the segment.
pub(super) fn ring(centre: Point, radius: f32, usage: Usage) -> Option<Shape> {
    let stroke = match usage {
        Usage::None => return None,
        Usage::Main => Stroke::new(palette::INK, 2.0),
        Usage::Supporting => Stroke::new(palette::MUTED, 1.0),
    };
    Some(Shape::Circle { centre, radius, fill: None, stroke: Some(stroke) })
}
