//! Small projects with a known right answer. The first line of each file in `tests/fixtures/cases` derives it.

use std::path::{Path, PathBuf};

use assert_cmd::Command as Program;
use nisje::analysis::budget::{Allocation, Idle, Problem, Shared};
use nisje::analysis::channels::{Comparison, Standing};
use nisje::analysis::coverage::coverage;
use nisje::analysis::economics::{CostLine, Indifference, indifference, usual_rivals};
use nisje::analysis::funnel::funnels;
use nisje::analysis::proposal::{Rule, Scope, propose};
use nisje::analysis::robustness::{Problem as Weightings, Settings, simulate};
use nisje::analysis::{MatrixIndex, Target, flip, score};
use nisje::project::{Axis, ChannelId, Fit, PrioOrder, Project, Scenario};
use nisje::storage::{self, Limits};
use serde_json::Value;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases").join(format!("{name}.ron"))
}

fn case(name: &str) -> Project {
    storage::open(&path(name), &Limits::default()).expect("a valid file").project
}

fn index(project: &Project) -> MatrixIndex {
    MatrixIndex::of(&project.matrix)
}

fn target(project: &Project, column: usize) -> Target {
    Target::all(project, &index(project))[column]
}

fn standings(comparison: &Comparison) -> Vec<Standing> {
    comparison.channels.iter().map(|figures| figures.standing).collect()
}

fn findings(project: &Project) -> Vec<&'static str> {
    coverage(project, &index(project)).into_iter().map(|finding| finding.code()).collect()
}

fn budget(project: &Project, amount: f64) -> (Problem, Allocation) {
    let scenario = Scenario { budget: amount, ..Scenario::new("") };
    let problem = Problem::of(project, &index(project), &scenario);
    let found = problem.solve().expect("nothing clashes");
    assert!(found.proven);
    (problem, found)
}

/// The contacts of each channel with all segments.
fn contacts(project: &Project, problem: &Problem, found: &Allocation) -> Vec<f64> {
    let of = |id: ChannelId| {
        let pairs = problem.pairs.iter().zip(&found.shares).filter(move |(pair, _)| pair.key.channel == id);
        pairs.map(|(_, share)| share.contacts.round()).sum()
    };
    project.channels.iter().map(|channel| of(channel.id)).collect()
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-6 * expected.abs().max(1.0)
}

fn run(job: &str, name: &str, arguments: &[&str]) -> (String, i32) {
    let mut program = Program::new(env!("CARGO_BIN_EXE_nisje"));
    let output = program.arg(job).arg(path(name)).args(arguments).args(["--lang", "en"]).output().expect("it runs");
    (String::from_utf8(output.stdout).expect("text"), output.status.code().expect("it ended"))
}

#[test]
fn case_01_a_commission_eats_the_margin() {
    let project = case("01-commission");
    assert_eq!(standings(&Comparison::of(&project)), [Standing::Efficient, Standing::Loses]);
}

#[test]
fn case_03_the_main_channel_loses() {
    assert_eq!(findings(&case("03-main-loses")), ["coverage-loses"]);
}

#[test]
fn case_04_a_market_has_a_size() {
    let project = case("04-market-size");
    let (problem, found) = budget(&project, 1_000_000.0);
    assert_eq!(contacts(&project, &problem, &found), [160.0, 0.0]);
    assert!(near(found.spent, 4000.0) && near(found.contribution.likely, 160.0 * 2675.0), "{found:?}");
    let banks = problem.pairs[0].key.customer;
    assert_eq!(problem.idle(&found)[0].1, Idle::SharedTaken(Shared::Market(banks)));
    // One contact more would be worth a call.
    assert!(near(found.row_prices[0], 2675.0) && near(found.marginal, 0.0), "{found:?}");
}

#[test]
fn case_06_the_fixed_cost_eats_it() {
    let project = case("06-fixed-cost-eats-it");
    let (problem, found) = budget(&project, 60_000.0);
    assert_eq!(contacts(&project, &problem, &found), [0.0, 600.0]);
    assert!(near(found.profit(), 36_000.0), "{found:?}");
    assert_eq!(problem.idle(&found)[0].1, Idle::FixedCost);
}

