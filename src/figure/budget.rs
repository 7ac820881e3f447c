//! The allocation of a budget, and contribution over budget.

use super::measure::{self, Weight};
use super::plane::{Axes, Plane, Span, Window};
use super::sheet::{self, BODY, ENTRY, MARGIN, SMALL};
use super::{Anchor, Figure, Point, Rect, Scale, Shape, Stroke, Words, palette};
use crate::analysis::budget::{Allocation, Curve, Problem, outlooks, tornado};
use crate::analysis::channels::Spread;
use crate::analysis::coverage::name_of;
use crate::project::{Message, Project};
use crate::text::Text;

/// Height of a bar, without and with its gap.
const BAR: (f32, f32) = (22.0, 30.0);
/// The channels with a colour of their own: those that get most.
const COLOURED: usize = 7;

/// Places in the project of the channels that get money, and how much; most first.
pub fn channels_by_money(problem: &Problem, allocation: &Allocation) -> Vec<(usize, f64)> {
    let mut by_channel = vec![0.0; allocation.used.len()];
    for (pair, share) in problem.pairs.iter().zip(&allocation.shares) {
        by_channel[pair.place] += share.money;
    }
    let mut order: Vec<(usize, f64)> = by_channel.into_iter().enumerate().filter(|(_, money)| *money > 0.0).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    order
}

/// A stacked bar for all and for each customer segment that gets money: by channel, with numbers keyed to the legend.
pub fn budget_bars(
    project: &Project,
    problem: &Problem,
    allocation: &Allocation,
    text: &Text,
    (width, height): (f32, f32),
) -> Figure {
    let mut figure = Figure::new(text.get("budget-bars"));
    let order = channels_by_money(problem, allocation);
    let money = |amount: f64| text.money(amount, &project.currency);
    if order.is_empty() {
        figure.text(Words::new(text.get("budget-nothing-spent"), 0.0, 18.0, BODY).coloured(palette::MUTED));
        return figure.sized(width, height);
    }
    let rank = |place: usize| order.iter().position(|(channel, _)| *channel == place).unwrap_or(usize::MAX);
    // Rows: all together, then by segment.
    let mut rows = vec![(text.get("channels-scope-all").to_owned(), vec![0.0; COLOURED + 1])];
    for customer in problem.customers() {
        let mut parts = vec![0.0; COLOURED + 1];
        let pairs = problem.pairs.iter().zip(&allocation.shares).filter(|(pair, _)| pair.key.customer == customer);
        for (pair, share) in pairs.filter(|(_, share)| share.money > 0.0) {
            let part = rank(pair.place).min(COLOURED);
            parts[part] += share.money;
            rows[0].1[part] += share.money;
        }
        if parts.iter().any(|part| *part > 0.0) {
            rows.push((text.value(&name_of(project, customer)), parts));
        }
    }
    let legend = legend(&mut figure, project, &order, text, width);
    let room = (((height - legend) / BAR.1).floor() as usize).max(1);
    let left_out = rows.len().saturating_sub(room);
    if left_out > 0 {
        rows.truncate(room.saturating_sub(1).max(1));
    }
    let longest = rows.iter().map(|(name, _)| measure::width(name, SMALL, Weight::SemiBold)).fold(0.0, f32::max);
    let named = (longest + 12.0).min((width * 0.4).max(80.0));
    let amount = rows
        .iter()
        .map(|(_, parts)| parts.iter().sum::<f64>())
        .map(|sum| measure::width(&money(sum), SMALL, Weight::Regular));
    let amount = amount.fold(0.0, f32::max);
    let (left, right) = (named, (width - amount - 10.0).max(named + 30.0));
    let most = rows[0].1.iter().sum::<f64>();
    let shown = rows.len();
    for (place, (name, parts)) in rows.into_iter().enumerate() {
        let y = legend + BAR.1 * place as f32;
        let weight = if place == 0 { Weight::SemiBold } else { Weight::Regular };
        let words = Words { weight, ..Words::new(name, 0.0, y + BAR.0 / 2.0, SMALL).centred() };
        figure.text(words.within(named - 8.0));
        let mut x = left;
        for (part, money) in parts.iter().enumerate().filter(|(_, money)| **money > 0.0) {
            let length = (right - left) * (money / most) as f32;
            let rect = Rect::new(x, y, (length - 1.0).max(0.5), BAR.0);
            figure.fill(rect, palette::SERIES[part], 0.0);
            if length > 14.0 {
                let sign = if part == COLOURED { "+".to_owned() } else { (part + 1).to_string() };
                let centre = rect.centre();
                let words = Words::new(sign, centre.x, centre.y, SMALL).bold().centred();
                figure.text(words.anchored(Anchor::Middle).coloured(palette::PAPER));
            }
            x += length;
        }
        let words = Words::new(money(parts.iter().sum()), x + 6.0, y + BAR.0 / 2.0, SMALL).centred();
        figure.text(words.coloured(palette::MUTED));
    }
    if left_out > 0 {
        let words = text.with("budget-more-rows", "count", left_out + 1);
        let y = legend + BAR.1 * shown as f32 + 12.0;
        figure.text(Words::new(words, 0.0, y, SMALL).coloured(palette::MUTED));
    }
    figure.sized(width, height)
}

