//! The rail at the left: the project's screens in the order of the method, with a count where findings are open.

use eframe::egui::{
    Align2, Context, EventFilter, Frame, Id, Key, Margin, Memory, Panel, Rect, Response, Role, Sense, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::action::{Action, Route};
use super::bars::{Bars, hover_text};
use super::commands;
use super::screen::ScreenRow;
use super::screens::SCREENS;
use super::theme::{self, colors, icon, space};
use super::view::View;
use super::widgets::keyboard;

/// Windows narrower than this have room for icons only.
const NARROW: f32 = 1000.0;
const FOLDED: f32 = 52.0;
/// Height of a row, and the least that it shrinks to.
const ROW: f32 = 40.0;
const LEAST: f32 = 26.0;
const MARGIN: i8 = 6;
/// Where words begin in a row.
const WORDS: f32 = 40.0;
/// The most findings that are counted.
const MOST: usize = 99;

/// The rail's own state.
#[derive(Debug, Default)]
pub struct Rail {
    /// What had the focus before the rail.
    before: Option<Id>,
    /// The row that gets the focus in the coming frame. It can't take it in this one: only one row is a stop.
    wanted: Option<Id>,
}

fn id(row: &ScreenRow) -> Id {
    Id::unique(("rail", row.key))
}

impl Rail {
    /// Gives the focus to the screen that is shown, or back to what had it before.
    pub fn focus(&mut self, ctx: &Context, shown: Option<&str>) {
        let focused = ctx.memory(Memory::focused);
        if let Some(row) = focused.filter(|focused| SCREENS.iter().any(|row| id(row) == *focused)) {
            self.leave(ctx, row);
        } else {
            self.before = focused;
            let row = SCREENS.iter().find(|row| Some(row.key) == shown).or(SCREENS.first());
            if let Some(row) = row {
                self.wanted = Some(id(row));
                ctx.request_repaint();
            }
        }
    }

    fn leave(&mut self, ctx: &Context, from: Id) {
        ctx.memory_mut(|memory| match self.before.take() {
            Some(id) => memory.request_focus(id),
            None => memory.surrender_focus(from),
        });
    }

    pub fn ui(&mut self, ui: &mut Ui, bars: &Bars, view: &View, out: &mut Vec<Action>) {
        let narrow = ui.ctx().content_rect().width() < NARROW;
        let folded = narrow || bars.rail_folded;
        let width = if folded { FOLDED } else { unfolded(ui, bars) };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::symmetric(MARGIN, MARGIN));
        Panel::left("rail").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            // Low windows have lower rows; the button that folds needs one too.
            let height = (ui.available_height() - 24.0) / (SCREENS.len() + 1) as f32 - 2.0;
            let height = height.clamp(LEAST, ROW);
            let mut group = SCREENS.first().map(|row| row.group);
            if let Some(wanted) = self.wanted.take() {
                ui.memory_mut(|memory| memory.request_focus(wanted));
            }
            // One stop for Tab: the focused row, otherwise the one that is shown.
            let focused = ui.memory(Memory::focused);
            let stop = SCREENS.iter().position(|row| Some(id(row)) == focused);
            let stop = stop.or(SCREENS.iter().position(|row| Some(row.key) == bars.screen)).unwrap_or_default();
            for (place, row) in SCREENS.iter().enumerate() {
                if group != Some(row.group) {
                    group = Some(row.group);
                    ui.add_space(space::S);
                    let line = ui.cursor().top();
                    ui.painter().hline(ui.max_rect().x_range(), line, (1.0, colors(ui).line));
                    ui.add_space(space::S);
                }
                let response = item(ui, bars, view, row, (folded, height), place == stop);
                if response.has_focus() {
                    self.keys(ui, &response, place);
                }
                if response.clicked() {
                    out.push(Action::Go(Route::Screen(row.key)));
                }
            }
            if !narrow {
                let bottom =
                    Rect::from_min_max(pos2(ui.max_rect().left(), ui.max_rect().bottom() - height), ui.max_rect().max);
                if fold(ui, bars, bottom, folded) {
                    out.push(Action::FoldRail);
                }
            }
        });
    }

    /// Arrows, Home and End move the focus within the rail; F6 and Escape give it back.
    fn keys(&mut self, ui: &Ui, response: &Response, place: usize) {
        let filter = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let last = SCREENS.len() - 1;
        let (mut to, mut leaves) = (place, false);
        keyboard::presses(ui.ctx(), |press| {
            match press.plain() {
                Some(Key::ArrowUp) => to = to.saturating_sub(1),
                Some(Key::ArrowDown) => to = (to + 1).min(last),
                Some(Key::Home) => to = 0,
                Some(Key::End) => to = last,
                Some(Key::F6 | Key::Escape) => leaves = true,
                _ => return false,
            }
            true
        });
        if to != place {
            self.wanted = Some(id(SCREENS[to]));
            ui.request_repaint();
        }
        if leaves {
            self.leave(ui.ctx(), response.id);
        }
    }
}

