//! The beachhead and its follow-ons as bowling pins: chosen, put in order and looked at together.

use eframe::egui::{
    Align, Frame, Id, Key, Label, Layout, Margin, Modifiers, Panel, RichText, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::analysis::cell_name;
use crate::figure::{Figure, Pins, pins_chart};
use crate::project::{Axis, CellKey, Command, Fit};
use crate::text::Language;
use crate::ui::screen::{Group, Keys, Screen, ScreenRow};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::badge::cell_badge;
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::focus::{focus_pane, pane_takes_keys};
use crate::ui::widgets::keyboard::pressed_once;
use crate::ui::widgets::picture::Picture;
use crate::ui::widgets::{Empty, icon_button};
use crate::ui::{Action, Memo, Route, View, sale};

const KEYS: Keys = &[
    ("channels-key-choose", "beachhead-does-choose"),
    ("matrix-key-shift", "beachhead-does-move"),
    ("channels-key-remove", "beachhead-does-remove"),
];

pub const SCREEN: ScreenRow = ScreenRow {
    key: "tab-beachhead",
    icon: icon::LIST,
    group: Group::Market,
    new: || Box::<BeachheadScreen>::default(),
    parts: &[],
    keys: &[(None, KEYS)],
    findings: &[],
};

const PANE: &str = "beachhead";
/// Cells that are offered as the beachhead where there is none.
const OFFERED: usize = 5;

type PictureKey = (u64, Language, (u32, u32));

#[derive(Debug, Default)]
pub struct BeachheadScreen {
    chosen: Option<CellKey>,
    /// The pin that is dragged, and from where it was grabbed to its middle.
    drag: Option<(CellKey, Vec2)>,
    chart: Memo<PictureKey, Pins>,
    picture: Picture<PictureKey, Figure>,
}

impl Screen for BeachheadScreen {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let Some(beachhead) = &view.project.beachhead else {
            without(ui, view, out);
            return;
        };
        let follow_ons: Vec<CellKey> = beachhead.follow_ons.iter().copied().collect();
        if !self.chosen.is_some_and(|chosen| chosen == beachhead.cell || follow_ons.contains(&chosen)) {
            self.chosen = Some(beachhead.cell);
        }
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        let size = if ui.available_width() < 900.0 { 280.0 } else { 340.0 };
        Panel::right("beachhead panel").frame(frame).default_size(size).size_range(240.0..=560.0).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                front(ui, view, beachhead.cell, out);
                order(ui, view, &follow_ons, out);
                beside(ui, view, beachhead.cell, &follow_ons, out);
            });
        });
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::S as i8));
        frame.show(ui, |ui| self.pins(ui, view, beachhead.cell, &follow_ons, out));
    }
}

