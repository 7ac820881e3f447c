//! Which channels reach which customer segments: what customers prefer, what can deliver, what is used, and whether
//! that covers the segments that matter.

use eframe::egui::{
    Align2, Frame, Id, Label, Margin, Panel, Pos2, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::analysis::channels::Comparison;
use crate::analysis::coverage::{Finding, Severity, coverage, name_of};
use crate::figure::measure::{self, Weight};
use crate::project::{Channel, ChannelId, Delivery, Fit, Message, Planning, Reach, ReachKey, SegmentId, Usage};
use crate::ui::screens::priorities::badge;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::{Action, ScreenName, View};

use super::table::cut;
use super::targets::Targets;
use super::{form, reach_form};

mod keys;

/// Of the segments' names.
const NAME: f32 = 196.0;
/// Of a line of the grid, and of the channels' names above it.
const LINE: f32 = 34.0;
const HEADER: f32 = 46.0;
/// The least and the most that a channel's column takes.
const COLUMN: (f32, f32) = (62.0, 104.0);
/// From this width on, the chosen pair is told of beside the grid.
const BESIDE: f32 = 1360.0;

/// Where a click leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// To the figures of a channel for a segment.
    Figures(SegmentId, ChannelId),
}

/// A place of the grid: line and column.
type Spot = (usize, usize);

/// The pane's own state.
#[derive(Debug, Default)]
pub struct SegmentsPane {
    active: Spot,
    /// The other corner of what is selected.
    anchor: Spot,
    targets: Targets,
    findings: Option<(u64, Vec<Finding>)>,
    /// The chosen pair compared with the other channels of its segment.
    compared: Option<(u64, SegmentId, Comparison)>,
    /// The active place is to be scrolled into view.
    follow: bool,
}

/// The grid's id, which has the focus when its keys work.
fn id() -> Id {
    Id::unique("channels by segment")
}