/// The best of all 32 choices of channels, each solved without fixed costs.
#[test]
fn case_08_one_channel_too_many() {
    let project = case("08-one-too-many");
    let scenario = Scenario { budget: 700_000.0, ..Scenario::new("") };
    let of = |project: &Project| {
        let mut problem = Problem::of(project, &index(project), &scenario);
        problem.order = PrioOrder::Alike;
        problem.solve().expect("nothing clashes")
    };
    let mut best = 0.0_f64;
    for choice in 0..1_u32 << project.channels.len() {
        let mut fewer = project.clone();
        let mut fixed = 0.0;
        for (place, channel) in fewer.channels.iter_mut().enumerate() {
            if choice >> place & 1 == 1 {
                fixed += channel.figures.fixed_cost_per_month.unwrap_or_default() * scenario.months;
            } else {
                channel.figures.contacts_per_month = Some(0.0);
            }
            channel.figures.fixed_cost_per_month = None;
        }
        best = best.max(of(&fewer).contribution.likely - fixed);
    }
    let found = of(&project);
    assert!(near(found.profit(), best) && found.proven, "{} is not {best}", found.profit());
    // In the order of the Prios nothing is better over all, and Prio 1 is as well off as alone.
    let (_, in_order) = budget(&project, 700_000.0);
    assert!(in_order.profit() <= best + 1e-3);
}

#[test]
fn case_10_typed_sales_follow_the_price() {
    let project = case("10-typed-sales-and-price");
    let of = |column| Comparison::of_target(&project, &target(&project, column)).channels[0].contribution_per_contact;
    assert!(of(0).is_some_and(|left| near(left, -236.0)) && of(1).is_some_and(|left| near(left, 340.0)));
}

#[test]
fn case_11_the_order_of_rows_decides_nothing() {
    for name in ["11a-order-of-rows", "11b-order-of-rows"] {
        let project = case(name);
        let left = Comparison::of_target(&project, &target(&project, 0)).channels[0].contribution_per_contact;
        assert!(left.is_some_and(|left| near(left, 840.0)), "{name}: {left:?}");
    }
}

#[test]
fn case_13_a_crossing_beyond_capacity() {
    let project = case("13-crossing-beyond-capacity");
    let comparison = Comparison::of_target(&project, &target(&project, 0));
    let [Some(own), Some(external)] = usual_rivals(&project, &comparison) else { panic!("two rivals") };
    let line = |id| CostLine::of(comparison.find(id).expect("compared"), 12.0).expect("known");
    let found = indifference(line(own), line(external));
    assert!(matches!(found, Indifference::Beyond { first_below: false, first_ends: true, .. }), "{found:?}");
}

#[test]
fn case_14_prio_1_comes_first() {
    let project = case("14-prio-3-takes-all");
    let (problem, found) = budget(&project, 100_000.0);
    assert_eq!(contacts(&project, &problem, &found), [1000.0, 0.0, 0.0]);
    assert!(near(found.contribution.likely, 200_000.0) && near(found.marginal, 2.0), "{found:?}");
    let idle = problem.idle(&found);
    let prio_3 = project.matrix.segments(Axis::Customer)[2].id;
    let fairs = idle.iter().find(|(key, _)| key.customer == prio_3 && key.channel == project.channels[2].id);
    assert_eq!(fairs.map(|(_, why)| why), Some(&Idle::LaterPrio));
}

#[test]
fn case_15_funnel_and_compare_agree_or_say_so() {
    let project = case("15-funnel-against-compare");
    let found = &funnels(&project, &index(&project))[0];
    assert!(found.stages.is_ok_and(|stages| near(stages.contacts(), 1000.0)));
    let need = &found.channels[0];
    assert!(need.contacts.is_some_and(|contacts| near(contacts.likely, 25_000.0)), "{need:?}");
    let said = need.how(|count| format!("{count:.0}")).expect("known");
    assert_eq!((said.key, &said.args[0]), ("funnel-disagrees", &("contacts", "1000".into())));
}

#[test]
fn case_18_one_end_without_a_return() {
    let (out, code) = run("channels", "18-low-cost-zero", &["--json"]);
    let said: Value = serde_json::from_str(&out).expect("JSON");
    let found = &said["channels"][0]["return_on_contact"];
    let [low, likely, high] = ["low", "likely", "high"].map(|end| found[end].as_f64());
    assert_eq!((low, likely, high, code), (Some(4.0), Some(10.0), None, 0), "{found}");
    assert!(found["high"].is_null(), "{found}");
}

#[test]
fn case_20_no_capacity() {
    let project = case("20-no-capacity");
    let (problem, found) = budget(&project, 10_000.0);
    assert_eq!(problem.idle(&found)[0].1, Idle::NoCapacity);
    assert_eq!(contacts(&project, &problem, &found), [0.0, 100.0]);
}

