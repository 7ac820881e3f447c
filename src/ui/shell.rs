//! What frames every screen: the bar with menus above, the rail at the left, the status line below.

use eframe::egui::{
    Align, Align2, Button, Context, Frame, Key, Label, Layout, Margin, MenuBar, Panel, RichText, Role, Sense, TextEdit,
    TextWrapMode, Ui, WidgetInfo, containers::menu::SubMenuButton, vec2,
};

use crate::project::{Command, Fit, Message, Of};
use crate::text::{Language, Text};

use super::action::{Action, Appearance, Notice, Route};
use super::bars::{Bars, Saved, hover_text, is_enabled, name};
use super::commands::{self, CommandRow, Menu};
use super::files::file_name;
use super::next::Next;
use super::rail::Rail;
use super::theme::{self, colors, space};
use super::view::View;
use super::widgets::table::whole_field;
use super::widgets::{icon_button, keeps_focus, keyboard};

/// The state of the bars.
#[derive(Debug, Default)]
pub struct Shell {
    /// The project's name while it is typed.
    name_draft: Option<String>,
    rail: Rail,
}

impl Shell {
    /// Everything around the screen.
    pub fn ui(&mut self, ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
        self.top(ui, bars, out);
        status_line(ui, bars, out);
        if let Some(view) = &bars.view {
            self.rail.ui(ui, bars, view, out);
        }
    }

    /// Moves the focus to the rail, or back.
    pub fn focus_rail(&mut self, ctx: &Context, shown: Option<&str>) {
        self.rail.focus(ctx, shown);
    }

    /// The bar above: menus, the project's name, undo, redo and tools.
    fn top(&mut self, ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::symmetric(8, 5));
        Panel::top("top bar").frame(frame).show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                menus(ui, bars, out);
                // What follows is no menu.
                ui.reset_style();
                ui.add_space(space::S);
                let room = Room::of(ui, bars);
                if let Some(view) = &bars.view {
                    self.name(ui, view, room.name, out);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| right_side(ui, bars, room.with_tools, out));
            });
        });
    }

    /// Puts the name that is being typed into the project, as before saving or leaving.
    pub fn commit(&self, view: &View, out: &mut Vec<Action>) {
        if let Some(name) = &self.name_draft {
            rename(name, view, out);
        }
    }

    /// The project's name, to be written in.
    fn name(&mut self, ui: &mut Ui, view: &View, width: f32, out: &mut Vec<Action>) {
        let mut name = self.name_draft.take().unwrap_or_else(|| view.project.name.to_string());
        let response = ui.add(
            TextEdit::singleline(&mut name)
                .id_salt("project name")
                .hint_text(view.text.get("shell-name-hint"))
                .font(theme::body_strong())
                .desired_width(width)
                .align(Align2::LEFT_CENTER)
                .char_limit(200),
        );
        let label = view.text.get("shell-name");
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &name, &name, "");
            info.label = Some(label.to_owned());
            info
        });
        let response = whole_field(ui, response, &name, theme::body_strong()).on_hover_text(label);
        if response.lost_focus() {
            if !keyboard::left_by(&response, Key::Escape) {
                rename(&name, view, out);
            }
        } else if keeps_focus(&response) {
            self.name_draft = Some(name);
        }
    }
}

fn rename(name: &str, view: &View, out: &mut Vec<Action>) {
    let name = name.trim();
    if *name != *view.project.name {
        out.push(Action::Edit(Command::set(Of::Project, "name", name), None));
    }
}

fn menus(ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
    type Section = fn(Menu) -> Option<u8>;
    let menus: [(&str, Section); 4] = [
        ("menu-file", |menu| match menu {
            Menu::File(section) => Some(section),
            Menu::Export(_) => Some(2),
            _ => None,
        }),
        ("menu-edit", |menu| if let Menu::Edit(section) = menu { Some(section) } else { None }),
        ("menu-view", |menu| if let Menu::View(section) = menu { Some(section) } else { None }),
        ("menu-help", |menu| if let Menu::Help(section) = menu { Some(section) } else { None }),
    ];
    for (key, section) in menus {
        ui.menu_button(bars.text.get(key), |ui| {
            let mut before = None;
            let mut submenu = None;
            for row in commands::all() {
                let Some(section) = section(row.menu) else { continue };
                if before.replace(section).is_some_and(|before| before != section) {
                    ui.separator();
                }
                match row.menu {
                    Menu::Export(part) if submenu.replace(part) != Some(part) => {
                        ui.add_enabled_ui(bars.view.is_some(), |ui| {
                            SubMenuButton::new(bars.text.say(&commands::export_name(part))).ui(ui, |ui| {
                                commands::all()
                                    .iter()
                                    .filter(|row| row.menu == Menu::Export(part))
                                    .for_each(|row| item(ui, bars, row, out));
                            });
                        });
                    }
                    Menu::Export(_) => {}
                    _ => item(ui, bars, row, out),
                }
                if row.action == Action::Open {
                    recent(ui, bars, out);
                }
            }
        });
    }
}

