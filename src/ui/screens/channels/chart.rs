//! The chart: cost per contact against sales per contact.
//!
//! What part of it is seen is this screen's own and moves only when somebody moves it, or when a point would be
//! outside.

use eframe::egui::{
    Align, Align2, Color32, Key, Layout, Painter, Panel, Pos2, Rangef, Rect, Response, RichText, Role, ScrollArea,
    Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use egui_plot::{AxisHints, GridInput, GridMark, Plot, PlotBounds, PlotPoint, PlotTransform};

use crate::analysis::channels::{ChannelFigures, Standing};
use crate::figure::ChannelPicture;
use crate::figure::measure::{self, Weight};
use crate::project::{Channel, ChannelId, Command, Gesture, Message, Of, SalesFrom};
use crate::text::Text;
use crate::ui::theme::{self, Colors, colors, icon, space};
use crate::ui::widgets::icon_button;
use crate::ui::{Action, View};

use super::axes::{Scale, Span, Ticks};
use super::lines::Ray;
use super::names::Names;
use super::table::cut;
use super::{drag, form, marks};

/// Of a mark.
pub const RADIUS: f32 = 7.0;
/// How far from its middle a point can be taken hold of.
const REACH: f32 = 13.0;
/// A drag that strays less than this from a direction keeps to it.
const STRAIGHT: f32 = 3.0;
/// Room between ticks, at the least.
const TICK_ROOM: f32 = 34.0;

/// A point on its way.
#[derive(Debug, Clone)]
struct Drag {
    gesture: Gesture,
    /// The channel as it was.
    start: Channel,
    /// Where its point was on the screen.
    from: Pos2,
    /// From where it was taken hold of to its middle.
    grab: Vec2,
    capped: bool,
}

/// The seen part of both axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Across.
    pub cost: Span,
    /// Up.
    pub sales: Span,
}

impl Window {
    /// What a plot shows.
    pub fn of(transform: &PlotTransform) -> Self {
        let (min, max) = (transform.bounds().min(), transform.bounds().max());
        Self { cost: Span { min: min[0], max: max[0] }, sales: Span { min: min[1], max: max[1] } }
    }
}

/// The chart's own state.
#[derive(Debug, Default)]
pub struct Chart {
    scale: Scale,
    window: Option<Window>,
    /// Somebody has moved or zoomed it.
    moved: bool,
    drag: Option<Drag>,
    names: Names,
}

/// A channel that stands in the chart.
pub struct Dot<'a> {
    /// Which.
    pub channel: &'a Channel,
    /// What follows for it.
    pub figures: &'a ChannelFigures,
    /// Where on the screen.
    pub at: Pos2,
    /// Another one is better.
    pub dominated: bool,
}

