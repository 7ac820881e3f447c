//! What frames every screen: the bar with menus and tabs above, the status line below.

use eframe::egui::{
    Align, Align2, Button, Context, Event, Frame, Key, Layout, Margin, MenuBar, Panel, RichText, Role, Sense, TextEdit,
    Ui, WidgetInfo, containers::menu::SubMenuButton, vec2,
};

use crate::project::{Command, Fit, Message, Of, Template};
use crate::report::{Format, Part};
use crate::text::{Language, Text};

use super::theme::{self, colors, space};
use super::widgets::{icon_button, keeps_focus};
use super::{Action, Appearance, ScreenName, View};

/// What the bars show besides the project.
#[derive(Clone, Copy)]
pub struct Bars<'a> {
    /// The open project with its analysis; none when no project is open.
    pub view: Option<View<'a>>,
    /// The words.
    pub text: &'a Text,
    /// The screen that is shown.
    pub screen: ScreenName,
    /// What undo would take back.
    pub undo: Option<&'a Message>,
    /// What redo would do again.
    pub redo: Option<&'a Message>,
    /// Whether the project differs from what is on disk; none as long as there is nothing to save.
    pub unsaved: Option<bool>,
    /// How the window looks.
    pub appearance: Appearance,
    /// The zoom; 1 is as at first.
    pub zoom: f32,
    /// What was said last, and whether it was a warning.
    pub status: Option<(&'a str, bool)>,
}

/// The state of the bars: the project's name while it is typed.
#[derive(Debug, Default)]
pub struct Shell {
    name_draft: Option<String>,
}

impl Shell {
    /// The bar above: menus, the project's name, the screens, undo and redo.
    pub fn top(&mut self, ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
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
                    ui.add_space(space::S);
                    tabs(ui, bars, room.with_words, out);
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
        let response = response.on_hover_text(label);
        if response.lost_focus() {
            let escaped = ui.input(|input| input.key_pressed(Key::Escape));
            if !escaped {
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
    let text = bars.text;
    ui.menu_button(text.get("menu-file"), |ui| {
        for template in Template::ALL {
            item(ui, bars, Action::New(template), out);
        }
        item(ui, bars, Action::Open, out);
        ui.separator();
        item(ui, bars, Action::Save, out);
        item(ui, bars, Action::SaveAs, out);
        ui.separator();
        for (part, key) in [
            (Part::Matrix, "menu-export-matrix"),
            (Part::Priorities, "menu-export-priorities"),
            (Part::Channels, "menu-export-channels"),
            (Part::Budget, "menu-export-budget"),
        ] {
            ui.add_enabled_ui(bars.view.is_some(), |ui| {
                SubMenuButton::new(text.get(key)).ui(ui, |ui| {
                    for format in Format::ALL {
                        item(ui, bars, Action::Export(part, format), out);
                    }
                });
            });
        }
        ui.separator();
        item(ui, bars, Action::CloseProject, out);
        item(ui, bars, Action::Quit, out);
    });
    ui.menu_button(text.get("menu-edit"), |ui| {
        item(ui, bars, Action::Undo, out);
        item(ui, bars, Action::Redo, out);
        ui.separator();
        item(ui, bars, Action::Find, out);
    });
    ui.menu_button(text.get("menu-view"), |ui| {
        for screen in [ScreenName::Matrix, ScreenName::Decide, ScreenName::Channels] {
            item(ui, bars, Action::Show(screen), out);
        }
        ui.separator();
        for action in [Action::ZoomIn, Action::ZoomOut, Action::ZoomReset] {
            item(ui, bars, action, out);
        }
        ui.separator();
        for appearance in [Appearance::System, Appearance::Light, Appearance::Dark] {
            item(ui, bars, Action::Look(appearance), out);
        }
        ui.separator();
        for language in Language::ALL {
            item(ui, bars, Action::Speak(language), out);
        }
    });
    ui.menu_button(text.get("menu-help"), |ui| {
        item(ui, bars, Action::ShowPalette, out);
        item(ui, bars, Action::ShowKeys, out);
    });
}

/// One line of a menu.
fn item(ui: &mut Ui, bars: &Bars, action: Action, out: &mut Vec<Action>) {
    let words = action_name(&action, bars);
    let enabled = is_enabled(&action, bars);
    let mut button = Button::new((RichText::new(action.icon()), RichText::new(&words))).min_size(vec2(230.0, 0.0));
    if let Some(shortcut) = action.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    let chosen = match &action {
        Action::Speak(language) => *language == bars.text.language(),
        Action::Look(appearance) => *appearance == bars.appearance,
        Action::Show(screen) => bars.view.is_some() && *screen == bars.screen,
        _ => false,
    };
    let response = ui.add_enabled(enabled, button.selected(chosen));
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, chosen, &words));
    if response.clicked() {
        out.push(action);
        ui.close();
    }
}

/// The name of an action as menus show it; undo and redo say what they would change.
pub fn action_name(action: &Action, bars: &Bars) -> String {
    let named = |key: &'static str, step: Option<&Message>| match step {
        Some(step) => bars.text.with(key, "step", bars.text.say(step)),
        None => bars.text.get(action.key().unwrap_or_default()).to_owned(),
    };
    match action {
        Action::Undo => named("action-undo-step", bars.undo),
        Action::Redo => named("action-redo-step", bars.redo),
        _ => bars.text.get(action.key().unwrap_or_default()).to_owned(),
    }
}

/// Whether the action can be done now.
pub fn is_enabled(action: &Action, bars: &Bars) -> bool {
    match action {
        Action::Undo => bars.undo.is_some(),
        Action::Redo => bars.redo.is_some(),
        _ => !action.needs_project() || bars.view.is_some(),
    }
}

