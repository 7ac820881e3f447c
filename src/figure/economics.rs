//! Own against external as two cost lines, and the inputs that move a result most.

use super::measure::{self, Weight};
use super::plane::{Axes, Plane, Span, Window, within};
use super::sheet::{BODY, SMALL};
use super::{Anchor, Figure, Paint, Point, Rect, Scale, Shape, Stroke, Words, palette};
use crate::analysis::economics::{Bar, CostLine, Indifference, Tornado, indifference};
use crate::text::Text;

/// Two channels' costs over a period.
pub struct CostLines<'a> {
    pub names: [&'a str; 2],
    pub lines: [CostLine; 2],
    pub currency: &'a str,
}

/// Two cost lines over sales, with the crossing marked.
pub fn cost_lines(lines: &CostLines, text: &Text, (width, height): (f32, f32)) -> Figure {
    let mut figure = Figure::new(text.get("economics-cost-lines"));
    let [first, second] = lines.lines;
    let found = indifference(first, second);
    let ends = first.most.zip(second.most).map(|(first, second)| first.max(second));
    let most = if let Indifference::At { sales, .. } = found {
        sales * 2.0
    } else if let Some(most) = ends.filter(|most| *most > 0.0) {
        most * 1.1
    } else {
        // Far enough for the shares to show beside the fixed costs.
        let fixed = first.fixed.max(second.fixed);
        let share = first.share.max(second.share).max(1e-6);
        if fixed > 0.0 { (fixed / share * 2.0).min(1e15) } else { 1_000_000.0 }
    };
    let highest = first.cost(most).max(second.cost(most));
    let money = |amount: f64| text.money(amount, lines.currency);
    let title = |key| text.with(key, "currency", text.currency_symbol(lines.currency));
    let titles = [title("economics-sales"), title("economics-cost")];
    let room = Rect::new(0.0, 0.0, width, height);
    let window = Window { x: Span::new(0.0, most), y: Span::new(0.0, highest * 1.08) };
    let write = |amount: f64| text.money(amount, "");
    let axes = Axes { titles: Some([&titles[0], &titles[1]]), write: &write, right: 12.0, above: 0.0 };
    let plot = Plane::draw(&mut figure, room, Scale::Linear, window, &axes);
    plot.outline(&mut figure);
    let looks = [Stroke::new(palette::OWN, 2.2), Stroke::new(palette::EXTERNAL, 2.2).dashed(8.0, 4.0)];
    for (line, look) in lines.lines.into_iter().zip(looks) {
        // A line ends where the channel can sell no more.
        let most = line.most.map_or(most, |end| end.min(most));
        figure.line(plot.at(0.0, line.cost(0.0)), plot.at(most, line.cost(most)), look);
    }
    if let Indifference::At { sales, cost, .. } = found {
        let at = plot.at(sales, cost);
        figure.line(at, Point::new(at.x, plot.frame.bottom()), Stroke::new(palette::MUTED, 1.0).dashed(2.0, 3.0));
        let (fill, stroke) = (Some(palette::INK.into()), Some(Stroke::new(palette::PAPER, 1.5)));
        figure.shapes.push(Shape::Circle { centre: at, radius: 5.5, fill, stroke });
        let words = money(sales);
        let width = measure::width(&words, BODY, Weight::SemiBold);
        let middle = within(at.x + 9.0 + width / 2.0, width, plot.frame);
        let y = (at.y + 18.0).min(plot.frame.bottom() - 6.0);
        let words = Words::new(words, middle, y, BODY).bold().anchored(Anchor::Middle);
        figure.text(Words { halo: Some(palette::PAPER), ..words });
    }
    // The legend stands above, beside the title of the axis.
    let mut x = 24.0 + measure::width(&titles[1], BODY, Weight::SemiBold);
    for ((name, look), left) in lines.names.into_iter().zip(looks).zip([2.0, 1.0]) {
        let y = 9.0;
        let room = ((width - x) / left - 40.0).max(20.0);
        figure.line(Point::new(x, y), Point::new(x + 24.0, y), look);
        let words = Words::new(name, x + 30.0, y, SMALL).centred().within(room);
        x += 48.0 + words.width();
        figure.text(words);
    }
    figure.sized(width, height)
}

/// Height of a bar with its gap.
const BAR: f32 = 30.0;
/// Height above the bars, for the base value.
const HEAD: f32 = 30.0;

/// The number of bars that fit in a height.
pub fn tornado_bars(height: f32) -> usize {
    ((height - HEAD - 22.0) / BAR).floor().max(1.0) as usize
}