impl Chart {
    /// Draws the chart; the channel that was picked in it, if any.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View,
        chosen: Option<ChannelId>,
        out: &mut Vec<Action>,
    ) -> Option<ChannelId> {
        self.head(ui, view);
        let mut picked = self.absent(ui, view);
        self.look(view);
        let Some(window) = self.window else { return picked };
        let (response, transform) = self.axes(ui, view, window);
        if response.double_clicked() {
            self.reset();
        }
        let frame = *transform.frame();
        let painter = ui.painter().with_clip_rect(frame.intersect(ui.clip_rect()));
        let mut dots = self.dots(view, &transform);
        // The chosen one lies on top.
        dots.sort_by_key(|dot| chosen == Some(dot.channel.id));
        let efficient = marks::frontier(view, &dots);
        let names = self.names.place(ui, view, &dots, &efficient, frame);
        self.lines(ui, view, &painter, &transform, &dots);
        painter.add(Shape::line(efficient, Stroke::new(2.0, colors(ui).good)));
        for dot in &dots {
            marks::range(&painter, self.scale, dot, &transform, colors(ui));
        }
        self.names.paint(&painter, names, colors(ui));
        for dot in &dots {
            if !frame.expand(RADIUS).contains(dot.at) {
                continue;
            }
            let chosen = chosen == Some(dot.channel.id);
            let response = mark(ui, view, dot, chosen, &painter);
            if self.handle(ui, view, dot, &response, &transform, out) {
                picked = Some(dot.channel.id);
            }
        }
        if dots.is_empty() {
            let words = view.text.get("channels-chart-empty");
            painter.text(frame.center(), Align2::CENTER_CENTER, words, theme::body(), colors(ui).muted);
        }
        picked
    }

    /// How values become lengths.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// What is seen, to be handed out as a picture.
    pub fn picture(&self) -> ChannelPicture {
        let amounts = |window: Window| {
            let ends = [window.cost.min, window.cost.max, window.sales.min, window.sales.max];
            ends.map(|place| self.scale.amount(place))
        };
        let window = self.window.filter(|_| self.moved).map(amounts);
        ChannelPicture { scale: self.scale, window, ..ChannelPicture::default() }
    }

    /// The switch of the scale, for pictures that can't be moved.
    pub fn scales(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        for (scale, key) in [(Scale::Log, "channels-scale-log"), (Scale::Linear, "channels-scale-linear")] {
            let chosen = self.scale == scale;
            let response = ui.selectable_label(chosen, text.get(key));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, text.get(key)));
            if response.clicked() && !chosen {
                self.scale = scale;
                self.reset();
            }
        }
    }

    /// The switch of the scale, the way back, and what the signs mean.
    fn head(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        ui.horizontal(|ui| {
            self.scales(ui, view);
            let name = text.get("channels-reset-view");
            let response = ui.add_enabled_ui(self.moved, |ui| icon_button(ui, icon::RESET, name, name)).inner;
            if response.clicked() {
                self.reset();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| marks::legend(ui, text));
        });
    }

    fn reset(&mut self) {
        self.window = None;
        self.moved = false;
    }

    /// Channels that can't stand in the chart, each with the reason; the one that was picked.
    fn absent(&self, ui: &mut Ui, view: &View) -> Option<ChannelId> {
        let absent: Vec<_> = (view.project.channels.iter().zip(&view.analysis.channels.channels))
            .filter(|(_, figures)| self.point(figures).is_none())
            .collect();
        if absent.is_empty() {
            return None;
        }
        let text = view.text;
        let mut picked = None;
        Panel::bottom("channels not in the chart")
            .frame(eframe::egui::Frame::new())
            .resizable(false)
            .show_separator_line(false)
            .show(ui, |ui| {
                ScrollArea::vertical().max_height(76.0).show(ui, |ui| {
                    ui.horizontal_wrapped(|ui| {
                        ui.spacing_mut().interact_size.y = 20.0;
                        ui.label(RichText::new(text.get("channels-absent")).font(theme::small_strong()));
                        for (channel, figures) in absent {
                            let why = match figures.standing {
                                Standing::Incomplete => figures.standing_message(view.project).into(),
                                _ => figures.gaps_value(|gap| !gap.is_missing()),
                            };
                            let message =
                                Message::new("channels-absent-why").with("name", channel.shown_name()).with("why", why);
                            let words = RichText::new(text.say(&message)).font(theme::small()).color(colors(ui).muted);
                            if ui.link(words).clicked() {
                                picked = Some(channel.id);
                            }
                        }
                    });
                });
            });
        picked
    }

    /// Where a channel stands, as places on the axes.
    fn point(&self, figures: &ChannelFigures) -> Option<(f64, f64)> {
        let (cost, sales) = figures.point()?;
        Some((self.scale.place(cost)?, self.scale.place(sales)?))
    }

    /// Looks at all channels, unless somebody chose where to look, or a point is under way.
    fn look(&mut self, view: &View) {
        if self.window.is_some() && (self.moved || self.drag.is_some()) {
            return;
        }
        let figures = || view.analysis.channels.channels.iter().filter(|figures| self.point(figures).is_some());
        let along =
            |ends: fn(&ChannelFigures) -> Option<[f64; 2]>| self.scale.fit(figures().filter_map(ends).flatten());
        let fitting = Window {
            cost: along(|figures| figures.cost.map(|cost| [cost.low, cost.high])),
            sales: along(|figures| figures.sales.map(|sales| [sales.low, sales.high])),
        };
        let holds = |window: Window| {
            let all_seen = figures()
                .filter_map(|figures| self.point(figures))
                .all(|(cost, sales)| window.cost.contains(cost) && window.sales.contains(sales));
            // Another project, or most of a large one gone.
            let lost = |all: Span, seen: Span| all.length() < 0.4 * seen.length();
            all_seen && !lost(fitting.cost, window.cost) && !lost(fitting.sales, window.sales)
        };
        if !self.window.is_some_and(holds) {
            self.window = Some(fitting);
        }
    }

    /// Axes and grid; takes in what was moved or zoomed.
    fn axes(&mut self, ui: &mut Ui, view: &View, window: Window) -> (Response, PlotTransform) {
        let (scale, text, palette) = (self.scale, view.text, colors(ui));
        let currency = text.currency_symbol(&view.project.currency);
        let format = move |mark: GridMark, _: &_| text.figure(scale.amount(mark.value));
        let spacer = move |ticks: fn(&Text, Scale, Span, f64) -> Ticks| {
            move |input: GridInput| {
                let span = Span { min: input.bounds.0, max: input.bounds.1 };
                let Ticks { places, apart } = ticks(text, scale, span, input.base_step_size);
                places.into_iter().map(|value| GridMark { value, step_size: apart }).collect()
            }
        };
        let bounds = PlotBounds::from_min_max([window.cost.min, window.sales.min], [window.cost.max, window.sales.max]);
        let wheel = ui.input(|input| input.smooth_scroll_delta().y);
        let plot = Plot::new("channel chart")
            .sense(Sense::CLICK | Sense::DRAG)
            .custom_x_axes(vec![
                axis(AxisHints::new_x(), text.with("channels-axis-cost", "currency", currency), palette)
                    .formatter(format),
            ])
            .custom_y_axes(vec![
                axis(AxisHints::new_y(), text.with("channels-axis-sales", "currency", currency), palette)
                    .formatter(format),
            ])
            .x_grid_spacer(spacer(ticks_across))
            .y_grid_spacer(spacer(|_, scale, span, point| scale.ticks(span, point * f64::from(TICK_ROOM))))
            .grid_spacing(Rangef::new(1.0, 2.0))
            .grid_color(palette.line)
            .show_crosshair(false)
            .show_x(false)
            .show_y(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show(ui, |plot| {
                plot.set_plot_bounds(bounds);
                if wheel != 0.0 && plot.response().contains_pointer() {
                    plot.zoom_bounds_around_hovered(Vec2::splat((wheel / 240.0).exp()));
                }
            });
        let now = Window::of(&plot.transform);
        if now != window && is_sound(now, scale) {
            self.window = Some(now);
            self.moved = true;
        }
        (plot.response, plot.transform)
    }

    /// Break-even and the lines of equal return, their names off the points and the points' names.
    fn lines(&self, ui: &Ui, view: &View, painter: &Painter, transform: &PlotTransform, dots: &[Dot]) {
        let seen = Window::of(transform);
        let palette = colors(ui);
        let size = Vec2::splat(2.0 * RADIUS);
        let mut taken: Vec<Rect> = dots.iter().map(|dot| Rect::from_center_size(dot.at, size)).collect();
        taken.extend(self.names.taken());
        let mut draw = |ray: Ray, words: String, stroke: Stroke, ink: Color32, below: bool, dashed: bool| {
            let ends = ray.ends.map(|(x, y)| transform.position_from_point(&PlotPoint::new(x, y)));
            if dashed {
                painter.extend(Shape::dashed_line(&ends, stroke, 6.0, 4.0));
            } else {
                painter.line_segment(ends, stroke);
            }
            let galley = cut(ui, &words, theme::small(), ink, 160.0);
            if let Some(rect) = marks::beside(ends, below, galley.size(), transform.frame().shrink(3.0), &taken) {
                painter.galley(rect.min, galley, ink);
                taken.push(rect);
            }
        };
        let margin = view.project.margin;
        let break_even = (margin > 0.0).then(|| Ray::seen(self.scale, 1.0 / margin, seen.cost, seen.sales)).flatten();
        if let Some(ray) = break_even {
            let words = view.text.get("channels-break-even").to_owned();
            draw(ray, words, Stroke::new(1.6, palette.accent), palette.accent, true, true);
        }
        let returns = dots.iter().filter_map(|dot| dot.figures.return_on_contact);
        for ray in Ray::returns(self.scale, returns.fold(0.0, f64::max), seen.cost, seen.sales) {
            if break_even.is_none_or(|other| (other.ratio / ray.ratio - 1.0).abs() > 1e-6) {
                let words = view.text.with("channels-return-line", "ratio", view.text.figure(ray.ratio));
                // Names keep to the side that is away from break-even.
                let below = break_even.is_some_and(|other| ray.ratio < other.ratio);
                draw(ray, words, Stroke::new(1.0, palette.frame), palette.muted, below, false);
            }
        }
    }

    fn dots<'a>(&self, view: &View<'a>, transform: &PlotTransform) -> Vec<Dot<'a>> {
        (view.project.channels.iter().zip(&view.analysis.channels.channels))
            .filter_map(|(channel, figures)| {
                let (x, y) = self.point(figures)?;
                let at = transform.position_from_point(&PlotPoint::new(x, y));
                let dominated = figures.standing.is_beaten() || figures.standing == Standing::CantDeliver;
                Some(Dot { channel, figures, at, dominated })
            })
            .collect()
    }

    /// Picks, drags and explains a channel; whether it was picked.
    fn handle(
        &mut self,
        ui: &Ui,
        view: &View,
        dot: &Dot,
        response: &Response,
        transform: &PlotTransform,
        out: &mut Vec<Action>,
    ) -> bool {
        if response.drag_started()
            && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
        {
            let (gesture, start) = (Gesture::start(), dot.channel.clone());
            self.drag = Some(Drag { gesture, start, from: dot.at, grab: dot.at - pointer, capped: false });
        }
        let mine = self.drag.as_ref().is_some_and(|drag| drag.start.id == dot.channel.id);
        if mine && ui.input(|input| input.key_pressed(Key::Escape)) {
            if let Some(drag) = self.drag.take() {
                out.push(Action::Edit(
                    Command::changes(Of::Channel(drag.start.id), dot.channel, &drag.start),
                    Some(drag.gesture),
                ));
            }
            ui.stop_dragging();
        } else if mine && response.dragged() {
            self.drag_to(view, response, transform, out);
        } else if mine {
            // Let go.
            if let Some(drag) = self.drag.take()
                && *dot.channel != drag.start
            {
                out.push(dragged(view, dot, drag.capped));
            }
        }
        if self.drag.is_none() {
            response.clone().on_hover_ui(|ui| form::tip(ui, view, dot.channel, dot.figures));
        } else if mine {
            readout(ui, view, dot, *transform.frame());
        }
        response.clicked() || response.drag_started()
    }

    fn drag_to(&mut self, view: &View, response: &Response, transform: &PlotTransform, out: &mut Vec<Action>) {
        let (Some(drag), Some(pointer)) = (&mut self.drag, response.interact_pointer_pos()) else { return };
        let target = transform.frame().clamp(pointer + drag.grab);
        let place = transform.value_from_position(target);
        let point = transform.dvalue_dpos().map(f64::abs);
        let along = |moved: f32, place: f64, point: f64| {
            (moved.abs() >= STRAIGHT).then(|| self.scale.round_amount(place, point))
        };
        let cost = along(target.x - drag.from.x, place.x, point[0]);
        let sales = along(target.y - drag.from.y, place.y, point[1]);
        let moved = drag::moved(&drag.start, cost, sales);
        drag.capped = moved.capped;
        let Some((_, channel)) = view.project.channel(drag.start.id) else { return };
        if *channel != moved.channel {
            let command = Command::changes(Of::Channel(channel.id), channel, &moved.channel);
            out.push(Action::Edit(command, Some(drag.gesture)));
        }
    }
}

