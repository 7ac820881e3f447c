//! Type scale, spacing and colours, for light and dark. The only file of the window that names a colour or a font size.
//! In light, colours with a meaning are those of the exported pictures.

use std::sync::Arc;

use eframe::egui::style::{ScrollStyle, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Ui,
    Vec2, Visuals, vec2,
};

use crate::figure::measure;
use crate::figure::palette::{self, Rgb};
use crate::project::Fit;

/// Gaps and paddings, in points.
pub mod space {
    /// Between things that belong together.
    pub const XS: f32 = 4.0;
    /// Between neighbours.
    pub const S: f32 = 8.0;
    /// Between groups.
    pub const M: f32 = 12.0;
    /// Around a panel.
    pub const L: f32 = 16.0;
    /// Between sections.
    pub const XL: f32 = 28.0;
    /// Height of a row in a list or table.
    pub const ROW: f32 = 28.0;
}

/// Letters of the Phosphor subset in `assets/fonts`.
pub mod icon {
    pub const UNDO: &str = "\u{e038}";
    pub const REDO: &str = "\u{e036}";
    pub const PLUS: &str = "\u{e3d4}";
    pub const TRASH: &str = "\u{e4a6}";
    pub const SEARCH: &str = "\u{e30c}";
    pub const SAVE: &str = "\u{e248}";
    pub const OPEN: &str = "\u{e256}";
    pub const FILE: &str = "\u{e230}";
    pub const NEW: &str = "\u{e236}";
    pub const EXPORT: &str = "\u{eaf0}";
    pub const LIGHT: &str = "\u{e472}";
    pub const DARK: &str = "\u{e330}";
    pub const AUTO: &str = "\u{e18c}";
    pub const LANGUAGE: &str = "\u{e4a2}";
    pub const COPY: &str = "\u{e1ca}";
    pub const NOTE: &str = "\u{e34c}";
    pub const WARNING: &str = "\u{e4e0}";
    pub const CLOSE: &str = "\u{e4f6}";
    pub const CHECK: &str = "\u{e182}";
    pub const MATRIX: &str = "\u{e296}";
    pub const CHANNELS: &str = "\u{eaac}";
    pub const HOME: &str = "\u{e2c2}";
    pub const KEYBOARD: &str = "\u{e2d8}";
    pub const LIST: &str = "\u{e2f6}";
    pub const COMMAND: &str = "\u{e1c4}";
    pub const ZOOM_IN: &str = "\u{e310}";
    pub const ZOOM_OUT: &str = "\u{e30e}";
    pub const RESET: &str = "\u{e0a2}";
    pub const UP: &str = "\u{e08e}";
    pub const DOWN: &str = "\u{e03e}";
    pub const LEFT: &str = "\u{e058}";
    pub const RIGHT: &str = "\u{e06c}";
    pub const COLUMNS: &str = "\u{e546}";
    pub const SCALES: &str = "\u{e750}";
    pub const SIDEBAR: &str = "\u{ec24}";
    pub const FULL_SCREEN: &str = "\u{e0a2}";
}

/// The semi-bold family, for headings and what is selected.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

pub fn body() -> FontId {
    FontId::new(14.0, FontFamily::Proportional)
}

pub fn body_strong() -> FontId {
    FontId::new(14.0, strong())
}

/// Units, counts, hints.
pub fn small() -> FontId {
    FontId::new(12.0, FontFamily::Proportional)
}

pub fn small_strong() -> FontId {
    FontId::new(12.0, strong())
}

/// Icons without words.
pub fn icon_font() -> FontId {
    FontId::new(17.0, FontFamily::Proportional)
}

/// Text of a figure.
pub fn of_picture(size: f32, weight: measure::Weight) -> FontId {
    match weight {
        measure::Weight::Regular => FontId::new(size, FontFamily::Proportional),
        measure::Weight::SemiBold => FontId::new(size, strong()),
    }
}

/// The mark in a matrix cell.
pub fn sign() -> FontId {
    FontId::new(15.0, strong())
}

