//! `nisje channels`, `nisje budget`, and what a plan adds to the exports.

use std::io::Cursor;

use assert_cmd::Command;
use calamine::{Data, Reader, Xlsx};
use nisje::figure::{ChannelPicture, PictureOf, Scale, Span, Window};
use nisje::project::{Axis, Channel, Command as Edit, Estimate, Figures, Of, Project, ReachKey, Template};
use nisje::report::{Format, Part, export, export_seen};
use nisje::storage;
use nisje::text::{Language, Text};
use resvg::usvg::{self, roxmltree};
use serde_json::Value;

fn example(language: &str) -> Project {
    storage::template(Template::Example, language)
}

/// What the program prints about a project, and with which code it ends.
fn run(job: &str, project: &Project, arguments: &[&str]) -> (String, String, i32) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.nisje.ron");
    storage::save(&path, project).expect("saved");
    let mut command = Command::new(env!("CARGO_BIN_EXE_nisje"));
    let output = command.arg(job).arg(&path).args(arguments).output().expect("it runs");
    // What keeps numbers together is a space to a reader.
    let text = |bytes| String::from_utf8(bytes).expect("text").replace('\u{a0}', " ");
    (text(output.stdout), text(output.stderr), output.status.code().expect("it ended"))
}

fn json(job: &str, project: &Project, arguments: &[&str]) -> Value {
    let (out, error, code) = run(job, project, &[&["--json", "--lang", "en"], arguments].concat());
    assert_eq!((error.as_str(), code), ("", 0));
    serde_json::from_str(&out).expect("JSON")
}

fn near(value: &Value, expected: f64) -> bool {
    value.as_f64().is_some_and(|value| (value - expected).abs() <= 1e-6 * expected.abs().max(1.0))
}

#[test]
fn channels_by_their_own_figures_and_for_a_segment() {
    let all = json("channels", &example("en"), &[]);
    let channel = |said: &Value, name: &str| {
        said["channels"].as_array().expect("a list").iter().find(|one| one["name"] == name).expect(name).clone()
    };
    let phone = channel(&all, "Telephone from the workshop");
    // By hand: 2.5 % of 30,000 is 750; at a margin of 45 % a contact at 120 leaves 217.50, and 15,000 a month takes 69.
    assert!(near(&phone["sales_per_contact"]["likely"], 750.0), "{phone}");
    assert!(near(&phone["contribution_per_contact"]["likely"], 217.5));
    assert_eq!(phone["break_even_contacts_per_month"], 69, "{phone}");
    assert!(phone.get("usage").is_none() && all["segment"].is_null());

    // In any case; 4 % there, and the wall panels carry the project's margin: 0.04 · 30,000 · 0.45 − 120 = 420.
    let there = json("channels", &example("en"), &["--segment", "restaurants AND cafés"]);
    let phone = channel(&there, "Telephone from the workshop");
    assert!(near(&phone["contribution_per_contact"]["likely"], 420.0), "{phone}");
    assert_eq!((&phone["usage"], &phone["overridden"]), (&"Main".into(), &true.into()));
    let dealers = channel(&there, "Furniture dealers");
    assert_eq!(dealers["standing"], "can't deliver");

    let (out, _, code) = run("channels", &example("nb"), &["--segment", "Restauranter og kafeer", "--lang", "nb"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("hovedkanal") && out.contains("gitt her") && out.contains("Nullpunkt ved en dekningsgrad på 45 %"),
        "{out}"
    );
    let (_, error, code) = run("channels", &example("en"), &["--segment", "Nobody", "--lang", "nb"]);
    assert_eq!(code, 1);
    assert!(error.contains("det finnes ikke noe kundesegment «Nobody»"), "{error}");
}

#[test]
fn a_budget_goes_where_most_is_left() {
    let found = json("budget", &example("en"), &["--budget", "250000"]);
    // By hand: fish farmers take 96 visits of the net collector (8 a month) at 500, the rest buys calls at 120 that
    // leave 420 each: 3.50 a krone.
    let rows = found["allocation"].as_array().expect("a list");
    assert_eq!(rows.len(), 2, "{found}");
    let row = |channel: &str| rows.iter().find(|row| row["channel"] == channel).expect(channel);
    assert!(near(&row("Net collector’s account managers")["contacts"], 96.0));
    assert_eq!(row("Net collector’s account managers")["at_most"], true);
    assert!(near(&row("Telephone from the workshop")["money"], 202_000.0));
    assert!(near(&found["marginal"], 3.5) && near(&found["spent"], 250_000.0));
    assert!(near(&found["fixed_cost"], 180_000.0), "the telephone's, over a year");
    let idle = found["idle"].as_array().expect("a list");
    assert!(idle.iter().any(|one| one["why"] == "the money is worth more elsewhere"), "{idle:?}");
    let excluded = found["excluded"].as_array().expect("a list");
    assert!(excluded.iter().any(|one| one["why"] == "it can’t deliver there"), "{excluded:?}");
    assert_eq!(found, json("budget", &example("en"), &["--budget", "250000"]), "always the same");

    // The scenario's minimum takes part though the visits pay less.
    let bold = json("budget", &example("en"), &["--budget", "700000", "--scenario", "Bold"]);
    let visits =
        bold["allocation"].as_array().expect("a list").iter().any(|row| {
            row["segment"] == "Libraries and culture houses" && row["contacts"].as_f64() >= Some(6.0 - 1e-9)
        });
    assert!(visits, "{bold}");
    let (out, _, code) = run("budget", &example("nb"), &["--budget", "250000", "--lang", "nb"]);
    assert_eq!(code, 0);
    assert!(out.contains("Dekningsbidrag: 925 400 kr") && out.contains("på taket"), "{out}");
}

#[test]
fn an_infeasible_budget_answers_in_json() {
    let arguments = ["--budget", "1000", "--scenario", "Bold", "--lang", "en", "--json"];
    let (out, error, code) = run("budget", &example("en"), &arguments);
    assert_eq!((error.as_str(), code), ("", 1));
    let said: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((&said["feasible"], &said["budget"]), (&false.into(), &1000.into()));
    assert_eq!(said["clashes"], serde_json::json!(["The minimums cost NOK 9,600, and the budget is NOK 1,000."]));
    assert_eq!(said["allocation"], Value::Array(Vec::new()));
}

/// The JSON without its texts.
fn outside_texts(json: &str) -> String {
    let mut out = String::new();
    let mut letters = json.chars();
    let mut in_text = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if in_text => drop(letters.next()),
            '"' => in_text = !in_text,
            _ if !in_text => out.push(letter),
            _ => {}
        }
    }
    out
}

