//! The criteria pane: the list with three ways to set weights, and the selected criterion's scale.

use eframe::egui::{
    Align, Align2, Key, Layout, Memory, Modifiers, Rect, Response, Role, ScrollArea, Sense, Slider, SliderClamping, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::project::{Command, Criterion, CriterionId, Decide, Gesture, Message, Of, Weighting, usual_criteria};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::keyboard::{self, Heard, Typed};
use crate::ui::widgets::{Empty, choices, fields, focus, keeps_focus, labelled_button, table};
use crate::ui::{Action, View};

use super::draft::{DraftField, Drafts};
use super::pairs::Pairs;
use super::parts;
use super::scale;

/// Height of a list row.
const LINE: f32 = 30.0;
/// From this width on, in points, the scale is beside the list.
const SIDE_BY_SIDE: f32 = 1000.0;
/// Salt of the list's keyboard focus.
const PANE: &str = "criteria";

/// A weight that is being dragged. One drag is one undo step.
#[derive(Debug, Clone, Copy)]
struct Weighing {
    criterion: CriterionId,
    gesture: Gesture,
    /// The slider's maximum, fixed during the drag.
    most: f64,
}

#[derive(Debug, Default)]
pub(super) struct CriteriaPane {
    chosen: Option<CriterionId>,
    weighing: Option<Weighing>,
    /// The criterion that is being dragged.
    dragged: Option<CriterionId>,
    pairs: Pairs,
    fields: fields::Drafts,
}

fn edit(decide: Decide) -> Action {
    Action::Edit(decide.into(), None)
}

impl CriteriaPane {
    pub fn ui(&mut self, ui: &mut Ui, view: &View, drafts: &mut Drafts, out: &mut Vec<Action>) {
        let decision = &view.project.decision;
        if decision.criteria.is_empty() {
            no_criteria(ui, view, drafts, out);
            return;
        }
        if self.chosen.is_none_or(|id| decision.criterion(id).is_none()) {
            self.chosen = decision.criteria.front().map(|criterion| criterion.id);
        }
        ui.horizontal_wrapped(|ui| {
            parts::small(ui, view.text.get("decide-weigh"));
            let ways = [
                (Weighting::Sliders, view.text.get("decide-weigh-sliders")),
                (Weighting::Order, view.text.get("decide-weigh-order")),
                (Weighting::Pairs, view.text.get("decide-weigh-pairs")),
            ];
            if let Some(way) = choices(ui, Role::RadioButton, decision.weighting, &ways) {
                out.push(edit(Decide::SetWeighting(way)));
            }
        });
        parts::small(
            ui,
            view.text.get(match decision.weighting {
                Weighting::Sliders => "decide-weigh-sliders-hint",
                Weighting::Order => "decide-weigh-order-hint",
                Weighting::Pairs => "decide-weigh-pairs-hint",
            }),
        );
        let area = ui.available_rect_before_wrap();
        let wide = area.width() > SIDE_BY_SIDE;
        ScrollArea::vertical().id_salt("criteria").auto_shrink([false, false]).show(ui, |ui| {
            if wide {
                ui.columns(2, |columns| {
                    self.left(&mut columns[0], view, area, drafts, out);
                    self.scale(&mut columns[1], view, drafts, out);
                });
            } else {
                self.left(ui, view, area, drafts, out);
                ui.add_space(space::S);
                self.scale(ui, view, drafts, out);
            }
        });
        self.fields.settle(view, ui.memory(Memory::focused), out);
    }

    /// Puts what is being typed into the project.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.fields.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.fields.drafts(view, out);
    }

    /// The list, with the question above it when weights come from pairwise comparison.
    fn left(&mut self, ui: &mut Ui, view: &View, area: Rect, drafts: &mut Drafts, out: &mut Vec<Action>) {
        if view.project.decision.weighting == Weighting::Pairs {
            self.pairs.ui(ui, view, out);
            ui.add_space(space::S);
        } else {
            self.keys(ui, view, area, drafts, out);
        }
        self.list(ui, view, drafts, out);
        ui.horizontal(|ui| {
            if labelled_button(ui, icon::PLUS, view.text.get("decide-add-criterion")).clicked() {
                self.add(view, drafts, out);
            }
        });
    }

    fn scale(&mut self, ui: &mut Ui, view: &View, drafts: &mut Drafts, out: &mut Vec<Action>) {
        if let Some((place, criterion)) = self.chosen.and_then(|id| view.project.decision.criterion(id)) {
            scale::ui(ui, view, place, criterion, (drafts, &mut self.fields), out);
        }
    }

    fn add(&mut self, view: &View, drafts: &mut Drafts, out: &mut Vec<Action>) {
        let criterion = Criterion::new("");
        self.chosen = Some(criterion.id);
        drafts.begin(DraftField::Criterion(criterion.id));
        let at = view.project.decision.criteria.len();
        out.push(edit(Decide::AddCriteria { at, criteria: vec![criterion] }));
    }

    /// Arrows select, Alt+arrows move, F2 renames, Insert adds, Delete removes.
    fn keys(&mut self, ui: &mut Ui, view: &View, area: Rect, drafts: &mut Drafts, out: &mut Vec<Action>) {
        if !focus::pane_takes_keys(ui, PANE, area, view.text.get("decide-criteria")) {
            return;
        }
        let criteria = &view.project.decision.criteria;
        let before = out.len();
        keyboard::each(ui.ctx(), |typed| {
            let Typed::Key(press) = typed else { return Heard::Passed };
            let found = self.chosen.and_then(|id| view.project.decision.criterion(id));
            let Some((place, criterion)) = found else { return Heard::Passed };
            // An edit changes the list.
            if out.len() > before {
                return Heard::Later;
            }
            let to = match press.key {
                Key::ArrowUp => place.checked_sub(1),
                Key::ArrowDown => Some(place + 1).filter(|to| *to < criteria.len()),
                _ => None,
            };
            match (press.plain(), to) {
                (Some(Key::ArrowUp | Key::ArrowDown), to) => {
                    self.chosen = to.map_or(self.chosen, |to| Some(criteria[to].id));
                }
                (None, Some(to)) if press.modifiers.matches_exact(Modifiers::ALT) => {
                    out.push(edit(Decide::MoveCriterion { id: criterion.id, to }));
                }
                (Some(Key::F2 | Key::Enter), _) => drafts.begin(DraftField::Criterion(criterion.id)),
                (Some(Key::Insert), _) => self.add(view, drafts, out),
                (Some(Key::Delete), _) => {
                    let next = criteria.get(place + 1).or_else(|| criteria.get(place.wrapping_sub(1)));
                    self.chosen = next.map(|next| next.id);
                    out.extend(scale::remove(view, criterion));
                }
                _ => return Heard::Passed,
            }
            Heard::Done
        });
    }

    fn list(&mut self, ui: &mut Ui, view: &View, drafts: &mut Drafts, out: &mut Vec<Action>) {
        let decision = &view.project.decision;
        let shares = view.analysis.ranking().weights.as_deref();
        if shares.is_none() {
            let words = format!("{} {}", icon::WARNING, view.text.get("decide-no-weight"));
            ui.label(eframe::egui::RichText::new(words).color(colors(ui).warning));
        }
        let gap = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        let top = ui.cursor().top();
        let order = decision.weighting == Weighting::Order;
        let mut dropped = None;
        for (place, criterion) in decision.criteria.iter().enumerate() {
            let share = shares.and_then(|shares| shares.get(place)).copied();
            let response = self.line(ui, view, place, criterion, share, out);
            if response.clicked() {
                self.chosen = Some(criterion.id);
                focus::focus_pane(ui, PANE);
            }
            if response.double_clicked() {
                drafts.begin(DraftField::Criterion(criterion.id));
            }
            if order && response.drag_started() {
                self.dragged = Some(criterion.id);
                self.chosen = Some(criterion.id);
            }
            if self.dragged == Some(criterion.id) && response.drag_stopped() {
                dropped = Some((place, criterion.id));
            }
        }
        if let Some(dragged) = self.dragged {
            let pointer = ui.input(|input| input.pointer.interact_pos()).map_or(top, |at| at.y);
            let gap = ((pointer - top) / LINE).round().clamp(0.0, decision.criteria.len() as f32);
            let y = top + gap * LINE;
            ui.painter().hline(ui.max_rect().x_range(), y, (2.0, colors(ui).accent));
            if let Some((place, id)) = dropped {
                let to = gap as usize - usize::from(gap as usize > place);
                out.push(edit(Decide::MoveCriterion { id, to }));
            }
            let is_held = ui.input(|input| input.pointer.any_down());
            if dropped.is_some() || !is_held || decision.criterion(dragged).is_none() {
                self.dragged = None;
            }
        }
        ui.spacing_mut().item_spacing.y = gap;
        ui.add_space(space::XS);
    }

    fn line(
        &mut self,
        ui: &mut Ui,
        view: &View,
        place: usize,
        criterion: &Criterion,
        share: Option<f64>,
        out: &mut Vec<Action>,
    ) -> Response {
        let palette = colors(ui);
        let weighting = view.project.decision.weighting;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let sense = if weighting == Weighting::Order { Sense::CLICK | Sense::DRAG } else { Sense::CLICK };
        let response = ui.interact(rect, ui.scope_id().with(("criterion", criterion.id.number())), sense);
        let name = view.text.name(&criterion.name);
        let percent = share.map_or_else(|| "–".to_owned(), |share| parts::percent(view.text, share));
        let is_chosen = self.chosen == Some(criterion.id);
        response.widget_info(|| {
            let message = Message::new("decide-criterion-line")
                .with("place", place + 1)
                .with("name", name)
                .with("share", percent.as_str());
            WidgetInfo::selected(Role::ListItem, true, is_chosen, view.text.say(&message))
        });
        if is_chosen || response.hovered() {
            let fill = if is_chosen { palette.selected } else { palette.hover };
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 4.0, fill);
        }
        // From the right: share, bar or slider, marks; the name takes the rest.
        let mut right = rect.right() - space::S;
        let mut take = |width: f32| {
            let part = Rect::from_min_max(pos2(right - width, rect.top()), pos2(right, rect.bottom()));
            right -= width + space::S;
            part
        };
        parts::words_at(ui, take(52.0), Align2::RIGHT_CENTER, &percent, theme::body_strong(), palette.ink);
        let room = if rect.width() > 560.0 { 190.0 } else { 120.0 };
        let bar = take(room);
        match weighting {
            Weighting::Sliders => self.slider(ui, view, bar, criterion, name, out),
            Weighting::Order | Weighting::Pairs => {
                let bar = Rect::from_center_size(bar.center(), vec2(bar.width(), 8.0));
                parts::bar(ui, bar, share.unwrap_or_default(), parts::series(ui, place).0);
            }
        }
        let mark = scale::marks(view.text, criterion);
        let marks = take(62.0);
        parts::words_at(ui, marks, Align2::RIGHT_CENTER, &mark, theme::small(), palette.muted);
        let mut left = rect.left() + space::XS;
        if weighting == Weighting::Order {
            let handle = Rect::from_min_size(pos2(left, rect.top()), vec2(18.0, rect.height()));
            parts::words_at(ui, handle, Align2::CENTER_CENTER, icon::LIST, theme::small(), palette.muted);
            left += 20.0;
        }
        parts::number(ui, Rect::from_min_size(pos2(left, rect.top()), vec2(24.0, rect.height())), place);
        let font = if is_chosen { theme::body_strong() } else { theme::body() };
        let at = pos2(left + 30.0, rect.center().y - 9.0);
        table::line(ui, at, marks.left() - left - 34.0, name, font, palette.ink);
        response
    }

    fn slider(
        &mut self,
        ui: &mut Ui,
        view: &View,
        rect: Rect,
        criterion: &Criterion,
        name: &str,
        out: &mut Vec<Action>,
    ) {
        let largest = view.project.decision.criteria.iter().map(|criterion| criterion.weight).fold(2.0, f64::max);
        let held = self.weighing.filter(|held| held.criterion == criterion.id);
        let mut weight = criterion.weight;
        let builder = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
        let response = ui
            .scope_builder(builder, |ui| {
                ui.spacing_mut().slider_width = rect.width() - 8.0;
                ui.visuals_mut().selection.bg_fill = colors(ui).accent;
                ui.visuals_mut().widgets.inactive.bg_fill = colors(ui).line;
                let most = held.map_or(largest, |held| held.most);
                let slider = Slider::new(&mut weight, 0.0..=most)
                    .show_value(false)
                    .trailing_fill(true)
                    .step_by(0.05)
                    .clamping(SliderClamping::Edits);
                ui.add(slider)
            })
            .inner;
        response.widget_info(|| {
            WidgetInfo::slider(true, criterion.weight, view.text.with("decide-weight-of", "name", name))
        });
        if response.changed() {
            let held = held.unwrap_or(Weighing { criterion: criterion.id, gesture: Gesture::start(), most: largest });
            self.weighing = Some(held);
            self.chosen = Some(criterion.id);
            let command = Command::set(Of::Criterion(criterion.id), "weight", weight);
            out.push(Action::Edit(command, Some(held.gesture)));
        }
        // An undo step ends with the drag, or when the slider loses the focus.
        if held.is_some() && (response.drag_stopped() || !(response.dragged() || keeps_focus(&response))) {
            self.weighing = None;
        }
    }
}

fn no_criteria(ui: &mut Ui, view: &View, drafts: &mut Drafts, out: &mut Vec<Action>) {
    let text = view.text;
    let empty = Empty {
        title: text.get("decide-empty-title"),
        lines: &[text.get("decide-empty-detail")],
        example: text.get("decide-empty-example"),
        steps: &[(icon::SCALES, text.get("decide-use-default")), (icon::PLUS, text.get("decide-own-criterion"))],
        hint: "",
    };
    match empty.show(ui) {
        Some(0) => {
            let criteria = usual_criteria(|key| text.get(key).into());
            out.push(edit(Decide::AddCriteria { at: 0, criteria }));
        }
        Some(_) => {
            let criterion = Criterion::new("");
            drafts.begin(DraftField::Criterion(criterion.id));
            out.push(edit(Decide::AddCriteria { at: 0, criteria: vec![criterion] }));
        }
        None => {}
    }
}
