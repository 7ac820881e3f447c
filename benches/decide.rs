//! Ranking 10,000 cells by 8 criteria, which has to fit in a frame (8 ms), and a simulation of 10,000 draws over 100 cells
//! by 8 criteria beside the same vectorised in numpy, which may take ten times as long. `benches/smaa.py` is run in the same
//! run where there is a Python with numpy.

use std::hint::black_box;
use std::process::Command as Process;

use criterion::{Criterion, criterion_group, criterion_main};
use nisje::analysis::robustness::{Problem, Settings, simulate};
use nisje::analysis::score::Ranking;
use nisje::analysis::{MatrixIndex, flip};
use nisje::project::{
    Axis, CellKey, Command, Criterion as ProjectCriterion, Decide, Fit, Project, Score, ScoreKey, Segment,
};

const CRITERIA: usize = 8;

/// A square of fits, each scored by every criterion.
fn scored(side: usize) -> Project {
    let mut project = Project::default();
    let mut apply = |command: Command| command.apply(&mut project).unwrap_or_default();
    let names = |word| (0..side).map(|place| Segment::new(format!("{word} {place}"))).collect::<Vec<_>>();
    let (products, customers) = (names("Product"), names("Customer"));
    apply(Command::AddSegments { axis: Axis::Product, at: 0, segments: products.clone() });
    apply(Command::AddSegments { axis: Axis::Customer, at: 0, segments: customers.clone() });
    let ids = |segments: &[Segment]| segments.iter().map(|segment| segment.id).collect();
    apply(Command::SetFit { products: ids(&products), customers: ids(&customers), fit: Fit::Undecided });
    let criteria: Vec<_> = (0..CRITERIA).map(|place| ProjectCriterion::new(format!("Criterion {place}"))).collect();
    apply(Decide::AddCriteria { at: 0, criteria: criteria.clone() }.into());
    let mut number = 0_u32;
    for product in &products {
        for customer in &customers {
            let cell = CellKey { product: product.id, customer: customer.id };
            for criterion in &criteria {
                number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let score = Score { level: 1 + ((number >> 24) % 5) as u8, reason: None };
                project.decision.scores.insert(ScoreKey { cell, criterion: criterion.id }, score);
            }
        }
    }
    project
}

fn measure(criterion: &mut Criterion) {
    let many = scored(100);
    let index = MatrixIndex::of(&many.matrix);
    criterion.bench_function("rank 10,000 cells", |bench| {
        bench.iter(|| Ranking::of(black_box(&many), &index));
    });
    let ranking = Ranking::of(&many, &index);
    criterion.bench_function("smallest changes over 10,000 cells", |bench| {
        bench.iter(|| (flip::weight_flips(black_box(&ranking)), flip::score_flip(&ranking)));
    });

    let some = scored(10);
    let ranking = Ranking::of(&some, &MatrixIndex::of(&some.matrix));
    let Some(problem) = Problem::of(&ranking) else { return };
    for (name, concentration) in [("all weights alike", 0.0), ("around the stated weights", 20.0)] {
        let settings = Settings { concentration, ..Settings::default() };
        criterion.bench_function(&format!("simulate 100 cells, {name}"), |bench| {
            bench.iter(|| simulate(black_box(&problem), settings, || false));
        });
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/smaa.py");
    let numpy = Process::new("python3").args([script, "100", "8", "10000"]).status();
    if !numpy.is_ok_and(|status| status.success()) {
        println!("numpy is not measured: that needs python3 with numpy");
    }
}

criterion_group!(benches, measure);
criterion_main!(benches);
