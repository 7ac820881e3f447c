//! The matrix screen by its accessible names, in both languages: by pointer and by keyboard.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use nisje::project::{Axis, CellKey, Command, Fit, Project, Segment};
use nisje::report::{Format, Part, export};
use nisje::text::{Language, Text};
use nisje::ui::screens::matrix::MatrixScreen;

use super::ui_harness::Stage;

type Window<'a> = Harness<'a, Stage<MatrixScreen>>;

const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

fn project(products: &[&str], customers: &[&str]) -> Project {
    let mut project = Project::default();
    for (axis, names) in [(Axis::Product, products), (Axis::Customer, customers)] {
        let segments = names.iter().map(|name| Segment::new(*name)).collect();
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new segments");
    }
    project
}

fn open<'a>(project: Project, language: Language) -> Window<'a> {
    let builder = Harness::builder().with_size((1000.0, 640.0));
    Stage::new(MatrixScreen::default(), project, language, MatrixScreen::ui).harness(builder)
}

/// Two products and three customers, nothing marked, in English.
fn small<'a>() -> Window<'a> {
    open(project(&["Support", "Training"], &["Hospitals", "Schools", "Banks"]), Language::English)
}

fn press(window: &mut Window<'_>, modifiers: Modifiers, keys: &[Key]) {
    for key in keys {
        window.key_press_modifiers(modifiers, *key);
        window.run();
    }
}

fn click(window: &mut Window<'_>, name: &str) {
    window.get_by_label(name).click();
    window.run();
}

fn write(window: &mut Window<'_>, words: &str) {
    window.event(Event::Text(words.to_owned()));
    window.run();
}

fn centre(window: &Window<'_>, name: &str) -> Pos2 {
    window.get_by_label(name).rect().center()
}

fn drag(window: &mut Window<'_>, path: &[Pos2]) {
    window.drag_at(path[0]);
    window.run();
    for at in &path[1..] {
        window.event(Event::PointerMoved(*at));
        window.run();
    }
    window.drop_at(path[path.len() - 1]);
    window.run();
}

fn signs(window: &Window<'_>) -> Vec<String> {
    window.state().signs()
}

fn heading<'a>(window: &'a Window<'_>, role: Role, name: &'a str) -> egui_kittest::Node<'a> {
    window.get_by_role_and_label(role, name)
}

#[test]
fn from_nothing_by_keyboard() {
    for (language, add_product, add_customer, cell) in [
        (Language::English, "Add product segment", "Add customer segment", "Drift × Skoler: fit, undecided"),
        (
            Language::Norwegian,
            "Legg til produktsegment",
            "Legg til kundesegment",
            "Drift × Skoler: treff, ikke prioritert",
        ),
    ] {
        let mut window = open(Project::default(), language);
        assert!(window.query_by_label(add_product).is_some());
        press(&mut window, Modifiers::NONE, &[Key::Enter]);
        for name in ["Opplæring", "Drift"] {
            write(&mut window, name);
            press(&mut window, Modifiers::NONE, &[Key::Enter]);
        }
        press(&mut window, Modifiers::NONE, &[Key::Escape]);
        assert_eq!(window.state().names(Axis::Product), ["Opplæring", "Drift"]);

        // On to the other side, without the mouse.
        assert!(window.query_by_label(add_customer).is_some());
        press(&mut window, Modifiers::NONE, &[Key::Enter]);
        write(&mut window, "Skoler");
        press(&mut window, Modifiers::NONE, &[Key::Enter, Key::Enter]);
        assert_eq!(window.state().names(Axis::Customer), ["Skoler"], "an empty name ends it");

        // Nothing is marked yet, so the first cell is active.
        press(&mut window, Modifiers::NONE, &[Key::ArrowDown, Key::X]);
        assert!(window.query_by_label(cell).is_some(), "{cell}");
        assert_eq!(signs(&window), [".", "X"]);
    }
}

