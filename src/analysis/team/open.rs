//! What should be looked at in the team.

use super::need::{Size, prio};
use super::territory::Territories;
use crate::analysis::coverage::name_of;
use crate::analysis::findings::{Finding, Severity, Topic};
use crate::project::{About, Message, Project};

/// From this imbalance on, territories are worth a look.
const UNEVEN: f64 = 0.25;

/// What should be looked at; nothing as long as there are neither roles nor territories.
pub fn findings(project: &Project, size: &Size, territories: &Territories) -> Vec<Finding> {
    let said = |severity, what: Message, why: &'static str, about| {
        let why = Message::new(why);
        Finding { topic: Topic::Team, severity, what, why, about }
    };
    let mut all = Vec::new();
    let hundredths = |people: f64| (people * 100.0).round() / 100.0;
    if let Some(focus) = size.focus(hundredths).filter(|_| size.is_short()) {
        all.push(said(Severity::Warning, focus, "team-focus-why", About::PROJECT));
    }
    if !size.roles.is_empty() {
        let first = size.needs.iter().filter(|need| prio(need.target.fit) == Some(0));
        for (need, missing) in first.filter_map(|need| Some((need, need.people.err()?))) {
            let customer = need.target.customer;
            let what = Message::new("team-no-hours").with("segment", name_of(project, customer));
            let what = what.with("missing", Message::new(missing.key()));
            all.push(said(Severity::Gap, what, "team-no-hours-why", About::customer(customer)));
        }
    }
    for (role, size) in project.team.roles.iter().zip(&size.roles) {
        if size.worth_after == Some(None) {
            let what = Message::new("team-never-worth").with("role", role.shown_name());
            all.push(said(Severity::Warning, what, "team-never-worth-why", About::PROJECT));
        }
    }
    if territories.unassigned > 0 && !territories.loads.is_empty() {
        let what = Message::new("team-unassigned").with("count", territories.unassigned);
        all.push(said(Severity::Gap, what, "team-unassigned-why", About::PROJECT));
    }
    if let Some(imbalance) = territories.imbalance.filter(|imbalance| *imbalance >= UNEVEN) {
        let what = Message::new("team-uneven").with("percent", (imbalance * 100.0).round());
        all.push(said(Severity::Hint, what, "team-uneven-why", About::PROJECT));
    }
    all
}
