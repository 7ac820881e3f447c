//! What a pasted table will do, before it does it.

use eframe::egui::{Grid, Label, RichText, ScrollArea, Ui};

use crate::import::Reading;
use crate::project::Message;
use crate::text::Text;
use crate::ui::theme::{self, colors, space};

use super::parts::{Answer, answers, enter, heading};

/// A pasted table as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct PastePreview {
    /// How it was read.
    pub told: Vec<Message>,
    /// What it changes.
    pub done: Message,
    /// Its upper left corner; none when it has no headings.
    pub reading: Option<Reading>,
}

pub(super) fn preview(ui: &mut Ui, text: &Text, shown: &PastePreview) -> Option<Answer> {
    ui.set_width(620.0);
    heading(ui, text.get("paste-title"));
    ScrollArea::vertical().id_salt("told").max_height(140.0).auto_shrink([false, true]).show(ui, |ui| {
        if let Some(Reading { row, column, .. }) = &shown.reading {
            let headings = Message::new("paste-headings").with("row", *row).with("column", *column);
            ui.add(Label::new(format!("• {}", text.say(&headings))).wrap());
        }
        for message in &shown.told {
            ui.add(Label::new(format!("• {}", text.say(message))).wrap());
        }
    });
    if let Some(reading) = &shown.reading {
        ui.add_space(space::M);
        table(ui, text, reading);
    }
    ui.add_space(space::M);
    ui.label(RichText::new(text.say(&shown.done)).font(theme::body_strong()));
    ui.add_space(space::L);
    let given = answers(ui, text, &[("matrix-paste", Answer::Paste), ("dialog-cancel", Answer::Cancel)]);
    given.or_else(|| enter(ui).then_some(Answer::Paste))
}

/// The first rows and columns as they are read: names, and the sign of each cell.
fn table(ui: &mut Ui, text: &Text, reading: &Reading) {
    /// Width of a name, in points.
    const NAME: f32 = 96.0;
    let palette = colors(ui);
    let name = |ui: &mut Ui, name: &str| {
        ui.scope(|ui| {
            ui.set_width(NAME);
            ui.add(Label::new(RichText::new(text.name(name)).font(theme::small_strong())).truncate())
        });
    };
    Grid::new("paste preview").striped(true).spacing([space::S, space::XS]).show(ui, |ui| {
        ui.label("");
        reading.customers.iter().for_each(|customer| name(ui, customer));
        if reading.more_customers > 0 {
            ui.label(RichText::new("…").color(palette.muted));
        }
        ui.end_row();
        for (product, fits) in reading.products.iter().zip(&reading.fits) {
            name(ui, product);
            for fit in fits {
                // What is no mark is left out.
                let sign = fit.map_or("–", |fit| fit.sign());
                ui.vertical_centered(|ui| ui.label(RichText::new(sign).font(theme::small())));
            }
            ui.end_row();
        }
        if reading.more_products > 0 {
            ui.label(RichText::new("…").color(palette.muted));
            ui.end_row();
        }
    });
}