#[test]
fn the_first_button_has_the_focus_and_the_next_is_a_tab_away() {
    let mut window = open(Project::default(), Language::English);
    press(&mut window, Modifiers::NONE, &[Key::Tab, Key::Enter]);
    write(&mut window, "Hospitals");
    press(&mut window, Modifiers::NONE, &[Key::Enter, Key::Escape]);
    assert_eq!(window.state().names(Axis::Customer), ["Hospitals"]);
}

#[test]
fn a_click_marks_and_goes_round() {
    let mut window = small();
    let names = [
        "Support × Schools: no fit",
        "Support × Schools: fit, undecided",
        "Support × Schools: fit, Prio 1",
        "Support × Schools: fit, Prio 2",
        "Support × Schools: fit, Prio 3",
    ];
    for name in names {
        assert_eq!(window.get_by_label(name).accesskit_node().role(), Role::GridCell);
        click(&mut window, name);
    }
    assert_eq!(signs(&window), ["...", "..."]);
}

#[test]
fn a_screen_reader_can_press_and_reach_a_cell() {
    let mut window = small();
    window.get_by_label("Training × Banks: no fit").click_accesskit();
    window.run();
    assert_eq!(signs(&window), ["...", "..X"]);
    window.get_by_label("Support × Banks: no fit").focus();
    window.run();
    press(&mut window, Modifiers::NONE, &[Key::Num1]);
    assert_eq!(signs(&window), ["..1", "..X"]);
    let row = heading(&window, Role::RowHeader, "Support");
    assert_eq!(row.accesskit_node().parent().expect("in a row").role(), Role::Row);
}

#[test]
fn a_drag_paints_and_is_one_step() {
    let mut window = small();
    let path = ["Support × Hospitals: no fit", "Support × Banks: no fit", "Training × Banks: no fit"];
    let path = path.map(|name| centre(&window, name));
    drag(&mut window, &path);
    assert_eq!(signs(&window), ["XXX", "..X"], "what a fast pointer jumps over is painted too");
    assert!(window.state_mut().document.undo());
    assert_eq!(signs(&window), ["...", "..."]);
    assert!(!window.state_mut().document.undo(), "the stroke was one step");
}

#[test]
fn keys_act_on_a_range() {
    let mut window = small();
    press(&mut window, SHIFT, &[Key::ArrowRight, Key::ArrowDown]);
    press(&mut window, Modifiers::NONE, &[Key::Num2]);
    assert_eq!(signs(&window), ["22.", "22."]);
    press(&mut window, CTRL, &[Key::A]);
    press(&mut window, Modifiers::NONE, &[Key::Num3]);
    assert_eq!(signs(&window), ["333", "333"]);
    press(&mut window, Modifiers::NONE, &[Key::Escape, Key::Num0]);
    assert_eq!(signs(&window), ["333", "33."], "the active cell is left of a range that is given up");
    press(&mut window, CTRL, &[Key::Home]);
    press(&mut window, Modifiers::NONE, &[Key::Space, Key::Tab, Key::Tab, Key::Tab, Key::Delete]);
    assert_eq!(signs(&window), [".33", ".3."]);
}

#[test]
fn shift_and_the_pointer_select_without_marking() {
    let mut window = small();
    window.get_by_label("Training × Schools: no fit").click_modifiers(SHIFT);
    window.run();
    assert_eq!(signs(&window), ["...", "..."]);
    press(&mut window, Modifiers::NONE, &[Key::Num1]);
    assert_eq!(signs(&window), ["11.", "11."]);
    heading(&window, Role::ColumnHeader, "Banks").click();
    window.run();
    press(&mut window, Modifiers::NONE, &[Key::X]);
    assert_eq!(signs(&window), ["11X", "11X"], "a heading stands for its cells");
}