/// The submenu of files that were open before.
fn recent(ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
    ui.add_enabled_ui(!bars.recent.is_empty(), |ui| {
        SubMenuButton::new(bars.text.get("start-recent")).ui(ui, |ui| {
            for file in bars.recent {
                let button = Button::new(file_name(&file.path)).min_size(vec2(230.0, 0.0));
                let response = ui.add_enabled(!file.missing, button);
                if response.on_hover_text(file.path.display().to_string()).clicked() {
                    out.push(Action::OpenFile(file.path.clone()));
                    ui.close();
                }
            }
        });
    });
}

/// One line of a menu.
fn item(ui: &mut Ui, bars: &Bars, row: &CommandRow, out: &mut Vec<Action>) {
    let words = name(row, bars);
    let enabled = is_enabled(row, bars);
    let mut button = Button::new((RichText::new(row.icon), RichText::new(&words))).min_size(vec2(230.0, 0.0));
    if let Some(shortcut) = row.shortcut {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    let chosen = match &row.action {
        Action::Speak(language) => *language == bars.text.language(),
        Action::Look(appearance) => *appearance == bars.appearance,
        Action::Go(Route::Screen(key)) => bars.view.is_some() && bars.screen == Some(key),
        _ => false,
    };
    let response = ui.add_enabled(enabled, button.selected(chosen));
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, chosen, &words));
    if response.clicked() {
        out.push(row.action.clone());
        ui.close();
    }
}

/// What there is room for in the bar, beside the menus.
struct Room {
    /// The width of the project's name.
    name: f32,
    /// The tools that the menus have as well are shown.
    with_tools: bool,
}

impl Room {
    fn of(ui: &Ui, bars: &Bars) -> Self {
        const NAME: std::ops::RangeInclusive<f32> = 72.0..=520.0;
        /// From this width of the name on, the tools have their place.
        const ROOMY: f32 = 180.0;
        if bars.view.is_none() {
            return Self { name: 0.0, with_tools: true };
        }
        let (gap, pad) = (ui.spacing().item_spacing.x, 2.0 * ui.spacing().button_padding.x);
        let sign = space::ROW + gap;
        let left = ui.available_width() - 3.0 * sign - 2.0 * space::L;
        // The name of the other language is about as long as that of this one.
        let language = bars.text.language().name().to_owned();
        let language = ui.painter().layout_no_wrap(language, theme::body(), colors(ui).ink).size().x;
        let tools = 3.0 * sign + language + pad + 3.0 * gap;
        let with_tools = left - tools >= ROOMY;
        let taken = if with_tools { tools } else { 0.0 };
        Self { name: (left - taken).clamp(*NAME.start(), *NAME.end()), with_tools }
    }
}

fn right_side(ui: &mut Ui, bars: &Bars, with_tools: bool, out: &mut Vec<Action>) {
    if with_tools {
        tools(ui, bars, out);
    }
    if bars.view.is_some() {
        if with_tools {
            ui.separator();
        }
        tool(ui, bars, &Action::Save, out);
        tool(ui, bars, &Action::Redo, out);
        tool(ui, bars, &Action::Undo, out);
    }
}

/// The keys, the appearance, the language and the palette.
fn tools(ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
    let appearance = if ui.visuals().dark_mode { Appearance::Light } else { Appearance::Dark };
    let other = match bars.text.language() {
        Language::English => Language::Norwegian,
        Language::Norwegian => Language::English,
    };
    tool(ui, bars, &Action::ShowKeys, out);
    tool(ui, bars, &Action::Look(appearance), out);
    let language = ui.add(Button::new(RichText::new(other.name())).frame_when_inactive(false));
    if language.on_hover_text(bars.text.get("shell-other-language")).clicked() {
        out.push(Action::Speak(other));
    }
    tool(ui, bars, &Action::ShowPalette, out);
}

/// An icon in the bar.
fn tool(ui: &mut Ui, bars: &Bars, action: &Action, out: &mut Vec<Action>) {
    let Some(row) = commands::of(action) else { return };
    let name = name(row, bars);
    let hover = hover_text(ui, &name, row.shortcut);
    let response = ui.add_enabled_ui(is_enabled(row, bars), |ui| icon_button(ui, row.icon, &name, &hover)).inner;
    if response.clicked() {
        out.push(row.action.clone());
    }
}

