//! What one frame of the table of customer segments costs: 200 segments × 20 attributes, ui and tessellation, with
//! accessibility, no GPU. At rest, after an edit, and sorted.

#![allow(clippy::expect_used, reason = "what is set up here can't fail")]

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use eframe::egui::{self, Event, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, Vec2, vec2};
use nisje::analysis::Analysis;
use nisje::project::{
    Attribute, AttributeKey, AttributeKind, Axis, Command, Describe, Estimate, FieldValue, Growth, Project, Segment,
};
use nisje::text::{Language, Text};
use nisje::ui::screen::Screen;
use nisje::ui::screens::segments::SegmentsScreen;
use nisje::ui::{View, theme};

const FULL_HD: Vec2 = vec2(1920.0, 1080.0);

fn project(segments: usize) -> Project {
    let mut project = Project::default();
    let all: Vec<_> = (0..segments).map(|place| Segment::new(format!("Customer group {}", place + 1))).collect();
    let ids: Vec<_> = all.iter().map(|segment| segment.id).collect();
    let own = Attribute { kind: AttributeKind::Scale, ..Attribute::new("Noise") };
    let scale = own.id;
    let mut commands = vec![
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: all },
        Describe::AddAttributes { at: 0, attributes: vec![own] }.into(),
    ];
    for (place, id) in ids.into_iter().enumerate() {
        let level = |by: usize| FieldValue::Level(Some((place * by % 5 + 1) as u8));
        let mut set = |key: AttributeKey, value: FieldValue| commands.push(key.set([id], value));
        set(AttributeKey::Profile("industry"), format!("Industry {}", place % 12).into());
        set(AttributeKey::Profile("geography"), format!("Region {}", place % 7).into());
        set(AttributeKey::Profile("employees"), Estimate::range(5.0, 20.0 + place as f64, 900.0).into());
        set(AttributeKey::Profile("purchase_volume"), (place as f64 * 1250.0).into());
        set(AttributeKey::Profile("growth"), Growth::ALL[place % 4].into());
        set(AttributeKey::Profile("special_needs"), "A standard that the customers require".into());
        for (by, name) in
            ["loyalty", "innovation_response", "promotion_response", "importance", "centralisation"].iter().enumerate()
        {
            set(AttributeKey::Profile(name), level(by + 1));
        }
        set(AttributeKey::Funnel("customers"), Estimate::point(100.0 + place as f64).into());
        set(AttributeKey::Own(scale), level(3));
    }
    Command::All(commands).apply(&mut project).expect("known segments");
    project
}

/// A window without a GPU, with a screen reader listening.
struct Rig {
    ctx: egui::Context,
    screen: SegmentsScreen,
    analysis: Analysis,
    text: Text,
    frame: u32,
}

impl Rig {
    fn new(project: &Project) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.enable_accesskit();
        let analysis = Analysis::of(project);
        let mut rig =
            Self { ctx, screen: SegmentsScreen::default(), analysis, text: Text::new(Language::English), frame: 0 };
        for _ in 0..10 {
            rig.frame(Vec::new());
        }
        rig
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.frame += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, FULL_HD)),
            time: Some(f64::from(self.frame) / 60.0),
            events,
            ..RawInput::default()
        };
        let (screen, analysis, text) = (&mut self.screen, &self.analysis, &self.text);
        let output = self.ctx.run_ui(input, |ui| {
            egui::CentralPanel::default().show(ui, |ui| {
                screen.ui(ui, &View::new(analysis, text), &mut Vec::new());
            });
        });
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }
}

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let project = project(200);
    let mut group = criterion.benchmark_group("segments");
    group.bench_function("at rest", |bench| {
        let mut rig = Rig::new(&project);
        bench.iter(|| rig.frame(Vec::new()));
    });
    group.bench_function("scrolling", |bench| {
        let mut rig = Rig::new(&project);
        let mut turn = 0;
        bench.iter(|| {
            turn += 1;
            let delta = if turn / 60 % 2 == 0 { -40.0 } else { 40.0 };
            let wheel = Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, delta),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            };
            rig.frame(vec![Event::PointerMoved(egui::pos2(500.0, 500.0)), wheel]);
        });
    });
    group.bench_function("after an edit", |bench| {
        let mut rig = Rig::new(&project);
        let id = project.matrix.segments(Axis::Customer)[3].id;
        let mut turn = 0_u8;
        bench.iter(|| {
            turn = turn % 5 + 1;
            let mut edited = rig.analysis.project().clone();
            let command = AttributeKey::Profile("loyalty").set([id], FieldValue::Level(Some(turn)));
            command.apply(&mut edited).expect("a level");
            rig.analysis.update(&edited);
            rig.frame(Vec::new());
        });
    });
    group.finish();
    criterion.final_summary();
}
