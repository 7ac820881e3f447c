use eframe::egui::{self, Theme};
use egui_kittest::Harness;
use nisje::project::*;
use nisje::storage::*;
use nisje::text::Language;
use nisje::ui::screens::matrix::MatrixScreen;
use super::ui_harness::Stage;

fn big(rows: usize, columns: usize) -> Project {
    let mut project = Project::default();
    for (axis, count, word) in [(Axis::Product, rows, "Produkt med ganske langt navn"), (Axis::Customer, columns, "Kundegruppe")] {
        let segments = (0..count).map(|n| Segment::new(format!("{word} {}", n + 1))).collect();
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).unwrap();
    }
    let m = project.matrix.clone();
    let mut cells = vec![];
    for (i, p) in m.segments(Axis::Product).iter().enumerate() {
        for (j, c) in m.segments(Axis::Customer).iter().enumerate() {
            if (i * 7 + j * 13) % 5 == 0 {
                cells.push((CellKey { product: p.id, customer: c.id }, Cell { fit: Fit::CANDIDATES[(i + j) % 4], note: ((i+j) % 11 == 0).then(|| "fordi".into()) }));
            }
        }
    }
    Command::SetCells(cells).apply(&mut project).unwrap();
    project
}

fn shot(name: &str, project: Project, language: Language, dark: bool, size: (f32, f32), act: impl FnOnce(&mut Harness<'_, Stage<MatrixScreen>>)) {
    let builder = Harness::builder().with_size(size).with_theme(if dark { Theme::Dark } else { Theme::Light }).wgpu();
    let mut h = Stage::new(MatrixScreen::default(), project, language, MatrixScreen::ui).harness(builder);
    act(&mut h);
    h.run_steps(2);
    h.render().unwrap().save(format!("/tmp/shots/{name}.png")).unwrap();
}

#[test]
fn look() {
    let _ = std::fs::create_dir_all("/tmp/shots");
    let lecture = || template(Template::Lecture, "nb");
    shot("lecture-nb-1024", lecture(), Language::Norwegian, false, (1024.0, 640.0), |_| {});
    shot("lecture-nb-760", lecture(), Language::Norwegian, false, (700.0, 560.0), |_| {});
    shot("lecture-nb-1920-dark", lecture(), Language::Norwegian, true, (1920.0, 1080.0), |h| {
        h.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    });
    shot("empty-en", Project::default(), Language::English, false, (1024.0, 640.0), |_| {});
    shot("one", big(1, 1), Language::English, false, (1024.0, 640.0), |_| {});
    shot("rows-only", big(3, 0), Language::English, true, (1024.0, 640.0), |_| {});
    shot("big", big(200, 200), Language::Norwegian, false, (1280.0, 800.0), |h| {
        h.key_press(egui::Key::ArrowDown);
        h.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::PageDown);
        h.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::ArrowRight);
    });
    shot("menu", lecture(), Language::English, false, (1280.0, 800.0), |h| {
        h.key_press(egui::Key::ArrowRight);
        h.run();
        h.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::F10);
        h.run_steps(4);
    });
    shot("note", lecture(), Language::English, true, (1280.0, 800.0), |h| {
        h.key_press(egui::Key::ArrowRight);
        h.key_press(egui::Key::F2);
        h.run_steps(4);
    });
    shot("rename", lecture(), Language::English, false, (1280.0, 800.0), |h| {
        h.key_press(egui::Key::ArrowUp);
        h.key_press(egui::Key::F2);
        h.run_steps(4);
    });
}
