//! The page for the wall: what is bet on first, what comes first and why, how it is met, money, findings, next steps.
//!
//! Each part shows as many lines as there is room for, and leads to its screen.

use eframe::egui::{
    Align, CursorIcon, FontId, Frame, Id, Label, Layout, Margin, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo,
};

use crate::analysis::findings::{Severity, Topic};
use crate::analysis::overview::{PRIOS, Way, budget_message};
use crate::project::{About, StepId};
use crate::text::Language;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::fields::Drafts;
use crate::ui::widgets::primary_button;
use crate::ui::{Action, Memo, Route, View};

use super::lines::{CellLine, Lines};
use super::steps;

/// From these widths on there are two and three columns.
const TWO: f32 = 760.0;
const THREE: f32 = 1180.0;
/// From this width on, lines are read from the back of a room.
const WALL: f32 = 1500.0;

#[derive(Debug, Default)]
pub(super) struct Page {
    lines: Memo<(u64, Language), Lines>,
    pub(super) drafts: Drafts,
    /// A step that has just been added: its first field gets the focus.
    pub(super) fresh: Option<StepId>,
}

/// Where a click leads.
enum Lead {
    To(Route),
    Findings,
}

/// How much room there is.
#[derive(Clone, Copy)]
struct Room {
    is_wall: bool,
    /// Lines of the longest part.
    lines: usize,
}

impl Room {
    fn font(self, is_strong: bool) -> FontId {
        match (self.is_wall, is_strong) {
            (true, _) => theme::wall(is_strong),
            (false, true) => theme::body_strong(),
            (false, false) => theme::body(),
        }
    }

    fn small(self) -> FontId {
        if self.is_wall { theme::body() } else { theme::small() }
    }
}

impl Page {
    /// What [`Page::settle`] would write of all that is typed.
    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    pub fn settle(&mut self, view: &View, focused: Option<Id>, out: &mut Vec<Action>) {
        self.drafts.settle(view, focused, out);
    }

    /// Draws the page. Says whether the list of findings is wanted.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> bool {
        let key = (view.revision, view.text.language());
        let lines = self.lines.get(key, || Lines::of(view));
        let width = ui.available_width();
        let is_wall = width >= WALL && ui.available_height() >= 800.0;
        let columns = if width >= THREE { 3 } else { 1 + usize::from(width >= TWO) };
        let line = if is_wall { 60.0 } else { 42.0 };
        let room = Room { is_wall, lines: ((ui.available_height() - 140.0) / line).clamp(4.0, 14.0) as usize };
        let mut lead = None;
        let (drafts, fresh) = (&mut self.drafts, &mut self.fresh);
        ScrollArea::vertical().id_salt("overview page").auto_shrink([false, false]).show(ui, |ui| {
            let name = view.text.name(&view.project.name);
            let title = ui.label(RichText::new(name).font(if is_wall { theme::title() } else { theme::heading() }));
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
            ui.add_space(space::XS);
            the_way(ui, view, room, &mut lead);
            let column = |at: usize| match columns {
                3 => at,
                2 => usize::from(at > 0),
                _ => 0,
            };
            ui.spacing_mut().item_spacing.x = space::L;
            ui.columns(columns, |uis| {
                left(&mut uis[column(0)], |ui| first(ui, view, lines, room, &mut lead));
                left(&mut uis[column(1)], |ui| {
                    reached(ui, view, lines, room, &mut lead);
                    money(ui, view, room, &mut lead);
                });
                left(&mut uis[column(2)], |ui| {
                    findings(ui, view, lines, room, &mut lead);
                    part(ui, view.text.get("overview-steps"), None, room);
                    if let Some(about) = steps::ui(ui, view, drafts, fresh, out) {
                        lead = Some(Lead::To(route(about)));
                    }
                });
            });
        });
        match lead {
            Some(Lead::To(route)) => out.push(Action::Go(route)),
            Some(Lead::Findings) => return true,
            None => {}
        }
        false
    }
}

/// A column whose text is set to the left.
fn left(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.set_width(ui.available_width() - space::S);
        add(ui);
    });
}

/// Where something is looked at that isn't a finding.
fn route(about: About) -> Route {
    match about.cell() {
        Some(cell) => Route::Cell(cell),
        None if about.channel.is_some() || about.customer.is_some() => Route::Finding(Topic::Coverage, about),
        None => Route::Screen("tab-matrix"),
    }
}