/// Draws the channels with their numbers; the lower end.
fn legend(figure: &mut Figure, project: &Project, order: &[(usize, f64)], text: &Text, width: f32) -> f32 {
    let (mut x, mut y) = (0.0, 0.0);
    let entries = order.iter().take(COLOURED).filter_map(|(place, _)| project.channels.get(*place));
    let mut names: Vec<String> = entries.map(|channel| text.value(&channel.shown_name())).collect();
    if order.len() > COLOURED {
        names.push(text.with("budget-other-channels", "count", order.len() - COLOURED));
    }
    for (place, name) in names.into_iter().enumerate() {
        let named = Words::new(name, 0.0, 0.0, SMALL).within((width - 24.0).clamp(40.0, 340.0));
        let needed = 24.0 + named.width();
        if x > 0.0 && x + needed > width {
            (x, y) = (0.0, y + ENTRY + 2.0);
        }
        let rect = Rect::new(x, y, 18.0, 16.0);
        figure.fill(rect, palette::SERIES[place], 2.0);
        let sign = if place == COLOURED { "+".to_owned() } else { (place + 1).to_string() };
        let centre = rect.centre();
        let words = Words::new(sign, centre.x, centre.y, SMALL).bold().centred().anchored(Anchor::Middle);
        figure.text(words.coloured(palette::PAPER));
        figure.text(Words { at: Point::new(x + 23.0, centre.y), ..named }.centred());
        x += needed + 16.0;
    }
    y + ENTRY + 10.0
}

/// Width of a sheet of paper.
const SHEET: f32 = 1060.0;
/// Height of the pictures below the bars.
const LOWER: f32 = 320.0;

/// All scenarios on a sheet of paper: what comes of each, where its money goes, the curve, and what moves it most.
pub fn budget(project: &Project, text: &Text) -> Figure {
    let mut figure = sheet::figure(project, "report-budget", text);
    let mut y = sheet::heading(&mut figure, project, text.get("report-budget"), SHEET, text);
    // Nobody gives it up here.
    let found = outlooks(project, || false).unwrap_or_default();
    if found.is_empty() {
        let words = Words::new(text.get("budget-empty-title"), MARGIN, y + 14.0, BODY);
        figure.text(words.coloured(palette::MUTED));
        y += 24.0;
    }
    let money = |amount: f64| text.money(amount, &project.currency);
    for outlook in &found {
        let name = project.plan.scenario(outlook.scenario).map(|(_, one)| text.value(&one.shown_name()));
        figure.text(Words::new(name.unwrap_or_default(), MARGIN, y + 22.0, 16.0).bold().within(SHEET));
        y += 30.0;
        let message = Message::new("report-budget-line")
            .with("budget", money(outlook.problem.budget))
            .with("months", outlook.problem.months);
        let mut lines = vec![text.say(&message)];
        match &outlook.solved {
            Ok(allocation) => {
                let Spread { low, likely, high } = allocation.contribution;
                let message = Message::new("report-budget-result")
                    .with("contribution", money(likely))
                    .with("low", money(low))
                    .with("high", money(high))
                    .with("fixed", money(allocation.fixed_cost))
                    .with("one", money(1.0))
                    .with("marginal", text.number(allocation.marginal, 2));
                lines.push(text.say(&message));
                lines.extend(allocation.unspent.map(|why| text.get(why.key()).to_owned()));
            }
            Err(unsolved) => {
                let clashes = unsolved.messages(project, money, |count| text.figure(count));
                lines.extend(clashes.iter().map(|clash| text.say(clash)));
            }
        }
        y = sheet::footnotes(&mut figure, &lines, y, SHEET) + 10.0;
        if let Ok(allocation) = &outlook.solved {
            let rows = outlook.problem.customers().len().min(24) + 1;
            let height = 3.0 * ENTRY + 10.0 + BAR.1 * rows as f32;
            let bars = budget_bars(project, &outlook.problem, allocation, text, (SHEET, height));
            let used = bars.shapes.iter().skip(1).map(bottom).fold(0.0, f32::max);
            figure.lay(bars, MARGIN, y);
            y += used + 16.0;
            let half = (SHEET - 30.0) / 2.0;
            let curve = outlook.curve.clone().unwrap_or_default();
            let now = Some((outlook.problem.budget, allocation));
            figure.lay(budget_curve(project, &curve, now, text, (half, LOWER)), MARGIN, y);
            let moved = tornado(project, &outlook.problem, allocation);
            let moved = super::tornado(&moved, &project.currency, text, (half, LOWER));
            figure.lay(moved, MARGIN + half + 30.0, y);
            y += LOWER + 24.0;
        }
    }
    let notes = [text.get("report-budget-note").to_owned()];
    y = sheet::footnotes(&mut figure, &notes, y, SHEET);
    figure.sized(SHEET + 2.0 * MARGIN, y + MARGIN)
}

