//! Names of segments as laid-out text: measured once per change, laid out once per size.
//!
//! Independent of cells and selection.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::epaint::text::{FontsView, TextWrapping};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Color32, FontId, Galley, Ui};
use imbl::Vector;

use crate::project::{Axis, Fit, Segment, SegmentId};
use crate::text::{Language, Text};
use crate::ui::View;
use crate::ui::theme::{self, space};
use crate::ui::widgets::grid::{Layout, Wanted};

/// Width of a heading's count.
pub(super) const COUNT_WIDTH: f32 = 34.0;
/// Height of a count below a column's name.
pub(super) const COUNT_HEIGHT: f32 = 20.0;

/// Icon and padding around the label for adding a row.
const ADD_MARGIN: f32 = 38.0;

/// The space for a name.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Wrap {
    width: f32,
    lines: usize,
    centred: bool,
}

const ONE_LINE: Wrap = Wrap { width: f32::INFINITY, lines: 1, centred: false };

#[derive(Debug, Default)]
struct Side {
    segments: Vector<Segment>,
    measured: bool,
    /// Width of the longest name on one line.
    longest: f32,
    /// Width of the longest word.
    word: f32,
    /// The space that `galleys` are laid out for.
    wrap: Wrap,
    galleys: HashMap<SegmentId, Arc<Galley>>,
}

/// Laid-out names, counts and signs, kept between frames.
#[derive(Debug, Default)]
pub(super) struct Headings {
    sides: [Side; 2],
    language: Language,
    /// Width of the label for adding a row, with its icon.
    add_width: f32,
    /// A galley that egui lays out again when the font atlas is rebuilt or the scale changes.
    canary: Option<Arc<Galley>>,
    signs: Vec<Arc<Galley>>,
    counts: HashMap<usize, Arc<Galley>>,
}

impl Headings {
    /// Follows changes of names, language and scale. Cheap while nothing changed.
    pub fn update(&mut self, ui: &Ui, view: &View) {
        let canary = lay_out(ui, Fit::Undecided.sign(), &theme::body(), ONE_LINE);
        // A new canary means that the font atlas was rebuilt or the scale changed, and that every galley kept here is
        // stale.
        let stale = self.canary.as_ref().is_none_or(|old| !Arc::ptr_eq(old, &canary));
        if stale || self.language != view.text.language() {
            self.sides = Default::default();
            self.counts.clear();
            self.language = view.text.language();
            let words = view.text.get("matrix-add-product");
            self.add_width = ui.fonts_mut(|fonts| measure(fonts, words).0) + ADD_MARGIN;
        }
        self.canary = Some(canary);
        for (axis, side) in Axis::ALL.into_iter().zip(&mut self.sides) {
            let segments = view.project.matrix.segments(axis);
            if !side.measured || !(side.segments.ptr_eq(segments) || side.segments == *segments) {
                *side = Side { segments: segments.clone(), measured: true, ..Side::default() };
                ui.fonts_mut(|fonts| {
                    for segment in segments {
                        let (length, word) = measure(fonts, view.text.name(&segment.name));
                        side.longest = side.longest.max(length);
                        side.word = side.word.max(word);
                    }
                });
            }
        }
    }

    /// Preferred sizes of the headings.
    pub fn wanted(&self) -> Wanted {
        let [rows, columns] = &self.sides;
        Wanted {
            row_width: rows.longest + 2.0 * space::S + COUNT_WIDTH,
            row_least: self.add_width,
            column_length: columns.longest + 2.0 * space::S + COUNT_HEIGHT,
            column_word: columns.word + 2.0 * space::XS,
        }
    }

    /// Height of the column headings when names aren't rotated. Lays out every name: only few columns are that wide.
    pub fn level_height(&mut self, ui: &Ui, layout: &Layout, text: &Text) -> f32 {
        let segments = self.sides[Axis::Customer as usize].segments.clone();
        let tallest = segments
            .iter()
            .map(|segment| self.galley(ui, layout, Axis::Customer, segment, text).size().y)
            .fold(0.0, f32::max);
        tallest + COUNT_HEIGHT + 2.0 * space::S
    }

    /// A name laid out for its heading, with an ellipsis if it doesn't fit.
    pub fn galley(&mut self, ui: &Ui, layout: &Layout, axis: Axis, segment: &Segment, text: &Text) -> Arc<Galley> {
        let line = theme::body().size * 1.3;
        let lines = |room: f32| ((room / line) as usize).clamp(1, 5);
        let wrap = match axis {
            Axis::Product => {
                let width = layout.head.x - 2.0 * space::S - COUNT_WIDTH;
                Wrap { width, lines: lines(layout.cell.y - 4.0), centred: false }
            }
            Axis::Customer if layout.turned => {
                let width = layout.head.y - 2.0 * space::S - COUNT_HEIGHT;
                Wrap { width, lines: lines(layout.cell.x - 4.0), centred: false }
            }
            Axis::Customer => Wrap { width: layout.cell.x - 2.0 * space::XS, lines: 4, centred: true },
        };
        let side = &mut self.sides[axis as usize];
        if side.wrap != wrap {
            side.wrap = wrap;
            side.galleys.clear();
        }
        let galleys = &mut side.galleys;
        galleys.entry(segment.id).or_insert_with(|| lay_out(ui, text.name(&segment.name), &theme::body(), wrap)).clone()
    }

    /// A count in the small font.
    pub fn count(&mut self, ui: &Ui, count: usize, text: &Text) -> &Arc<Galley> {
        let number = || lay_out(ui, &text.count(count), &theme::small(), ONE_LINE);
        self.counts.entry(count).or_insert_with(number)
    }

    /// Lays out the signs for the size of the cells.
    pub fn size_signs(&mut self, ui: &Ui, layout: &Layout) {
        let font = if layout.cell.y >= 60.0 { theme::sign_large() } else { theme::sign() };
        self.signs.clear();
        self.signs.extend(Fit::ALL.map(|fit| lay_out(ui, fit.sign(), &font, ONE_LINE)));
    }

    pub fn sign(&self, fit: Fit) -> &Arc<Galley> {
        &self.signs[fit as usize]
    }
}

/// Widths of a name and of its longest word.
fn measure(fonts: &mut FontsView<'_>, name: &str) -> (f32, f32) {
    let (mut length, mut word, mut longest) = (0.0_f32, 0.0_f32, 0.0_f32);
    for letter in name.chars() {
        let width = fonts.glyph_width(&theme::body(), letter);
        length += width;
        word = if letter.is_whitespace() || matches!(letter, '-' | '/') { 0.0 } else { word + width };
        longest = longest.max(word);
    }
    // Margin for kerning and rounding to pixels.
    (length.ceil() + 2.0, longest.ceil() + 2.0)
}

fn lay_out(ui: &Ui, text: &str, font: &FontId, wrap: Wrap) -> Arc<Galley> {
    let format = TextFormat { font_id: font.clone(), color: Color32::PLACEHOLDER, ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.break_on_newline = false;
    job.halign = if wrap.centred { Align::Center } else { Align::LEFT };
    job.wrap = TextWrapping {
        max_width: wrap.width,
        max_rows: wrap.lines,
        break_anywhere: wrap.lines == 1,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}
