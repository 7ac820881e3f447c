//! The team in the window: roles, size and territories by their accessible names.

use eframe::egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use nisje::project::{Command, Fit, HandlingKey, Of, Project, SizedFor};
use nisje::storage::template;
use nisje::text::{Language, Text};
use nisje::ui::Route;
use nisje::ui::screen::Screen;
use nisje::ui::screens::team::TeamScreen;

use super::ui_harness::Stage;

fn example(language: &str) -> Project {
    template(nisje::project::Template::Example, language)
}

fn stage(project: Project, language: Language, part: &'static str) -> Harness<'static, Stage<TeamScreen>> {
    let mut screen = TeamScreen::default();
    assert!(screen.go(&Route::Part("tab-team", part)));
    let draw = |screen: &mut TeamScreen, ui: &mut eframe::egui::Ui, view: &nisje::ui::View, out: &mut Vec<_>| {
        screen.ui(ui, view, out);
    };
    let builder = Harness::builder().with_size(vec2(1280.0, 760.0));
    let mut harness = Stage::new(screen, project, language, draw).harness(builder);
    harness.run();
    harness
}

#[test]
fn a_role_is_added_and_removed() {
    for (language, code) in [(Language::English, "en"), (Language::Norwegian, "nb")] {
        let text = Text::new(language);
        let mut harness = stage(example(code), language, "team-roles");
        harness.get_by_label(text.get("team-add-role")).click();
        harness.run();
        let count = |harness: &Harness<Stage<TeamScreen>>| harness.state().document.project().team.roles.len();
        assert_eq!(count(&harness), 3);
        harness.get_by_label(&text.with("remove-named", "name", text.get("unnamed"))).click();
        harness.run();
        assert_eq!(count(&harness), 2);
        harness.state_mut().undo();
        assert_eq!(count(&harness), 3);
    }
}

#[test]
fn what_the_chosen_cells_need_is_said() {
    for (language, code) in [(Language::English, "en"), (Language::Norwegian, "nb")] {
        let text = Text::new(language);
        let project = example(code);
        let analysis = nisje::analysis::Analysis::of(&project);
        let focus = |project: &Project| {
            let analysis = nisje::analysis::Analysis::of(project);
            let focus = analysis.team_size().focus(|people| text.number(people, 2));
            text.say(&focus.expect("Prios and roles"))
        };
        let mut harness = stage(project.clone(), language, "team-size");
        harness.get_by_label(&focus(&project));
        assert!(analysis.team_size().needed() > 0.0);
        harness.get_by_label(text.get(SizedFor::Prio2.key())).click();
        harness.run();
        let after = harness.state().document.project().clone();
        assert_eq!(after.team.sizing.sized_for, SizedFor::Prio2);
        assert_ne!(focus(&after), focus(&project));
        harness.get_by_label(&focus(&after));
    }
}

#[test]
fn the_even_split_is_taken_by_one_button() {
    let text = Text::new(Language::English);
    let mut harness = stage(example("en"), Language::English, "team-territories");
    harness.get_by_label(text.get("team-use-even")).click();
    harness.run();
    assert!(harness.state().document.project().team.accounts.iter().all(|account| account.territory.is_some()));
}

/// A Prio in the matrix changes the contacts, the hours, the people and the findings.
#[test]
fn a_prio_changes_whom_the_company_must_hire() {
    let mut project = example("en");
    let before = nisje::analysis::Analysis::of(&project);
    let (size, findings) = (before.team_size().clone(), before.findings().open().len());
    let need = size.needs.iter().find(|need| need.target.fit != Fit::Prio1 && need.people.is_ok()).expect("another");
    let (product, customer) = (need.target.product.expect("a product"), need.target.customer);
    let raise = Command::SetFit { products: vec![product], customers: vec![customer], fit: Fit::Prio1 };
    raise.apply(&mut project).expect("a cell");
    let mut after = before;
    after.update(&project);
    let grown = need.people.expect("known");
    assert!((after.team_size().needed() - size.needed() - grown).abs() < 1e-9);
    assert_eq!(after.team_size().chosen_cells(), size.chosen_cells() + 1);
    assert!(after.findings().open().len() > findings, "there are too few people now");
    assert_eq!(*after.team_size(), *nisje::analysis::Analysis::of(&project).team_size());

    // A share of the contacts that the role doesn't make takes no time.
    let role = project.team.roles[0].id;
    Command::set(Of::Handling(HandlingKey { role, customer }), "share", 0.0).apply(&mut project).expect("a pair");
    let needed = after.team_size().needed();
    after.update(&project);
    assert!(after.team_size().needed() < needed);
}

#[test]
fn the_command_line_prints_the_team() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("example.nisje.ron");
    let bytes = nisje::storage::format::write(&example("en")).expect("written");
    std::fs::write(&file, bytes).expect("written");
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_nisje"))
            .args(["team", &file.display().to_string(), "--lang", "en"])
            .args(arguments)
            .output()
            .expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    };
    assert!(run(&[]).contains("Founder who sells"));
    let json: serde_json::Value = serde_json::from_str(&run(&["--json"])).expect("JSON");
    assert_eq!(json["accounts"].as_array().map(Vec::len), Some(12));
    assert_eq!(json["territories"].as_array().map(Vec::len), Some(2));
    assert!(json["by_workload"].as_f64().is_some_and(|people| people > 0.0), "{json}");
}
