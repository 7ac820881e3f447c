//! The matrix screen with the priority list beside it: every candidate with its note, by Prio or by score.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Button, EventFilter, Frame, Galley, Id, Key, Layout, Margin, Panel, Pos2, Rect, Response, RichText,
    Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::analysis::findings::Topic;
use crate::analysis::score::difficulty;
use crate::project::{Axis, CellKey, Command, Fit, Message};
use crate::ui::screen::{Group, Screen, ScreenRow};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::badge::{BADGE, cell_badge};
use crate::ui::widgets::{keeps_focus, keyboard};
use crate::ui::{Action, Memo, Route, View, sale};

use super::matrix::{self, MatrixScreen};

pub const SCREEN: ScreenRow = ScreenRow {
    key: "tab-matrix",
    icon: icon::MATRIX,
    group: Group::Market,
    new: || Box::<MatrixAndList>::default(),
    parts: &[],
    keys: &[(None, matrix::KEYS)],
    findings: &[Topic::Matrix],
};

/// The matrix and the list.
#[derive(Debug, Default)]
struct MatrixAndList {
    matrix: MatrixScreen,
    list: PriorityList,
}

impl Screen for MatrixAndList {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        if !view.project.matrix.is_empty() {
            let selected = self.matrix.selected_fits(view);
            self.list.ui(ui, view, &selected, out);
        }
        self.matrix.ui(ui, view, out);
    }

    fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.matrix.commit(view, out);
    }

    fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.matrix.drafts(view, out);
    }

    fn go(&mut self, route: &Route) -> bool {
        match route {
            Route::Cell(cell) => self.matrix.show_cell(*cell),
            Route::Find => self.matrix.find(),
            _ => return false,
        }
        true
    }
}

/// Below this width the matrix takes all that there is.
const BESIDE: f32 = 640.0;
/// Height of what is said of the selected cells, and the least height of the panel that has room for it.
const INSPECTOR: f32 = 164.0;
const INSPECTOR_FROM: f32 = 360.0;
const HEADING: f32 = 34.0;
const LINE: f32 = 40.0;
const LINE_WITH_NOTE: f32 = 58.0;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Line {
    Heading(Fit),
    /// Unscored cells follow, with their count.
    Unscored(usize),
    Cell {
        row: usize,
        column: usize,
        fit: Fit,
    },
}

/// The lines of the list.
#[derive(Debug, Default)]
struct Lines {
    lines: Vec<Line>,
    /// Where each line starts, and where the last one ends.
    tops: Vec<f32>,
}

/// The list's own state.
#[derive(Debug, Default)]
pub struct PriorityList {
    by_score: bool,
    /// By revision and order.
    lines: Memo<(u64, bool), Rc<Lines>>,
    chosen: Option<CellKey>,
}

impl Lines {
    fn of(view: &View, by_score: bool) -> Self {
        let index = &view.analysis.matrix;
        let mut lines = Vec::new();
        if by_score {
            let ranking = view.analysis.ranking();
            let ranked = ranking.cells.iter().take(ranking.ranked());
            lines.extend(ranked.map(|cell| Line::Cell { row: cell.place.0, column: cell.place.1, fit: cell.fit }));
            let unranked = index.total().fits() - lines.len();
            if unranked > 0 {
                let ranked: HashSet<_> = ranking.cells.iter().take(lines.len()).map(|cell| cell.place).collect();
                lines.push(Line::Unscored(unranked));
                for fit in Fit::CANDIDATES {
                    let rest = index.with_fit(fit).filter(|place| !ranked.contains(place));
                    lines.extend(rest.map(|(row, column)| Line::Cell { row, column, fit }));
                }
            }
        } else {
            for fit in Fit::CANDIDATES {
                if index.total().of(fit) > 0 {
                    lines.push(Line::Heading(fit));
                    lines.extend(index.with_fit(fit).map(|(row, column)| Line::Cell { row, column, fit }));
                }
            }
        }
        let mut tops = Vec::with_capacity(lines.len() + 1);
        let mut top = 0.0;
        for line in &lines {
            tops.push(top);
            top += match line {
                Line::Heading(_) | Line::Unscored(_) => HEADING,
                Line::Cell { row, column, .. } if index.cell(*row, *column).has_note => LINE_WITH_NOTE,
                Line::Cell { .. } => LINE,
            };
        }
        tops.push(top);
        Self { lines, tops }
    }
}