/// The width that the names need.
fn unfolded(ui: &Ui, bars: &Bars) -> f32 {
    let width = |row: &&ScreenRow| {
        let words =
            ui.painter().layout_no_wrap(bars.text.get(row.key).to_owned(), theme::body_strong(), colors(ui).ink);
        words.size().x
    };
    let names = SCREENS.iter().map(width).fold(0.0, f32::max);
    (WORDS + names + 34.0 + 2.0 * f32::from(MARGIN)).clamp(140.0, 220.0)
}

fn item(
    ui: &mut Ui,
    bars: &Bars,
    view: &View,
    row: &ScreenRow,
    (folded, height): (bool, f32),
    is_stop: bool,
) -> Response {
    let palette = colors(ui);
    let chosen = bars.screen == Some(row.key);
    let name = bars.text.get(row.key);
    let findings = view.analysis.findings().on(row.findings).count();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let response = ui.interact(rect, id(row), if is_stop { Sense::click() } else { Sense::CLICK });
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, name));
    let counted = (findings > 0).then(|| bars.text.with("rail-findings", "count", findings));
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, 6.0, if chosen { palette.selected } else { palette.hover });
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6.0, ui.visuals().selection.stroke, StrokeKind::Inside);
    }
    let ink = if chosen { palette.accent } else { palette.muted };
    // In a low row the count would lie on the icon.
    let aside = if findings > 0 && rect.height() < 48.0 { 10.0 } else { 0.0 };
    let at = if folded { rect.center() - vec2(aside, 0.0) } else { rect.left_center() + vec2(20.0, 0.0) };
    ui.painter().text(at, Align2::CENTER_CENTER, row.icon, theme::icon_font(), ink);
    if !folded {
        let font = if chosen { theme::body_strong() } else { theme::body() };
        ui.painter().text(rect.left_center() + vec2(WORDS, 0.0), Align2::LEFT_CENTER, name, font, palette.ink);
    }
    if findings > 0 {
        badge(ui, rect, findings, folded);
    }
    let shortcut = commands::of(&Action::Go(Route::Screen(row.key))).and_then(|row| row.shortcut);
    let hint = hover_text(ui, name, shortcut);
    let hint = if let Some(counted) = counted { format!("{hint}\n{counted}") } else { hint };
    response.on_hover_text(hint)
}

/// The count of open findings, at the end of a row or on its icon.
fn badge(ui: &Ui, row: Rect, findings: usize, folded: bool) {
    let palette = colors(ui);
    let words = if findings > MOST { format!("{MOST}+") } else { findings.to_string() };
    let galley = ui.painter().layout_no_wrap(words, theme::small_strong(), palette.ink);
    let size = vec2((galley.size().x + 10.0).max(18.0), 18.0);
    let centre = if folded {
        pos2(row.right() - size.x / 2.0, row.top() + 11.0)
    } else {
        pos2(row.right() - 6.0 - size.x / 2.0, row.center().y)
    };
    let rect = Rect::from_center_size(centre, size);
    ui.painter().rect(rect, 9.0, palette.background, (1.0, palette.frame), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, palette.ink);
}

/// The button that folds or unfolds. Says whether it was pressed.
fn fold(ui: &Ui, bars: &Bars, rect: Rect, folded: bool) -> bool {
    let palette = colors(ui);
    let response = ui.interact(rect, Id::unique("rail fold"), Sense::CLICK);
    let name = bars.text.get("action-rail-fold");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, palette.hover);
    }
    let at = if folded { rect.center() } else { rect.left_center() + vec2(20.0, 0.0) };
    ui.painter().text(at, Align2::CENTER_CENTER, icon::SIDEBAR, theme::icon_font(), palette.muted);
    let shortcut = commands::of(&Action::FoldRail).and_then(|row| row.shortcut);
    let hint = hover_text(ui, name, shortcut);
    response.on_hover_text(hint).clicked()
}