impl BeachheadScreen {
    fn pins(&mut self, ui: &mut Ui, view: &View, front: CellKey, follow_ons: &[CellKey], out: &mut Vec<Action>) {
        let title = view.text.get("beachhead-and-follow-ons");
        let has_keys = pane_takes_keys(ui, PANE, ui.available_rect_before_wrap(), title);
        let room = ui.available_size().floor();
        let size = vec2((room.x - space::M).max(180.0), room.y - 2.0);
        let key = (view.revision, view.text.language(), (size.x as u32, size.y.max(0.0) as u32));
        let chart = self.chart.get(key, || pins_chart(view.project, view.text, (size.x, size.y)));
        let (mut drag, mut chosen, picture) = (self.drag, self.chosen, &mut self.picture);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(size.x, chart.figure.height), Sense::hover());
            picture.paint(ui, rect, key, |_| chart.figure.clone());
            let pointer = ui.input(|input| input.pointer.interact_pos());
            // The pin whose place is nearest to what is dragged.
            let landing = drag.zip(pointer).and_then(|((_, grab), at)| {
                let at = at + grab - rect.min.to_vec2();
                let far = |pin: &crate::figure::Rect| {
                    let centre = pin.centre();
                    (pos2(centre.x, centre.y) - at).length()
                };
                let nearest = chart.pins.iter().skip(1).min_by(|a, b| far(&a.1).total_cmp(&far(&b.1)));
                nearest.map(|(cell, _)| *cell)
            });
            for (place, (cell, pin)) in chart.pins.iter().enumerate() {
                let rect =
                    eframe::egui::Rect::from_min_size(rect.min + vec2(pin.x, pin.y), vec2(pin.width, pin.height));
                let id = Id::unique(("pin", cell.product.number(), cell.customer.number()));
                let sense = if place == 0 { Sense::CLICK } else { Sense::CLICK | Sense::DRAG };
                let response = ui.interact(rect, id, sense);
                let name = pin_name(view, *cell, place);
                response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
                ui.accesskit_node_builder(id, |node| node.set_selected(chosen == Some(*cell)));
                let palette = colors(ui);
                if chosen == Some(*cell) {
                    let width = if has_keys { 2.0 } else { 1.0 };
                    let stroke = Stroke::new(width, palette.accent);
                    ui.painter().rect_stroke(rect, 6.0, stroke, StrokeKind::Inside);
                } else if response.hovered() || landing == Some(*cell) {
                    ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.0, palette.muted), StrokeKind::Inside);
                }
                if response.clicked() || response.drag_started() {
                    chosen = Some(*cell);
                    focus_pane(ui, PANE);
                }
                if response.double_clicked() {
                    out.push(Action::Go(Route::Cell(*cell)));
                }
                if response.drag_started()
                    && let Some(origin) = ui.input(|input| input.pointer.press_origin())
                {
                    drag = Some((*cell, rect.center() - origin));
                }
                if response.drag_stopped() {
                    drag = None;
                    let to = landing.and_then(|to| follow_ons.iter().position(|follow_on| *follow_on == to));
                    out.extend(to.and_then(|to| moved(follow_ons, *cell, to)));
                }
                if response.dragged()
                    && let Some((_, grab)) = drag
                    && let Some(pointer) = pointer
                {
                    let centre = pointer + grab;
                    ui.set_cursor_icon(eframe::egui::CursorIcon::Grabbing);
                    let ghost = eframe::egui::Rect::from_center_size(centre, rect.size());
                    ui.painter().rect_stroke(ghost, 6.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
                }
                if let Some(words) = sale::difficulty_words(view, *cell) {
                    response.on_hover_text(format!("{name}\n{words}"));
                }
            }
        });
        (self.drag, self.chosen) = (drag, chosen);
        if has_keys {
            self.keys(ui, front, follow_ons, out);
        }
    }

    /// Arrows go through the pins from the front; with Alt they move the chosen one, Delete removes it.
    fn keys(&mut self, ui: &Ui, front: CellKey, follow_ons: &[CellKey], out: &mut Vec<Action>) {
        let all: Vec<_> = std::iter::once(front).chain(follow_ons.iter().copied()).collect();
        let place = self.chosen.and_then(|chosen| all.iter().position(|cell| *cell == chosen)).unwrap_or_default();
        let (back, forth) = ([Key::ArrowLeft, Key::ArrowDown], [Key::ArrowRight, Key::ArrowUp]);
        let any = |keys: [Key; 2], modifiers| keys.into_iter().any(|key| pressed_once(ui.ctx(), modifiers, key));
        let follow_on = place.checked_sub(1).and_then(|place| Some((place, *follow_ons.get(place)?)));
        if any(forth, Modifiers::ALT) {
            out.extend(follow_on.and_then(|(at, cell)| moved(follow_ons, cell, at + 1)));
        }
        if any(back, Modifiers::ALT) {
            out.extend(follow_on.and_then(|(at, cell)| moved(follow_ons, cell, at.checked_sub(1)?)));
        }
        if any(forth, Modifiers::NONE) {
            self.chosen = all.get(place + 1).or(all.get(place)).copied();
        }
        if any(back, Modifiers::NONE) {
            self.chosen = all.get(place.saturating_sub(1)).copied();
        }
        if pressed_once(ui.ctx(), Modifiers::NONE, Key::Delete) {
            match follow_on {
                Some((_, cell)) => {
                    self.chosen = all.get(place - 1).copied();
                    out.push(follow_ons_action(follow_ons.iter().copied().filter(|other| *other != cell)));
                }
                None => out.push(Action::Edit(Command::SetBeachhead(None), None)),
            }
        }
    }
}

