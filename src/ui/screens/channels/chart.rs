//! The channels' chart in the window: the figure that is exported, to be zoomed, moved, and edited by its marks.
//!
//! The seen part is the chart's own state. It changes when the user moves it, or when a point would lie outside.

use eframe::egui::{
    CursorIcon, EventFilter, Frame, Id, Key, Panel, Pos2, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::analysis::Target;
use crate::analysis::channels::{ChannelFigures, Standing};
use crate::figure::{self, ChannelChart, ChannelPicture, Figure, Mark, PictureOf, Plane, Scale, Scene, Window};
use crate::project::{Channel, ChannelId, Command, Gesture, Message, Of, SalesFrom, SegmentId};
use crate::text::Language;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::picture::{Picture, paint_shape};
use crate::ui::widgets::{icon_button, keyboard};
use crate::ui::{Action, View};

use super::{derived, drag};

/// Radius of a mark, and of one under the pointer.
const RADIUS: (f32, f32) = (8.0, 9.5);
/// Radius of the ring around the chosen mark, and of the focus ring.
const RING: (f32, f32) = (11.0, 15.0);
/// How far from its middle a mark can be grabbed.
const REACH: f32 = 13.0;
/// A drag that strays less than this from a direction keeps to it.
const STRAIGHT: f32 = 3.0;
/// What a key press zooms by, and moves by as a share of the window.
const STEP: (f64, f64) = (1.25, 0.1);

/// A point being dragged.
#[derive(Debug, Clone)]
struct Drag {
    gesture: Gesture,
    /// The channel as it was.
    start: Channel,
    /// Where its point was on the screen.
    from: Pos2,
    /// From where it was grabbed to its middle.
    grab: Vec2,
    capped: bool,
}

/// A channel that was picked in the chart, and in which segment's panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    pub channel: ChannelId,
    pub customer: Option<SegmentId>,
}

#[derive(Debug, Default)]
pub struct Chart {
    scale: Scale,
    window: Option<Window>,
    /// The user has moved or zoomed the window.
    moved: bool,
    drag: Option<Drag>,
    /// The channels in all panels, and what they were gathered for.
    scenes: Vec<Scene>,
    gathered: Option<(u64, PictureOf)>,
    picture: Picture<PictureKey, Laid>,
}

type PictureKey = (u64, Language, PictureOf, Scale, Window);

/// The chart with the accessible names of its marks.
#[derive(Debug)]
struct Laid {
    chart: ChannelChart,
    names: Vec<String>,
}

impl AsRef<Figure> for Laid {
    fn as_ref(&self) -> &Figure {
        &self.chart.figure
    }
}