#[test]
fn a_note_is_written_shown_and_taken_away() {
    let mut window = small();
    press(&mut window, Modifiers::NONE, &[Key::Num1, Key::F2]);
    write(&mut window, "two pilots");
    press(&mut window, SHIFT, &[Key::Enter]);
    write(&mut window, "asked");
    press(&mut window, Modifiers::NONE, &[Key::Enter]);
    let name = "Support × Hospitals: fit, Prio 1; note: two pilots\nasked";
    assert!(window.query_by_label(name).is_some());
    assert!(window.query_by_label("two pilots\nasked").is_none());
    window.get_by_label(name).hover();
    window.run_steps(8);
    assert!(window.query_by_value("two pilots\nasked").is_some(), "the note shows when the pointer rests");

    press(&mut window, Modifiers::NONE, &[Key::Num0]);
    assert!(window.query_by_label("Support × Hospitals: no fit; note: two pilots\nasked").is_some(), "the note stays");
    press(&mut window, Modifiers::NONE, &[Key::F2]);
    write(&mut window, "other");
    press(&mut window, Modifiers::NONE, &[Key::Escape, Key::F2]);
    press(&mut window, Modifiers::NONE, &[Key::Backspace, Key::Enter]);
    assert!(window.state().document.project().matrix.cells().is_empty(), "an empty note is none");
}

#[test]
fn a_draft_is_kept_when_the_pointer_goes_elsewhere() {
    let mut window = small();
    press(&mut window, Modifiers::NONE, &[Key::ArrowLeft, Key::F2]);
    write(&mut window, "Help desk");
    click(&mut window, "Training × Banks: no fit");
    assert_eq!(window.state().names(Axis::Product), ["Help desk", "Training"]);
    assert_eq!(signs(&window), ["...", "..."], "a click that ends a draft only selects");
    press(&mut window, Modifiers::NONE, &[Key::Num1]);
    assert_eq!(signs(&window), ["...", "..1"]);
}

#[test]
fn segments_are_renamed_added_duplicated_and_moved_by_key() {
    let mut window = small();
    press(&mut window, Modifiers::NONE, &[Key::Num1, Key::ArrowLeft]);
    press(&mut window, CTRL, &[Key::D]);
    assert_eq!(window.state().names(Axis::Product), ["Support", "Support (copy)", "Training"]);
    assert_eq!(signs(&window), ["1..", "1..", "..."]);
    press(&mut window, Modifiers::NONE, &[Key::F2]);
    write(&mut window, "Advice");
    press(&mut window, Modifiers::NONE, &[Key::Enter]);
    press(&mut window, ALT, &[Key::ArrowDown]);
    assert_eq!(window.state().names(Axis::Product), ["Support", "Training", "Advice"]);
    press(&mut window, ALT, &[Key::ArrowDown, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp]);
    assert_eq!(window.state().names(Axis::Product), ["Advice", "Support", "Training"]);
    press(&mut window, Modifiers::NONE, &[Key::Insert]);
    write(&mut window, "Tools");
    press(&mut window, Modifiers::NONE, &[Key::Enter, Key::Escape]);
    assert_eq!(window.state().names(Axis::Product), ["Advice", "Tools", "Support", "Training"]);
    press(&mut window, Modifiers::NONE, &[Key::ArrowRight]);
    press(&mut window, ALT, &[Key::ArrowRight]);
    assert_eq!(
        window.state().names(Axis::Customer),
        ["Schools", "Hospitals", "Banks"],
        "a cell takes its column along"
    );
    assert_eq!(signs(&window), [".1.", "...", ".1.", "..."]);
}

