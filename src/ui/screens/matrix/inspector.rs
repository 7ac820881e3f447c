//! What is selected in the matrix, in words: beachhead, buying urge and process, and how hard the sale is.

use eframe::egui::{Label, RichText, Role as Accessible, Ui, WidgetInfo};

use crate::project::{CellKey, Command, Message, Role};
use crate::ui::sale::{self, Level};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::badge::cell_badge;
use crate::ui::widgets::combo::Combo;
use crate::ui::{Action, View};

/// Draws what is said of cells with a fit: one, or all of a range, row or column.
pub fn show(ui: &mut Ui, view: &View, cells: &[CellKey], out: &mut Vec<Action>) {
    let Some(first) = cells.first().copied() else { return };
    let text = view.text;
    let name = if cells.len() == 1 {
        let names = crate::analysis::cell_name(view.project, first);
        text.say(&names)
    } else {
        text.with("sale-cells", "count", cells.len())
    };
    ui.horizontal(|ui| {
        if cells.len() == 1 {
            let at = ui.cursor().min;
            ui.add_space(space::ROW + 2.0);
            cell_badge(ui, view, at, first);
        }
        let heading = ui.add(Label::new(RichText::new(&name).font(theme::body_strong())).truncate());
        heading.widget_info(|| WidgetInfo::labeled(Accessible::Heading, true, &name));
    });
    for role in sale::ROLES {
        let level = sale::level(view, role, cells);
        ui.horizontal(|ui| {
            let label = text.get(role.key());
            let caption = ui.label(RichText::new(label).font(theme::small()).color(colors(ui).muted));
            ui.add_space((92.0 - caption.rect.width()).max(0.0));
            pick(ui, view, role, level, &format!("{name}: {label}"), |picked| {
                out.extend(sale::set(view, role, cells, picked));
            });
        });
    }
    if cells.len() == 1 {
        let words = sale::difficulty_words(view, first);
        match &words {
            Some(words) => ui.label(RichText::new(words).font(theme::small_strong())),
            None => {
                ui.add(Label::new(RichText::new(text.get("sale-unknown")).font(theme::small()).color(colors(ui).muted)))
            }
        };
        let is_beachhead = view.project.is_beachhead(first);
        let key = if is_beachhead { "beachhead-clear" } else { "beachhead-set" };
        if ui.button(text.get(key)).clicked() {
            out.push(Action::Edit(Command::SetBeachhead((!is_beachhead).then_some(first)), None));
        }
    }
    ui.add_space(space::XS);
}

/// Picks a level, or none; `set` gets what is picked.
fn pick(ui: &mut Ui, view: &View, role: Role, level: Level, name: &str, set: impl FnOnce(Option<u8>)) {
    let words = sale::levels(view, role);
    let numbered = |place: usize| {
        let words = words.get(place).map_or("", String::as_str);
        view.text.say(&Message::new("sale-level").with("level", place + 1).with("words", words))
    };
    let shown = match level {
        Level::Same(Some(level)) => numbered(usize::from(level).saturating_sub(1)),
        Level::Same(None) => "–".to_owned(),
        Level::Differs => view.text.get("sale-differs").to_owned(),
    };
    let items = std::iter::once((Level::Same(None), "–".to_owned()))
        .chain((0..words.len()).map(|place| (Level::Same(Some(place as u8 + 1)), numbered(place))));
    let width = ui.available_width() - space::S;
    let picked = Combo { id: ("sale", role as usize), label: name, shown: &shown, width }.pick(ui, &level, items);
    if let Some(Level::Same(picked)) = picked {
        set(picked);
    }
}