#[test]
fn numbers_in_json_are_plain() {
    let mut project = example("en");
    let extreme = Channel {
        figures: Figures {
            cost_per_contact: Estimate::range(1e-7, 1e-6, 3e14),
            sales_per_contact: Estimate::point(1e15),
            ..Figures::default()
        },
        ..Channel::new("Extreme")
    };
    let losing = Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(100.0),
            sales_per_contact: Estimate::point(10.0),
            fixed_cost_per_month: Some(5.0),
            ..Figures::default()
        },
        ..Channel::new("Losing")
    };
    Edit::AddChannels { at: 0, channels: vec![extreme, losing] }.apply(&mut project).expect("channels");
    let (out, ..) = run("channels", &project, &["--json", "--lang", "nb"]);
    let numbers = outside_texts(&out);
    assert!(numbers.contains("0.0000001") && numbers.contains("1000000000000000000000"), "{numbers}");
    let has_exponent = |(at, _): (usize, &str)| numbers[..at].ends_with(|before: char| before.is_ascii_digit());
    assert!(!numbers.match_indices(['e', 'E']).any(has_exponent), "{numbers}");
    let said: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(said["channels"][0]["cost_per_contact"]["low"], 1e-7);
    assert_eq!(
        (&said["units"]["channels"]["cost_per_contact"], &said["units"]["channels"]["close_rate"]),
        (&"NOK".into(), &"share".into())
    );
    // A reason is beside the number that it replaces.
    let losing = &said["channels"][1];
    assert!(losing["break_even_contacts_per_month"].is_null());
    assert_eq!(losing["break_even_contacts_per_month_reason"], "never-loses");
}

