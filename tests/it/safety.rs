//! What the window does so that nothing is lost: typing, failures, other programs, earlier versions.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::app::{Window, folder};

#[test]
fn what_is_being_typed_survives_a_crash() {
    for (language, field, restore, unsaved) in [
        ("en", "Project name", "Restore", "Unsaved changes"),
        ("nb", "Prosjektets navn", "Gjenopprett", "Ulagrede endringer"),
    ] {
        let folder = folder();
        let mut window = Window::new(&folder, language, None);
        window.click(if language == "en" { "Blank project" } else { "Tomt prosjekt" });
        window.type_into(field, "Half a na");
        window.harness.run();
        window.expect(unsaved);
        drop(window);
        let mut window = Window::new(&folder, language, None);
        window.click(restore);
        window.wait_for("the work", |window| window.has(field));
        assert_eq!(window.harness.get_by_label(field).value().as_deref(), Some("Half a na"));
    }
}

#[test]
fn a_segment_a_note_and_a_figure_that_are_being_typed_survive_a_crash() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Blank project");
    window.click("Add product segment");
    window.harness.get_by_label("Name of the new product segment").type_text("Supp");
    window.harness.run();
    drop(window);
    let mut window = Window::new(&folder, "en", None);
    window.click("Restore");
    window.wait_for("the segment", |window| window.has("Supp"));
    drop(window);

    let mut window = Window::new(&folder, "en", None);
    window.click("Restore");
    window.wait_for("the segment", |window| window.has("Supp"));
    window.show("Channels");
    window.click("Use the lecture’s six");
    window.type_into("Broad advertising: likely cost per contact", "1.75");
    drop(window);
    let mut window = Window::new(&folder, "en", None);
    window.click("Restore");
    window.wait_for("the work", |window| window.has("Project name"));
    window.show("Channels");
    let field = window.harness.get_by_label("Broad advertising: likely cost per contact");
    assert_eq!(field.value().as_deref(), Some("1.75"));
}

#[test]
fn a_save_that_fails_can_be_tried_again_or_done_elsewhere() {
    let folder = folder();
    let mut window = Window::new(&folder, "nb", None);
    window.click("Gjennomarbeidet eksempel");
    window.type_into("Prosjektets navn", "Mitt");
    window.key(Key::Enter);
    window.harness.get_by_label("Prosjektets navn").focus();
    window.harness.run();
    window.ctrl(Key::S);
    window.give_path("Filens plassering", "mangler/plan");
    window.wait_for("the error", |window| window.has("Kunne ikke lagre plan.nisje.ron"));
    assert!(window.has_part("finnes ikke"), "it says why, in the user's language");
    std::fs::create_dir(folder.path().join("mangler")).expect("made");
    window.click("Prøv igjen");
    window.wait_for_status("Lagret plan.nisje.ron");
    window.harness.run();
    assert!(window.harness.get_by_label("Prosjektets navn").accesskit_node().is_focused(), "the focus is back");

    std::fs::remove_dir_all(folder.path().join("mangler")).expect("removed");
    window.type_into("Prosjektets navn", "Mitt eget");
    window.key(Key::Enter);
    window.ctrl(Key::S);
    window.wait_for("the error", |window| window.has("Kunne ikke lagre plan.nisje.ron"));
    window.click("Lagre et annet sted …");
    window.give_path("Filens plassering", "Markedsplan v1.2");
    window.wait_for_status("Lagret Markedsplan v1.2.nisje.ron");
}

#[test]
fn unsaved_work_of_the_file_is_offered_with_what_differs() {
    let folder = folder();
    let file = folder.path().join("plan.nisje.ron");
    std::fs::write(&file, "(format: 1, name: \"Before\")").expect("written");
    let mut window = Window::new(&folder, "en", Some(&file));
    window.wait_for("the file", |window| window.has("Project name"));
    window.type_into("Project name", "After");
    window.key(Key::Enter);
    drop(window);

    let mut window = Window::new(&folder, "en", Some(&file));
    window.wait_for("the offer", |window| window.has("plan.nisje.ron has unsaved work"));
    window.wait_for("what differs", |window| window.has_part("Name of the project: Before → After"));
    window.click("Not now");
    drop(window);

    // The list says the same, and what is discarded can be taken back.
    let mut window = Window::new(&folder, "en", None);
    window.wait_for("what differs", |window| window.has_part("Name of the project: Before → After"));
    assert!(window.has(&file.display().to_string()));
    window.click("Discard");
    assert!(!window.has("Restore"));
    window.click("Undo");
    window.expect("Restore");
    window.click("Restore");
    window.wait_for("the work", |window| window.has("Project name"));
    assert_eq!(window.harness.get_by_label("Project name").value().as_deref(), Some("After"));
}

#[test]
fn a_change_on_disk_is_offered_and_an_earlier_version_restored() {
    let folder = folder();
    let file = folder.path().join("plan.nisje.ron");
    std::fs::write(&file, "(format: 1, name: \"First\")").expect("written");
    let mut window = Window::new(&folder, "en", Some(&file));
    window.wait_for("the file", |window| window.has("Project name"));
    std::fs::write(&file, "(format: 1, name: \"Theirs\")").expect("written");
    window.wait_for("it is noticed", |window| window.has("plan.nisje.ron was changed by another program."));
    window.click("What differs…");
    window.wait_for("what differs", |window| window.has_part("Name of the project: First → Theirs"));
    window.click("Reload");
    window.wait_for_status("Reloaded plan.nisje.ron");
    assert_eq!(window.harness.get_by_label("Project name").value().as_deref(), Some("Theirs"));
    window.harness.run();
    assert!(!window.has("plan.nisje.ron was changed by another program."));
    window.expect("Undo: reload the file");

    window.type_into("Project name", "Ours");
    window.key(Key::Enter);
    window.ctrl(Key::S);
    window.wait_for_status("Saved plan.nisje.ron");
    window.ctrl(Key::K);
    window.type_into("Type a command", "Earlier versions");
    window.key(Key::Enter);
    window.wait_for("the versions", |window| window.harness.query_all_by_role(Role::RadioButton).count() >= 2);
    window.wait_for("nothing differs from the last", |window| window.has("No differences."));
    let second = window.harness.query_all_by_role(Role::RadioButton).nth(1).expect("another version");
    second.click();
    window.harness.run();
    window.wait_for("what differs", |window| window.has_part("Name of the project: Ours → Theirs"));
    window.click("Restore this version");
    window.wait_for_status("Restored an earlier version");
    assert_eq!(window.harness.get_by_label("Project name").value().as_deref(), Some("Theirs"));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    window.ctrl(Key::Z);
    assert_eq!(window.harness.get_by_label("Project name").value().as_deref(), Some("Ours"));
}
