//! The ladder and the map in the window: the pictures that are exported, with product segments to choose and to drag.

use eframe::egui::{
    CursorIcon, Id, Key, Modifiers, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::figure::{self, Chip, Figure, Ladder, Spot, ValueMap, ladder_chart, value_map};
use crate::project::{
    Axis, Command, FieldValue, Message, Of, OneOf, Position, PriceOrValue, Project, Rung, SegmentId, Unit,
};
use crate::text::Language;
use crate::ui::theme::{self, colors};
use crate::ui::widgets::fields::Slot;
use crate::ui::widgets::focus::{focus_pane, pane_takes_keys};
use crate::ui::widgets::keyboard::pressed_once;
use crate::ui::widgets::picture::Picture;
use crate::ui::{Action, Memo, View};

/// Revision, language and size.
type PictureKey = (u64, Language, (u32, u32));

const PANE: &str = "position";
/// How far a key moves a mark on the map, in points.
const STEP: f64 = 0.5;

/// A product segment that is dragged, and from where it was grabbed to its middle.
#[derive(Debug, Clone, Copy)]
struct Drag {
    product: SegmentId,
    grab: Vec2,
}

/// What is chosen and dragged in either picture.
#[derive(Debug, Default)]
pub struct Board {
    pub chosen: Option<SegmentId>,
    drag: Option<Drag>,
    ladder: Memo<PictureKey, Ladder>,
    map: Memo<PictureKey, ValueMap>,
    pictures: [Picture<PictureKey, Figure>; 2],
}

/// What was asked for by pointer and keys.
#[derive(Default)]
struct Asked {
    chosen: Option<SegmentId>,
    /// A product segment was dropped with its middle at a point of the picture.
    dropped: Option<(SegmentId, figure::Point)>,
    /// Right and up, for the chosen one.
    moved: Option<(i8, i8)>,
}

impl Board {
    /// Keeps the choice as long as its product segment is there; otherwise the first is chosen.
    pub fn follow(&mut self, view: &View) {
        let products = view.project.matrix.segments(Axis::Product);
        if !products.iter().any(|segment| Some(segment.id) == self.chosen) {
            self.chosen = products.front().map(|segment| segment.id);
        }
    }

    pub fn ladder(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let room = ui.available_size().floor();
        let size = vec2((room.x - theme::space::M).max(240.0), room.y - 2.0);
        let key = key(view, size);
        let chart = self.ladder.get(key, || ladder_chart(view.project, view.text, (size.x, size.y)));
        let picture = &mut self.pictures[0];
        let (mut asked, mut drag) = (Asked::default(), self.drag);
        let has_keys = pane_takes_keys(ui, PANE, ui.available_rect_before_wrap(), view.text.get("position-ladder"));
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(size.x, chart.figure.height), Sense::hover());
            picture.paint(ui, rect, key, |_| chart.figure.clone());
            let stage = Stage { ui, view, rect, chips: &chart.chips, chosen: self.chosen, has_keys, is_map: false };
            stage.chips(&mut drag, &mut asked);
            if let Some((at, _)) = stage.dragged(drag)
                && let Some(band) = chart.spot(at).and_then(|spot| chart.band(spot))
            {
                let band = stage.to_window(band).shrink(1.0);
                let stroke = Stroke::new(2.0, colors(ui).accent);
                ui.painter().rect(band, 2.0, colors(ui).selection, stroke, StrokeKind::Inside);
            }
            stage.ghost(drag, |at| chart.spot(at).map(|spot| spot_words(view, spot)));
        });
        self.drag = drag;
        if let Some((product, at)) = asked.dropped
            && let Some(spot) = self.ladder.last().and_then(|chart| chart.spot(at))
        {
            out.extend(place(view.project, product, spot));
        }
        if let Some((product, (right, up))) = self.chosen.zip(asked.moved) {
            out.extend(place(view.project, product, stepped(view.project.position(product), right, up)));
        }
        self.choose(ui, asked.chosen);
    }

    pub fn map(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let size = ui.available_size().floor() - vec2(2.0, 2.0);
        let key = key(view, size);
        let chart = self.map.get(key, || value_map(view.project, view.text, (size.x.max(240.0), size.y)));
        let (mut asked, mut drag) = (Asked::default(), self.drag);
        let has_keys = pane_takes_keys(ui, PANE, ui.available_rect_before_wrap(), view.text.get("position-map"));
        let picture = &mut self.pictures[1];
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(chart.figure.width, chart.figure.height), Sense::hover());
            picture.paint(ui, rect, key, |_| chart.figure.clone());
            let chips: Vec<Chip> = chart.marks.iter().chain(&chart.tray).copied().collect();
            let stage = Stage { ui, view, rect, chips: &chips, chosen: self.chosen, has_keys, is_map: true };
            stage.names(&chart.names, drag.is_some(), &mut asked);
            stage.chips(&mut drag, &mut asked);
            stage.ghost(drag, |at| Some(points_words(view, chart.points(at))));
        });
        self.drag = drag;
        if let Some((product, at)) = asked.dropped
            && let Some(chart) = self.map.last()
        {
            out.extend(value(view.project, product, chart.points(at)));
        }
        if let Some((product, (right, up))) = self.chosen.zip(asked.moved) {
            let position = view.project.position(product);
            let middle = Unit::MOST_POINTS / 2.0;
            let step = |points: Option<f64>, by: i8| match points {
                Some(points) => (points + f64::from(by) * STEP).clamp(0.0, Unit::MOST_POINTS),
                None => middle,
            };
            let to = (step(position.perceived_cost, right), step(position.perceived_value, up));
            out.extend(value(view.project, product, to));
        }
        self.choose(ui, asked.chosen);
    }

    fn choose(&mut self, ui: &Ui, chosen: Option<SegmentId>) {
        if let Some(chosen) = chosen {
            self.chosen = Some(chosen);
            focus_pane(ui, PANE);
        }
        if let Some(chosen) = self.chosen
            && ui.memory(|memory| memory.has_focus(crate::ui::widgets::focus::pane_id(PANE)))
            && pressed_once(ui.ctx(), Modifiers::NONE, Key::Enter)
        {
            let field = Slot::new(Of::Position(chosen), "target_group");
            ui.memory_mut(|memory| memory.request_focus(field.id()));
        }
    }
}