impl Chart {
    /// Draws the chart; the channel that was picked in it, if any. `target` is the segment that the view's figures are for.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View,
        of: PictureOf,
        target: Option<Target>,
        chosen: Option<ChannelId>,
        out: &mut Vec<Action>,
    ) -> Option<Picked> {
        if self.gathered != Some((view.revision, of)) {
            self.gathered = Some((view.revision, of));
            self.scenes = match of {
                PictureOf::SideBySide => Scene::side_by_side(view.project, view.analysis),
                _ => vec![Scene::of(view.project, view.analysis.channels().clone(), target)],
            };
        }
        // Taken out, so that the rest can be written to while they are read.
        let scenes = std::mem::take(&mut self.scenes);
        let picture = std::mem::take(&mut self.picture);
        let picked = self.show_scenes(ui, view, of, &scenes, picture, chosen, out);
        self.scenes = scenes;
        picked
    }

    #[expect(clippy::too_many_arguments, reason = "two of them are the chart's own")]
    fn show_scenes(
        &mut self,
        ui: &mut Ui,
        view: &View,
        of: PictureOf,
        scenes: &[Scene],
        mut picture: Picture<PictureKey, Laid>,
        chosen: Option<ChannelId>,
        out: &mut Vec<Action>,
    ) -> Option<Picked> {
        self.head(ui, view);
        let is_single = of != PictureOf::SideBySide;
        let mut picked = scenes.first().filter(|_| is_single).and_then(|scene| self.absent(ui, view, scene));
        let (rect, response) = ui.allocate_exact_size(ui.available_size().floor(), Sense::click_and_drag());
        let name = view.text.get(if is_single { "report-channels" } else { "report-channels-side-by-side" });
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
        if let Some(laid) = picture.laid_out() {
            self.navigate(ui, &response, rect.min, &laid.chart.panels);
        }
        self.fit(scenes);
        if let Some(window) = self.window {
            let seen = ChannelPicture { scale: self.scale, window: Some(window), of };
            let key = (view.revision, view.text.language(), of, self.scale, window);
            let laid = picture.paint(ui, rect, key, |size| lay_out(view, scenes, &seen, size));
            if let Some(laid) = laid {
                let at = At { ui, view, rect, response: &response, laid, scenes };
                let found = if is_single { self.marks(&at, chosen, out) } else { at.nearest() };
                picked = found.or(picked);
            }
        }
        self.picture = picture;
        picked
    }

    /// What is seen, to be exported.
    pub fn picture(&self, of: PictureOf) -> ChannelPicture {
        ChannelPicture { scale: self.scale, window: self.window.filter(|_| self.moved), of }
    }

    /// The switch of the scale and the way back to all channels.
    fn head(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        ui.horizontal(|ui| {
            for (scale, key) in [(Scale::Log, "channels-scale-log"), (Scale::Linear, "channels-scale-linear")] {
                let chosen = self.scale == scale;
                let response = ui.selectable_label(chosen, text.get(key));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, text.get(key)));
                if response.clicked() && !chosen {
                    self.scale = scale;
                    self.reset();
                }
            }
            let name = text.get("channels-reset-view");
            let response = ui.add_enabled_ui(self.moved, |ui| icon_button(ui, icon::RESET, name, name)).inner;
            if response.clicked() {
                self.reset();
            }
        });
    }

    fn reset(&mut self) {
        self.window = None;
        self.moved = false;
    }

    /// Channels that have no place in the chart, each with the reason; the one that was picked.
    fn absent(&self, ui: &mut Ui, view: &View, scene: &Scene) -> Option<Picked> {
        let absent: Vec<_> = scene.hidden(self.scale).collect();
        if absent.is_empty() {
            return None;
        }
        let text = view.text;
        let mut picked = None;
        let panel = Panel::bottom("channels not in the chart").frame(Frame::new()).resizable(false);
        panel.show_separator_line(false).show(ui, |ui| {
            ScrollArea::vertical().max_height(76.0).show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().interact_size.y = 20.0;
                    ui.label(RichText::new(text.get("channels-absent")).font(theme::small_strong()));
                    for (channel, figures) in absent {
                        let why = match figures.standing {
                            Standing::Incomplete | Standing::CantDeliver => {
                                figures.standing_message(view.project).into()
                            }
                            _ => figures.gaps_value(|gap| !gap.is_missing()),
                        };
                        let message = Message::new("channels-absent-why");
                        let words = text.say(&message.with("name", channel.shown_name()).with("why", why));
                        let words = RichText::new(words).font(theme::small()).color(colors(ui).muted);
                        if ui.link(words).clicked() {
                            picked = Some(Picked { channel: channel.id, customer: None });
                        }
                    }
                });
            });
        });
        picked
    }

    /// Shows all channels, unless the user chose where to look, or a point is being dragged.
    fn fit(&mut self, scenes: &[Scene]) {
        if self.window.is_some() && (self.moved || self.drag.is_some()) {
            return;
        }
        let fitting = figure::fitting(scenes, self.scale);
        let holds = |window: Window| {
            let mut shown = scenes.iter().flat_map(|scene| scene.shown(self.scale));
            let all_seen =
                shown.all(|(_, figures)| figure::place(figures, self.scale).is_none_or(|at| window.contains(at)));
            // Another project, or most of a large one gone.
            let lost = fitting.x.length() < 0.4 * window.x.length() || fitting.y.length() < 0.4 * window.y.length();
            all_seen && !lost
        };
        if !self.window.is_some_and(holds) {
            self.window = Some(fitting);
        }
    }

    /// Moves and zooms by pointer, wheel and keys; a double click shows all again.
    fn navigate(&mut self, ui: &Ui, response: &Response, corner: Pos2, panels: &[Plane]) {
        let (Some(window), Some(first)) = (self.window, panels.first()) else { return };
        if response.double_clicked() {
            self.reset();
            return;
        }
        let mut to = window;
        if response.dragged() {
            let ((width, height), by) = (first.pixel(), response.drag_delta());
            to = to.moved((-f64::from(by.x) * width, f64::from(by.y) * height));
        }
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| response.contains_pointer());
        if let Some(at) = pointer.map(|at| to_figure(at, corner))
            && let Some(plane) = panels.iter().find(|plane| plane.frame.shrink(-1.0).contains(point(at)))
        {
            let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
            let factor = f64::from((wheel / 240.0).exp() * pinch);
            to = to.zoomed(plane.places(at), 1.0 / factor);
        }
        if response.has_focus() {
            let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            to = self.keys(ui, to);
        }
        if to != window && to.is_sound(self.scale) {
            self.window = Some(to);
            self.moved = true;
        }
    }

    /// Arrows move, plus and minus zoom, 0 shows all.
    fn keys(&mut self, ui: &Ui, window: Window) -> Window {
        let ((zoom, share), mut to) = (STEP, window);
        keyboard::presses(ui.ctx(), |press| {
            let middle = (f64::midpoint(to.x.min, to.x.max), f64::midpoint(to.y.min, to.y.max));
            let (across, up) = (to.x.length() * share, to.y.length() * share);
            if press.digit() == Some(0) {
                self.reset();
                return true;
            }
            if press.modifiers.command || press.modifiers.alt {
                return false;
            }
            match press.key {
                Key::Plus | Key::Equals => to = to.zoomed(middle, 1.0 / zoom),
                Key::Minus => to = to.zoomed(middle, zoom),
                Key::ArrowLeft => to = to.moved((-across, 0.0)),
                Key::ArrowRight => to = to.moved((across, 0.0)),
                Key::ArrowUp => to = to.moved((0.0, up)),
                Key::ArrowDown => to = to.moved((0.0, -up)),
                _ => return false,
            }
            true
        });
        to
    }

    /// The marks of a single chart, to be hovered, picked, focused and dragged; the one that was picked.
    fn marks(&mut self, at: &At, chosen: Option<ChannelId>, out: &mut Vec<Action>) -> Option<Picked> {
        let (ui, palette) = (at.ui, colors(at.ui));
        let painter = ui.painter().with_clip_rect(at.rect.intersect(ui.clip_rect()));
        if at.response.has_focus() {
            painter.rect_stroke(at.rect, 2.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
        }
        let mut picked = None;
        let named = || at.laid.chart.marks.iter().zip(&at.laid.names);
        let is_chosen = |mark: &Mark| Some(mark.channel) == chosen;
        // The chosen one lies on top.
        let order = named().filter(|(mark, _)| !is_chosen(mark)).chain(named().filter(|(mark, _)| is_chosen(mark)));
        for (mark, name) in order {
            let Some((channel, figures)) = at.scenes.first().and_then(|scene| scene.find(mark.channel)) else {
                continue;
            };
            let dot = Dot { channel, figures, at: to_window(mark.at, at.rect.min) };
            let response = at.mark(mark, Sense::CLICK | Sense::DRAG);
            response.widget_info(|| WidgetInfo::labeled(Role::GraphicsSymbol, true, name));
            let lifted = response.hovered() || response.dragged();
            if is_chosen(mark) || lifted {
                let dominated = figures.standing.is_beaten();
                let radius = if lifted { RADIUS.1 } else { RADIUS.0 };
                let shape =
                    figure::channel_mark(figure::Point::new(dot.at.x, dot.at.y), radius, channel.owner, dominated);
                paint_shape(&painter, &shape, palette);
            }
            if is_chosen(mark) {
                painter.circle_stroke(dot.at, RING.0, Stroke::new(2.0, palette.accent));
            }
            if response.has_focus() {
                painter.circle_stroke(dot.at, RING.1, Stroke::new(2.0, palette.ink));
            }
            if self.handle(at, &dot, &response, mark, out) {
                picked = Some(Picked { channel: channel.id, customer: None });
            }
        }
        picked
    }

    /// Picks, drags and explains a channel; whether it was picked.
    fn handle(&mut self, at: &At, dot: &Dot, response: &Response, mark: &Mark, out: &mut Vec<Action>) -> bool {
        let (ui, view) = (at.ui, at.view);
        if response.drag_started()
            && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
        {
            let (gesture, start) = (Gesture::start(), dot.channel.clone());
            self.drag = Some(Drag { gesture, start, from: dot.at, grab: dot.at - pointer, capped: false });
        }
        let mine = self.drag.as_ref().is_some_and(|drag| drag.start.id == dot.channel.id);
        let plane = at.laid.chart.panels.get(mark.panel);
        if mine && ui.input(|input| input.key_pressed(Key::Escape)) {
            if let Some(drag) = self.drag.take() {
                out.push(Action::Edit(
                    Command::changes(Of::Channel(drag.start.id), dot.channel, &drag.start),
                    Some(drag.gesture),
                ));
            }
            ui.stop_dragging();
        } else if mine
            && response.dragged()
            && let Some(plane) = plane
        {
            self.drag_to(view, response, plane, at.rect.min, out);
        } else if mine {
            // Let go.
            if let Some(drag) = self.drag.take()
                && *dot.channel != drag.start
            {
                out.push(dragged(view, dot, drag.capped));
            }
        }
        if self.drag.is_none() {
            response.clone().on_hover_ui(|ui| derived::tip(ui, view, dot.channel, dot.figures));
        } else if mine {
            readout(ui, view, dot, at.rect);
        }
        response.clicked() || response.drag_started()
    }

    fn drag_to(&mut self, view: &View, response: &Response, plane: &Plane, corner: Pos2, out: &mut Vec<Action>) {
        let (Some(drag), Some(pointer)) = (&mut self.drag, response.interact_pointer_pos()) else { return };
        let frame = plane.frame;
        let frame = Rect::from_min_size(
            to_window(figure::Point::new(frame.x, frame.y), corner),
            vec2(frame.width, frame.height),
        );
        let target = frame.clamp(pointer + drag.grab);
        let (at, pixel) = (plane.places(to_figure(target, corner)), plane.pixel());
        let along = |moved: f32, place: f64, pixel: f64| {
            (moved.abs() >= STRAIGHT).then(|| self.scale.round_amount(place, pixel))
        };
        let cost = along(target.x - drag.from.x, at.0, pixel.0);
        let sales = along(target.y - drag.from.y, at.1, pixel.1);
        let moved = drag::moved(&drag.start, cost, sales);
        drag.capped = moved.capped;
        let Some((_, channel)) = view.project.channel(drag.start.id) else { return };
        if *channel != moved.channel {
            let command = Command::changes(Of::Channel(channel.id), channel, &moved.channel);
            out.push(Action::Edit(command, Some(drag.gesture)));
        }
    }
}

