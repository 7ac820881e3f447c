//! A field is listed once: file, report, JSON, catalogues and forms take it from its record's table. What a new field is
//! missing in, these tests name.

use eframe::egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{
    Axis, CellKey, Channel, Command, Criterion, Decide, Estimate, FieldInfo, FieldValue, Fit, Of, Participant, Project,
    Question, ReachKey, Round, Scenario, ScoreKey, Segment, Shape, all_fields,
};
use nisje::report::{Format, Part, export};
use nisje::storage::{Limits, format};
use nisje::text::{Language, Text};
use nisje::ui::Route;
use nisje::ui::screen::Screen;
use nisje::ui::screens::{channels::ChannelsScreen, decide::DecideScreen, position::PositionScreen};
use serde_json::Value;

use super::ui_harness::Stage;

/// Where the fields of a record are found.
struct Carried {
    kind: &'static str,
    /// The list of the whole project's JSON; empty for the document itself.
    report: &'static str,
    /// The part of a screen with the form; none where every field is drawn by hand.
    form: Option<(&'static str, &'static str)>,
    /// Fields that the report names otherwise, or leaves to a sentence.
    told_otherwise: &'static [&'static str],
    /// Fields that the screen draws by hand, with the key of a text that is seen there; without one it is elsewhere.
    by_hand: &'static [(&'static str, &'static str)],
}

const CHANNELS: &str = "tab-channels";
const POSITION: &str = "tab-position";

/// A new kind of record needs its line here.
fn carried(of: Of) -> Carried {
    let (kind, report, form, told_otherwise, by_hand): (_, _, _, &[_], &[_]) = match of {
        Of::Project => ("project", "", None, &["name"], &[("name", ""), ("currency", ""), ("margin", "")]),
        Of::Segment(Axis::Product, _) => {
            ("product segment", "product_segments", Some((CHANNELS, "channels-mode-economics")), &[], &[("name", "")])
        }
        Of::Segment(Axis::Customer, _) => {
            ("customer segment", "customer_segments", Some((CHANNELS, "channels-mode-segments")), &[], &[("name", "")])
        }
        Of::Profile(_)
        | Of::Attribute(_)
        | Of::Step(_)
        | Of::Sizing
        | Of::Role(_)
        | Of::Task(_)
        | Of::Duty(_)
        | Of::FollowUp(_)
        | Of::Handling(_)
        | Of::Territory(_)
        | Of::Account(_) => ("", "", None, &[], &[]),
        Of::Cell(_) => ("cell", "priorities", None, &[], &[("fit", ""), ("note", "")]),
        Of::Channel(_) => (
            "channel",
            "channels",
            Some((CHANNELS, "channels-mode-compare")),
            &[],
            &[("name", "channels-name"), ("owner", "owner-own"), ("sales_from", "channels-sales-close-rate")],
        ),
        Of::Criterion(_) => (
            "criterion",
            "criteria",
            Some(("tab-decide", "report-criteria")),
            &[],
            &[
                ("name", "decide-criterion-name"),
                ("role", ""),
                ("direction", "decide-more-is-better"),
                ("floor", "decide-floor"),
            ],
        ),
        Of::Score(_) => ("score", "reasons", None, &[], &[("reason", "")]),
        Of::Participant(_) => ("participant", "rounds", None, &["name"], &[("name", "")]),
        Of::Round(_) => ("round", "rounds", None, &["name"], &[("name", "")]),
        Of::Reach(_) => (
            "channel for a segment",
            "channels_by_segment",
            Some((CHANNELS, "channels-mode-segments")),
            &[],
            &[("usage", "usage-main"), ("delivery", "delivery-yes"), ("sales_from", ""), ("sales_per_contact", "")],
        ),
        Of::Position(_) => (
            "position",
            "positions",
            Some((POSITION, "position-ladder")),
            &[],
            &[("rung", "rung-solution"), ("strategy", "strategy-value")],
        ),
        Of::Offer(_) => ("offer", "offers", Some((CHANNELS, "channels-mode-economics")), &[], &[]),
        Of::Funnel(_) => ("funnel", "funnels", Some((CHANNELS, "channels-mode-funnel")), &[], &[]),
        Of::Scenario(_) => {
            ("scenario", "scenarios", Some((CHANNELS, "channels-mode-budget")), &["name"], &[("name", "budget-name")])
        }
        Of::Limits(..) => ("limits", "limits", Some((CHANNELS, "channels-mode-budget")), &[], &[]),
    };
    Carried { kind, report, form, told_otherwise, by_hand }
}

/// A project with a record of each kind, and their addresses.
fn project() -> (Project, Vec<Of>) {
    let mut project = Project::default();
    let (product, customer) = (Segment::new("Advice"), Segment::new("Schools"));
    let (channel, criterion, person) = (Channel::new("Web"), Criterion::new("Size"), Participant::new("Ann"));
    let cell = CellKey { product: product.id, customer: customer.id };
    let pair = ReachKey { customer: customer.id, channel: channel.id };
    let round = Round::new(Question::Prio, [person.clone()], [cell]);
    let scenario = Scenario::new("Plan");
    let all = vec![
        Of::Project,
        Of::Segment(Axis::Product, product.id),
        Of::Segment(Axis::Customer, customer.id),
        Of::Cell(cell),
        Of::Channel(channel.id),
        Of::Criterion(criterion.id),
        Of::Score(ScoreKey { cell, criterion: criterion.id }),
        Of::Participant(person.id),
        Of::Round(round.id),
        Of::Reach(pair),
        Of::Position(product.id),
        Of::Offer(product.id),
        Of::Funnel(customer.id),
        Of::Scenario(scenario.id),
        Of::Limits(scenario.id, pair),
    ];
    let (criteria, participants) = (vec![criterion.clone()], vec![person.clone()]);
    let votes = vec![(cell, Some(1))];
    for command in [
        Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product] },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer] },
        Command::SetFit { products: vec![cell.product], customers: vec![cell.customer], fit: Fit::Prio1 },
        Command::AddChannels { at: 0, channels: vec![channel] },
        Decide::AddCriteria { at: 0, criteria }.into(),
        Decide::SetScores { cells: vec![cell], criterion: criterion.id, level: Some(2) }.into(),
        Decide::SetParticipants(participants).into(),
        Decide::AddRound(round.clone()).into(),
        Decide::Vote { round: round.id, participant: person.id, votes }.into(),
        Decide::Reveal(round.id).into(),
        Command::AddScenario { at: 0, scenario },
    ] {
        command.apply(&mut project).expect("sound");
    }
    for of in &all {
        for field in of.fields() {
            let set = Command::set(*of, field.name.name, value(field));
            set.apply(&mut project).unwrap_or_else(|error| panic!("{}: {}: {error}", carried(*of).kind, field.name));
        }
    }
    (project, all)
}