#[test]
fn headings_are_moved_by_pointer() {
    let mut window = small();
    let from = heading(&window, Role::ColumnHeader, "Hospitals").rect().center();
    let to = heading(&window, Role::ColumnHeader, "Banks").rect();
    drag(&mut window, &[from, to.center(), Pos2::new(to.right() - 2.0, to.center().y)]);
    assert_eq!(window.state().names(Axis::Customer), ["Schools", "Banks", "Hospitals"]);
    let from = heading(&window, Role::RowHeader, "Training").rect().center();
    let to = heading(&window, Role::RowHeader, "Support").rect();
    drag(&mut window, &[from, Pos2::new(from.x, to.top() + 2.0)]);
    assert_eq!(window.state().names(Axis::Product), ["Training", "Support"]);
    assert!(window.state_mut().document.undo());
    assert_eq!(window.state().names(Axis::Product), ["Support", "Training"], "one step");
}

#[test]
fn deleting_a_heading_says_what_goes() {
    for (language, said) in [
        (Language::English, "Removed “Support” with 2 marks. Ctrl+Z brings it back."),
        (Language::Norwegian, "Fjernet «Support» med 2 kryss. Ctrl+Z henter det tilbake."),
    ] {
        let mut window = open(project(&["Support", "Training"], &["Hospitals", "Schools"]), language);
        press(&mut window, Modifiers::NONE, &[Key::Num1, Key::ArrowRight, Key::X, Key::ArrowLeft, Key::ArrowLeft]);
        press(&mut window, Modifiers::NONE, &[Key::Delete]);
        assert_eq!(window.state().names(Axis::Product), ["Training"]);
        assert_eq!(window.state().last_said(), said);
        window.state_mut().document.undo();
        assert_eq!(signs(&window), ["1X", ".."]);
    }
}

#[test]
fn the_menu_does_what_the_keys_do() {
    let mut window = small();
    window.get_by_label("Training × Schools: no fit").click_secondary();
    window.run();
    click(&mut window, "Prio 2");
    assert_eq!(signs(&window), ["...", ".2."], "of the cell that was pointed at");
    heading(&window, Role::RowHeader, "Training").click_secondary();
    window.run();
    click(&mut window, "Add one before");
    write(&mut window, "Tools");
    press(&mut window, Modifiers::NONE, &[Key::Enter, Key::Escape]);
    assert_eq!(window.state().names(Axis::Product), ["Support", "Tools", "Training"]);
    press(&mut window, CTRL, &[Key::Home]);
    press(&mut window, SHIFT, &[Key::F10]);
    click(&mut window, "Fit, undecided");
    assert_eq!(signs(&window), ["X..", "...", ".2."]);
}

#[test]
fn a_range_goes_to_a_spreadsheet_and_back() {
    let mut window = small();
    press(&mut window, Modifiers::NONE, &[Key::X, Key::ArrowRight, Key::Num1]);
    press(&mut window, CTRL, &[Key::A]);
    window.event(Event::Copy);
    window.run();
    assert_eq!(window.state().copied, ["X\t1\t\n\t\t\n"]);
    press(&mut window, CTRL, &[Key::A]);
    window.event(Event::Copy);
    window.run();
    let with_headings = "\tHospitals\tSchools\tBanks\nSupport\tX\t1\t\nTraining\t\t\t\n";
    assert_eq!(window.state().copied[1], with_headings);

    press(&mut window, CTRL, &[Key::Home]);
    press(&mut window, Modifiers::NONE, &[Key::ArrowDown, Key::ArrowRight]);
    window.event(Event::Paste("2\t3\tX\nX\r\n".to_owned()));
    window.run();
    assert_eq!(signs(&window), ["X1.", ".23"]);
    assert_eq!(window.state().last_said(), "Pasted 2 cells; 2 values were left out.");

    let mut other = open(project(&["Training"], &[]), Language::English);
    other.event(Event::Paste(with_headings.to_owned()));
    other.run();
    assert_eq!(other.state().names(Axis::Product), ["Training", "Support"]);
    assert_eq!(other.state().names(Axis::Customer), ["Hospitals", "Schools", "Banks"]);
    assert_eq!(signs(&other), ["...", "X1."]);
    assert!(other.state_mut().document.undo());
    assert_eq!(other.state().names(Axis::Product), ["Training"], "a paste is one step");
}