fn lay_out(view: &View, scenes: &[Scene], seen: &ChannelPicture, size: (f32, f32)) -> Laid {
    let chart = figure::channel_chart(view.project, scenes, seen, view.text, size);
    let name = |mark: &Mark| {
        let channel = scenes.get(mark.panel).and_then(|scene| scene.find(mark.channel));
        let name = channel.map(|(channel, _)| view.text.with("channels-point", "name", channel.shown_name()));
        name.unwrap_or_default()
    };
    let names = chart.marks.iter().map(name).collect();
    Laid { chart, names }
}

/// A laid-out chart at its place in the window.
struct At<'a> {
    ui: &'a Ui,
    view: &'a View<'a>,
    rect: Rect,
    response: &'a Response,
    laid: &'a Laid,
    scenes: &'a [Scene],
}

impl At<'_> {
    fn mark(&self, mark: &Mark, sense: Sense) -> Response {
        let rect = Rect::from_center_size(to_window(mark.at, self.rect.min), Vec2::splat(2.0 * REACH));
        let id: Id = self.ui.scope_id().with(("channel mark", mark.panel, mark.channel));
        self.ui.interact(rect.intersect(self.rect), id, sense).on_hover_cursor(if sense.senses_drag() {
            CursorIcon::Grab
        } else {
            CursorIcon::PointingHand
        })
    }

    /// Explains the mark under the pointer; picked where it is clicked. Costs the same for any number of panels.
    fn nearest(&self) -> Option<Picked> {
        let pointer = self.ui.input(|input| input.pointer.hover_pos()).filter(|_| self.response.contains_pointer())?;
        let distance = |mark: &&Mark| to_window(mark.at, self.rect.min).distance(pointer);
        let marks = self.laid.chart.marks.iter();
        let mark = marks.min_by(|a, b| distance(a).total_cmp(&distance(b))).filter(|mark| distance(mark) <= REACH)?;
        let scene = self.scenes.get(mark.panel)?;
        let (channel, figures) = scene.find(mark.channel)?;
        let response = self.mark(mark, Sense::CLICK);
        let picked = Picked { channel: channel.id, customer: scene.customer() };
        response.on_hover_ui(|ui| derived::tip(ui, self.view, channel, figures)).clicked().then_some(picked)
    }
}