/// The screens of the project, in the order of the method.
const TABS: [(ScreenName, &str); 3] =
    [(ScreenName::Matrix, "tab-matrix"), (ScreenName::Decide, "tab-decide"), (ScreenName::Channels, "tab-channels")];

/// What there is room for in the bar, beside the menus.
struct Room {
    /// The width of the project's name.
    name: f32,
    /// The tabs have words, not signs alone.
    with_words: bool,
    /// The tools that the menus have as well are shown.
    with_tools: bool,
}

impl Room {
    fn of(ui: &Ui, bars: &Bars) -> Self {
        const NAME: std::ops::RangeInclusive<f32> = 72.0..=260.0;
        if bars.view.is_none() {
            return Self { name: 0.0, with_words: false, with_tools: true };
        }
        let (gap, pad) = (ui.spacing().item_spacing.x, 2.0 * ui.spacing().button_padding.x);
        let width = |words: &str| {
            let words = ui.painter().layout_no_wrap(words.to_owned(), theme::body_strong(), colors(ui).ink);
            words.size().x + gap
        };
        let sign = space::ROW + gap;
        // Undo, redo, save, the tabs without words, and what keeps the groups apart.
        let signs = 3.0 * sign + TABS.len() as f32 * (sign + pad) + 2.0 * space::L;
        let words: f32 = TABS.iter().map(|(_, key)| width(bars.text.get(key))).sum();
        // The name of the language to change to is about as long as the one that is spoken.
        let tools = 3.0 * sign + width(bars.text.language().name()) + pad + 2.0 * gap;
        let left = ui.available_width() - signs;
        let with_words = left >= words + NAME.start();
        let with_tools = left >= words + tools + NAME.start();
        let taken = if with_words { words } else { 0.0 } + if with_tools { tools } else { 0.0 };
        Self { name: (left - taken).clamp(*NAME.start(), *NAME.end()), with_words, with_tools }
    }
}

fn tabs(ui: &mut Ui, bars: &Bars, with_words: bool, out: &mut Vec<Action>) {
    for (screen, key) in TABS {
        let chosen = screen == bars.screen;
        let name = bars.text.get(key);
        let words = RichText::new(name).font(if chosen { theme::body_strong() } else { theme::body() });
        let icon = RichText::new(Action::Show(screen).icon());
        let response = if with_words {
            ui.add(Button::selectable(chosen, (icon, words)))
        } else {
            ui.add(Button::selectable(chosen, icon)).on_hover_text(name)
        };
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, name));
        if response.clicked() && !chosen {
            out.push(Action::Show(screen));
        }
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
        tool(ui, bars, Action::Save, out);
        tool(ui, bars, Action::Redo, out);
        tool(ui, bars, Action::Undo, out);
    }
}

/// The keys, the appearance, the language and the palette.
fn tools(ui: &mut Ui, bars: &Bars, out: &mut Vec<Action>) {
    let appearance = if ui.visuals().dark_mode { Appearance::Light } else { Appearance::Dark };
    let other = match bars.text.language() {
        Language::English => Language::Norwegian,
        Language::Norwegian => Language::English,
    };
    tool(ui, bars, Action::ShowKeys, out);
    tool(ui, bars, Action::Look(appearance), out);
    let language = ui.add(Button::new(RichText::new(other.name())).frame_when_inactive(false));
    if language.on_hover_text(bars.text.get("shell-other-language")).clicked() {
        out.push(Action::Speak(other));
    }
    tool(ui, bars, Action::ShowPalette, out);
}

/// An icon in the bar.
fn tool(ui: &mut Ui, bars: &Bars, action: Action, out: &mut Vec<Action>) {
    let name = action_name(&action, bars);
    let hover = match action.shortcut() {
        Some(shortcut) => format!("{name}  ({})", ui.ctx().format_shortcut(&shortcut)),
        None => name.clone(),
    };
    let enabled = is_enabled(&action, bars);
    let response = ui.add_enabled_ui(enabled, |ui| icon_button(ui, action.icon(), &name, &hover)).inner;
    if response.clicked() {
        out.push(action);
    }
}

/// The line below: what was said last, what the project holds, the zoom.
pub fn status_line(ui: &mut Ui, bars: &Bars) {
    let palette = colors(ui);
    let frame = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(10, 4));
    Panel::bottom("status line").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                facts(ui, bars);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let (words, warned) = bars.status.unwrap_or(("", false));
                    let color = if warned { palette.error } else { palette.ink };
                    let shown = if warned { format!("{} {words}", theme::icon::WARNING) } else { words.to_owned() };
                    let label = ui.add(
                        eframe::egui::Label::new(RichText::new(shown).font(theme::small()).color(color))
                            .truncate()
                            .sense(Sense::hover()),
                    );
                    label.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
                });
            });
        });
    });
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
    if let Some(unsaved) = bars.unsaved {
        fact(ui, text.get(if unsaved { "status-unsaved" } else { "status-saved" }).to_owned());
    }
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

/// The pressed keys of actions, in order, taken from the input. Undo and redo are left to a text field that has the focus.
pub fn pressed(ctx: &Context, bars: &Bars, out: &mut Vec<Action>) {
    let typing = ctx.text_edit_focused();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, modifiers, pressed: true, .. } = event else { return true };
            let asked = Action::named().into_iter().find(|action| {
                action.is_asked_by(*key, *modifiers)
                    && is_enabled(action, bars)
                    && !(typing && matches!(action, Action::Undo | Action::Redo))
            });
            let passed_on = asked.is_none();
            out.extend(asked);
            passed_on
        });
    });
}