#[test]
fn a_list_of_names_becomes_segments() {
    let mut window = small();
    press(&mut window, Modifiers::NONE, &[Key::ArrowUp]);
    window.event(Event::Paste("Shops\tFarms".to_owned()));
    window.run();
    assert_eq!(window.state().names(Axis::Customer), ["Shops", "Farms", "Hospitals", "Schools", "Banks"]);
    assert_eq!(window.state().last_said(), "Pasted 2 new segments.");

    click(&mut window, "Add product segment");
    window.event(Event::Paste("Tools\r\nAdvice\r\n".to_owned()));
    window.run();
    write(&mut window, "Hosting");
    press(&mut window, Modifiers::NONE, &[Key::Enter, Key::Escape]);
    assert_eq!(window.state().names(Axis::Product), ["Support", "Training", "Tools", "Advice", "Hosting"]);
}

#[test]
fn lines_pasted_while_naming_are_a_segment_each() {
    let mut window = open(Project::default(), Language::English);
    click(&mut window, "Add product segment");
    write(&mut window, "Support");
    press(&mut window, Modifiers::NONE, &[Key::Enter]);
    window.event(Event::Paste("Training\r\n\r\n  Tools \n".to_owned()));
    window.run();
    assert_eq!(window.state().last_said(), "Pasted 2 new segments.");
    write(&mut window, "Repairs");
    press(&mut window, Modifiers::NONE, &[Key::Enter, Key::Escape]);
    assert_eq!(window.state().names(Axis::Product), ["Support", "Training", "Tools", "Repairs"], "and one can go on");
}

#[test]
fn a_paste_starts_where_the_range_does() {
    let mut window = small();
    press(&mut window, SHIFT, &[Key::ArrowRight, Key::ArrowDown]);
    window.event(Event::Paste("1\t2\n\t3\n".to_owned()));
    window.run();
    assert_eq!(signs(&window), ["12.", ".3."]);
    window.event(Event::Paste("1\t2\n\t3\n".to_owned()));
    window.run();
    assert_eq!(window.state().last_said(), "Pasted 4 cells.");
    assert!(window.state_mut().document.undo());
    assert_eq!(signs(&window), ["...", "..."], "what changes nothing is no step");
}

#[test]
fn an_exported_matrix_comes_back_without_its_counts() {
    let mut source = project(&["Support", "Training", "=1+1"], &["Hospitals", "Banks"]);
    let ids = |axis| source.matrix.segments(axis).iter().map(|segment| segment.id).collect::<Vec<_>>();
    let (products, customers) = (ids(Axis::Product), ids(Axis::Customer));
    for (product, customer, fit) in [(0, 0, Fit::Prio1), (0, 1, Fit::Undecided), (2, 1, Fit::Prio3)] {
        let (products, customers) = (vec![products[product]], vec![customers[customer]]);
        Command::SetFit { products, customers, fit }.apply(&mut source).expect("a known cell");
    }
    for (language, separator) in [(Language::English, ","), (Language::Norwegian, ";")] {
        let csv = export(&source, Part::Matrix, Format::Csv, &Text::new(language)).expect("a table");
        let table = String::from_utf8(csv).expect("UTF-8").replace(separator, "\t");
        let mut window = open(Project::default(), Language::English);
        window.event(Event::Paste(table));
        window.run();
        assert_eq!(window.state().names(Axis::Product), ["Support", "Training", "=1+1"]);
        assert_eq!(window.state().names(Axis::Customer), ["Hospitals", "Banks"]);
        assert_eq!(signs(&window), ["1X", "..", ".3"]);
        assert_eq!(window.state().last_said(), "Pasted 6 cells and 5 new segments.");
    }
}