#[test]
fn what_clashes_or_is_no_budget_is_said() {
    let (_, error, code) = run("budget", &example("en"), &["--budget", "1000", "--scenario", "Bold", "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(error.contains("The minimums cost NOK 9,600, and the budget is NOK 1,000."), "{error}");
    let (_, error, code) = run("budget", &example("en"), &["--budget", "-5", "--lang", "en"]);
    assert_ne!(code, 0);
    assert!(error.contains("-5") || error.contains("can’t be negative"), "{error}");
    let (_, error, _) = run("budget", &example("en"), &["--budget=NaN", "--lang", "en"]);
    assert!(error.contains("NaN isn’t understood here"), "{error}");
    let asked = |budget: &str| run("budget", &example("en"), &["--budget", budget, "--lang", "en", "--json"]);
    assert_eq!(asked("kr 250k"), asked("250000"));
    assert!(asked("1.500").1.contains("1.500 was read as 1.5"));
    assert!(asked("10–20").1.contains("one number is wanted here"));
    let (_, error, code) = run("budget", &example("en"), &["--budget", "5", "--scenario", "Wild", "--lang", "en"]);
    assert!(code == 1 && error.contains("there is no scenario “Wild”"), "{error}");
}

fn sheets(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = workbook.sheet_names();
    let rows = |name: &String, workbook: &mut Xlsx<_>| {
        let range = workbook.worksheet_range(name).expect("a sheet");
        range.rows().map(<[Data]>::to_vec).collect()
    };
    names.iter().map(|name| (name.clone(), rows(name, &mut workbook))).collect()
}

#[test]
fn workbooks_carry_the_plan_and_the_budget() {
    let text = Text::new(Language::English);
    let bytes = export(&example("en"), Part::Budget, Format::Xlsx, &text).expect("a workbook");
    let sheets = sheets(bytes);
    let rows = |name: &str| &sheets.iter().find(|(other, _)| other == name).expect(name).1;
    let scenarios = rows("Scenarios");
    assert_eq!(scenarios[1][0], Data::String("Careful".into()));
    let close = |cell: &Data, expected: f64| matches!(cell, Data::Float(value) if (value - expected).abs() < 1e-3);
    assert!(close(&scenarios[1][1], 250_000.0) && close(&scenarios[1][4], 925_400.0), "{:?}", scenarios[1]);
    let given: f64 = (rows("Allocation").iter())
        .filter(|row| row[0] == Data::String("Careful".into()))
        .filter_map(|row| if let Data::Float(money) = row[6] { Some(money) } else { None })
        .sum();
    assert!((given - 250_000.0).abs() < 0.01, "all of it is given away: {given}");
    assert_eq!(rows("Contribution by budget").iter().filter(|row| row[0] == Data::String("Bold".into())).count(), 50);
    assert!(rows("Unfunded").len() > 2 && rows("Excluded").len() > 30 && rows("What changes it most").len() > 4);
    let by_segment = rows("Channels by segment");
    let fish = by_segment.iter().find(|row| {
        row[0] == Data::String("Fish farmers".into())
            && row[3] == Data::String("Net collector’s account managers".into())
    });
    let fish = fish.expect("a pair");
    let there = |heading: &str| {
        let column = by_segment[0].iter().position(|one| *one == Data::String(heading.into()));
        &fish[column.expect(heading)]
    };
    assert_eq!(
        (there("Used as"), there("Figures")),
        (&Data::String("main".into()), &Data::String("given here".into()))
    );
    assert!(close(there("Cost per contact"), 500.0) && close(there("Contribution per contact"), 2275.0), "{fish:?}");
    assert!(rows("Coverage").len() > 1 && rows("Funnel").len() >= 4 && rows("Contacts by channel").len() > 3);
    let rivals = rows("Own or external");
    assert!(rivals.iter().any(|row| row[7].to_string().contains("both cost")), "{rivals:?}");
}

#[test]
fn a_project_without_a_plan_is_handed_out_as_ever() {
    let text = Text::new(Language::English);
    let mut project = example("en");
    project.plan = nisje::project::Plan::default();
    let bytes = export(&project, Part::Channels, Format::Xlsx, &text).expect("a workbook");
    let names: Vec<_> = sheets(bytes).into_iter().map(|(name, _)| name).collect();
    assert!(!names.iter().any(|name| name == "Channels by segment" || name == "Scenarios"), "{names:?}");
}

fn words(svg: &[u8]) -> String {
    let svg = std::str::from_utf8(svg).expect("UTF-8");
    let document = roxmltree::Document::parse(svg).expect("XML");
    document.descendants().filter_map(|node| node.text()).collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
}

#[test]
fn the_picture_handed_out_is_the_picture_seen() {
    let (project, text) = (example("en"), Text::new(Language::English));
    let svg = |seen: &ChannelPicture| {
        words(&export_seen(&project, Part::Channels, Format::Svg, &text, seen).expect("a picture"))
    };
    let seen = ChannelPicture::default();
    let all = svg(&seen);
    assert!(
        all.contains("Founders’ own visits") && all.contains("Break-even at a contribution margin of 45%"),
        "{all}"
    );
    let linear = svg(&ChannelPicture { scale: Scale::Linear, ..seen });
    assert!(linear.contains("\n0\n") && !all.contains("\n0\n"), "a linear axis has a zero");
    let window = Some(Window { x: Span { min: 1.0, max: 2.3 }, y: Span { min: 1.0, max: 3.0 } });
    let part = svg(&ChannelPicture { window, ..seen });
    assert!(!part.contains("Founders’ own visits") && part.contains("Telephone from the workshop"), "{part}");
    assert!(part.contains("4 channels lie outside the part that is shown."), "{part}");
    let fish =
        project.matrix.segments(Axis::Customer).iter().find(|one| &*one.name == "Fish farmers").expect("them").id;
    let segment = svg(&ChannelPicture { of: PictureOf::Segment(fish), ..seen });
    assert!(segment.contains("Channels for Fish farmers") && segment.contains("margin of 42%"), "{segment}");
    let panels = svg(&ChannelPicture { of: PictureOf::SideBySide, ..seen });
    for name in ["Fish farmers", "Restaurants and cafés", "Interior architects"] {
        assert!(panels.contains(name), "{name}\n{panels}");
    }
    assert!(!panels.contains("Hotel chains"), "that is Prio 3");
}

#[test]
fn the_budget_as_a_picture() {
    let (mut project, text) = (example("nb"), Text::new(Language::Norwegian));
    let svg = export(&project, Part::Budget, Format::Svg, &text).expect("a picture");
    assert!(usvg::Tree::from_data(&svg, &usvg::Options::default()).is_ok());
    let said = words(&svg);
    for wanted in ["Forsiktig", "Dristig", "Alle segmenter", "1 kr til gir 3,50", "Budsjett, kr"] {
        assert!(said.contains(wanted), "{wanted}\n{said}");
    }
    // What clashes is said in the picture too.
    let scenario = project.plan.scenarios[1].id;
    Edit::set(Of::Scenario(scenario), "budget", 1.0).apply(&mut project).expect("a scenario");
    let said = words(&export(&project, Part::Budget, Format::Svg, &text).expect("a picture"));
    assert!(said.contains("Minstekravene koster"), "{said}");
    let channel = project.channels[0].id;
    let customer = project.matrix.segments(Axis::Customer)[0].id;
    assert!(project.plan.reach(ReachKey { customer, channel }).is_blank());
}

/// The two questions that come before a budget.
#[test]
fn how_little_is_enough_and_how_much_is_worth_it() {
    let found = json("budget", &example("en"), &["--for-contribution", "300k"]);
    let budget = found["budget"].as_f64().expect("a number");
    let left = |found: &Value| found["profit"].as_f64().expect("a number");
    assert!(left(&found) >= 300_000.0 * (1.0 - 1e-5), "{found}");
    let less = format!("{}", (budget * 0.99).floor());
    assert!(left(&json("budget", &example("en"), &["--budget", &less])) < 300_000.0);

    let (_, error, code) = run("budget", &example("en"), &["--for-sales", "900 mill", "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(error.contains("no budget reaches that"), "{error}");
    let (_, error, code) = run("budget", &example("nb"), &["--for-customers", "-1", "--lang", "nb"]);
    assert_eq!(code, 1);
    assert!(error.contains("kan ikke være under null"), "{error}");
    let (_, _, code) = run("budget", &example("en"), &["--worth", "0", "--budget", "1"]);
    assert_eq!(code, 2, "one or the other");
    let worth =
        |wanted: &str| json("budget", &example("en"), &["--worth", wanted])["budget"].as_f64().expect("a number");
    assert!(worth("0") >= worth("3.6") && worth("3.6") >= worth("20"));
}