/// A channel's mark, to be hovered, picked and dragged.
fn mark(ui: &mut Ui, view: &View, dot: &Dot, chosen: bool, painter: &Painter) -> Response {
    let palette = colors(ui);
    let rect = Rect::from_center_size(dot.at, Vec2::splat(2.0 * REACH));
    let id = ui.scope_id().with(("channel dot", dot.channel.id));
    let response = ui.interact(rect.intersect(painter.clip_rect()), id, Sense::CLICK | Sense::DRAG);
    let name = view.text.with("channels-point", "name", dot.channel.shown_name());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsSymbol, true, &name));
    let lifted = response.hovered() || response.dragged();
    let radius = if lifted { RADIUS + 1.5 } else { RADIUS };
    marks::marker(painter, dot.at, radius, dot.channel.owner, palette, dot.dominated, chosen);
    response.on_hover_cursor(eframe::egui::CursorIcon::Grab)
}

/// The figures beside a point on its way.
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
    let above = dot.at.y - size.y - 16.0;
    let y = if above < frame.top() { dot.at.y + 16.0 } else { above };
    let x = (dot.at.x - size.x / 2.0).clamp(frame.left(), (frame.right() - size.x).max(frame.left()));
    let rect = Rect::from_min_size(pos2(x, y), size);
    painter.rect(rect, 4.0, palette.panel, Stroke::new(1.0, palette.frame), StrokeKind::Inside);
    painter.galley(rect.min + vec2(space::S, space::XS), galley, palette.ink);
}