#[test]
fn cutting_takes_fits_and_leaves_notes() {
    let mut window = small();
    press(&mut window, Modifiers::NONE, &[Key::Num1, Key::F2]);
    write(&mut window, "why");
    press(&mut window, Modifiers::NONE, &[Key::Enter]);
    window.event(Event::Cut);
    window.run();
    assert_eq!(window.state().copied, ["1\n"]);
    assert!(window.query_by_label("Support × Hospitals: no fit; note: why").is_some());
}

#[test]
fn finding_walks_over_the_matches() {
    let mut window = open(project(&["Skoledrift", "Support"], &["Skoler", "Barneskoler", "Banks"]), Language::English);
    window.state_mut().screen.find();
    window.run();
    write(&mut window, "skol");
    assert!(window.query_by_value("1 of 3").is_some());
    press(&mut window, Modifiers::NONE, &[Key::Enter, Key::Enter]);
    assert!(window.query_by_value("3 of 3").is_some());
    press(&mut window, SHIFT, &[Key::Enter]);
    assert!(window.query_by_value("2 of 3").is_some());
    press(&mut window, Modifiers::NONE, &[Key::Escape]);
    assert!(window.query_by_value("2 of 3").is_none(), "Escape ends the search");
    // It stands at the heading of Skoler: down to its first cell.
    press(&mut window, Modifiers::NONE, &[Key::ArrowDown, Key::X]);
    assert_eq!(signs(&window), ["X..", "..."]);
}

#[test]
fn the_filter_counts_and_hides_nothing() {
    let mut window = small();
    press(&mut window, Modifiers::NONE, &[Key::Num1, Key::ArrowRight, Key::Num1, Key::ArrowRight, Key::X]);
    for name in ["All marks: 3", "Prio 2: 0", "Undecided: 1"] {
        assert!(window.query_by_label(name).is_some(), "{name}");
    }
    click(&mut window, "Prio 1: 2");
    assert!(window.get_by_label("Prio 1: 2").accesskit_node().toggled().is_some());
    assert!(window.query_by_label("Support × Banks: fit, undecided").is_some(), "others step back but stay");
}

#[test]
fn a_cell_far_away_is_shown() {
    let names: Vec<_> = (0..200).map(|place| format!("S{place}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let mut window = open(project(&names, &names), Language::English);
    let far = "S150 × S170: no fit";
    assert!(window.query_by_label(far).is_none());
    let matrix = window.state().document.project().matrix.clone();
    let id = |axis, place: usize| matrix.segments(axis)[place].id;
    let key = CellKey { product: id(Axis::Product, 150), customer: id(Axis::Customer, 170) };
    window.state_mut().screen.show_cell(key);
    window.run();
    press(&mut window, Modifiers::NONE, &[Key::Num1]);
    assert!(window.query_by_label("S150 × S170: fit, Prio 1").is_some());
    assert_eq!(window.state().document.project().matrix.cell(key).fit, Fit::Prio1);
    press(&mut window, CTRL, &[Key::Home]);
    assert!(window.query_by_label("S0 × S0: no fit").is_some());
}

#[test]
fn a_stroke_past_the_edge_scrolls_on() {
    let names: Vec<_> = (0..60).map(|place| format!("S{place}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let mut window = open(project(&names, &["Banks"]), Language::English);
    let from = centre(&window, "S0 × Banks: no fit");
    window.drag_at(from);
    window.event(Event::PointerMoved(Pos2::new(from.x, 2000.0)));
    window.run_steps(80);
    window.drop_at(Pos2::new(from.x, 2000.0));
    window.run();
    assert_eq!(signs(&window).concat(), "X".repeat(60));
    assert!(window.state_mut().document.undo());
    assert!(window.state().document.project().matrix.cells().is_empty(), "one step");
}

#[test]
fn idle_it_rests() {
    let mut window = small();
    window.run();
    let delay = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert_eq!(delay, Some(std::time::Duration::MAX), "no repaint without an event");
}