impl SegmentsPane {
    /// Draws the pane; where it leads.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<Go> {
        self.targets.follow(view);
        if self.targets.all().is_empty() {
            nobody(ui, view, out);
            return None;
        }
        let size = (self.targets.all().len(), view.project.channels.len());
        for spot in [&mut self.active, &mut self.anchor] {
            *spot = (spot.0.min(size.0 - 1), spot.1.min(size.1 - 1));
        }
        self.coverage(ui, view);
        let mut go = None;
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        if ui.available_width() >= BESIDE {
            let panel = Panel::right("chosen pair").frame(frame).exact_size(330.0).resizable(false);
            panel.show(ui, |ui| go = self.chosen(ui, view, out));
        } else {
            let panel = Panel::bottom("chosen pair").frame(frame).resizable(false);
            panel.show(ui, |ui| go = self.chosen(ui, view, out));
        }
        self.grid(ui, view, out).or(go)
    }

    fn key(&self, view: &View, (line, column): Spot) -> Option<ReachKey> {
        let target = self.targets.all().get(line)?;
        Some(ReachKey { customer: target.customer, channel: view.project.channels.get(column)?.id })
    }

    /// What is selected, line by line.
    fn selected(&self, view: &View) -> Vec<ReachKey> {
        let ((a, b), (c, d)) = (self.active, self.anchor);
        let spots = (a.min(c)..=a.max(c)).flat_map(|line| (b.min(d)..=b.max(d)).map(move |column| (line, column)));
        spots.filter_map(|spot| self.key(view, spot)).collect()
    }

    fn is_selected(&self, (line, column): Spot) -> bool {
        let ((a, b), (c, d)) = (self.active, self.anchor);
        (a.min(c)..=a.max(c)).contains(&line) && (b.min(d)..=b.max(d)).contains(&column)
    }

    fn go_to(&mut self, spot: Spot) {
        (self.active, self.anchor) = (spot, spot);
        self.follow = true;
    }

    /// What should be looked at, in words; each line leads there.
    fn coverage(&mut self, ui: &mut Ui, view: &View) {
        if self.findings.as_ref().is_none_or(|(revision, _)| *revision != view.revision) {
            self.findings = Some((view.revision, coverage(view.project, &view.analysis.matrix)));
        }
        let Some((_, findings)) = &self.findings else { return };
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
        let mut asked = None;
        Panel::top("coverage").frame(frame).resizable(false).show(ui, |ui| {
            let text = view.text;
            if findings.is_empty() {
                let line = format!("{} {}", icon::CHECK, text.get("coverage-nothing"));
                let shown = ui.label(RichText::new(line).color(colors(ui).good));
                shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, text.get("coverage-nothing")));
                return;
            }
            let height = (ui.ctx().content_rect().height() * 0.16).clamp(44.0, 120.0);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.spacing_mut().interact_size.y = 20.0;
                for finding in findings {
                    let (sign, color) = match finding.severity {
                        Severity::Warning => (icon::WARNING, colors(ui).warning),
                        Severity::Hint => (icon::NOTE, colors(ui).muted),
                    };
                    let words = text.say(&finding.message);
                    ui.horizontal(|ui| {
                        ui.label(RichText::new(sign).color(color));
                        let label = Label::new(RichText::new(&words)).truncate().sense(Sense::CLICK);
                        let response = ui.add(label).on_hover_cursor(eframe::egui::CursorIcon::PointingHand);
                        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
                        if response.clicked() {
                            asked = Some((finding.customer, finding.channel));
                        }
                    });
                }
            });
        });
        if let Some((customer, channel)) = asked {
            let line = self.targets.all().iter().position(|target| Some(target.customer) == customer);
            let column = channel.and_then(|id| view.project.channel(id)).map(|(place, _)| place);
            self.go_to((line.unwrap_or(self.active.0), column.unwrap_or(self.active.1)));
            ui.memory_mut(|memory| memory.request_focus(id()));
        }
    }

    fn grid(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<Go> {
        let room = ui.available_rect_before_wrap().shrink2(vec2(space::M, 0.0));
        let lines = self.targets.all().len();
        let channels = view.project.channels.len();
        let grid = ui.interact(room, id(), Sense::CLICK);
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, view.text.get("segments-grid")));
        let go = self.keys(ui, view, out);
        let name = NAME.min(room.width() * 0.3);
        let width = ((room.width() - name - 12.0) / channels as f32).clamp(COLUMN.0, COLUMN.1);
        let body = Rect::from_min_max(room.min + vec2(name, HEADER), room.max);
        let mut area = ScrollArea::both().id_salt("segments grid").auto_shrink(false);
        let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(body));
        if std::mem::take(&mut self.follow) {
            area = self.reveal(ui, area, body, width);
        }
        let scrolled = area.show_viewport(&mut child, |ui, seen| {
            ui.set_min_size(vec2(width * channels as f32, LINE * lines as f32));
            let origin = ui.min_rect().min;
            let last = |most: usize, end: f32, size: f32| ((end / size).ceil().max(0.0) as usize).min(most);
            let first = |start: f32, size: f32| (start / size).floor().max(0.0) as usize;
            for line in first(seen.top(), LINE)..last(lines, seen.bottom(), LINE) {
                for column in first(seen.left(), width)..last(channels, seen.right(), width) {
                    let at = origin + vec2(column as f32 * width, line as f32 * LINE);
                    self.cell(ui, view, (line, column), Rect::from_min_size(at, vec2(width, LINE)), out);
                }
            }
            seen.min
        });
        let offset = scrolled.inner;
        ui.data_mut(|data| data.insert_temp(id(), offset));
        self.names(
            ui,
            view,
            Rect::from_min_max(pos2(room.left(), body.top()), pos2(body.left(), room.bottom())),
            offset,
        );
        headings(
            ui,
            view,
            Rect::from_min_max(pos2(body.left(), room.top()), pos2(room.right(), body.top())),
            offset,
            width,
        );
        ui.advance_cursor_after_rect(room);
        go
    }

    /// Scrolls so that the active place is seen.
    fn reveal(&self, ui: &Ui, mut area: ScrollArea, body: Rect, width: f32) -> ScrollArea {
        let seen: Pos2 = ui.data(|data| data.get_temp(id())).unwrap_or_default();
        let into = |seen: f32, room: f32, at: f32, size: f32| {
            if at < seen {
                at
            } else if at + size > seen + room {
                at + size - room
            } else {
                seen
            }
        };
        let (line, column) = self.active;
        area = area.vertical_scroll_offset(into(seen.y, body.height(), line as f32 * LINE, LINE).max(0.0));
        area.horizontal_scroll_offset(into(seen.x, body.width(), column as f32 * width, width).max(0.0))
    }

    fn cell(&mut self, ui: &mut Ui, view: &View, spot: Spot, rect: Rect, out: &mut Vec<Action>) {
        let Some(key) = self.key(view, spot) else { return };
        let Some(channel) = view.project.channels.get(spot.1) else { return };
        let reach = view.project.plan.reach(key);
        let response = ui.interact(rect, id().with((key.customer.number(), key.channel.number())), Sense::CLICK);
        let chosen = self.is_selected(spot);
        response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, chosen, spoken(view, key, channel, reach)));
        let palette = colors(ui);
        let painter = ui.painter();
        if chosen {
            painter.rect_filled(rect, 0.0, palette.selected);
        } else if response.hovered() {
            painter.rect_filled(rect, 0.0, palette.hover);
        }
        painter.rect_stroke(rect, 0.0, Stroke::new(1.0, palette.line), StrokeKind::Middle);
        if self.active == spot {
            let focused = ui.memory(|memory| memory.has_focus(id()));
            let stroke = Stroke::new(if focused { 2.0 } else { 1.0 }, palette.accent);
            painter.rect_stroke(rect.shrink(1.0), 2.0, stroke, StrokeKind::Inside);
        }
        mark(ui, rect, reach, self.targets.all()[spot.0].fit);
        if response.clicked() {
            let extend = ui.input(|input| input.modifiers.shift);
            self.active = spot;
            if !extend {
                self.anchor = spot;
            }
            ui.memory_mut(|memory| memory.request_focus(id()));
        }
        if response.double_clicked() {
            self.go_to(spot);
            out.push(cycle_usage(vec![key], reach));
        }
    }

    fn names(&self, ui: &mut Ui, view: &View, rect: Rect, offset: Pos2) {
        let palette = colors(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let mut apart = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect));
        apart.set_clip_rect(rect.intersect(ui.clip_rect()));
        for (line, target) in self.targets.all().iter().enumerate() {
            let top = rect.top() + line as f32 * LINE - offset.y;
            if top > rect.bottom() || top + LINE < rect.top() {
                continue;
            }
            let at = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), LINE));
            if target.fit != Fit::No {
                badge(&apart, at.min + vec2(2.0, (LINE - 26.0) / 2.0), target.fit);
            }
            let ink = if target.is_prioritised() { palette.ink } else { palette.muted };
            let font = if line == self.active.0 { theme::body_strong() } else { theme::body() };
            let name = view.text.value(&name_of(view.project, target.customer));
            let galley = cut(ui, &name, font, ink, rect.width() - 44.0);
            painter.galley(pos2(at.left() + 36.0, at.center().y - galley.size().y / 2.0), galley, ink);
            painter.hline(rect.x_range(), at.bottom(), Stroke::new(1.0, palette.line));
        }
    }

    /// The chosen pair in words, and what can be said of it.
    fn chosen(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<Go> {
        let key = self.key(view, self.active)?;
        let target = *self.targets.all().get(self.active.0)?;
        let (place, channel) = view.project.channel(key.channel)?;
        let fresh = self
            .compared
            .as_ref()
            .is_some_and(|(revision, customer, _)| *revision == view.revision && *customer == key.customer);
        if !fresh {
            let comparison = Comparison::of_target(view.project, &target);
            self.compared = Some((view.revision, key.customer, comparison));
        }
        let (_, _, comparison) = self.compared.as_ref()?;
        let figures = comparison.channels.get(place)?;
        let text = view.text;
        let names = pair_name(view, key, channel);
        let heading = ui.add(Label::new(RichText::new(&names).font(theme::body_strong())).truncate());
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &names));
        let count = self.selected(view).len();
        if count > 1 {
            let words = text.with("segments-selected", "count", count);
            ui.label(RichText::new(words).font(theme::small()).color(colors(ui).muted));
        }
        reach_form::show(ui, view, key, out);
        ui.add_space(space::XS);
        let there = target.channel(view.project, channel);
        let mut go = None;
        let mut button = |ui: &mut Ui| {
            if ui.button(text.get("segments-edit-figures")).clicked() {
                go = Some(Go::Figures(key.customer, key.channel));
            }
        };
        let standing = text.say(&figures.standing_message(view.project));
        if ui.available_width() < BESIDE / 2.0 {
            form::follows(ui, view, &there, figures);
            ui.add(Label::new(RichText::new(standing).font(theme::small_strong())).wrap());
            ui.add_space(space::XS);
            button(ui);
        } else {
            ui.horizontal(|ui| {
                button(ui);
                let currency = &view.project.currency;
                let message = Message::new("segments-figures")
                    .with("cost", form::spread(text, figures.cost, currency))
                    .with("sales", form::spread(text, figures.sales, currency));
                let words = format!("{} · {standing}", text.say(&message));
                ui.add(Label::new(RichText::new(words).font(theme::small()).color(colors(ui).muted)).truncate());
            });
        }
        go
    }
}