/// A channel with its mark's place in the window.
struct Dot<'a> {
    channel: &'a Channel,
    figures: &'a ChannelFigures,
    at: Pos2,
}

fn to_window(at: figure::Point, corner: Pos2) -> Pos2 {
    corner + vec2(at.x, at.y)
}

fn to_figure(at: Pos2, corner: Pos2) -> figure::Point {
    figure::Point::new(at.x - corner.x, at.y - corner.y)
}

/// A rectangle of no size.
fn point(at: figure::Point) -> figure::Rect {
    figure::Rect::new(at.x, at.y, 0.0, 0.0)
}

/// The figures beside a point that is being dragged.
fn readout(ui: &Ui, view: &View, dot: &Dot, frame: Rect) {
    let palette = colors(ui);
    let text = view.text;
    let Some((cost, sales)) = dot.figures.point() else { return };
    let money = |amount| text.money(amount, &view.project.currency);
    let mut words = text.say(&Message::new("channels-readout").with("cost", money(cost)).with("sales", money(sales)));
    if let (SalesFrom::CloseRate, Some(rate)) =
        (dot.channel.figures.sales_from(), dot.channel.figures.close_rate.likely)
    {
        words.push('\n');
        words.push_str(&text.with("channels-readout-close-rate", "rate", text.percent(rate)));
    }
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(words, theme::small_strong(), palette.ink);
    let size = galley.size() + vec2(2.0 * space::S, 2.0 * space::XS);
    let above = dot.at.y - size.y - 20.0;
    let y = if above < frame.top() { dot.at.y + 20.0 } else { above };
    let x = (dot.at.x - size.x / 2.0).clamp(frame.left(), (frame.right() - size.x).max(frame.left()));
    let rect = Rect::from_min_size(pos2(x, y), size);
    painter.rect(rect, 4.0, palette.panel, Stroke::new(1.0, palette.frame), StrokeKind::Inside);
    painter.galley(rect.min + vec2(space::S, space::XS), galley, palette.ink);
}

/// What a drag has led to, for the status line.
fn dragged(view: &View, dot: &Dot, capped: bool) -> Action {
    let text = view.text;
    let money = |amount: Option<f64>| {
        amount.map_or_else(|| "–".to_owned(), |amount| text.money(amount, &view.project.currency))
    };
    let message = |key| {
        Message::new(key)
            .with("name", dot.channel.shown_name())
            .with("cost", money(dot.figures.cost.map(|cost| cost.likely)))
            .with("sales", money(dot.figures.sales.map(|sales| sales.likely)))
    };
    let rate = text.percent(dot.channel.figures.close_rate.likely.unwrap_or_default());
    match dot.channel.figures.sales_from() {
        SalesFrom::CloseRate if capped => Action::Warn(message("channels-dragged-capped")),
        SalesFrom::CloseRate => Action::Say(message("channels-dragged-close-rate").with("rate", rate)),
        SalesFrom::Typed => Action::Say(message("channels-dragged")),
    }
}