fn follow_ons_action(cells: impl Iterator<Item = CellKey>) -> Action {
    Action::Edit(Command::SetFollowOns(cells.collect()), None)
}

/// The order with a cell at another place; none when it is there.
fn moved(follow_ons: &[CellKey], cell: CellKey, to: usize) -> Option<Action> {
    let from = follow_ons.iter().position(|other| *other == cell)?;
    let to = to.min(follow_ons.len() - 1);
    let mut cells = follow_ons.to_vec();
    let cell = cells.remove(from);
    cells.insert(to, cell);
    (from != to).then(|| follow_ons_action(cells.into_iter()))
}

fn said(view: &View, cell: CellKey) -> String {
    view.text.say(&cell_name(view.project, cell))
}

fn pin_name(view: &View, cell: CellKey, place: usize) -> String {
    let part = match place {
        0 => view.text.get("tab-beachhead").to_owned(),
        place => view.text.with("follow-on-number", "number", place),
    };
    format!("{part}: {}", said(view, cell))
}

/// Without a beachhead: what it is, and the most urgent cells to choose from.
fn without(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
    let text = view.text;
    let mut cells: Vec<CellKey> = view.analysis.candidates().clone();
    let urgency = |cell: &CellKey| {
        let fit = view.project.matrix.cell(*cell).fit;
        Fit::CANDIDATES.iter().position(|other| *other == fit)
    };
    cells.sort_by_key(urgency);
    cells.truncate(OFFERED);
    let names: Vec<String> = cells
        .iter()
        .map(|cell| format!("{} {}", view.project.matrix.cell(*cell).fit.sign(), said(view, *cell)))
        .collect();
    let mut steps: Vec<(&str, &str)> = names.iter().map(|name| ("", name.as_str())).collect();
    if steps.is_empty() {
        steps.push((icon::MATRIX, text.get("segments-to-matrix")));
    }
    let example = if cells.is_empty() { "beachhead-empty-no-fits" } else { "beachhead-empty-choose" };
    let empty = Empty {
        title: text.get("beachhead-empty-title"),
        lines: &[text.get("beachhead-empty-what"), text.get("beachhead-empty-how")],
        example: text.get(example),
        steps: &steps,
        hint: "",
    };
    if let Some(step) = empty.show(ui) {
        out.push(match cells.get(step) {
            Some(cell) => Action::Edit(Command::SetBeachhead(Some(*cell)), None),
            None => Action::Go(Route::Screen("tab-matrix")),
        });
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::S);
    let label = ui.label(RichText::new(words).font(theme::body_strong()));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

/// The beachhead: which, how hard the sale is, and what doesn't follow it.
fn front(ui: &mut Ui, view: &View, cell: CellKey, out: &mut Vec<Action>) {
    let text = view.text;
    heading(ui, text.get("tab-beachhead"));
    let name = said(view, cell);
    let width = ui.available_width() - space::S;
    let items = view.analysis.candidates().iter().map(|other| {
        let sign = view.project.matrix.cell(*other).fit.sign();
        (*other, format!("{sign}  {}", said(view, *other)))
    });
    let combo = Combo { id: "beachhead", label: text.get("beachhead-choose"), shown: &name, width };
    // Names are put together only while the list is open.
    if let Some(picked) = combo.pick(ui, &cell, items) {
        out.push(Action::Edit(Command::SetBeachhead(Some(picked)), None));
    }
    let words = sale::difficulty_words(view, cell).unwrap_or_else(|| text.get("sale-unknown").to_owned());
    ui.add(Label::new(RichText::new(words).font(theme::small()).color(colors(ui).muted)).wrap());
    for finding in view.analysis.findings().open().iter().filter(|finding| finding.about.cell() == Some(cell)) {
        let words = format!("{} {}", icon::WARNING, text.say(&finding.what));
        let label = Label::new(RichText::new(words).font(theme::small()).color(colors(ui).warning)).wrap();
        ui.add(label).on_hover_text(text.say(&finding.why));
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(text.get("beachhead-show")).clicked() {
            out.push(Action::Go(Route::Cell(cell)));
        }
        if ui.button(text.get("beachhead-clear")).clicked() {
            out.push(Action::Edit(Command::SetBeachhead(None), None));
        }
    });
}