/// A bar an input, from the result at its low end to that at its high end; the longest on top.
pub fn tornado(tornado: &Tornado, currency: &str, text: &Text, (width, height): (f32, f32)) -> Figure {
    let mut figure = Figure::new(text.get("economics-tornado"));
    let most = tornado_bars(height);
    let bars = &tornado.bars[..tornado.bars.len().min(most)];
    let money = |amount: f64| text.money(amount, currency);
    let value = (bars.iter().flat_map(|bar| [bar.at_low, bar.at_high]))
        .map(|value| measure::width(&money(value), SMALL, Weight::Regular))
        .fold(0.0, f32::max);
    let names = bars.iter().flat_map(|bar| {
        let range = measure::width(&range(bar, text, currency), SMALL - 1.0, Weight::Regular);
        [measure::width(&text.say(&bar.input), SMALL, Weight::Regular), range]
    });
    // As wide as the names, and as much for the bars.
    let named = (names.fold(0.0, f32::max) + 8.0).min((width * 0.5).min(width - 2.0 * value - 60.0)).max(40.0);
    let left = named + value + 12.0;
    let right = (width - value - 10.0).max(left + 30.0);
    let ends = bars.iter().flat_map(|bar| [bar.at_low, bar.at_high]);
    let (low, high) = ends.fold((tornado.base, tornado.base), |(low, high), end| (low.min(end), high.max(end)));
    let span = if high > low { high - low } else { 1.0 };
    let x = |value: f64| left + (right - left) * ((value - low) / span) as f32;
    let base = x(tornado.base);
    let bottom = HEAD + BAR * bars.len() as f32;
    let words = text.with("economics-now", "amount", money(tornado.base));
    let half = measure::width(&words, SMALL, Weight::SemiBold) / 2.0;
    let at = base.clamp(half + 2.0, (width - half - 2.0).max(half + 2.0));
    figure.text(Words::new(words, at, 14.0, SMALL).bold().anchored(Anchor::Middle));
    for (place, bar) in bars.iter().enumerate() {
        draw_bar(&mut figure, bar, HEAD + BAR * place as f32, &x, named, tornado.base, text, currency);
    }
    figure.line(Point::new(base, HEAD - 8.0), Point::new(base, bottom), Stroke::new(palette::INK, 1.2));
    let mut notes = Vec::new();
    let more = tornado.bars.len() - bars.len();
    if more > 0 {
        notes.push(text.with("economics-more-inputs", "count", more));
    }
    if tornado.without_range > 0 {
        notes.push(text.with("economics-without-range", "count", tornado.without_range));
    }
    let note = Words::new(notes.join(" "), 0.0, (bottom + 16.0).min(height - 3.0), SMALL).within(width);
    figure.text(note.coloured(palette::MUTED));
    figure.sized(width, height)
}

/// From what to what an input is moved.
fn range(bar: &Bar, text: &Text, currency: &str) -> String {
    let amount = |value: f64| if bar.is_share { text.percent(value) } else { text.money(value, currency) };
    format!("{} – {}", amount(bar.range.low), amount(bar.range.high))
}

#[expect(clippy::too_many_arguments, reason = "where and how a bar is drawn")]
fn draw_bar(
    figure: &mut Figure,
    bar: &Bar,
    y: f32,
    x: &impl Fn(f64) -> f32,
    named: f32,
    base: f64,
    text: &Text,
    currency: &str,
) {
    let middle = y + BAR / 2.0;
    let input = text.say(&bar.input);
    figure.text(Words::new(input, 0.0, middle - 5.0, SMALL).centred().within(named - 6.0));
    let range = Words::new(range(bar, text, currency), 0.0, middle + 8.0, SMALL - 1.0).centred();
    figure.text(range.within(named - 6.0).coloured(palette::MUTED));
    let zero = x(base);
    // Low and high differ in colour, and the low end is outlined.
    for (end, is_low) in [(bar.at_low, true), (bar.at_high, false)] {
        let at = x(end);
        let rect = Rect::new(zero.min(at), y + 5.0, (at - zero).abs(), BAR - 11.0);
        let colour = palette::SERIES[usize::from(is_low)];
        if is_low {
            let fill = Some(Paint { colour, opacity: 0.35 });
            let stroke = Some(Stroke::new(colour, 1.2));
            figure.shapes.push(Shape::Rect { rect, fill, stroke, radius: 0.0 });
        } else {
            figure.fill(rect, colour, 0.0);
        }
    }
    let (left, right) = (bar.at_low.min(bar.at_high), bar.at_low.max(bar.at_high));
    let money = |value: f64| text.money(value, currency);
    let left_words = Words::new(money(left), x(left.min(base)) - 5.0, middle, SMALL).centred();
    figure.text(left_words.anchored(Anchor::End).coloured(palette::MUTED));
    let right_words = Words::new(money(right), x(right.max(base)) + 5.0, middle, SMALL).centred();
    figure.text(right_words.coloured(palette::MUTED));
}
