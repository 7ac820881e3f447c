//! Sharing out a budget among 40 channels × 200 segments, the curve over budgets of 50 sizes, and what a frame of the
//! channels screen costs against the empty screen, with interaction and accessibility, no GPU.

#![allow(clippy::expect_used, reason = "what is set up here can't fail")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::egui::{self, Event, RawInput, Rect, pos2, vec2};
use nisje::analysis::budget::Problem;
use nisje::analysis::coverage::coverage;
use nisje::analysis::{Analysis, MatrixIndex};
use nisje::project::{Axis, Channel, Command, Estimate, Figures, Fit, Of, Project, ReachKey, Scenario, Segment};
use nisje::text::{Language, Text};
use nisje::ui::bars::{Bars, Saved};
use nisje::ui::screen::Screen;
use nisje::ui::screens::channels::ChannelsScreen;
use nisje::ui::shell::Shell;
use nisje::ui::{Appearance, View, theme};

/// Numbers that look like any, the same each time.
fn noise(seed: u64) -> f64 {
    let mixed = (seed ^ (seed >> 31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

fn company(channels: usize, customers: usize) -> Project {
    let product = Segment::new("Advice");
    let segments: Vec<_> = (0..customers).map(|place| Segment::new(format!("Segment {place}"))).collect();
    let fits = [Fit::Prio1, Fit::Prio2, Fit::Prio3];
    let channel = |place: usize| Channel {
        figures: Figures {
            cost_per_contact: Estimate::range(5.0, 10.0 + place as f64, 90.0),
            sales_per_contact: Estimate::range(20.0, 60.0 + place as f64, 200.0),
            contacts_per_month: (!place.is_multiple_of(4)).then_some(400.0 + 20.0 * place as f64),
            ..Figures::default()
        },
        ..Channel::new(format!("Channel {place}"))
    };
    let mut commands = vec![
        Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: segments.clone() },
        Command::AddChannels { at: 0, channels: (0..channels).map(channel).collect() },
    ];
    commands.extend(segments.iter().enumerate().map(|(place, segment)| Command::SetFit {
        products: vec![product.id],
        customers: vec![segment.id],
        fit: fits[place % 3],
    }));
    let mut project = Project::default();
    Command::All(commands).apply(&mut project).expect("sound");
    let mut overrides = Vec::new();
    for (column, segment) in segments.iter().enumerate() {
        for (place, channel) in project.channels.iter().enumerate() {
            let seed = (column * 1000 + place) as u64;
            let figures = Figures {
                cost_per_contact: Estimate::point(5.0 + 90.0 * noise(seed)),
                sales_per_contact: Estimate::point(20.0 + 300.0 * noise(seed + 7_777_777)),
                contacts_per_month: place.is_multiple_of(3).then_some(10.0 + 50.0 * noise(seed + 999_999)),
                ..Figures::default()
            };
            let key = ReachKey { customer: segment.id, channel: channel.id };
            overrides.push(Command::changes(Of::Reach(key), &Figures::default(), &figures));
        }
    }
    Command::All(overrides).apply(&mut project).expect("sound");
    project
}

fn budgets(criterion: &mut Criterion) {
    let project = company(40, 200);
    let index = MatrixIndex::of(&project.matrix);
    let scenario = Scenario { budget: 3e6, ..Scenario::new("") };
    let problem = Problem::of(&project, &index, &scenario);
    let found = problem.solve().expect("nothing clashes");
    eprintln!(
        "{} pairs, {} of them used",
        problem.pairs.len(),
        found.shares.iter().filter(|one| one.contacts > 0.0).count()
    );
    let mut group = criterion.benchmark_group("40 channels × 200 segments");
    group.sample_size(20);
    group
        .bench_function("the problem of a project", |b| b.iter(|| black_box(Problem::of(&project, &index, &scenario))));
    group.bench_function("allocation", |b| b.iter(|| black_box(problem.solve())));
    group.bench_function("coverage", |b| b.iter(|| black_box(coverage(&project, &index))));
    group.sample_size(10);
    group.bench_function("curve of 50 points", |b| b.iter(|| black_box(problem.curve(50, || false))));
    group.finish();
}

/// The window as it is with the channels screen, without a GPU, with a pointer that moves and a screen reader.
struct Rig {
    ctx: egui::Context,
    shell: Shell,
    screen: ChannelsScreen,
    analysis: Analysis,
    text: Text,
    frame: u32,
}

impl Rig {
    fn new(project: Project) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.enable_accesskit();
        let (analysis, text) = (Analysis::of(&project), Text::new(Language::English));
        let (shell, screen) = (Shell::default(), ChannelsScreen::default());
        let mut rig = Self { ctx, shell, screen, analysis, text, frame: 0 };
        (0..20).for_each(|_| rig.frame());
        rig
    }

    fn frame(&mut self) {
        self.frame += 1;
        let step = self.frame as f32;
        let pointer = pos2(1300.0 + 300.0 * (step * 0.037).sin(), 600.0 + 300.0 * (step * 0.023).cos());
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0))),
            time: Some(f64::from(self.frame) / 60.0),
            events: vec![Event::PointerMoved(pointer)],
            ..RawInput::default()
        };
        let view = View::new(&self.analysis, &self.text);
        let bars = Bars {
            view: Some(view),
            text: &self.text,
            screen: Some("tab-channels"),
            undo: None,
            redo: None,
            saved: Some(Saved::Saved),
            appearance: Appearance::Light,
            zoom: 1.0,
            rail_folded: false,
            shows_next_step: false,
            recent: &[],
            status: None,
            standing: &[],
        };
        let mut out = Vec::new();
        let mut output = self.ctx.run_ui(input, |ui| {
            self.shell.ui(ui, &bars, &mut out);
            egui::CentralPanel::default().show(ui, |ui| self.screen.ui(ui, &view, &mut out));
        });
        let shapes = std::mem::take(&mut output.shapes);
        black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        black_box(&output.platform_output.accesskit_update);
        output.drop_without_applying_deltas();
    }
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("channels screen 1920×1080, a frame");
    for (name, channels) in [("empty", 0), ("6 channels", 6), ("12 channels", 12), ("40 channels", 40)] {
        let mut rig = Rig::new(company(channels, 9));
        group.bench_function(name, |bencher| bencher.iter(|| rig.frame()));
    }
    group.finish();
}

criterion_group!(benches, frames, budgets);
criterion_main!(benches);