impl PriorityList {
    /// Draws the list as a panel on the right, where there is room for it beside the matrix.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, selected: &[CellKey], out: &mut Vec<Action>) {
        if ui.available_width() < BESIDE {
            return;
        }
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin { left: 12, right: 4, top: 10, bottom: 4 });
        Panel::right("priorities").frame(frame).default_size(290.0).size_range(220.0..=520.0).show(ui, |ui| {
            if !selected.is_empty() && ui.available_height() >= INSPECTOR_FROM {
                let frame = Frame::new().inner_margin(Margin { left: 0, right: 8, top: 8, bottom: 0 });
                Panel::bottom("cell inspector").frame(frame).resizable(false).exact_size(INSPECTOR).show(ui, |ui| {
                    matrix::inspector::show(ui, view, selected, out);
                });
            }
            self.head(ui, view);
            if view.analysis.matrix.total().fits() == 0 {
                ui.add_space(space::XS);
                ui.label(RichText::new(view.text.get("priorities-empty")).color(colors(ui).muted));
                ui.allocate_space(ui.available_size());
                return;
            }
            let by_score = self.by_score;
            let lines = self.lines.get((view.revision, by_score), || Rc::new(Lines::of(view, by_score))).clone();
            let Lines { lines, tops } = &*lines;
            let height = tops.last().copied().unwrap_or_default();
            ScrollArea::vertical().auto_shrink([false, false]).show_viewport(ui, |ui, viewport| {
                ui.set_height(height);
                let origin = ui.max_rect().min;
                let first = tops.partition_point(|top| *top <= viewport.min.y).saturating_sub(1);
                for place in first..lines.len() {
                    if tops[place] > viewport.max.y {
                        break;
                    }
                    let rect = Rect::from_min_max(
                        origin + vec2(0.0, tops[place]),
                        pos2(origin.x + ui.max_rect().width() - space::S, origin.y + tops[place + 1]),
                    );
                    match lines[place] {
                        Line::Heading(fit) => {
                            heading(ui, view, rect, group_key(fit), view.analysis.matrix.total().of(fit));
                        }
                        Line::Unscored(count) => heading(ui, view, rect, "priorities-unscored", count),
                        Line::Cell { row, column, fit } => self.line(ui, view, rect, (row, column), fit, out),
                    }
                }
            });
        });
    }

    /// The title, and the order once there are scores.
    fn head(&mut self, ui: &mut Ui, view: &View) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(view.text.get("priorities-title")).font(theme::body_strong()));
            if view.analysis.ranking().ranked() == 0 {
                self.by_score = false;
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::S);
                for (by_score, words, name) in
                    [(true, "report-score", "priorities-by-score"), (false, "report-prio", "priorities-by-prio")]
                {
                    let chosen = self.by_score == by_score;
                    let words = RichText::new(view.text.get(words)).font(theme::small());
                    let response = ui.add(Button::selectable(chosen, words));
                    let name = view.text.get(name);
                    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
                    if response.on_hover_text(name).clicked() {
                        self.by_score = by_score;
                    }
                }
            });
        });
    }

    fn line(
        &mut self,
        ui: &mut Ui,
        view: &View,
        rect: Rect,
        (row, column): (usize, usize),
        fit: Fit,
        out: &mut Vec<Action>,
    ) {
        let matrix = &view.project.matrix;
        let (Some(product), Some(customer)) =
            (matrix.segments(Axis::Product).get(row), matrix.segments(Axis::Customer).get(column))
        else {
            return;
        };
        let key = CellKey { product: product.id, customer: customer.id };
        let id = ui.scope_id().with((key.product.number(), key.customer.number()));
        let response = ui.interact(rect.shrink2(vec2(0.0, 1.0)), id, Sense::click());
        let name =
            |name: &Arc<str>| if name.is_empty() { view.text.get("unnamed").to_owned() } else { name.to_string() };
        let (product, customer) = (name(&product.name), name(&customer.name));
        let note = matrix.cell(key).note.clone();
        response.widget_info(|| {
            let message = Message::new("priorities-line")
                .with("product", product.as_str())
                .with("customer", customer.as_str())
                .with("fit", Message::new(group_key(fit)));
            WidgetInfo::labeled(Role::ListItem, true, view.text.say(&message))
        });
        let palette = colors(ui);
        let chosen = self.chosen == Some(key);
        if chosen || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(response.rect, 4.0, if chosen { palette.selected } else { palette.hover });
        }
        if response.has_focus() {
            let stroke = ui.visuals().selection.stroke;
            ui.painter().rect_stroke(response.rect, 4.0, stroke, eframe::egui::StrokeKind::Inside);
        }
        cell_badge(ui, view, rect.left_top() + vec2(4.0, 7.0), key);
        let left = rect.left() + BADGE + 14.0;
        let width = rect.right() - left - 4.0;
        let total = view.analysis.ranking().cell(key).and_then(|cell| cell.total).filter(|_| self.by_score);
        let mut first = width;
        if let Some(total) = total {
            let at = pos2(rect.right() - 4.0, rect.top() + 4.0);
            let total = view.text.number(total, 0);
            let drawn = ui.painter().text(at, Align2::RIGHT_TOP, total, theme::body_strong(), palette.ink);
            first -= drawn.width() + space::S;
        }
        let mut cut = paint(ui, pos2(left, rect.top() + 4.0), first, &product, theme::body_strong(), palette.ink);
        cut |= paint(ui, pos2(left, rect.top() + 20.0), width, &customer, theme::small(), palette.ink);
        let sale = difficulty(&view.project.decision, key);
        if let Some(sale) = sale {
            // How hard the sale is, where there is room for it beside the customer segment.
            let measured =
                |words: &str, ink| ui.painter().layout_no_wrap(words.replace('\n', " "), theme::small(), ink);
            let words = measured(view.text.get(sale.key()), palette.muted);
            if measured(&customer, palette.ink).size().x + space::M + words.size().x <= width {
                let at = pos2(rect.right() - 4.0 - words.size().x, rect.top() + 20.0);
                ui.painter().galley(at, words, palette.muted);
            }
        }
        if let Some(note) = &note {
            cut |= paint(ui, pos2(left, rect.top() + 37.0), width, note, theme::small(), palette.muted);
        }
        self.keys(ui, &response, key, out);
        if response.clicked() {
            self.chosen = Some(key);
            response.request_focus();
            out.push(Action::Go(Route::Cell(key)));
        }
        if cut || sale.is_some() {
            let sale = sale::difficulty_words(view, key);
            let lines = [Some(format!("{product} × {customer}")), sale, note.map(|note| note.to_string())];
            response.on_hover_text(lines.into_iter().flatten().collect::<Vec<_>>().join("\n"));
        }
    }

    /// While a line has the focus: 1 2 3 set the Prio, X takes it back to undecided, 0 clears the fit.
    fn keys(&mut self, ui: &Ui, response: &Response, key: CellKey, out: &mut Vec<Action>) {
        if !keeps_focus(response) {
            return;
        }
        self.chosen = Some(key);
        ui.memory_mut(|memory| {
            let arrows = EventFilter { vertical_arrows: false, ..EventFilter::default() };
            memory.set_focus_lock_filter(response.id, arrows);
        });
        keyboard::presses(ui.ctx(), |press| {
            let fit = match press.digit() {
                Some(0) => Fit::No,
                Some(1) => Fit::Prio1,
                Some(2) => Fit::Prio2,
                Some(3) => Fit::Prio3,
                _ if press.plain() == Some(Key::X) => Fit::Undecided,
                _ => return false,
            };
            let command = Command::SetFit { products: vec![key.product], customers: vec![key.customer], fit };
            out.push(Action::Edit(command, None));
            true
        });
    }
}

