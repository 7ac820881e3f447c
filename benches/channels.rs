//! Sharing out a budget among 40 channels × 200 segments, and the curve over budgets of 50 sizes.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use nisje::analysis::MatrixIndex;
use nisje::analysis::budget::Problem;
use nisje::analysis::coverage::coverage;
use nisje::project::{
    Axis, Channel, Command, Estimate, Fit, Overrides, Planning, Project, ReachKey, Scenario, Segment,
};

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
        cost_per_contact: Estimate::range(5.0, 10.0 + place as f64, 90.0),
        sales_per_contact: Estimate::range(20.0, 60.0 + place as f64, 200.0),
        contacts_per_month: (place % 4 != 0).then_some(400.0 + 20.0 * place as f64),
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
            let figures = Overrides {
                cost_per_contact: Estimate::point(5.0 + 90.0 * noise(seed)),
                sales_per_contact: Estimate::point(20.0 + 300.0 * noise(seed + 7_777_777)),
                contacts_per_month: (place % 3 == 0).then_some(10.0 + 50.0 * noise(seed + 999_999)),
                ..Overrides::default()
            };
            let key = ReachKey { customer: segment.id, channel: channel.id };
            overrides.push(Planning::SetOverrides { key, figures }.into());
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

criterion_group!(benches, budgets);
criterion_main!(benches);