/// A value that isn't the blank one.
fn value(field: FieldInfo) -> FieldValue {
    match field.shape {
        Shape::Text => format!("some {}", field.name).into(),
        Shape::Number(..) => 0.5.into(),
        Shape::Range(_) => Estimate::range(0.25, 0.5, 0.75).into(),
        Shape::Choice(options) | Shape::Open(options) => FieldValue::Choice(options.names.get(1).copied()),
        Shape::Level(low, high) => Some(low.midpoint(high)).into(),
    }
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_field_has_a_name_in_each_language() {
    let mut faults = Vec::new();
    for language in [Language::English, Language::Norwegian] {
        let text = Text::new(language);
        let missing = all_fields().filter(|field| text.get(field.name.key) == field.name.key);
        faults.extend(missing.map(|field| format!("{language:?} has no {}", field.name.key)));
    }
    none(&faults);
}

#[test]
fn every_field_is_in_the_file() {
    let (project, all) = project();
    let bytes = format::write(&project).expect("written");
    let read = format::read(&bytes, &Limits::default()).expect("it is valid");
    let file = String::from_utf8(bytes).expect("UTF-8");
    for of in all {
        for field in of.fields() {
            let (kind, name) = (carried(of).kind, field.name.name);
            assert_eq!(of.get(&read, name), Some(value(field)), "{kind}: {name}");
            assert!(file.contains(&format!("{name}: ")), "{kind}: {name}");
        }
    }
}

#[test]
fn every_field_is_in_the_report() {
    let (project, all) = project();
    let text = Text::new(Language::English);
    let json: Value =
        serde_json::from_slice(&export(&project, Part::Project, Format::Json, &text).expect("exported")).expect("JSON");
    // What a person reads is the same table.
    let words = [Format::Csv, Format::Markdown].map(|format| {
        String::from_utf8(export(&project, Part::Project, format, &text).expect("exported")).expect("UTF-8")
    });
    let mut faults = Vec::new();
    for of in all {
        let Carried { kind, report, told_otherwise, .. } = carried(of);
        let rows = if report.is_empty() { std::slice::from_ref(&json) } else { json[report].as_array().expect(report) };
        for field in of.fields().iter().filter(|field| !told_otherwise.contains(&field.name.name)) {
            let name = field.name.name;
            if !rows.iter().any(|row| row.get(name).is_some_and(|value| !value.is_null())) {
                faults.push(format!("{kind}: {name} is not in the JSON’s {report}"));
            }
            let said = format!("some {name}");
            let is_said = |words: &String| words.contains(&said) || words.contains(&said.replace('_', "\\_"));
            if field.shape == Shape::Text && !words.iter().all(is_said) {
                faults.push(format!("{kind}: what {name} says is not in the tables"));
            }
        }
    }
    none(&faults);
}

/// All that a screen reader finds in a part of a screen, and what stands beside the fields, in small letters.
fn found<S: Screen + Default>(
    project: &Project,
    text: Language,
    (screen, part): (&'static str, &'static str),
) -> String {
    let builder = Harness::builder().with_size(vec2(1920.0, 1200.0)).with_max_steps(60).with_step_dt(1.0 / 60.0);
    let mut shown = S::default();
    assert!(shown.go(&Route::Part(screen, part)), "{part}");
    let mut window = Stage::new(shown, project.clone(), text, S::ui).harness(builder);
    window.run();
    let words = window.query_all_by(|_| true).flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten()
    });
    words.collect::<Vec<_>>().join("\n").to_lowercase()
}

#[test]
fn every_field_has_a_place_in_the_window() {
    let (project, all) = project();
    let mut faults = Vec::new();
    for language in [Language::English, Language::Norwegian] {
        let text = Text::new(language);
        for of in &all {
            let Carried { kind, form, by_hand, .. } = carried(*of);
            let words = match form {
                Some(place @ (CHANNELS, _)) => found::<ChannelsScreen>(&project, language, place),
                Some(place @ (POSITION, _)) => found::<PositionScreen>(&project, language, place),
                Some(place) => found::<DecideScreen>(&project, language, place),
                None => String::new(),
            };
            for field in of.fields() {
                let hand = by_hand.iter().find(|(name, _)| *name == field.name.name);
                let key = match hand {
                    Some((_, "")) => continue,
                    Some((_, key)) => key,
                    None => field.name.key,
                };
                if !words.contains(&text.get(key).to_lowercase()) {
                    faults.push(format!("{kind}: {} is not in {form:?} in {language:?}", field.name));
                }
            }
        }
    }
    none(&faults);
}