/// The mark in a large matrix cell, as on a projector.
pub fn sign_large() -> FontId {
    FontId::new(24.0, strong())
}

/// Lines that are read from the back of a room.
pub fn wall(is_strong: bool) -> FontId {
    FontId::new(20.0, if is_strong { strong() } else { FontFamily::Proportional })
}

pub fn heading() -> FontId {
    FontId::new(19.0, strong())
}

pub fn title() -> FontId {
    FontId::new(34.0, strong())
}

/// One colour for each purpose, in light and in dark.
#[derive(Debug, Clone, Copy)]
pub struct Colors {
    /// Behind everything.
    pub background: Color32,
    /// Bars, headers, side panels.
    pub panel: Color32,
    /// Text fields and what can be written in.
    pub field: Color32,
    /// Under the pointer.
    pub hover: Color32,
    pub ink: Color32,
    /// Secondary text; contrast at least 4.5 : 1 on background and panel.
    pub muted: Color32,
    /// Lines between cells.
    pub line: Color32,
    /// Frames of buttons and fields; contrast at least 3 : 1 on field, background and panel (WCAG 2.2, 1.4.11).
    pub frame: Color32,
    /// The primary button, the active cell, links.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Laid over a selected range.
    pub selection: Color32,
    /// Under a selected row or tab.
    pub selected: Color32,
    pub error: Color32,
    pub warning: Color32,
    pub good: Color32,
    /// Own channels.
    pub own: Color32,
    /// External channels.
    pub external: Color32,
    /// Dominated channels.
    pub dominated: Color32,
    /// Criteria by place.
    pub series: [Color32; 8],
    /// Text on those.
    pub on_series: Color32,
    /// Fill and text of cells, in the order of [`Fit::ALL`].
    fits: [(Color32, Color32); Fit::ALL.len()],
}

impl Colors {
    /// Fill and text of a cell; no fit has a transparent fill.
    pub fn fit(&self, fit: Fit) -> (Color32, Color32) {
        self.fits[fit as usize]
    }

    /// A colour of the figures in this theme; colours without a meaning are left alone.
    pub fn drawn(&self, colour: Rgb) -> Color32 {
        if let Some(place) = palette::SERIES.iter().position(|series| *series == colour) {
            return self.series[place];
        }
        match colour {
            palette::PAPER => self.background,
            palette::INK => self.ink,
            palette::MUTED => self.muted,
            palette::GRID => self.line,
            palette::HEADER => self.panel,
            palette::PRIO_1 => self.fit(Fit::Prio1).0,
            palette::PRIO_2 => self.fit(Fit::Prio2).0,
            palette::PRIO_3 => self.fit(Fit::Prio3).0,
            palette::UNDECIDED => self.fit(Fit::Undecided).0,
            palette::OWN => self.own,
            palette::EXTERNAL => self.external,
            palette::DOMINATED => self.dominated,
            other => of(other),
        }
    }