#[test]
fn case_23_plain_numbers_and_an_answer_when_nothing_fits() {
    let (out, _) = run("channels", "23-json", &["--json"]);
    let said: Value = serde_json::from_str(&out).expect("JSON");
    let [phone, ads] = [0, 1].map(|place| &said["channels"][place]);
    assert_eq!(phone["break_even_contacts_per_month"].as_f64(), Some(69.0), "{phone}");
    assert!(ads["break_even_contacts_per_month"].is_null(), "{ads}");
    assert_eq!(ads["break_even_contacts_per_month_reason"], "never-loses", "{ads}");
    let (out, code) = run("budget", "23-json", &["--json", "--budget", "1000", "--scenario", "Too much"]);
    let said: Value = serde_json::from_str(&out).expect("JSON");
    assert!(code != 0 && said["clashes"][0].as_str().is_some_and(|words| words.contains("12,000")), "{said}");
}

#[test]
fn case_24_below_a_mixture() {
    let project = case("24-below-a-mixture");
    let [letters, _, visits, _] = [0, 1, 2, 3].map(|place| project.channels[place].id);
    let expected = [
        Standing::Efficient,
        Standing::BelowMixture { cheaper: Some(letters), dearer: visits },
        Standing::Efficient,
        Standing::BelowMixture { cheaper: None, dearer: letters },
    ];
    assert_eq!(standings(&Comparison::of(&project)), expected);
}

#[test]
fn case_25_a_rival_that_can_deliver() {
    let project = case("25-rival-cant-deliver");
    let comparison = Comparison::of_target(&project, &target(&project, 0));
    let [_, visits, agents] = [0, 1, 2].map(|place| project.channels[place].id);
    assert_eq!(usual_rivals(&project, &comparison), [Some(visits), Some(agents)]);
}

/// The ranking of a case, and its cells in the order of the columns.
fn ranked(project: &Project) -> (score::Ranking, Vec<score::ScoredCell>) {
    let ranking = score::Ranking::of(project, &index(project));
    let mut cells = ranking.cells.clone();
    cells.sort_by_key(|cell| cell.place);
    (ranking, cells)
}

#[test]
fn case_28_a_tie_goes_either_way() {
    let project = case("28-tie-flip");
    let (ranking, cells) = ranked(&project);
    assert!(cells.iter().all(|cell| ranking.rank(cell.key) == Some(1)));
    let flips = flip::weight_flips(&ranking);
    let size = |above| flips.iter().find(|flip| flip.criterion == 0 && flip.above == above).expect("a flip");
    assert_eq!((&size(true).first, &size(false).first), (&vec![cells[0].key], &vec![cells[1].key]));
    assert!(near(size(true).beyond, 0.5) && near(size(false).beyond, 0.5));
    let shares = simulate(&Weightings::of(&ranking).expect("ranked"), Settings::default(), || false).expect("done");
    let first = shares.top(cells[0].key, 1).expect("ranked");
    assert!((first - 0.5).abs() < 0.02, "{first}");
    let proposal = propose(&ranking, Rule::Capacity { first: 1, second: 0 }, Scope::All);
    assert!(proposal.changes.is_empty() && proposal.tied.len() == 2);
}

#[test]
fn case_30_a_veto_leads_nothing() {
    let project = case("30-vetoed-first");
    let (ranking, cells) = ranked(&project);
    let [blocked, free, other] = [0, 1, 2].map(|place| cells[place].key);
    assert_eq!([blocked, free, other].map(|key| ranking.rank(key)), [None, Some(1), Some(2)]);
    let shares = simulate(&Weightings::of(&ranking).expect("ranked"), Settings::default(), || false).expect("done");
    assert_eq!(shares.top(blocked, 1), None);
    assert!(shares.top(free, 1).is_some_and(|share| (share - 0.5).abs() < 0.02));
    let flip = flip::weight_flips(&ranking).into_iter().next().expect("a flip");
    assert_eq!((flip.criterion, flip.above, flip.first.as_slice()), (0, false, &[other][..]));
    assert!(near(flip.beyond, 0.5));
    let proposal = propose(&ranking, Rule::Capacity { first: 1, second: 1 }, Scope::All);
    assert_eq!(proposal.changes, [(free, Fit::Prio1), (other, Fit::Prio2)]);
}

#[test]
fn case_31_hardly_known() {
    let project = case("31-hardly-known");
    let (ranking, cells) = ranked(&project);
    assert!(cells[0].total.is_some_and(|total| near(total, 75.0)));
    assert!(cells[1].total.is_some_and(|total| near(total, 56.25)));
    assert!(cells[1].range().is_some_and(|(low, high)| near(low, 12.5) && near(high, 100.0)));
    let shares = simulate(&Weightings::of(&ranking).expect("ranked"), Settings::default(), || false).expect("done");
    let first = shares.top(cells[0].key, 1).expect("ranked");
    assert!((first - 0.87).abs() < 0.015, "{first}");
}

#[test]
fn case_33_not_for_prio_3_only() {
    assert!(!findings(&case("33-not-prio-3-only")).contains(&"coverage-only-prio3"));
}
