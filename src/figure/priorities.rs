//! The priority list as a picture.

use super::measure::{self, LINE_HEIGHT, Weight};
use super::sheet::{self, BODY, MARGIN, MOST_SIDE, SMALL};
use super::{Figure, Point, Rect, Stroke, Words, palette};
use crate::analysis::Analysis;
use crate::project::{Axis, CellKey, Fit, Project};
use crate::text::Text;

const SIGN_WIDTH: f32 = 30.0;
/// Left edges of product segment, customer segment and note, and their widths.
const COLUMNS: [(f32, f32); 3] = [(SIGN_WIDTH + 14.0, 230.0), (SIGN_WIDTH + 264.0, 230.0), (SIGN_WIDTH + 514.0, 416.0)];
const WIDTH: f32 = SIGN_WIDTH + 930.0;
/// Room for the last footnote.
const FOOT: f32 = 60.0;

/// All cells where the offer fits, most urgent first, undecided last, with their notes.
///
/// Where they don't find room on 4,000 units, a footnote says how many there are more.
pub fn priorities(project: &Project, analysis: &Analysis, text: &Text) -> Figure {
    let mut figure = sheet::figure(project, "report-priorities", text);
    let mut y = sheet::heading(&mut figure, project, text.get("report-priorities"), WIDTH, text);
    let fits = analysis.matrix.total().fits();
    if fits == 0 {
        figure.text(Words::new(text.get("report-no-fits"), MARGIN, y + 14.0, BODY).coloured(palette::MUTED));
        return figure.sized(WIDTH + 2.0 * MARGIN, y + 30.0 + MARGIN);
    }
    for (words, (x, _)) in ["report-product", "report-customer", "report-note"].into_iter().zip(COLUMNS) {
        figure.text(Words::new(text.get(words), MARGIN + x, y + 8.0, SMALL).coloured(palette::MUTED));
    }
    y += 16.0;
    let beachhead = project.beachhead.as_ref().and_then(|beachhead| analysis.matrix.place(beachhead.cell));
    let mut drawn = 0;
    'all: for fit in Fit::CANDIDATES {
        for (row, column) in analysis.matrix.with_fit(fit) {
            let entry = Entry::new(project, row, column, text);
            if y + entry.height > MOST_SIDE - FOOT - MARGIN {
                break 'all;
            }
            entry.draw(&mut figure, fit, beachhead == Some((row, column)), y);
            y += entry.height;
            drawn += 1;
        }
    }
    figure.line(Point::new(MARGIN, y), Point::new(MARGIN + WIDTH, y), Stroke::new(palette::GRID, 1.0));
    let mut entries = sheet::fit_entries(|fit| analysis.matrix.total().of(fit), text);
    entries.extend(beachhead.map(|_| sheet::flag_entry(text)));
    y = sheet::legend(&mut figure, entries, y + 18.0, WIDTH);
    if drawn < fits {
        y = sheet::footnotes(&mut figure, &[text.with("report-more-entries", "count", fits - drawn)], y + 10.0, WIDTH);
    }
    figure.sized(WIDTH + 2.0 * MARGIN, y + MARGIN)
}

struct Entry {
    /// Lines of product segment, customer segment and note, each with its colour.
    columns: [(Vec<String>, palette::Rgb); 3],
    height: f32,
}

impl Entry {
    fn new(project: &Project, row: usize, column: usize, text: &Text) -> Self {
        let product = &project.matrix.segments(Axis::Product)[row];
        let customer = &project.matrix.segments(Axis::Customer)[column];
        let note = &project.matrix.cell(CellKey { product: product.id, customer: customer.id }).note;
        let wrap =
            |words: &str, column: usize, lines| measure::wrap(words, BODY, Weight::Regular, COLUMNS[column].1, lines);
        let columns = [
            (wrap(sheet::shown(&product.name, text), 0, 2), sheet::name_colour(&product.name)),
            (wrap(sheet::shown(&customer.name, text), 1, 2), sheet::name_colour(&customer.name)),
            (wrap(note.as_deref().unwrap_or_default(), 2, 4), palette::INK),
        ];
        let lines = columns.iter().map(|(lines, _)| lines.len()).max().unwrap_or(1);
        Self { columns, height: lines as f32 * BODY * LINE_HEIGHT + 16.0 }
    }

    fn draw(&self, figure: &mut Figure, fit: Fit, is_beachhead: bool, y: f32) {
        figure.line(Point::new(MARGIN, y), Point::new(MARGIN + WIDTH, y), Stroke::new(palette::GRID, 1.0));
        let first = y + 8.0 + BODY * LINE_HEIGHT / 2.0;
        let mark = Rect::new(MARGIN, first - 11.0, SIGN_WIDTH, 22.0);
        sheet::mark(figure, mark, fit, BODY);
        if is_beachhead {
            sheet::corner_flag(figure, mark, fit);
        }
        for ((lines, colour), (x, _)) in self.columns.iter().zip(COLUMNS) {
            for (place, words) in lines.iter().enumerate() {
                let y = first + place as f32 * BODY * LINE_HEIGHT;
                figure.text(Words::new(words, MARGIN + x, y, BODY).centred().coloured(*colour));
            }
        }
    }
}
