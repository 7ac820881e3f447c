//! A criterion's scale: name, direction, floor and the descriptions of its levels.

use eframe::egui::{Frame, Margin, Role, Sense, Ui, vec2};

use crate::project::{self, Command, Criterion, Decide, Direction, Message, Of};
use crate::text::Text;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::{choices, fields, icon_button, small_choices};
use crate::ui::{Action, View};

use super::draft::{DraftField, Drafts, Look};
use super::parts;

/// The fields with places of their own: in the list, or above the levels. The role is the template's.
const PLACED: [&str; 5] = ["name", "role", "direction", "weight", "floor"];

/// Signs for "less is better" and the floor, for a list row.
pub(super) fn marks(text: &Text, criterion: &Criterion) -> String {
    let less = match criterion.direction {
        Direction::MoreIsBetter => "",
        Direction::LessIsBetter => icon::DOWN,
    };
    match criterion.floor {
        None => less.to_owned(),
        Some(floor) => format!("{less} {}", floor_sign(text, criterion.direction, floor)),
    }
}

fn floor_sign(text: &Text, direction: Direction, floor: u8) -> String {
    let sign = match direction {
        Direction::MoreIsBetter => '≥',
        Direction::LessIsBetter => '≤',
    };
    format!("{sign} {}", text.count(floor.into()))
}

/// The actions that remove a criterion and report it.
pub(super) fn remove(view: &View, criterion: &Criterion) -> [Action; 2] {
    let scores = view.project.decision.scores.keys().filter(|key| key.criterion == criterion.id).count();
    let said = Message::new("decide-removed").with("name", criterion.shown_name()).with("scores", scores);
    [Action::Edit(Decide::RemoveCriteria(vec![criterion.id]).into(), None), Action::removed(said)]
}

pub(super) fn ui(
    ui: &mut Ui,
    view: &View,
    place: usize,
    criterion: &Criterion,
    (drafts, rest): (&mut Drafts, &mut fields::Drafts),
    out: &mut Vec<Action>,
) {
    let name = view.text.name(&criterion.name);
    let of = Of::Criterion(criterion.id);
    let no_floor = Command::set(of, "floor", None::<u8>);
    let edit = |command: Command| Action::Edit(command, None);
    Frame::new().fill(colors(ui).panel).corner_radius(6.0).inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        parts::row(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(22.0, space::ROW), Sense::hover());
            parts::number(ui, rect, place);
            let label = view.text.get("decide-criterion-name");
            let width = ui.available_width() - 40.0;
            let look = Look { current: &criterion.name, name: label, hint: label, width };
            drafts.line(ui, DraftField::Criterion(criterion.id), look);
            let words = view.text.with("remove-named", "name", name);
            if icon_button(ui, icon::TRASH, &words, &words).clicked() {
                out.extend(remove(view, criterion));
            }
        });
        ui.horizontal_wrapped(|ui| {
            let directions = [Direction::MoreIsBetter, Direction::LessIsBetter]
                .map(|direction| (direction, view.text.get(direction.key())));
            if let Some(direction) = choices(ui, Role::RadioButton, criterion.direction, &directions) {
                // A floor counts from the other end then.
                out.push(edit(Command::All(vec![Command::set(of, "direction", direction), no_floor])));
            }
            ui.add_space(space::S);
            parts::small(ui, view.text.get("decide-floor")).on_hover_text(view.text.get("decide-floor-hint"));
            let levels = match criterion.direction {
                Direction::MoreIsBetter => 2..=criterion.levels(),
                Direction::LessIsBetter => 1..=criterion.levels() - 1,
            };
            let none = (None, "–".to_owned(), view.text.get("decide-floor-none").to_owned());
            let floors = levels.map(|level| {
                let sign = floor_sign(view.text, criterion.direction, level);
                let name = view.text.with("decide-floor-name", "sign", sign.as_str());
                (Some(level), sign, name)
            });
            let floors: Vec<_> = std::iter::once(none).chain(floors).collect();
            if let Some(floor) = small_choices(ui, criterion.floor, floors) {
                out.push(edit(Command::set(of, "floor", floor)));
            }
            if criterion.role == project::Role::Other {
                ui.add_space(space::S);
                parts::small(ui, view.text.get("decide-levels"));
                let counts = Criterion::LEVELS
                    .map(|count| (count, count.to_string(), view.text.with("decide-levels-name", "count", count)));
                if let Some(count) = small_choices(ui, criterion.anchors.len(), counts) {
                    let mut levels = criterion.anchors.clone();
                    levels.resize(count, "".into());
                    out.push(edit(Decide::SetLevels { criterion: criterion.id, levels }.into()));
                }
            }
        });
        fields::record(ui, view, rest, of, name, &PLACED, out);
        for (level, anchor) in (1..).zip(&criterion.anchors) {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, space::ROW), Sense::hover());
                let vetoed = criterion.vetoes(level);
                let color = if vetoed { colors(ui).error } else { colors(ui).ink };
                let align = eframe::egui::Align2::CENTER_CENTER;
                parts::words_at(ui, rect, align, &level.to_string(), theme::body_strong(), color);
                let label = view.text.with("decide-anchor", "level", usize::from(level));
                let width = ui.available_width() - if vetoed { 70.0 } else { 0.0 };
                let hint = view.text.get("decide-anchor-hint");
                drafts.line(
                    ui,
                    DraftField::Anchor(criterion.id, level),
                    Look { current: anchor, name: &label, hint, width },
                );
                if vetoed {
                    let words = eframe::egui::RichText::new(view.text.get("decide-veto")).font(theme::small());
                    ui.label(words.color(colors(ui).error));
                }
            });
        }
    });
}