    /// The same for text: paper-coloured text is on a fill.
    pub fn drawn_text(&self, colour: Rgb) -> Color32 {
        if colour == palette::PAPER { self.on_series } else { self.drawn(colour) }
    }
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn of(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// Fill and text of a cell as in the figures.
const fn of_fit(fit: Fit) -> (Color32, Color32) {
    match palette::fill(fit) {
        None => (Color32::TRANSPARENT, of(palette::MUTED)),
        Some(fill) => (of(fill), of(palette::text_on(fit))),
    }
}

const LIGHT: Colors = Colors {
    background: of(palette::PAPER),
    panel: rgb(0xf4_f6_f8),
    field: rgb(0xff_ff_ff),
    hover: rgb(0xe9_ed_f2),
    ink: of(palette::INK),
    muted: of(palette::MUTED),
    line: rgb(0xdd_e2_e8),
    frame: rgb(0x82_8c_9a),
    accent: rgb(0x1d_5f_a8),
    on_accent: rgb(0xff_ff_ff),
    selection: Color32::from_rgba_premultiplied(10, 32, 56, 56),
    selected: rgb(0xdb_e8_f6),
    error: rgb(0xb3_26_1e),
    warning: rgb(0x8a_5a_00),
    good: rgb(0x1d_72_4a),
    own: of(palette::OWN),
    external: of(palette::EXTERNAL),
    dominated: of(palette::DOMINATED),
    series: [
        of(palette::SERIES[0]),
        of(palette::SERIES[1]),
        of(palette::SERIES[2]),
        of(palette::SERIES[3]),
        of(palette::SERIES[4]),
        of(palette::SERIES[5]),
        of(palette::SERIES[6]),
        of(palette::SERIES[7]),
    ],
    on_series: rgb(0xff_ff_ff),
    fits: [of_fit(Fit::ALL[0]), of_fit(Fit::ALL[1]), of_fit(Fit::ALL[2]), of_fit(Fit::ALL[3]), of_fit(Fit::ALL[4])],
};

const DARK: Colors = Colors {
    background: rgb(0x17_1b_21),
    panel: rgb(0x1f_24_2c),
    field: rgb(0x12_15_1a),
    hover: rgb(0x2b_32_3c),
    ink: rgb(0xe7_eb_f0),
    muted: rgb(0xa0_ab_b9),
    line: rgb(0x31_38_43),
    frame: rgb(0x70_7b_8a),
    accent: rgb(0x6c_b2_f5),
    on_accent: rgb(0x0c_17_24),
    selection: Color32::from_rgba_premultiplied(27, 45, 62, 64),
    selected: rgb(0x27_3c_54),
    error: rgb(0xff_8a_80),
    warning: rgb(0xf2_c1_4e),
    good: rgb(0x6f_cf_97),
    own: rgb(0x63_a4_e8),
    external: rgb(0xf0_94_5a),
    dominated: rgb(0x78_82_90),
    series: [
        rgb(0x75_db_ff),
        rgb(0xcf_72_2e),
        rgb(0x68_ab_7a),
        rgb(0x96_7f_e3),
        rgb(0xe9_c5_1d),
        rgb(0xb5_6e_a3),
        rgb(0xb8_ff_8d),
        rgb(0xee_e7_dc),
    ],
    on_series: rgb(0x0c_17_24),
    fits: [
        (Color32::TRANSPARENT, rgb(0xa0_ab_b9)),
        (rgb(0x3d_45_51), rgb(0xe7_eb_f0)),
        (rgb(0xa9_c6_ff), rgb(0x0c_17_24)),
        (rgb(0x3f_a3_97), rgb(0x07_1a_18)),
        (rgb(0x6e_62_2a), rgb(0xff_f6_d6)),
    ],
};

/// The least room that screens are laid out for, in points.
pub const LEAST_ROOM: Vec2 = vec2(640.0, 400.0);

/// The zoom that a window of that size in pixels has room for: at most what is asked for.
pub fn fitting_zoom(asked: f32, window: Vec2) -> f32 {
    let most = (window.x / LEAST_ROOM.x).min(window.y / LEAST_ROOM.y).max(1.0);
    asked.min(most)
}

/// The frame of dialogs and the palette.
pub fn dialog_frame(ctx: &egui::Context) -> egui::Frame {
    egui::Frame::window(&ctx.global_style()).inner_margin(space::L)
}

pub fn colors(ui: &Ui) -> &'static Colors {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// Installs the fonts and both themes.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    for (theme, colors) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        let mut style = (*ctx.style_of(theme)).clone();
        style.text_styles = [
            (TextStyle::Small, small()),
            (TextStyle::Body, body()),
            (TextStyle::Button, body()),
            (TextStyle::Monospace, body()),
            (TextStyle::Heading, heading()),
        ]
        .into();
        style.drag_value_text_style = TextStyle::Body;
        style.spacing.item_spacing = vec2(space::S, 6.0);
        style.spacing.button_padding = vec2(10.0, 4.0);
        style.spacing.interact_size = vec2(40.0, space::ROW);
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.window_margin = Margin::same(16);
        style.spacing.tooltip_width = 420.0;
        // Visible at rest, so that one sees that there is more.
        style.spacing.scroll = ScrollStyle {
            floating: true,
            floating_width: 7.0,
            floating_allocated_width: 12.0,
            bar_width: 9.0,
            bar_inner_margin: 3.0,
            foreground_color: true,
            dormant_handle_opacity: 0.3,
            active_handle_opacity: 0.4,
            interact_handle_opacity: 0.7,
            ..ScrollStyle::solid()
        };
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.35;
        style.animation_time = 0.0;
        style.visuals = visuals(theme == egui::Theme::Dark, colors);
        ctx.set_style_of(theme, style);
    }
}