/// Lower end of a shape.
fn bottom(shape: &Shape) -> f32 {
    match shape {
        Shape::Rect { rect, .. } => rect.bottom(),
        Shape::Text(words) => words.at.y + words.size * 0.3,
        _ => 0.0,
    }
}

/// Contribution over budget, with the present budget marked.
pub fn budget_curve(
    project: &Project,
    curve: &Curve,
    now: Option<(f64, &Allocation)>,
    text: &Text,
    (width, height): (f32, f32),
) -> Figure {
    let mut figure = Figure::new(text.get("budget-curve"));
    let (Some(first), Some(last)) = (curve.points.first(), curve.points.last()) else {
        figure.text(Words::new(text.get("budget-no-curve"), 0.0, 18.0, BODY).coloured(palette::MUTED));
        return figure.sized(width, height);
    };
    let contributions = curve.points.iter().map(|point| point.contribution);
    let (low, high) = contributions.fold((0.0_f64, 0.0_f64), |(low, high), one| (low.min(one), high.max(one)));
    let money = |amount: f64| text.money(amount, &project.currency);
    let title = |key| {
        text.say(
            &Message::new("budget-in-currency")
                .with("what", Message::new(key))
                .with("currency", text.currency_symbol(&project.currency)),
        )
    };
    let titles = [title("channels-mode-budget"), title("budget-contribution")];
    let window =
        Window { x: Span::new(first.budget.min(0.0), last.budget), y: Span::new(low, low + (high - low) * 1.12) };
    let write = |amount: f64| text.money(amount, "");
    let axes = Axes { titles: Some([&titles[0], &titles[1]]), write: &write, right: 12.0, above: 0.0 };
    let room = Rect::new(0.0, 0.0, width, height);
    let plot = Plane::draw(&mut figure, room, Scale::Linear, window, &axes);
    plot.outline(&mut figure);
    if low < 0.0 {
        figure.line(plot.at(window.x.min, 0.0), plot.at(window.x.max, 0.0), Stroke::new(palette::MUTED, 1.0));
    }
    let points: Vec<Point> = curve.points.iter().map(|point| plot.at(point.budget, point.contribution)).collect();
    if points.len() > 1 {
        figure.shapes.push(Shape::Line { points, stroke: Stroke::new(palette::OWN, 2.2) });
    }
    if let Some((budget, allocation)) = now.filter(|(budget, _)| *budget <= last.budget) {
        let at = plot.at(budget, allocation.contribution.likely);
        figure.line(at, Point::new(at.x, plot.frame.bottom()), Stroke::new(palette::MUTED, 1.0).dashed(2.0, 3.0));
        let (fill, stroke) = (Some(palette::INK.into()), Some(Stroke::new(palette::PAPER, 1.5)));
        figure.shapes.push(Shape::Circle { centre: at, radius: 5.5, fill, stroke });
        let message = Message::new("budget-here")
            .with("contribution", money(allocation.contribution.likely))
            .with("one", money(1.0))
            .with("marginal", text.number(allocation.marginal, 2));
        let words = text.say(&message);
        let room = measure::width(&words, BODY, Weight::Regular);
        let fits_right = at.x + 10.0 + room <= plot.frame.right();
        // The curve rises to the right, so that it leaves room below it there, and above it to the left.
        let y = if fits_right {
            (at.y + 22.0).min(plot.frame.bottom() - 8.0)
        } else {
            (at.y - 12.0).max(plot.frame.y + 12.0)
        };
        let words = if fits_right {
            Words::new(words, at.x + 10.0, y, BODY)
        } else {
            let room = (at.x - plot.frame.x - 14.0).max(40.0);
            Words::new(words, at.x - 10.0, y, BODY).anchored(Anchor::End).within(room)
        };
        figure.text(Words { halo: Some(palette::PAPER), ..words });
    }
    figure.sized(width, height)
}