/// Usage as a disc (main) or a ring (supporting), preference as dots, and whether the channel can deliver.
fn mark(ui: &Ui, rect: Rect, reach: &Reach, fit: Fit) {
    let palette = colors(ui);
    let painter = ui.painter();
    let faint = if fit == Fit::No { palette.muted } else { palette.accent };
    let at = pos2(rect.left() + 16.0, rect.center().y);
    // Preference below, delivery above it.
    let side = rect.right() - 20.0;
    match reach.usage {
        Usage::Main => drop(painter.circle_filled(at, 7.0, faint)),
        Usage::Supporting => drop(painter.circle_stroke(at, 6.0, Stroke::new(2.0, faint))),
        Usage::None => {}
    }
    if let Some(preference) = reach.preference {
        for dot in 0..Reach::HIGHEST_PREFERENCE {
            let at = pos2(side - 7.0 + 7.0 * f32::from(dot), rect.center().y + 7.0);
            if dot < preference {
                painter.circle_filled(at, 2.6, palette.ink);
            } else {
                painter.circle_stroke(at, 2.2, Stroke::new(1.0, palette.muted));
            }
        }
    }
    let above = pos2(side, rect.center().y - 7.0);
    match reach.delivery {
        Delivery::Unknown => {}
        Delivery::Yes => {
            painter.text(above, Align2::CENTER_CENTER, icon::CHECK, theme::small(), palette.good);
        }
        Delivery::No => {
            painter.text(above, Align2::CENTER_CENTER, icon::CLOSE, theme::small(), palette.error);
        }
    }
    if !reach.figures.is_blank() {
        let (x, y) = (rect.right() - 1.0, rect.top() + 1.0);
        let points = vec![pos2(x - 7.0, y), pos2(x, y), pos2(x, y + 7.0)];
        painter.add(eframe::egui::Shape::convex_polygon(points, palette.muted, Stroke::NONE));
    }
}

