//! What should be looked at, from every step of the method, in one list.
//!
//! A source of findings is a function in the module of its subject, and a line in `SOURCES` beside [`Analysis`](super::Analysis).

use std::sync::Arc;

use crate::project::{About, FindingKey, Message, Project};

/// How much a finding matters, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Two things that were said exclude each other.
    Contradiction,
    /// Something doesn't go together.
    Warning,
    /// Something is missing that other things rest on.
    Gap,
    /// Worth a thought.
    Hint,
}

impl Severity {
    pub const ALL: [Self; 4] = [Self::Contradiction, Self::Warning, Self::Gap, Self::Hint];

    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Contradiction => "report-contradiction",
            Self::Warning => "report-warning",
            Self::Gap => "report-gap",
            Self::Hint => "report-hint",
        }
    }

    /// Its name for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Warning => "warning",
            Self::Gap => "gap",
            Self::Hint => "hint",
        }
    }
}

/// The part of the method that a finding belongs to, in the method's order: screens count and show theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    Position,
    Segments,
    Matrix,
    Decision,
    Coverage,
    Funnel,
    Budget,
    Team,
}

impl Topic {
    pub const ALL: [Self; 8] = [
        Self::Position,
        Self::Segments,
        Self::Matrix,
        Self::Decision,
        Self::Coverage,
        Self::Funnel,
        Self::Budget,
        Self::Team,
    ];
}

/// Something that should be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub topic: Topic,
    pub severity: Severity,
    /// What it is, as a whole sentence. Its key is the finding's code in files: with what it is about, no two findings
    /// have the same.
    pub what: Message,
    /// Why it matters, and what can be done.
    pub why: Message,
    pub about: About,
}

impl Finding {
    /// Its name for files and programs.
    pub fn code(&self) -> &'static str {
        self.what.key
    }

    pub fn key(&self) -> FindingKey {
        FindingKey { code: self.code().into(), about: self.about }
    }
}

/// All findings of a project: the most important first, then in the order of the method.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    open: Vec<Finding>,
    /// Those that are set aside, with the reason.
    set_aside: Vec<(Finding, Arc<str>)>,
}

impl Findings {
    pub fn of(project: &Project, found: impl Iterator<Item = Finding>) -> Self {
        let mut all: Vec<Finding> = found.collect();
        all.sort_by_key(|finding| (finding.severity, finding.topic));
        if project.agenda.set_aside.is_empty() {
            return Self { open: all, set_aside: Vec::new() };
        }
        let mut findings = Self::default();
        for finding in all {
            match project.agenda.set_aside.get(&finding.key()) {
                Some(aside) => findings.set_aside.push((finding, aside.reason.clone())),
                None => findings.open.push(finding),
            }
        }
        findings
    }

    /// Those that are set aside and would be open otherwise, with the reason.
    pub fn set_aside(&self) -> &[(Finding, Arc<str>)] {
        &self.set_aside
    }

    /// Those that are open.
    pub fn open(&self) -> &[Finding] {
        &self.open
    }

    /// The open ones of some topics.
    pub fn on<'a>(&'a self, topics: &'a [Topic]) -> impl Iterator<Item = &'a Finding> + Clone {
        self.open.iter().filter(|finding| topics.contains(&finding.topic))
    }
}