fn key(view: &View, size: Vec2) -> PictureKey {
    (view.revision, view.text.language(), (size.x as u32, size.y.max(0.0) as u32))
}

/// Sets the fields that differ, as one step; none when nothing does.
fn set(project: &Project, product: SegmentId, fields: [(&'static str, FieldValue); 2]) -> Option<Action> {
    let of = Of::Position(product);
    let changes = fields.into_iter().filter(|(field, value)| of.get(project, field).as_ref() != Some(value));
    let commands: Vec<_> = changes.map(|(field, value)| Command::set(of, field, value)).collect();
    (!commands.is_empty()).then(|| Action::Edit(Command::All(commands), None))
}

fn choice<E: OneOf>(choice: Option<E>) -> FieldValue {
    choice.map_or(FieldValue::Choice(None), FieldValue::from)
}

fn place(project: &Project, product: SegmentId, spot: Spot) -> Option<Action> {
    set(project, product, [("rung", choice(spot.rung)), ("strategy", choice(spot.strategy))])
}

fn value(project: &Project, product: SegmentId, (cost, value): (f64, f64)) -> Option<Action> {
    set(project, product, [("perceived_cost", cost.into()), ("perceived_value", value.into())])
}

/// One rung up or down, one column right or left. Below the lowest rung is none.
fn stepped(position: &Position, right: i8, up: i8) -> Spot {
    let step = |place: usize, by: i8, last: usize| match by {
        1.. => (place + 1).min(last),
        0 => place,
        _ => place.saturating_sub(1),
    };
    let rung = position.rung.map_or(0, Rung::number);
    let columns = [Some(PriceOrValue::Price), None, Some(PriceOrValue::Value)];
    let column = columns.iter().position(|column| *column == position.strategy).unwrap_or_default();
    let rung = step(rung, up, Rung::ALL.len()).checked_sub(1).and_then(|place| Rung::ALL.get(place).copied());
    Spot { rung, strategy: columns[step(column, right, columns.len() - 1)] }
}

/// “Solution, value creation”.
pub(super) fn spot_words(view: &View, spot: Spot) -> String {
    let rung = view.text.get(spot.rung.map_or("position-not-placed", Rung::key));
    let strategy = view.text.get(spot.strategy.map_or("position-no-strategy", PriceOrValue::key));
    format!("{rung} · {strategy}")
}

fn points_words(view: &View, (cost, value): (f64, f64)) -> String {
    let message = Message::new("position-at")
        .with("value", view.text.figure(value))
        .with("cost", view.text.figure(cost))
        .with("return", view.text.figure(value - cost));
    view.text.say(&message)
}

/// A picture with its product segments, as it is drawn.
struct Stage<'a> {
    ui: &'a Ui,
    view: &'a View<'a>,
    rect: Rect,
    chips: &'a [Chip],
    chosen: Option<SegmentId>,
    has_keys: bool,
    is_map: bool,
}

impl Stage<'_> {
    fn to_window(&self, rect: figure::Rect) -> Rect {
        Rect::from_min_size(pos2(rect.x, rect.y) + self.rect.min.to_vec2(), vec2(rect.width, rect.height))
    }

    fn to_figure(&self, at: Pos2) -> figure::Point {
        let at = at - self.rect.min;
        figure::Point::new(at.x, at.y)
    }

    /// Draws what is chosen, and takes clicks, drags and keys.
    fn chips(&self, drag: &mut Option<Drag>, asked: &mut Asked) {
        let ui = self.ui;
        for chip in self.chips {
            let rect = self.to_window(chip.rect);
            if !ui.is_rect_visible(rect) && self.chosen != Some(chip.product) {
                continue;
            }
            let id = Id::unique(("position chip", chip.product.number()));
            let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
            response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, self.name(chip)));
            ui.accesskit_node_builder(id, |node| node.set_selected(self.is_chosen(chip)));
            self.highlight(chip, rect, &response);
            if response.clicked() || response.drag_started() {
                asked.chosen = Some(chip.product);
            }
            if response.drag_started() {
                let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(rect.center());
                *drag = Some(Drag { product: chip.product, grab: rect.center() - origin });
            }
            if response.drag_stopped()
                && let Some((at, product)) = self.dragged(drag.take())
            {
                asked.dropped = Some((product, at));
            }
            if drag.is_none() {
                response.on_hover_ui(|ui| self.tooltip(ui, chip));
            }
        }
        if self.has_keys {
            self.keys(asked);
        }
    }

    /// The names beside the marks choose and explain theirs too.
    fn names(&self, names: &[Chip], is_dragging: bool, asked: &mut Asked) {
        for name in names {
            let id = Id::unique(("position name", name.product.number()));
            let response = self.ui.interact(self.to_window(name.rect), id, Sense::CLICK);
            if response.clicked() {
                asked.chosen = Some(name.product);
            }
            if !is_dragging {
                response.on_hover_ui(|ui| self.tooltip(ui, name));
            }
        }
    }

    fn is_chosen(&self, chip: &Chip) -> bool {
        self.chosen == Some(chip.product)
    }

    fn product_name(&self, chip: &Chip) -> &str {
        let segment = self.view.project.matrix.find(Axis::Product, chip.product);
        self.view.text.name(segment.map_or("", |(_, segment)| &segment.name))
    }

    fn name(&self, chip: &Chip) -> String {
        let position = self.view.project.position(chip.product);
        let words = match (self.is_map, position.perceived_cost.zip(position.perceived_value)) {
            (true, Some(points)) => points_words(self.view, points),
            (true, None) => self.view.text.get("position-not-placed").to_owned(),
            (false, _) => spot_words(self.view, Spot { rung: position.rung, strategy: position.strategy }),
        };
        format!("{}: {words}", self.product_name(chip))
    }

    fn tooltip(&self, ui: &mut Ui, chip: &Chip) {
        let position = self.view.project.position(chip.product);
        ui.label(eframe::egui::RichText::new(self.product_name(chip)).font(theme::body_strong()));
        let spot = Spot { rung: position.rung, strategy: position.strategy };
        ui.label(spot_words(self.view, spot));
        if let Some(points) = position.perceived_cost.zip(position.perceived_value) {
            ui.label(points_words(self.view, points));
        }
        if !position.statement.is_empty() {
            ui.label(eframe::egui::RichText::new(&*position.statement).color(colors(ui).muted));
        }
    }

    fn highlight(&self, chip: &Chip, rect: Rect, response: &Response) {
        let palette = colors(self.ui);
        let painter = self.ui.painter();
        let radius = if self.is_map && rect.width() < 20.0 { rect.width() } else { 5.0 };
        if self.is_chosen(chip) {
            let width = if self.has_keys { 2.5 } else { 1.5 };
            let stroke = Stroke::new(width, palette.accent);
            painter.rect_stroke(rect.expand(2.0), radius, stroke, StrokeKind::Outside);
        } else if response.hovered() {
            painter.rect_stroke(rect.expand(1.0), radius, Stroke::new(1.0, palette.accent), StrokeKind::Outside);
        }
    }

    /// Where the middle of what is dragged is, in the picture.
    fn dragged(&self, drag: Option<Drag>) -> Option<(figure::Point, SegmentId)> {
        let drag = drag?;
        let pointer = self.ui.input(|input| input.pointer.interact_pos())?;
        Some((self.to_figure(pointer + drag.grab), drag.product))
    }

    /// What is dragged, at the pointer, with where it would be placed.
    fn ghost(&self, drag: Option<Drag>, words: impl Fn(figure::Point) -> Option<String>) {
        let (Some((at, product)), ui) = (self.dragged(drag), self.ui) else { return };
        let Some(chip) = self.chips.iter().find(|chip| chip.product == product) else { return };
        ui.set_cursor_icon(CursorIcon::Grabbing);
        let palette = colors(ui);
        let name = self.product_name(chip).to_owned();
        let words = words(at).map_or(name.clone(), |words| format!("{name}: {words}"));
        let centre = self.rect.min + vec2(at.x, at.y);
        let galley = ui.painter().layout_no_wrap(words, theme::small_strong(), palette.ink);
        let size = galley.size() + vec2(16.0, 10.0);
        let mut rect = Rect::from_center_size(centre + vec2(0.0, -22.0), size);
        let room = ui.clip_rect();
        rect = rect.translate(vec2((room.left() - rect.left()).max(0.0) + (room.right() - rect.right()).min(0.0), 0.0));
        let painter = ui.painter();
        painter.circle(centre, 5.0, palette.accent, Stroke::NONE);
        painter.rect(rect, 4.0, palette.field, Stroke::new(1.0, palette.accent), StrokeKind::Inside);
        painter.galley(rect.min + vec2(8.0, 5.0), galley, palette.ink);
    }

    /// Arrows choose the nearest in their direction; with Alt they move the chosen one.
    fn keys(&self, asked: &mut Asked) {
        const ARROWS: [(Key, (i8, i8)); 4] =
            [(Key::ArrowRight, (1, 0)), (Key::ArrowLeft, (-1, 0)), (Key::ArrowUp, (0, 1)), (Key::ArrowDown, (0, -1))];
        for (key, (right, up)) in ARROWS {
            if pressed_once(self.ui.ctx(), Modifiers::ALT, key) {
                asked.moved = Some((right, up));
            } else if pressed_once(self.ui.ctx(), Modifiers::NONE, key) {
                asked.chosen = self.nearest(vec2(f32::from(right), -f32::from(up))).or(asked.chosen);
            }
        }
    }

    fn nearest(&self, towards: Vec2) -> Option<SegmentId> {
        let from = self.chips.iter().find(|chip| self.is_chosen(chip))?;
        let middle = |chip: &Chip| self.to_window(chip.rect).center();
        let cost = |chip: &Chip| {
            let by = middle(chip) - middle(from);
            let along = by.dot(towards);
            let aside = (by - towards * along).length();
            (along > 1.0).then_some(along + 2.0 * aside)
        };
        let ranked = self.chips.iter().filter_map(|chip| Some((cost(chip)?, chip.product)));
        ranked.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, product)| product)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_step_over_rungs_and_columns() {
        let at = |rung, strategy| Position { rung, strategy, ..Position::default() };
        let spot = |rung, strategy| Spot { rung, strategy };
        let value = Some(PriceOrValue::Value);
        assert_eq!(stepped(&at(None, None), 0, 1), spot(Some(Rung::Product), None));
        assert_eq!(stepped(&at(Some(Rung::Product), value), 0, -1), spot(None, value));
        assert_eq!(stepped(&at(None, None), 0, -1), spot(None, None));
        let top = Some(Rung::CustomersCustomers);
        assert_eq!(stepped(&at(top, None), 1, 1), spot(top, value));
        assert_eq!(stepped(&at(top, value), 1, 0), spot(top, value));
        assert_eq!(stepped(&at(top, value), -1, 0), spot(top, None));
    }
}