/// The line below: what was said last, what the project holds, the zoom.
fn status_line(ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
    let palette = colors(ui);
    let frame = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(10, 4));
    Panel::bottom("status line").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                facts(ui, bars);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    for standing in bars.standing {
                        notice(ui, bars.text, Some(standing), out);
                    }
                    if bars.status.is_none() && bars.standing.is_empty() {
                        next_step(ui, bars, out);
                    }
                    notice(ui, bars.text, bars.status, out);
                });
            });
        });
    });
}

/// The next useful step, with the way there, as long as nothing else is said.
fn next_step(ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
    let Some(next) = bars.view.and_then(|view| Next::of(&view)).filter(|_| bars.shows_next_step) else { return };
    let words = bars.text.with("next-step", "step", bars.text.say(&next.message));
    let hide = bars.text.get("next-step-hide");
    let link = ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - 2.0 * space::ROW).max(0.0));
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        ui.link(RichText::new(&words).font(theme::small()))
    });
    link.inner.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
    if link.inner.clicked() {
        out.push(Action::Go(next.route));
    }
    let button = Button::new(RichText::new(theme::icon::CLOSE).font(theme::small())).small().frame_when_inactive(false);
    let button = ui.add(button);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, hide));
    if button.on_hover_text(hide).clicked() {
        out.push(Action::ToggleNextStep);
    }
}

/// A notice with its buttons.
fn notice(ui: &mut Ui, text: &Text, notice: Option<&Notice>, out: &mut Vec<Action>) {
    let palette = colors(ui);
    let words = notice.map(|notice| text.say(&notice.message)).unwrap_or_default();
    let is_warning = notice.is_some_and(|notice| notice.is_warning);
    let color = if is_warning { palette.error } else { palette.ink };
    let shown = if is_warning { format!("{} {words}", theme::icon::WARNING) } else { words.clone() };
    let offers = notice.map(|notice| notice.offers.as_slice()).unwrap_or_default();
    // The buttons keep their places when the words are cut.
    let width = |key: &str| {
        let font = theme::small_strong();
        let width = ui.painter().layout_no_wrap(text.get(key).to_owned(), font, palette.ink).size().x;
        width + 2.0 * ui.spacing().button_padding.x + 2.0 * ui.spacing().item_spacing.x
    };
    let beside: f32 = offers.iter().map(|(key, _)| width(key)).sum();
    let label = Label::new(RichText::new(shown).font(theme::small()).color(color)).truncate().sense(Sense::hover());
    let label = ui
        .scope(|ui| {
            ui.set_max_width((ui.available_width() - beside).max(0.0));
            ui.add(label)
        })
        .inner;
    label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    for (key, action) in offers {
        let words = RichText::new(text.get(key)).font(theme::small_strong());
        if ui.add(Button::new(words).small()).clicked() {
            out.push(action.clone());
        }
    }
}

/// Below this width the status line leaves the counts out.
const COUNTS: f32 = 640.0;

/// The right end of the status line, from right to left.
fn facts(ui: &mut Ui, bars: &Bars) {
    let palette = colors(ui);
    let text = bars.text;
    let fact = |ui: &mut Ui, words: String| {
        ui.label(RichText::new(words).font(theme::small()).color(palette.muted));
    };
    if (bars.zoom - 1.0).abs() > 0.001 {
        fact(ui, text.percent(f64::from((bars.zoom * 100.0).round() / 100.0)));
    }
    let Some(view) = &bars.view else { return };
    let saved = match bars.saved {
        Some(Saved::Saving) => "status-saving",
        Some(Saved::Unsaved) => "status-unsaved",
        Some(Saved::Saved) => "status-saved",
        None => "status-new",
    };
    fact(ui, text.get(saved).to_owned());
    if ui.ctx().content_rect().width() < COUNTS {
        return;
    }
    let total = view.analysis.matrix.total();
    let prios = [Fit::Prio1, Fit::Prio2, Fit::Prio3, Fit::Undecided].map(|fit| text.count(total.of(fit)));
    let [one, two, three, undecided] = prios;
    fact(
        ui,
        text.say(
            &Message::new("status-counts")
                .with("fits", total.fits())
                .with("one", one)
                .with("two", two)
                .with("three", three)
                .with("undecided", undecided),
        ),
    );
}

/// The commands whose keys were pressed, in order, taken from the input. Undo and redo are left to a focused text field.
pub fn pressed(ctx: &Context, bars: &Bars, out: &mut Vec<Action>) {
    let typing = ctx.text_edit_focused();
    keyboard::presses(ctx, |press| {
        let asked = commands::all().iter().find(|row| {
            row.is_asked_by(press.key, press.modifiers)
                && is_enabled(row, bars)
                && !(typing && matches!(row.action, Action::Undo | Action::Redo))
        });
        out.extend(asked.map(|row| row.action.clone()));
        asked.is_some()
    });
}