/// What the list calls a fit; never as the grid names its cells, so that each has a name of its own.
fn group_key(fit: Fit) -> &'static str {
    if fit == Fit::Undecided { "report-undecided" } else { fit.key() }
}

fn heading(ui: &mut Ui, view: &View, rect: Rect, key: &'static str, count: usize) {
    let palette = colors(ui);
    let count = view.text.count(count);
    let words = view.text.get(key);
    let base = rect.left_bottom() + vec2(4.0, -8.0);
    ui.painter().text(base, Align2::LEFT_BOTTOM, words, theme::small_strong(), palette.muted);
    let right = rect.right_bottom() + vec2(-4.0, -8.0);
    ui.painter().text(right, Align2::RIGHT_BOTTOM, &count, theme::small(), palette.muted);
    let line = rect.bottom() - 3.0;
    ui.painter().hline(rect.x_range(), line, (1.0, palette.line));
    let response = ui.interact(rect, Id::unique(("priorities heading", key)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{words}: {count}")));
}

/// One line of text, cut with an ellipsis where it is too long. Says whether it was.
pub(super) fn paint(
    ui: &Ui,
    at: Pos2,
    width: f32,
    words: &str,
    font: eframe::egui::FontId,
    color: eframe::egui::Color32,
) -> bool {
    let mut job = LayoutJob::simple_singleline(words.replace('\n', " "), font, color);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width.max(20.0));
    let galley: Arc<Galley> = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let cut = galley.elided;
    ui.painter().galley(at, galley, color);
    cut
}
