//! What one frame of the overview costs: ui and tessellation, with interaction and accessibility, no GPU.
//!
//! `cargo bench --bench overview`. 200 customer × 100 product segments at 1920×1080; the aim is under 1 ms.

#![allow(clippy::expect_used, reason = "what is set up here can't fail")]

use std::hint::black_box;

use criterion::Criterion;
use eframe::egui::{self, Pos2, RawInput, Rect, Vec2, vec2};
use nisje::analysis::Analysis;
use nisje::project::{AgendaEdit, Axis, Cell, CellKey, Channel, Command, Fit, NextStep, Project, Segment};
use nisje::text::{Language, Text};
use nisje::ui::screens::overview;
use nisje::ui::{Route, View, theme};

const FULL_HD: Vec2 = vec2(1920.0, 1080.0);

/// Every fifth cell marked, with a reason; 12 channels and 20 next steps.
fn project() -> Project {
    let mut project = Project::default();
    for (axis, count, word) in [(Axis::Product, 100, "Product"), (Axis::Customer, 200, "Customer group")] {
        let segments = (0..count).map(|place| Segment::new(format!("{word} {}", place + 1))).collect();
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new segments");
    }
    let [products, customers] = Axis::ALL.map(|axis| project.matrix.segments(axis).clone());
    let mut cells = Vec::new();
    for (row, product) in products.iter().enumerate() {
        for (column, customer) in
            customers.iter().enumerate().filter(|(column, _)| (row * 7 + column * 13).is_multiple_of(5))
        {
            let fit = Fit::CANDIDATES[(row + column) % Fit::CANDIDATES.len()];
            let key = CellKey { product: product.id, customer: customer.id };
            cells.push((key, Cell { fit, note: Some("they asked for it themselves, twice".into()) }));
        }
    }
    let channels = (0..12).map(|place| Channel::new(format!("Channel {place}"))).collect();
    let steps = (0..20).map(|place| NextStep::new(format!("Step {place}"))).collect();
    for command in [
        Command::SetCells(cells),
        Command::AddChannels { at: 0, channels },
        Command::Agenda(AgendaEdit::AddSteps { at: 0, steps }),
    ] {
        command.apply(&mut project).expect("sound");
    }
    project
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let analysis = Analysis::of(&project());
    let text = Text::new(Language::English);
    let mut group = criterion.benchmark_group("overview frame 1920×1080");
    for part in overview::SCREEN.parts {
        let mut screen = (overview::SCREEN.new)();
        screen.go(&Route::Part(overview::SCREEN.key, part));
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.enable_accesskit();
        let mut frame = 0;
        group.bench_function(*part, |bencher| {
            bencher.iter(|| {
                frame += 1;
                let input = RawInput {
                    screen_rect: Some(Rect::from_min_size(Pos2::ZERO, FULL_HD)),
                    time: Some(f64::from(frame) / 60.0),
                    ..RawInput::default()
                };
                let view = View::new(&analysis, &text);
                let mut output = ctx.run_ui(input, |ui| {
                    egui::CentralPanel::default().show(ui, |ui| screen.ui(ui, &view, &mut Vec::new()));
                });
                let shapes = std::mem::take(&mut output.shapes);
                black_box(ctx.tessellate(shapes, output.pixels_per_point));
                output.drop_without_applying_deltas();
            });
        });
    }
    group.finish();
    criterion.final_summary();
}
