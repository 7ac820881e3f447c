//! Lines of the page, put into words once for each state of the project and language.

use crate::analysis::findings::{Finding, Severity, Topic};
use crate::analysis::overview::Met;
use crate::analysis::{about_name, cell_name};
use crate::project::{About, Axis, CellKey, ChannelId, Fit, Message, SegmentId};
use crate::ui::View;

/// The most lines that are put into words in each part; a page shows fewer.
const MOST: usize = 40;

/// A cell by its names, and why.
#[derive(Debug)]
pub(super) struct CellLine {
    pub key: CellKey,
    pub fit: Fit,
    pub name: String,
    pub note: String,
}

#[derive(Debug)]
pub(super) struct FindingLine {
    pub severity: Severity,
    pub topic: Topic,
    pub about: About,
    pub what: String,
    pub why: String,
}

#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The beachhead, then what follows it.
    pub pins: Vec<CellLine>,
    pub prios: [Vec<CellLine>; 3],
    /// All cells of each Prio.
    pub counts: [usize; 3],
    /// Product segments with a position, and how they stand.
    pub positions: Vec<(String, String)>,
    /// Customer segments with a Prio, and the channels chosen for them.
    pub met: Vec<(SegmentId, Fit, String, String)>,
    pub findings: Vec<FindingLine>,
}

impl Lines {
    pub fn of(view: &View) -> Self {
        let View { project, analysis, text, .. } = *view;
        let line = |key: &CellKey| {
            let cell = project.matrix.cell(*key);
            CellLine {
                key: *key,
                fit: cell.fit,
                name: text.say(&cell_name(project, *key)),
                note: cell.note.as_deref().unwrap_or_default().replace('\n', " "),
            }
        };
        let overview = analysis.overview();
        let pins = project.beachhead.iter().flat_map(|one| std::iter::once(&one.cell).chain(&one.follow_ons));
        let finding = |finding: &Finding| FindingLine {
            severity: finding.severity,
            topic: finding.topic,
            about: finding.about,
            what: text.say(&finding.what),
            why: text.say(&finding.why),
        };
        Self {
            pins: pins.take(MOST).map(line).collect(),
            prios: [0, 1, 2].map(|at| overview.prios[at].iter().take(MOST).map(line).collect()),
            counts: [0, 1, 2].map(|at| overview.prios[at].len()),
            positions: positions(view),
            met: overview.met.iter().take(MOST).map(|met| met_line(view, met)).collect(),
            findings: analysis.findings().open().iter().take(MOST).map(finding).collect(),
        }
    }
}

fn positions(view: &View) -> Vec<(String, String)> {
    let View { project, text, .. } = *view;
    let products = project.matrix.segments(Axis::Product).iter();
    let line = |id: SegmentId, name: &str| {
        let position = project.positions.get(&id)?;
        let rung = position.rung.map(|rung| text.get(rung.key()).to_owned());
        let strategy = position.strategy.map(|strategy| text.get(strategy.key()).to_owned());
        let statement = Some(position.statement.to_string());
        let words = [rung, strategy, statement].into_iter().flatten().filter(|words| !words.is_empty());
        Some((text.name(name).to_owned(), words.collect::<Vec<_>>().join(" · ")))
    };
    products.filter_map(|product| line(product.id, &product.name)).take(MOST).collect()
}

fn met_line(view: &View, met: &Met) -> (SegmentId, Fit, String, String) {
    let View { project, text, .. } = *view;
    let customer = met.target.customer;
    let name = about_name(project, About::customer(customer)).map(|name| text.value(&name)).unwrap_or_default();
    let names = |ids: &[ChannelId]| {
        let names = ids.iter().filter_map(|id| project.channel(*id)).map(|(_, one)| text.value(&one.shown_name()));
        names.collect::<Vec<_>>().join(", ")
    };
    let (main, supporting) = (names(&met.main), names(&met.supporting));
    let words = match (main.is_empty(), supporting.is_empty()) {
        (true, true) => text.get("overview-no-channel").to_owned(),
        (false, true) => main,
        (true, false) => text.with("overview-supporting-only", "channels", supporting),
        (false, false) => {
            text.say(&Message::new("overview-main-and-supporting").with("main", main).with("supporting", supporting))
        }
    };
    (customer, met.target.fit, name, words)
}
