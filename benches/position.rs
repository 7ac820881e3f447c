//! What a frame of the Position and Beachhead screens costs at 1920 × 1080 for 100 product segments and 200 customer
//! segments: ui and tessellation, with a moving pointer and accessibility, no GPU. `cargo bench --bench position`.

#![allow(clippy::expect_used, reason = "what is set up here can't fail")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::egui::{self, Event, RawInput, Rect, Vec2, pos2, vec2};
use nisje::analysis::Analysis;
use nisje::project::{Axis, CellKey, Command, Fit, Of, PriceOrValue, Project, Rung, Segment};
use nisje::text::{Language, Text};
use nisje::ui::screens::SCREENS;
use nisje::ui::{Route, View, theme};

const FULL_HD: Vec2 = vec2(1920.0, 1080.0);

/// Every product segment has a position, every fifth cell a fit; the beachhead has twenty follow-ons.
fn project() -> Project {
    let mut project = Project::default();
    for (axis, count, word) in [(Axis::Product, 100, "Product segment"), (Axis::Customer, 200, "Customer segment")] {
        let segments = (0..count).map(|place| Segment::new(format!("{word} {place}"))).collect();
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new ids");
    }
    let [products, customers] = Axis::ALL.map(|axis| project.matrix.segments(axis).clone());
    let mut commands = Vec::new();
    for (place, product) in products.iter().enumerate() {
        let of = Of::Position(product.id);
        let points = |seed: usize| (seed * 37 % 21) as f64 / 2.0;
        commands.push(Command::set(of, "rung", Rung::ALL[place % Rung::ALL.len()]));
        commands.push(Command::set(of, "strategy", PriceOrValue::ALL[place % PriceOrValue::ALL.len()]));
        commands.push(Command::set(of, "perceived_value", points(place)));
        commands.push(Command::set(of, "perceived_cost", points(place * 3 + 1)));
        let marked = customers.iter().skip(place % 5).step_by(5).map(|customer| customer.id).collect();
        commands.push(Command::SetFit { products: vec![product.id], customers: marked, fit: Fit::Prio2 });
    }
    Command::All(commands).apply(&mut project).expect("valid");
    let cell = CellKey { product: products[0].id, customer: customers[0].id };
    Command::SetBeachhead(Some(cell)).apply(&mut project).expect("a fit");
    let follow_ons = project.matrix.beside(cell).into_iter().take(20).collect();
    Command::SetFollowOns(follow_ons).apply(&mut project).expect("beside it");
    project
}

fn frames(criterion: &mut Criterion) {
    let analysis = Analysis::of(&project());
    let text = Text::new(Language::English);
    for (key, part) in
        [("tab-position", Some("position-ladder")), ("tab-position", Some("position-map")), ("tab-beachhead", None)]
    {
        let row = SCREENS.iter().find(|row| row.key == key).expect("a screen");
        let mut screen = (row.new)();
        if let Some(part) = part {
            screen.go(&Route::Part(key, part));
        }
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.enable_accesskit();
        let mut step = 0.0_f32;
        let mut frame = || {
            step += 1.0;
            let pointer = pos2(900.0 + 700.0 * (step * 0.037).sin(), 540.0 + 400.0 * (step * 0.023).cos());
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), FULL_HD)),
                time: Some(f64::from(step) / 60.0),
                events: vec![Event::PointerMoved(pointer)],
                ..RawInput::default()
            };
            let view = View::new(&analysis, &text);
            let mut output = ctx.run_ui(input, |ui| {
                egui::CentralPanel::default().show(ui, |ui| screen.ui(ui, &view, &mut Vec::new()));
            });
            let shapes = std::mem::take(&mut output.shapes);
            black_box(ctx.tessellate(shapes, output.pixels_per_point));
            black_box(&output.platform_output.accesskit_update);
            output.drop_without_applying_deltas();
        };
        (0..10).for_each(|_| frame());
        criterion.bench_function(part.unwrap_or(key), |bencher| bencher.iter(&mut frame));
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