/// A cell by its sign and names, with buttons at the right.
fn row(ui: &mut Ui, view: &View, cell: CellKey, number: Option<usize>, buttons: impl FnOnce(&mut Ui)) {
    let names = Axis::ALL.map(|axis| {
        let segment = view.project.matrix.find(axis, cell.on(axis));
        view.text.name(segment.map_or("", |(_, segment)| &segment.name))
    });
    ui.horizontal(|ui| {
        ui.set_min_height(38.0);
        let at = ui.cursor().min + vec2(0.0, 6.0);
        ui.add_space(space::ROW + 4.0);
        cell_badge(ui, view, at, cell);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            buttons(ui);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(3.0);
                let product = match number {
                    Some(number) => format!("#{number} {}", names[0]),
                    None => names[0].to_owned(),
                };
                ui.add(Label::new(RichText::new(product).font(theme::small_strong())).truncate());
                ui.add(Label::new(RichText::new(names[1]).font(theme::small())).truncate());
            });
        });
    });
}

/// The follow-ons in the team's order.
fn order(ui: &mut Ui, view: &View, follow_ons: &[CellKey], out: &mut Vec<Action>) {
    let text = view.text;
    heading(ui, text.get("follow-ons"));
    if follow_ons.is_empty() {
        ui.add(Label::new(RichText::new(text.get("follow-ons-none")).color(colors(ui).muted)).wrap());
    }
    for (place, cell) in follow_ons.iter().enumerate() {
        row(ui, view, *cell, Some(place + 1), |ui| {
            let name = said(view, *cell);
            let named = |key: &'static str| text.with(key, "cell", name.as_str());
            let remove = named("follow-on-remove");
            if icon_button(ui, icon::CLOSE, &remove, &remove).clicked() {
                out.push(follow_ons_action(follow_ons.iter().copied().filter(|other| other != cell)));
            }
            let (earlier, later) = (named("follow-on-earlier"), named("follow-on-later"));
            let down =
                ui.add_enabled_ui(place + 1 < follow_ons.len(), |ui| icon_button(ui, icon::DOWN, &later, &later));
            if down.inner.clicked() {
                out.extend(moved(follow_ons, *cell, place + 1));
            }
            let up = ui.add_enabled_ui(place > 0, |ui| icon_button(ui, icon::UP, &earlier, &earlier));
            if up.inner.clicked() {
                out.extend(moved(follow_ons, *cell, place.saturating_sub(1)));
            }
        });
    }
}

/// The other fits that share a segment with the beachhead.
fn beside(ui: &mut Ui, view: &View, front: CellKey, follow_ons: &[CellKey], out: &mut Vec<Action>) {
    let text = view.text;
    let others: Vec<_> =
        view.project.matrix.beside(front).into_iter().filter(|cell| !follow_ons.contains(cell)).collect();
    if others.is_empty() {
        return;
    }
    heading(ui, text.get("beachhead-beside"));
    for cell in others {
        row(ui, view, cell, None, |ui| {
            let name = text.with("follow-on-add", "cell", said(view, cell));
            if icon_button(ui, icon::PLUS, &name, &name).clicked() {
                out.push(follow_ons_action(follow_ons.iter().copied().chain([cell])));
            }
        });
    }
}
