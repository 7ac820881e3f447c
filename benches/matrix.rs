//! What one frame of the matrix screen costs: ui and tessellation, with interaction and accessibility, no GPU.
//!
//! `cargo bench --bench matrix`. Compares within one run, because machines differ: 1,000 × 1,000 against 9 × 9 over the
//! same area. Then the slow frames of a person who scrolls and points.

#![allow(clippy::expect_used, reason = "what is set up here can't fail")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion};
use eframe::egui::{self, Event, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use nisje::analysis::Analysis;
use nisje::project::{Axis, Cell, CellKey, Command, Fit, Project, Segment};
use nisje::text::{Language, Text};
use nisje::ui::screens::matrix::MatrixScreen;
use nisje::ui::{View, theme};

const FULL_HD: Vec2 = vec2(1920.0, 1080.0);
const WIDE: Vec2 = vec2(2560.0, 1440.0);

/// Products × customers, every fifth cell marked.
fn project(rows: usize, columns: usize) -> Project {
    let mut project = Project::default();
    for (axis, count, word) in [(Axis::Product, rows, "Product"), (Axis::Customer, columns, "Customer group")] {
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
            cells.push((CellKey { product: product.id, customer: customer.id }, Cell { fit, note: None }));
        }
    }
    Command::SetCells(cells).apply(&mut project).expect("known segments");
    project
}

/// A window without a GPU, with a person in front of it and a screen reader listening.
struct Rig {
    ctx: egui::Context,
    screen: MatrixScreen,
    analysis: Analysis,
    text: Text,
    size: Vec2,
    frame: u32,
}

impl Rig {
    fn new(project: Project, size: Vec2, screen_reader: bool) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        if screen_reader {
            ctx.enable_accesskit();
        }
        let analysis = Analysis::of(&project);
        let mut rig =
            Self { ctx, screen: MatrixScreen::default(), analysis, text: Text::new(Language::English), size, frame: 0 };
        for _ in 0..10 {
            rig.frame();
        }
        rig
    }

    /// One frame: the pointer moves, the wheel turns down for a while, then up again.
    fn frame(&mut self) {
        self.frame += 1;
        let step = self.frame as f32;
        let pointer = pos2(
            self.size.x * (0.55 + 0.35 * (step * 0.037).sin()),
            self.size.y * (0.55 + 0.35 * (step * 0.023).cos()),
        );
        let down = if (self.frame / 200).is_multiple_of(2) { -1.0 } else { 1.0 };
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(f64::from(self.frame) / 60.0),
            events: vec![
                Event::PointerMoved(pointer),
                Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: vec2(11.0, 17.0) * down,
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Wheel,
                    modifiers: Modifiers::NONE,
                },
            ],
            ..RawInput::default()
        };
        let view = View::new(&self.analysis, &self.text);
        let mut output = self.ctx.run_ui(input, |ui| {
            egui::CentralPanel::default().show(ui, |ui| self.screen.ui(ui, &view, &mut Vec::new()));
        });
        let shapes = std::mem::take(&mut output.shapes);
        black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        black_box(&output.platform_output.accesskit_update);
        output.drop_without_applying_deltas();
    }
}

/// Half of the frames, and all but one of a hundred, take no longer than these.
///
/// The same frames are drawn several times and the best time of each counts: what is left out is what other programs
/// on this machine did meanwhile, not what a frame costs.
fn slow_frames(rig: impl Fn() -> Rig, frames: usize) -> (Duration, Duration) {
    let mut times = vec![Duration::MAX; frames];
    for _ in 0..5 {
        let mut rig = rig();
        for best in &mut times {
            let start = Instant::now();
            rig.frame();
            *best = start.elapsed().min(*best);
        }
    }
    times.sort_unstable();
    (times[frames / 2], times[frames * 99 / 100])
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let (small, large) = (project(9, 9), project(1000, 1000));
    let grid = |project: &Project, size, reader| Rig::new(project.clone(), size, reader);

    let mut group = criterion.benchmark_group("matrix frame 1920×1080");
    for (name, reader) in [("grid", true), ("grid, nobody listens", false)] {
        for (cells, project) in [("9×9", &small), ("1000×1000", &large)] {
            let mut rig = grid(project, FULL_HD, reader);
            group.bench_function(BenchmarkId::new(name, cells), |bencher| bencher.iter(|| rig.frame()));
        }
    }
    group.finish();

    println!("scrolling and pointing, with interaction and accessibility:");
    for (name, size) in [("1920×1080", FULL_HD), ("2560×1440", WIDE)] {
        for (cells, project) in [("9×9", &small), ("1000×1000", &large)] {
            let (half, most) = slow_frames(|| grid(project, size, true), 2000);
            println!("{name} {cells}: p50 {half:.2?}, p99 {most:.2?}");
        }
    }
    criterion.final_summary();
}