/// The title of a part; with a lead it is a link.
fn part(ui: &mut Ui, title: &str, lead: Option<(&mut Option<Lead>, Lead)>, room: Room) {
    ui.add_space(if room.is_wall { space::L } else { space::M });
    let font = if room.is_wall { theme::heading() } else { theme::body_strong() };
    let words = RichText::new(title).font(font).color(colors(ui).accent);
    let label = Label::new(words).truncate();
    let response = ui.add(if lead.is_some() { label.sense(Sense::CLICK) } else { label });
    let role = if lead.is_some() { Role::Link } else { Role::Heading };
    response.widget_info(|| WidgetInfo::labeled(role, true, title));
    if let Some((asked, to)) = lead
        && response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    {
        *asked = Some(to);
    }
    let line = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), line, (1.0, colors(ui).line));
    ui.add_space(space::XS);
}

fn muted(ui: &mut Ui, words: &str, room: Room) {
    let words = RichText::new(words).font(room.small()).color(colors(ui).muted);
    ui.add(Label::new(words).wrap());
}

/// A line that leads on, with small print below. Says whether it was clicked.
fn item(ui: &mut Ui, sign: RichText, words: &str, below: &str, room: Room) -> bool {
    let mut clicked = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.label(sign.font(room.font(true)));
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let label = Label::new(RichText::new(words).font(room.font(false))).truncate().sense(Sense::CLICK);
            let response = ui.add(label).on_hover_cursor(CursorIcon::PointingHand);
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
            clicked = response.clicked();
            if !below.is_empty() {
                let words = RichText::new(below).font(room.small()).color(colors(ui).muted);
                ui.add(Label::new(words).truncate());
            }
        });
    });
    clicked
}

/// That more isn't shown.
fn more(ui: &mut Ui, view: &View, count: usize, room: Room) {
    if count > 0 {
        muted(ui, &view.text.with("diff-more", "count", count), room);
    }
}

/// The next step of the method; all steps as long as nothing is marked.
fn the_way(ui: &mut Ui, view: &View, room: Room, lead: &mut Option<Lead>) {
    let (project, index, overview) = (view.project, &view.analysis.matrix, view.analysis.overview());
    let Some(next) = Way::next(project, index, overview) else { return };
    let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8)).corner_radius(6.0);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let [what, why] = next.messages().map(|message| view.text.say(&message));
        ui.horizontal(|ui| {
            muted(ui, view.text.get("overview-next-title"), room);
            if next != Way::Steps && primary_button(ui, "", &what).clicked() {
                *lead = Some(Lead::To(way(next)));
            } else if next == Way::Steps {
                ui.label(RichText::new(&what).font(room.font(true)));
            }
        });
        muted(ui, &why, room);
        if next > Way::Prios {
            return;
        }
        ui.add_space(space::S);
        for step in Way::ALL {
            let is_done = step.is_done(project, index, overview);
            let [what, why] = step.messages().map(|message| view.text.say(&message));
            let palette = colors(ui);
            let sign = if is_done { icon::CHECK } else { "·" };
            let sign = RichText::new(sign).color(if is_done { palette.good } else { palette.muted });
            if item(ui, sign, &what, if step == next { "" } else { &why }, room) {
                *lead = Some(Lead::To(way(step)));
            }
        }
    });
}

fn cell(ui: &mut Ui, line: &CellLine, room: Room, lead: &mut Option<Lead>) {
    let (fill, ink) = colors(ui).fit(line.fit);
    let sign = RichText::new(format!(" {} ", line.fit.sign())).color(ink).background_color(fill);
    if item(ui, sign, &line.name, &line.note, room) {
        *lead = Some(Lead::To(Route::Cell(line.key)));
    }
}

/// The beachhead and its pins, then Prio 1, 2 and 3 with the reasons, and how the products stand.
fn first(ui: &mut Ui, view: &View, lines: &Lines, room: Room, lead: &mut Option<Lead>) {
    let text = view.text;
    if !lines.pins.is_empty() {
        let to = Lead::To(Route::Screen("tab-beachhead"));
        part(ui, text.get("beachhead-and-follow-ons"), Some((lead, to)), room);
        for line in lines.pins.iter().take(4) {
            cell(ui, line, room, lead);
        }
        more(ui, view, lines.pins.len().saturating_sub(4), room);
    }
    let mut left = room.lines.saturating_sub(lines.pins.len().min(4)).max(3);
    for (at, cells) in lines.prios.iter().enumerate() {
        let count = lines.counts[at];
        let title = format!("{} · {}", text.get(PRIOS[at].key()), text.count(count));
        part(ui, &title, Some((lead, Lead::To(Route::Screen("tab-matrix")))), room);
        if at == 0 && cells.is_empty() {
            muted(ui, text.get("overview-no-prio"), room);
        }
        // Prio 1 gets what there is, but leaves some lines for the others.
        let shown = cells.len().min(left.saturating_sub(2 - at).max([5, 3, 2][at]));
        for line in &cells[..shown] {
            cell(ui, line, room, lead);
        }
        more(ui, view, count - shown, room);
        left = left.saturating_sub(shown);
    }
    if !lines.positions.is_empty() {
        part(ui, text.get("tab-position"), Some((lead, Lead::To(Route::Screen("tab-position")))), room);
        let shown = lines.positions.len().min(room.lines.min(6));
        for (product, words) in &lines.positions[..shown] {
            if item(ui, RichText::new("·"), product, words, room) {
                *lead = Some(Lead::To(Route::Screen("tab-position")));
            }
        }
        more(ui, view, lines.positions.len() - shown, room);
    }
}