/// The channels' names above their columns.
fn headings(ui: &Ui, view: &View, rect: Rect, offset: Pos2, width: f32) {
    let palette = colors(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    for (column, channel) in view.project.channels.iter().enumerate() {
        let left = rect.left() + column as f32 * width - offset.x;
        if left > rect.right() || left + width < rect.left() {
            continue;
        }
        let name = view.text.value(&channel.shown_name());
        let font = theme::small();
        let lines = lines_of(&name, font.size, width - 4.0);
        for (place, line) in lines.iter().rev().enumerate() {
            let at = pos2(left + width / 2.0, rect.bottom() - 3.0 - 14.0 * place as f32);
            let line = measure::ellipsis(line, font.size, Weight::Regular, width - 4.0);
            painter.text(at, Align2::CENTER_BOTTOM, line, font.clone(), palette.ink);
        }
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.frame));
}

/// A name on up to three lines; words stay whole, as far as the last line lets.
fn lines_of(name: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let full = lines.len() == 3;
        let fits = |line: &String| measure::width(&format!("{line} {word}"), size, Weight::Regular) <= width;
        match lines.last_mut() {
            Some(line) if full || fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn cycle_usage(keys: Vec<ReachKey>, reach: &Reach) -> Action {
    let usage = match reach.usage {
        Usage::None => Usage::Main,
        Usage::Main => Usage::Supporting,
        Usage::Supporting => Usage::None,
    };
    Action::Edit(Planning::SetUsage { keys, usage }.into(), None)
}

fn pair_name(view: &View, key: ReachKey, channel: &Channel) -> String {
    let message = Message::new("segments-pair")
        .with("channel", channel.shown_name())
        .with("segment", name_of(view.project, key.customer));
    view.text.say(&message)
}

/// The pair for who hears it.
fn spoken(view: &View, key: ReachKey, channel: &Channel, reach: &Reach) -> String {
    let text = view.text;
    let mut said = format!("{}: {}", pair_name(view, key, channel), text.get(reach.usage.key()));
    if let Some(preference) = reach.preference {
        said.push_str(", ");
        said.push_str(&text.with("reach-preference-of", "level", usize::from(preference)));
    }
    if reach.delivery != Delivery::Unknown {
        said.push_str(", ");
        said.push_str(text.get(reach.delivery.key()));
    }
    if !reach.figures.is_blank() {
        said.push_str(", ");
        said.push_str(text.get("channels-given-here"));
    }
    said
}

/// No segments yet: what this is for, and the way there.
fn nobody(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.28);
        ui.label(RichText::new(view.text.get("segments-empty-title")).font(theme::heading()));
        ui.add_space(space::S);
        ui.label(RichText::new(view.text.get("segments-empty-what")).color(colors(ui).muted));
        ui.add_space(space::L);
        if ui.button(view.text.get("segments-to-matrix")).clicked() {
            out.push(Action::Show(ScreenName::Matrix));
        }
    });
}
