//! The overview, used through the names of its widgets as a screen reader has them.

use eframe::egui::{Key, Modifiers, Vec2, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use nisje::analysis::Analysis;
use nisje::analysis::overview::Way;
use nisje::project::{Project, Template};
use nisje::storage::template;
use nisje::text::Language;
use nisje::ui::screen::Screen;
use nisje::ui::screens::overview;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<Box<dyn Screen>>>;

const WIDE: Vec2 = vec2(1920.0, 1000.0);

fn open<'a>(project: Project, language: Language, size: Vec2) -> Window<'a> {
    let builder = Harness::builder().with_size(size).with_max_steps(60).with_step_dt(1.0 / 60.0);
    let screen = (overview::SCREEN.new)();
    let mut window =
        Stage::new(screen, project, language, |screen, ui, view, out| screen.ui(ui, view, out)).harness(builder);
    window.run();
    window
}

fn example(language: Language) -> Project {
    template(Template::Example, language.code())
}

fn click(window: &mut Window, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click();
    window.run();
}

fn write(window: &mut Window, words: &str) {
    window.event(eframe::egui::Event::Text(words.to_owned()));
    window.run();
    window.key_press_modifiers(Modifiers::NONE, Key::Enter);
    window.run();
}

#[test]
fn a_finding_is_set_aside_with_a_reason_and_brought_back() {
    let mut window = open(example(Language::English), Language::English, WIDE);
    click(&mut window, Role::Tab, "Findings");
    let before = Analysis::of(window.state().document.project());
    let first = before.findings().open().first().cloned().expect("the example has findings");
    let what = window.state().text.say(&first.what);
    click(&mut window, Role::Button, &format!("Set aside… {what}"));
    write(&mut window, "known, and fine until spring");
    let project = window.state().document.project().clone();
    assert_eq!(&*project.agenda.set_aside[&first.key()].reason, "known, and fine until spring");
    let after = Analysis::of(&project);
    assert_eq!(after.findings().open().len(), before.findings().open().len() - 1);
    assert_eq!(after.findings().set_aside()[0].0, first);
    window.set_size(vec2(1920.0, 4000.0));
    window.run();
    click(&mut window, Role::Button, &format!("Bring back: {what}"));
    assert!(window.state().document.project().agenda.set_aside.is_empty());
}

#[test]
fn steps_are_written_where_they_stand() {
    let mut window = open(Project::default(), Language::Norwegian, WIDE);
    click(&mut window, Role::Button, "Legg til et steg");
    write(&mut window, "ring ti av dem");
    let steps = |window: &Window| {
        let steps = window.state().document.project().agenda.steps.clone();
        steps.iter().map(|step| (step.what.to_string(), step.is_done())).collect::<Vec<_>>()
    };
    assert_eq!(steps(&window), [("ring ti av dem".to_owned(), false), (String::new(), false)], "Enter adds another");
    click(&mut window, Role::Button, "Fjern Steg 2");
    click(&mut window, Role::CheckBox, "ring ti av dem: framdrift");
    assert_eq!(steps(&window), [("ring ti av dem".to_owned(), true)]);
    window.state_mut().undo();
    window.run();
    assert_eq!(steps(&window), [("ring ti av dem".to_owned(), false)]);
}

/// An empty project's page names the first step and why, and leads to it; nothing is required.
#[test]
fn an_empty_page_is_the_way_in() {
    for language in [Language::English, Language::Norwegian] {
        let window = open(Project::default(), language, vec2(900.0, 560.0));
        let text = &window.state().text;
        let [what, why] = Way::Products.messages().map(|message| text.say(&message));
        assert!(window.query_by_role_and_label(Role::Button, &what).is_some());
        assert!(window.query_by_label(&why).is_some());
    }
    let project = example(Language::English);
    let analysis = Analysis::of(&project);
    let next = Way::next(&project, &analysis.matrix, analysis.overview());
    assert!(next.is_none_or(|step| step > Way::Prios), "{next:?}");
}
