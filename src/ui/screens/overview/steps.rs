//! Next steps, edited in place: what, who, by when, for which cell, segment or channel.

use eframe::egui::{Checkbox, ComboBox, Key, RichText, Role, Ui, WidgetInfo};

use crate::analysis::{Target, about_name, cell_name};
use crate::project::{About, AgendaEdit, Command, FieldName, Message, NextStep, Of, Progress, StepId};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::fields::{self, Drafts, Slot};
use crate::ui::widgets::{icon_button, labelled_button};
use crate::ui::{Action, View};

/// The most of each kind that a step can be aimed at from the list; the others are reached by their own screens.
const MOST: usize = 40;

fn edit(edit: AgendaEdit) -> Action {
    Action::Edit(Command::Agenda(edit), None)
}

/// Draws the steps. Returns what a step is about when that is to be looked at.
pub(super) fn ui(
    ui: &mut Ui,
    view: &View,
    drafts: &mut Drafts,
    fresh: &mut Option<StepId>,
    out: &mut Vec<Action>,
) -> Option<About> {
    let text = view.text;
    let mut asked = None;
    if view.project.agenda.steps.is_empty() {
        ui.label(RichText::new(text.get("overview-no-steps")).font(theme::small()).color(colors(ui).muted));
    }
    let last = view.project.agenda.steps.len().saturating_sub(1);
    let width = ui.available_width();
    for (place, step) in view.project.agenda.steps.iter().enumerate() {
        let name = match step.what.trim() {
            "" => text.with("overview-step-number", "number", place + 1),
            what => what.to_owned(),
        };
        ui.push_id(step.id, |ui| {
            asked = row(ui, view, step, &name, (place, last, width), drafts, fresh, out).or(asked);
        });
    }
    if let Some(fault) = drafts.fault(text, |of| matches!(of, Of::Step(_))) {
        fields::fault_line(ui, &fault);
    }
    if labelled_button(ui, icon::PLUS, text.get("overview-add-step")).clicked() {
        let step = NextStep::new("");
        *fresh = Some(step.id);
        out.push(edit(AgendaEdit::AddSteps { at: usize::MAX, steps: vec![step] }));
    }
    asked
}

#[expect(clippy::too_many_arguments, reason = "a step, where it stands, and what is being typed")]
fn row(
    ui: &mut Ui,
    view: &View,
    step: &NextStep,
    name: &str,
    (place, last, width): (usize, usize, f32),
    drafts: &mut Drafts,
    fresh: &mut Option<StepId>,
    out: &mut Vec<Action>,
) -> Option<About> {
    let text = view.text;
    let of = Of::Step(step.id);
    let mut asked = None;
    let named = |field: FieldName| fields::accessible_name(text, name, field, None);
    let field = |name: &str| of.field(name).map(|field| named(field.name)).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let mut is_done = step.is_done();
        let tick = ui.add(Checkbox::without_text(&mut is_done));
        tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_done, field("progress")));
        if tick.changed() {
            let progress = if is_done { Progress::Done } else { Progress::Open };
            out.push(Action::Edit(Command::set(of, "progress", progress), None));
        }
        let hint = text.get("overview-step-hint");
        let response = drafts.line(ui, view, Slot::new(of, "what"), &field("what"), (width - 44.0).max(80.0), hint);
        if *fresh == Some(step.id) {
            *fresh = None;
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && place == last {
            let step = NextStep::new("");
            *fresh = Some(step.id);
            out.push(edit(AgendaEdit::AddSteps { at: usize::MAX, steps: vec![step] }));
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.add_space(22.0);
        // Beside three buttons, with the margins of the fields.
        let free = (width - 3.0 * 36.0 - 76.0).max(150.0);
        drafts.line(ui, view, Slot::new(of, "who"), &field("who"), free * 0.27, text.get("field-who"));
        drafts.line(ui, view, Slot::new(of, "by"), &field("by"), free * 0.27, text.get("overview-by-hint"));
        ui.scope(|ui| {
            ui.set_max_width(free * 0.44);
            aim(ui, view, step, name, free * 0.4, out);
        });
        if step.about != About::PROJECT
            && icon_button(ui, icon::RIGHT, &text.with("overview-look", "name", name), text.get("overview-look-hint"))
                .clicked()
        {
            asked = Some(step.about);
        }
        let up = text.with("overview-up", "name", name);
        if ui.add_enabled_ui(place > 0, |ui| icon_button(ui, icon::UP, &up, &up)).inner.clicked() {
            out.push(edit(AgendaEdit::MoveStep { id: step.id, to: place - 1 }));
        }
        let remove = text.with("remove-named", "name", name);
        if icon_button(ui, icon::TRASH, &remove, &remove).clicked() {
            out.push(edit(AgendaEdit::RemoveSteps(vec![step.id])));
        }
    });
    ui.add_space(space::XS);
    asked
}

/// What a step is for.
fn aim(ui: &mut Ui, view: &View, step: &NextStep, name: &str, width: f32, out: &mut Vec<Action>) {
    let View { project, analysis, text, .. } = *view;
    let words = |about| about_name(project, about).map(|name| text.value(&name));
    let all = text.get("overview-about-all");
    let shown = words(step.about).unwrap_or_else(|| all.to_owned());
    let said = text.say(&Message::new("overview-aim").with("name", name));
    let mut picked = None;
    let combo = ComboBox::from_id_salt("aim").width(width).truncate().selected_text(shown.clone());
    let combo = combo.show_ui(ui, |ui| {
        if ui.selectable_label(step.about == About::PROJECT, all).clicked() {
            picked = Some(About::PROJECT);
        }
        let overview = analysis.overview();
        let cells = overview.prios.iter().flatten().take(MOST);
        for cell in cells {
            if ui.selectable_label(step.about == About::from(*cell), text.say(&cell_name(project, *cell))).clicked() {
                picked = Some((*cell).into());
            }
        }
        let segments = analysis.targets().iter().map(|target: &Target| About::customer(target.customer)).take(MOST);
        let channels = project.channels.iter().map(|channel| About::from(channel.id)).take(MOST);
        for about in segments.chain(channels) {
            if ui.selectable_label(step.about == about, words(about).unwrap_or_default()).clicked() {
                picked = Some(about);
            }
        }
    });
    combo.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, &said);
        info.current_text_value = Some(shown.clone());
        info
    });
    if let Some(about) = picked.filter(|about| *about != step.about) {
        out.push(edit(AgendaEdit::AimStep { id: step.id, about }));
    }
}