/// An axis as all of ours look.
fn axis<'a>(hints: AxisHints<'a>, name: String, palette: &Colors) -> AxisHints<'a> {
    hints
        .label(RichText::new(name).font(theme::small_strong()).color(palette.ink))
        .label_spacing(Rangef::new(0.0, 1.0))
        .tick_label_color(palette.muted)
        .tick_label_font(theme::small())
        .min_thickness(52.0)
}

/// Ticks with room for what stands at them; a point of the screen is `point` wide in places.
fn ticks_across(text: &Text, scale: Scale, span: Span, point: f64) -> Ticks {
    let width = |place: &f64| measure::width(&text.figure(scale.amount(*place)), theme::small().size, Weight::Regular);
    let close = scale.ticks(span, point * f64::from(TICK_ROOM));
    let widest = close.places.iter().map(width).fold(0.0, f32::max);
    scale.ticks(span, point * f64::from(TICK_ROOM.max(widest + space::L)))
}

/// Not zoomed so far in or out that nothing can be drawn.
fn is_sound(window: Window, scale: Scale) -> bool {
    let (least, most, furthest) = match scale {
        Scale::Log => (0.02, 40.0, 40.0),
        Scale::Linear => (1e-4, 1e17, 1e17),
    };
    [window.cost, window.sales]
        .iter()
        .all(|span| (least..=most).contains(&span.length()) && span.min.abs() <= furthest && span.max.abs() <= furthest)
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
