//! The table of parts that can be exported.

use super::document::Block;
use super::format::{Format, Holds};
use super::{Source, beachhead, budget, channels, matrix, overview, plan, position, priorities, segments, team, whole};
use crate::figure::{self, Figure};
use crate::project::Project;

/// A part of the project that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Overview,
    Position,
    Beachhead,
    Segments,
    Matrix,
    Priorities,
    Channels,
    Budget,
    Team,
    /// All of them.
    Project,
}

/// A row of the table.
struct Row {
    /// On the command line, and as the name of a file.
    key: &'static str,
    /// Text key of its name.
    name: &'static str,
    /// Text key of what it is, for a menu.
    export: &'static str,
    /// Text key of its name in a file's name.
    file: &'static str,
    /// Whether it has nothing to show; documents of other parts leave it out then.
    is_empty: fn(&Project) -> bool,
    blocks: fn(&Source) -> Vec<Block>,
    picture: Option<fn(&Source) -> Figure>,
}

impl Part {
    /// In the order of the method.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Position,
        Self::Segments,
        Self::Matrix,
        Self::Priorities,
        Self::Beachhead,
        Self::Channels,
        Self::Budget,
        Self::Team,
        Self::Project,
    ];

    fn row(self) -> Row {
        match self {
            Self::Overview => Row {
                key: "overview",
                name: "tab-overview",
                export: "menu-export-overview",
                file: "file-part-overview",
                is_empty: |project| project.matrix.is_empty(),
                blocks: overview,
                picture: None,
            },
            Self::Position => Row {
                key: "position",
                name: "tab-position",
                export: "menu-export-position",
                file: "file-part-position",
                is_empty: |project| project.positions.is_empty(),
                blocks: position::blocks,
                picture: Some(|source| figure::position(source.project, source.text)),
            },
            Self::Segments => Row {
                key: "segments",
                name: "customer-segments",
                export: "menu-export-segments",
                file: "file-part-segments",
                is_empty: |project| project.market.profiles.is_empty() && project.market.values.is_empty(),
                blocks: segments::blocks,
                picture: None,
            },
            Self::Matrix => Row {
                key: "matrix",
                name: "report-matrix",
                export: "menu-export-matrix",
                file: "file-part-matrix",
                is_empty: |_| false,
                blocks: matrix::blocks,
                picture: Some(|source| figure::matrix(source.project, source.analysis, source.text)),
            },
            Self::Priorities => Row {
                key: "priorities",
                name: "report-priorities",
                export: "menu-export-priorities",
                file: "file-part-priorities",
                is_empty: |_| false,
                blocks: priorities::blocks,
                picture: Some(|source| figure::priorities(source.project, source.analysis, source.text)),
            },
            Self::Beachhead => Row {
                key: "beachhead",
                name: "beachhead-and-follow-ons",
                export: "menu-export-beachhead",
                file: "file-part-beachhead",
                is_empty: |project| project.beachhead.is_none(),
                blocks: beachhead::blocks,
                picture: Some(|source| figure::pins(source.project, source.text)),
            },
            Self::Channels => Row {
                key: "channels",
                name: "report-channels",
                export: "menu-export-channels",
                file: "file-part-channels",
                is_empty: |project| project.channels.is_empty(),
                blocks: |source| {
                    let mut blocks = channels::blocks(source);
                    blocks.extend(plan::blocks(source));
                    blocks
                },
                picture: Some(|source| figure::channels(source.project, source.analysis, source.text, source.seen)),
            },
            Self::Budget => Row {
                key: "budget",
                name: "report-budget",
                export: "menu-export-budget",
                file: "file-part-budget",
                is_empty: |project| project.plan.scenarios.is_empty(),
                blocks: budget::blocks,
                picture: Some(|source| figure::budget(source.project, source.text)),
            },
            Self::Team => Row {
                key: "team",
                name: "tab-team",
                export: "menu-export-team",
                file: "file-part-team",
                is_empty: |project| project.team.is_blank(),
                blocks: team::blocks,
                picture: Some(|source| {
                    let (size, territories) = (source.analysis.team_size(), source.analysis.territories());
                    figure::team(source.project, size, territories, source.text)
                }),
            },
            Self::Project => Row {
                key: "project",
                name: "report-project",
                export: "menu-export-project",
                file: "file-part-project",
                is_empty: |_| false,
                blocks: whole::blocks,
                picture: None,
            },
        }
    }

    /// Its name on the command line and in file names of a folder.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }

    /// Text key of its name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Text key of “Export …”.
    pub fn export_name(self) -> &'static str {
        self.row().export
    }

    /// Text key of its name in the name of a file.
    pub fn file_name(self) -> &'static str {
        self.row().file
    }

    /// The formats that it can be exported in.
    pub fn formats(self) -> impl Iterator<Item = Format> {
        let has_picture = self.row().picture.is_some();
        Format::ALL.into_iter().filter(move |format| format.holds() != Holds::Picture || has_picture)
    }

    /// The blocks that a format takes of the part. The whole project is its own block with every part behind it; a workbook
    /// holds the other parts too, behind the one that is asked for.
    pub(super) fn content(self, source: &Source, format: Format) -> Vec<Block> {
        let row = self.row();
        if format.holds() == Holds::Picture {
            return row.picture.map(|picture| Block::Figure(picture(source))).into_iter().collect();
        }
        let mut blocks = (row.blocks)(source);
        let is_whole = self == Self::Project;
        if is_whole || format.holds() == Holds::Workbook {
            // The overview repeats what the others hold: in their workbooks it isn't needed.
            let is_left_out =
                |part: Self| part == self || part == Self::Project || (part == Self::Overview && !is_whole);
            let others = Self::ALL.into_iter().filter(|part| !is_left_out(*part));
            for other in others.map(Self::row).filter(|other| !(other.is_empty)(source.project)) {
                if is_whole {
                    blocks.extend([Block::PageBreak, Block::Heading(source.text.get(other.name).to_owned())]);
                }
                blocks.extend((other.blocks)(source));
            }
        }
        blocks
    }
}
