//! Opening and saving a project of 1,000 × 1,000 with 200,000 cells, beside the `ron` crate with the same bytes and plain
//! structs. The two are measured in one run; the aim is at most twice the time.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use nisje::project::{Axis, Cell, CellKey, Command, Fit, Project, Segment};
use nisje::storage::{Limits, format};
use serde::{Deserialize, Serialize};

/// Plain structs with derives, as a baseline.
#[derive(Serialize, Deserialize)]
struct PlainProject {
    format: u32,
    name: String,
    currency: String,
    margin: f64,
    product_segments: Vec<PlainSegment>,
    customer_segments: Vec<PlainSegment>,
    cells: Vec<PlainCell>,
    channels: Vec<()>,
}

#[derive(Serialize, Deserialize)]
struct PlainSegment {
    id: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
struct PlainCell {
    product: String,
    customer: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fit: Option<PlainFit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize, Deserialize)]
enum PlainFit {
    Undecided,
    Prio1,
    Prio2,
    Prio3,
}

/// Every fifth cell is marked, every tenth of those has a note.
fn large() -> Project {
    let mut project = Project::default();
    let mut segments = |axis, word| {
        let segments: Vec<_> = (0..1000).map(|index| Segment::new(format!("{word} {index}"))).collect();
        let edit = Command::AddSegments { axis, at: 0, segments: segments.clone() };
        edit.apply(&mut project).unwrap_or_default();
        segments
    };
    let (products, customers) = (segments(Axis::Product, "Product"), segments(Axis::Customer, "Customer"));
    let cells = (0..200_000).map(|index| {
        let place = index * 5;
        let key = CellKey { product: products[place / 1000].id, customer: customers[place % 1000 + index % 5].id };
        let note = (index % 10 == 0).then(|| format!("because of reason {index}").into());
        (key, Cell { fit: Fit::CANDIDATES[index % 4], note })
    });
    Command::SetCells(cells.collect()).apply(&mut project).unwrap_or_default();
    assert_eq!(project.matrix.cells().len(), 200_000);
    project
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn benches(criterion: &mut Criterion) {
    let project = large();
    let bytes = format::write(&project).unwrap_or_default();
    let plain: PlainProject = options().from_bytes(&bytes).unwrap_or_else(|error| panic!("{error}"));
    let config = || ron::ser::PrettyConfig::new().depth_limit(2).indentor("  ");

    let mut group = criterion.benchmark_group("storage, 200,000 cells");
    group.sample_size(20);
    group.bench_function("open: ron into plain structs", |bencher| {
        bencher.iter(|| options().from_bytes::<PlainProject>(black_box(&bytes)));
    });
    group.bench_function("open: nisje", |bencher| {
        bencher.iter(|| format::read(black_box(&bytes), &Limits::default()));
    });
    group.bench_function("save: ron from plain structs", |bencher| {
        bencher.iter(|| options().to_string_pretty(black_box(&plain), config()));
    });
    group.bench_function("save: nisje", |bencher| {
        bencher.iter(|| format::write(black_box(&project)));
    });
    group.finish();
}

criterion_group!(storage, benches);
criterion_main!(storage);