fn visuals(dark: bool, colors: &Colors) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let corner = CornerRadius::same(4);
    let widget = |fill: Color32, frame: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, frame),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    visuals.widgets = Widgets {
        noninteractive: widget(colors.panel, colors.line, colors.ink),
        inactive: widget(colors.field, colors.frame, colors.ink),
        hovered: widget(colors.hover, colors.muted, colors.ink),
        active: widget(colors.selected, colors.accent, colors.ink),
        open: widget(colors.hover, colors.muted, colors.ink),
    };
    visuals.weak_text_color = Some(colors.muted);
    visuals.hyperlink_color = colors.accent;
    visuals.faint_bg_color = colors.panel;
    visuals.extreme_bg_color = colors.field;
    visuals.text_edit_bg_color = Some(colors.field);
    visuals.code_bg_color = colors.panel;
    visuals.warn_fg_color = colors.warning;
    visuals.error_fg_color = colors.error;
    visuals.selection.bg_fill = colors.selected;
    visuals.selection.stroke = Stroke::new(1.5, colors.accent);
    visuals.window_fill = colors.background;
    visuals.window_stroke = Stroke::new(1.0, colors.frame);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.panel_fill = colors.background;
    let shadow =
        Shadow { offset: [0, 3], blur: 12, spread: 0, color: Color32::from_black_alpha(if dark { 110 } else { 36 }) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.striped = false;
    // A blinking cursor would repaint an idle window.
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, colors.accent);
    visuals
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [
        ("inter", measure::INTER_REGULAR),
        ("inter-strong", measure::INTER_SEMIBOLD),
        ("phosphor", &include_bytes!("../../assets/fonts/Phosphor-subset.ttf")[..]),
    ] {
        let mut data = FontData::from_static(bytes);
        if name == "phosphor" {
            data.tweak.scale = 1.1;
            data.tweak.y_offset_factor = 0.08;
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    for (family, face) in
        [(FontFamily::Proportional, "inter"), (FontFamily::Monospace, "inter"), (strong(), "inter-strong")]
    {
        fonts.families.insert(family, vec![face.to_owned(), "phosphor".to_owned()]);
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::palette::sight::{contrast, least_difference};

    fn rgb(colour: Color32) -> Rgb {
        Rgb(colour.r(), colour.g(), colour.b())
    }

    #[test]
    fn frames_and_text_stand_out_in_both_themes() {
        for colors in [&LIGHT, &DARK] {
            for ground in [colors.field, colors.background, colors.panel] {
                let on = |colour: Color32| contrast(rgb(colour), rgb(ground));
                assert!(on(colors.frame) >= 3.0, "{:?} on {ground:?}: {}", colors.frame, on(colors.frame));
                assert!(on(colors.ink) >= 4.5 && on(colors.muted) >= 4.5, "{ground:?}");
            }
        }
    }

    #[test]
    fn series_are_told_apart_and_carry_text() {
        for colors in [&LIGHT, &DARK] {
            let series = colors.series.map(rgb);
            assert!(least_difference(&series) >= 10.0, "{}", least_difference(&series));
            assert!(series.iter().all(|one| contrast(*one, rgb(colors.on_series)) >= 4.5));
        }
    }
}