fn reached(ui: &mut Ui, view: &View, lines: &Lines, room: Room, lead: &mut Option<Lead>) {
    let to = Lead::To(Route::Part("tab-channels", "channels-mode-segments"));
    part(ui, view.text.get("overview-channels"), Some((lead, to)), room);
    if lines.met.is_empty() {
        muted(ui, view.text.get("overview-nobody"), room);
    }
    let shown = lines.met.len().min(room.lines);
    for (customer, fit, name, words) in &lines.met[..shown] {
        let (fill, ink) = colors(ui).fit(*fit);
        let sign = RichText::new(format!(" {} ", fit.sign())).color(ink).background_color(fill);
        if item(ui, sign, name, words, room) {
            *lead = Some(Lead::To(Route::Finding(Topic::Coverage, About::customer(*customer))));
        }
    }
    more(ui, view, view.analysis.overview().met.len() - shown, room);
}

/// What each scenario leaves, and on which conditions.
fn money(ui: &mut Ui, view: &View, room: Room, lead: &mut Option<Lead>) {
    let text = view.text;
    let to = || Lead::To(Route::Part("tab-channels", "channels-mode-budget"));
    part(ui, text.get("budget-column-money"), Some((lead, to())), room);
    let scenarios = &view.project.plan.scenarios;
    if scenarios.is_empty() {
        muted(ui, text.get("overview-no-money"), room);
        return;
    }
    let latest = view.analysis.budgets();
    for scenario in scenarios.iter().take(4) {
        let found = latest.found.into_iter().flatten().find(|outlook| outlook.scenario == scenario.id);
        let words = match found.map(|found| &found.solved) {
            Some(Ok(found)) if !latest.is_old => {
                text.say(&budget_message(view.project, scenario.budget, scenario.months, found))
            }
            Some(Err(_)) if !latest.is_old => text.get("overview-budget-clash").to_owned(),
            _ => text.get("budget-is-old").to_owned(),
        };
        let name = text.value(&scenario.shown_name());
        let link = Label::new(RichText::new(&name).font(room.font(true))).truncate().sense(Sense::CLICK);
        let response = ui.add(link).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
        if response.clicked() {
            *lead = Some(Lead::To(Route::Finding(Topic::Budget, scenario.id.into())));
        }
        ui.add(Label::new(RichText::new(words).font(room.font(false))).wrap());
        ui.add_space(space::XS);
    }
    more(ui, view, scenarios.len().saturating_sub(4), room);
    muted(ui, text.get("report-budget-note"), room);
}

fn findings(ui: &mut Ui, view: &View, lines: &Lines, room: Room, lead: &mut Option<Lead>) {
    let text = view.text;
    let open = view.analysis.findings().open().len();
    let title = format!("{} · {}", text.get("overview-findings"), text.count(open));
    part(ui, &title, Some((lead, Lead::Findings)), room);
    if open == 0 {
        muted(ui, text.get("overview-no-findings"), room);
    }
    let shown = lines.findings.len().min(room.lines / 2);
    for line in &lines.findings[..shown] {
        if item(ui, sign(ui, line.severity), &line.what, &line.why, room) {
            *lead = Some(Lead::To(Route::Finding(line.topic, line.about)));
        }
    }
    more(ui, view, open - shown, room);
}

/// The sign of a severity in its colour.
pub(super) fn sign(ui: &Ui, severity: Severity) -> RichText {
    match severity {
        Severity::Contradiction | Severity::Warning => RichText::new(icon::WARNING).color(colors(ui).warning),
        Severity::Gap | Severity::Hint => RichText::new(icon::NOTE).color(colors(ui).muted),
    }
}

/// Where a step of the way is taken.
fn way(step: Way) -> Route {
    match step {
        Way::Products | Way::Customers | Way::Fits | Way::Prios => Route::Screen("tab-matrix"),
        Way::Beachhead => Route::Screen("tab-beachhead"),
        Way::Channels => Route::Part("tab-channels", "channels-mode-compare"),
        Way::Picks => Route::Part("tab-channels", "channels-mode-segments"),
        Way::Money => Route::Part("tab-channels", "channels-mode-budget"),
        Way::Steps => Route::Part("tab-overview", "overview-page"),
    }
}
