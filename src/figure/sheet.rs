//! What the pictures have in common: title, footnotes, legend.

use super::measure::{self, LINE_HEIGHT, Weight};
use super::{Figure, Point, Rect, Shape, Words, palette};
use crate::project::{Fit, Message, Project};
use crate::text::Text;

/// White around everything.
pub(super) const MARGIN: f32 = 32.0;
/// No picture is longer on a side, so that a PNG keeps two pixels a unit.
pub(super) const MOST_SIDE: f32 = 4_000.0;
/// Size of running text.
pub(super) const BODY: f32 = 13.0;
/// Size of notes and captions.
pub(super) const SMALL: f32 = 11.5;

/// What a project is called, or the words for one that isn't.
pub(super) fn project_name<'a>(project: &'a Project, text: &'a Text) -> &'a str {
    shown(&project.name, text)
}

/// A name, or the words for one that isn't given.
pub(super) fn shown<'a>(name: &'a str, text: &'a Text) -> &'a str {
    if name.trim().is_empty() { text.get("unnamed") } else { name }
}

/// The colour of a name: one that isn't given stands back.
pub(super) fn name_colour(name: &str) -> palette::Rgb {
    if name.trim().is_empty() { palette::MUTED } else { palette::INK }
}

/// An empty picture of that part of the project.
pub(super) fn figure(project: &Project, part: &'static str, text: &Text) -> Figure {
    let title =
        Message::new("report-title").with("project", project_name(project, text)).with("part", Message::new(part));
    Figure::new(text.say(&title))
}

/// The project's name and a line below it; where what follows begins.
pub(super) fn heading(figure: &mut Figure, project: &Project, below: &str, width: f32, text: &Text) -> f32 {
    figure.text(Words::new(project_name(project, text), MARGIN, MARGIN + 18.0, 22.0).bold().within(width));
    figure.text(Words::new(below, MARGIN, MARGIN + 41.0, BODY).within(width).coloured(palette::MUTED));
    MARGIN + 62.0
}

/// Lines of small print from y on; where they end.
pub(super) fn footnotes(figure: &mut Figure, notes: &[String], mut y: f32, width: f32) -> f32 {
    for note in notes {
        for line in measure::wrap(note, SMALL, Weight::Regular, width, 6) {
            y += SMALL * LINE_HEIGHT;
            figure.text(Words::new(line, MARGIN, y, SMALL).coloured(palette::MUTED));
        }
        y += 3.0;
    }
    y
}

/// The mark of a fit: its colour and its sign.
pub(super) fn mark(figure: &mut Figure, rect: Rect, fit: Fit, size: f32) {
    if let Some(fill) = palette::fill(fit) {
        figure.fill(rect, fill, (rect.height * 0.14).min(4.0));
        let centre = rect.centre();
        let sign = Words::new(fit.sign(), centre.x, centre.y, size).bold().centred();
        figure.text(sign.anchored(super::Anchor::Middle).coloured(palette::text_on(fit)));
    }
}

/// The corner of a cell that carries a note.
pub(super) fn note_corner(figure: &mut Figure, rect: Rect, fit: Fit, side: f32) {
    let (right, top) = (rect.right(), rect.y);
    figure.shapes.push(Shape::Polygon {
        points: vec![Point::new(right - side, top), Point::new(right, top), Point::new(right, top + side)],
        fill: Some(palette::text_on(fit).into()),
        stroke: None,
    });
}

/// The flag of the beachhead, with its left upper corner at a point.
pub(super) fn flag(figure: &mut Figure, at: Point, height: f32, colour: palette::Rgb) {
    let (width, drop) = (height * 0.72, height * 0.56);
    figure.fill(Rect::new(at.x, at.y, 1.5, height), colour, 0.0);
    figure.shapes.push(Shape::Polygon {
        points: [(1.5, 0.0), (1.5 + width, drop / 2.0), (1.5, drop)]
            .map(|(x, y)| Point::new(at.x + x, at.y + y))
            .to_vec(),
        fill: Some(colour.into()),
        stroke: None,
    });
}

/// The flag in the upper left corner of a mark of that fit.
pub(super) fn corner_flag(figure: &mut Figure, mark: Rect, fit: Fit) {
    let height = (mark.height * 0.36).clamp(5.0, 16.0);
    flag(figure, Point::new(mark.x + 2.5, mark.y + 2.5), height, palette::text_on(fit));
}

/// What the flag means.
pub(super) fn flag_entry(text: &Text) -> Entry {
    Entry::new(12.0, text.get("tab-beachhead"), |figure| flag(figure, Point::new(1.0, 2.0), 14.0, palette::INK))
}

/// A part of a legend.
pub(super) struct Entry {
    width: f32,
    /// Around the left upper corner of the sheet.
    shapes: Vec<Shape>,
    words: String,
}

impl Entry {
    /// A picture as wide as given and as high as [`ENTRY`], drawn at the left upper corner of a sheet, and its words.
    pub(super) fn new(width: f32, words: impl Into<String>, draw: impl FnOnce(&mut Figure)) -> Self {
        let mut sheet = Figure::new("");
        draw(&mut sheet);
        Self { width, shapes: sheet.shapes, words: words.into() }
    }
}

/// Height of a picture in the legend.
pub(super) const ENTRY: f32 = 18.0;

/// Entries beside each other, on as many lines as needed.
pub(super) struct Legend {
    pub(super) height: f32,
    /// Around the left upper corner.
    shapes: Vec<Shape>,
}

impl Legend {
    pub(super) fn lay_out(entries: Vec<Entry>, width: f32) -> Self {
        const SIZE: f32 = SMALL + 0.5;
        let mut sheet = Figure::new("");
        let (mut x, mut y) = (0.0, 0.0);
        for entry in entries {
            let words = Words::new(entry.words, 0.0, 0.0, SIZE).within(width - entry.width - 7.0);
            let needed = entry.width + 7.0 + words.width();
            if x > 0.0 && x + needed > width {
                (x, y) = (0.0, y + ENTRY + 8.0);
            }
            sheet.shapes.extend(entry.shapes.into_iter().map(|shape| shape.moved(x, y)));
            sheet.text(Words { at: Point::new(x + entry.width + 7.0, y + ENTRY / 2.0), ..words }.centred());
            x += needed + 22.0;
        }
        Self { height: y + ENTRY, shapes: sheet.shapes }
    }

    pub(super) fn draw(self, figure: &mut Figure, at: Point) {
        figure.shapes.extend(self.shapes.into_iter().map(|shape| shape.moved(at.x, at.y)));
    }
}

/// A legend at the left margin of a sheet; its lower end.
pub(super) fn legend(figure: &mut Figure, entries: Vec<Entry>, y: f32, width: f32) -> f32 {
    let legend = Legend::lay_out(entries, width);
    let bottom = y + legend.height;
    legend.draw(figure, Point::new(MARGIN, y));
    bottom
}

/// The legend of fits, each with how many there are.
pub(super) fn fit_entries(counts: impl Fn(Fit) -> usize, text: &Text) -> Vec<Entry> {
    Fit::CANDIDATES
        .into_iter()
        .map(|fit| {
            let words = format!("{} · {}", text.get(fit.key()), text.count(counts(fit)));
            Entry::new(24.0, words, |figure| mark(figure, Rect::new(0.0, 0.0, 24.0, ENTRY), fit, 11.5))
        })
        .collect()
}
