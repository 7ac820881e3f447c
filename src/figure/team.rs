//! The team in pictures: people needed against people there, and territories on a sketch map.

use super::measure::{self, Weight};
use super::sheet::{self, BODY, MARGIN, SMALL};
use super::{Anchor, Figure, Paint, Point, Rect, Shape, Stroke, Words, palette};
use crate::analysis::coverage::name_of;
use crate::analysis::team::need::prio;
use crate::analysis::team::territory::distance;
use crate::analysis::team::{Size, Territories};
use crate::project::{Account, Coordinates, Message, Project, Territory};
use crate::text::Text;

/// Height of a bar, without and with its gap.
const BAR: (f32, f32) = (26.0, 36.0);

/// A bar for each prioritised segment on one scale of people, end to end in the order of Prios, with a line at the people
/// there are: what lies left of it fits.
pub fn people_bars(project: &Project, size: &Size, text: &Text, (width, height): (f32, f32)) -> Figure {
    let mut figure = Figure::new(text.get("team-needs"));
    let known: Vec<_> = size.needs.iter().filter(|need| need.people.is_ok()).collect();
    if known.is_empty() {
        figure.text(Words::new(text.get("team-no-needs"), 0.0, 18.0, BODY).coloured(palette::MUTED));
        return figure.sized(width, height);
    }
    let room = ((((height - 30.0) / BAR.1).floor()) as usize).max(1);
    let names: Vec<_> = known.iter().map(|need| text.value(&name_of(project, need.target.customer))).collect();
    let longest = names.iter().map(|name| measure::width(name, BODY, Weight::Regular)).fold(0.0, f32::max);
    let left = (longest + 40.0).min((width * 0.42).max(110.0));
    let right = (width - 118.0).max(left + 40.0);
    let total = size.by_prio[2].max(size.people).max(1e-9);
    let x = |people: f64| left + (right - left) * (people / total) as f32;
    let shown = known.len().min(room);
    let mut before = 0.0;
    for (place, (need, name)) in known.iter().zip(names).take(shown).enumerate() {
        let people = need.people.unwrap_or(0.0);
        let rect = Rect::new(x(before), 26.0 + BAR.1 * place as f32, (x(before + people) - x(before)).max(1.5), BAR.0);
        let middle = rect.centre().y;
        sheet::mark(&mut figure, Rect::new(0.0, middle - 10.0, 20.0, 20.0), need.target.fit, BODY);
        figure.text(Words::new(name, 28.0, middle, BODY).within(left - 40.0).centred());
        let colour = palette::fill(need.target.fit).unwrap_or(palette::MUTED);
        let is_chosen = prio(need.target.fit).is_some_and(|prio| prio <= size.last);
        figure.fill(rect, Paint { colour, opacity: if is_chosen { 1.0 } else { 0.45 } }, 2.0);
        let words = text.with("team-bar", "people", text.number(people, 2));
        let fits = if need.fits >= 1.0 {
            words
        } else {
            let message = Message::new("team-bar-fits").with("people", text.number(people, 2));
            text.say(&message.with("share", text.percent(need.fits)))
        };
        figure.text(Words::new(fits, rect.right() + 6.0, middle, SMALL).centred().coloured(palette::MUTED));
        before += people;
    }
    let bottom = 26.0 + BAR.1 * shown as f32;
    let at = x(size.people);
    figure.line(Point::new(at, 16.0), Point::new(at, bottom - 6.0), Stroke::new(palette::INK, 2.0));
    let people = text.with("team-people-there", "people", text.number(size.people, 2));
    let half = measure::width(&people, SMALL, Weight::SemiBold) / 2.0;
    let words = Words::new(people, at.clamp(half, (width - half).max(half)), 11.0, SMALL).bold();
    figure.text(words.anchored(Anchor::Middle));
    if shown < known.len() {
        let words = text.with("report-more-entries", "count", known.len() - shown);
        figure.text(Words::new(words, 0.0, bottom + 10.0, SMALL).coloured(palette::MUTED));
    }
    figure.sized(width, height)
}

/// The colour of a territory by its place; beyond those there are, the last one, and a number tells them apart.
pub fn territory_colour(place: usize) -> palette::Rgb {
    palette::SERIES[place.min(palette::SERIES.len() - 1)]
}

/// Where things are drawn on a sketch map: north is up, a degree east is as long as it is in the middle of the map.
#[derive(Debug, Clone, Copy)]
pub struct MapFrame {
    centre: Coordinates,
    /// Length of a degree north, and east.
    scale: (f32, f32),
    room: Rect,
}

impl MapFrame {
    /// A frame that holds all places; none without any.
    pub fn of(places: impl Iterator<Item = Coordinates>, room: Rect) -> Option<Self> {
        let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for (lat, lon) in places {
            (low, high) = ((low.0.min(lat), low.1.min(lon)), (high.0.max(lat), high.1.max(lon)));
        }
        if low.0 > high.0 {
            return None;
        }
        let centre = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
        let shrink = centre.0.to_radians().cos().max(0.05);
        let (north, east) = ((high.0 - low.0).max(0.02), ((high.1 - low.1) * shrink).max(0.02));
        let degree = (f64::from(room.height) / north).min(f64::from(room.width) / east);
        Some(Self { centre, scale: (degree as f32, (degree * shrink) as f32), room })
    }

    pub fn at(&self, (lat, lon): Coordinates) -> Point {
        let middle = self.room.centre();
        let (north, east) = ((lat - self.centre.0) as f32, (lon - self.centre.1) as f32);
        Point::new(middle.x + east * self.scale.1, middle.y - north * self.scale.0)
    }

    /// A round number of km, and how long it is on the map.
    fn ruler(&self) -> (f64, f32) {
        let degree = distance((self.centre.0, 0.0), ((self.centre.0 + 1.0).min(90.0), 0.0)).max(1.0);
        let per_km = self.scale.0 / degree as f32;
        let longest = f64::from(self.room.width / 4.0 / per_km);
        let power = 10.0_f64.powf(longest.log10().floor());
        let round = [5.0, 2.0, 1.0].into_iter().map(|by| by * power).find(|km| *km <= longest).unwrap_or(power);
        (round, round as f32 * per_km)
    }
}

/// Customers and the people's places on a sketch map, in their territories' colours and numbers. `person` is the place of
/// the territory of each account.
pub fn territory_map(
    project: &Project,
    person: impl Fn(&Account) -> Option<usize>,
    text: &Text,
    (width, height): (f32, f32),
) -> Figure {
    let mut figure = Figure::new(text.get("team-map"));
    let Some(frame) = map_frame(project, (width, height)) else {
        figure.text(Words::new(text.get("team-no-map"), 0.0, 18.0, BODY).coloured(palette::MUTED));
        return figure.sized(width, height);
    };
    let team = &project.team;
    let numbered = team.accounts.len() <= 120;
    for account in &team.accounts {
        let Some(centre) = account.coordinates().map(|at| frame.at(at)) else { continue };
        let place = person(account);
        let colour = place.map_or(palette::PAPER, territory_colour);
        let stroke = Stroke::new(if place.is_some() { palette::PAPER } else { palette::MUTED }, 1.0);
        let radius = if numbered { 8.0 } else { 4.0 };
        figure.shapes.push(Shape::Circle { centre, radius, fill: Some(colour.into()), stroke: Some(stroke) });
        if let Some(place) = place.filter(|_| numbered) {
            let words = Words::new((place + 1).to_string(), centre.x, centre.y, SMALL).bold().centred();
            figure.text(words.anchored(Anchor::Middle).coloured(palette::PAPER));
        }
    }
    for (place, territory) in team.territories.iter().enumerate() {
        let Some(at) = territory.coordinates().map(|at| frame.at(at)) else { continue };
        let rect = Rect::new(at.x - 6.0, at.y - 6.0, 12.0, 12.0);
        let (fill, stroke) = (Some(territory_colour(place).into()), Some(Stroke::new(palette::INK, 1.5)));
        figure.shapes.push(Shape::Rect { rect, fill, stroke, radius: 1.0 });
        let name = format!("{} {}", place + 1, sheet::shown(&territory.name, text));
        let words = Words::new(name, at.x + 10.0, at.y, SMALL).bold().within(120.0).centred();
        figure.text(Words { halo: Some(palette::PAPER), ..words });
    }
    let (km, length) = frame.ruler();
    let (x, y) = (2.0, height - 6.0);
    let stroke = Stroke::new(palette::MUTED, 1.5);
    figure.line(Point::new(x, y), Point::new(x + length, y), stroke);
    for end in [x, x + length] {
        figure.line(Point::new(end, y - 3.0), Point::new(end, y + 3.0), stroke);
    }
    let words = text.with("team-km", "km", text.figure(km));
    figure.text(Words::new(words, x + length + 8.0, y, SMALL).centred().coloured(palette::MUTED));
    figure.sized(width, height)
}

/// Where accounts and territories lie on a map of that size.
pub fn map_frame(project: &Project, (width, height): (f32, f32)) -> Option<MapFrame> {
    let team = &project.team;
    let accounts = team.accounts.iter().filter_map(Account::coordinates);
    let places = accounts.chain(team.territories.iter().filter_map(Territory::coordinates));
    let room = Rect::new(16.0, 16.0, (width - 32.0).max(1.0), (height - 48.0).max(1.0));
    MapFrame::of(places, room)
}

/// Bars of the territories' loads on one scale: work, and travel behind it, with a line at the mean.
pub fn load_bars(project: &Project, found: &Territories, text: &Text, (width, height): (f32, f32)) -> Figure {
    let mut figure = Figure::new(text.get("team-territories"));
    let team = &project.team;
    let hours = || found.loads.iter().map(|load| load.hours());
    let most = hours().fold(1e-9, f64::max);
    let mean = hours().sum::<f64>() / found.loads.len().max(1) as f64;
    let (left, right) = ((width * 0.3).clamp(90.0, 180.0), (width - 150.0).max(160.0));
    let x = |hours: f64| left + (right - left) * (hours / most) as f32;
    for (place, (one, load)) in team.territories.iter().zip(&found.loads).enumerate() {
        let rect = Rect::new(left, 8.0 + BAR.1 * place as f32, x(load.work) - left, BAR.0);
        let middle = rect.y + BAR.0 / 2.0;
        let name = format!("{} {}", place + 1, sheet::shown(&one.name, text));
        figure.text(Words::new(name, 0.0, middle, BODY).within(left - 8.0).centred());
        let colour = territory_colour(place);
        figure.fill(rect, colour, 1.0);
        let way = Rect::new(x(load.work), rect.y, x(load.hours()) - x(load.work), BAR.0);
        figure.fill(way, Paint { colour, opacity: 0.45 }, 1.0);
        let above = if mean > 0.0 { load.hours() / mean - 1.0 } else { 0.0 };
        let sign = if above > 0.0 { "+" } else { "" };
        let message = Message::new("team-load")
            .with("hours", text.figure(load.hours().round()))
            .with("above", format!("{sign}{}", text.percent(above)));
        figure.text(Words::new(text.say(&message), x(load.hours()) + 6.0, middle, SMALL).centred());
    }
    let end = 8.0 + BAR.1 * found.loads.len() as f32;
    figure.line(
        Point::new(x(mean), 2.0),
        Point::new(x(mean), end - 4.0),
        Stroke::new(palette::INK, 1.5).dashed(4.0, 3.0),
    );
    figure.sized(width, height)
}

/// Width of a sheet of paper.
const SHEET: f32 = 1000.0;

/// The team on a sheet of paper: what the chosen cells need, and the territories.
pub fn team(project: &Project, size: &Size, territories: &Territories, text: &Text) -> Figure {
    let mut figure = sheet::figure(project, "tab-team", text);
    let mut y = sheet::heading(&mut figure, project, text.get("tab-team"), SHEET, text);
    let notes: Vec<_> = size.messages(|people| text.number(people, 2)).iter().map(|one| text.say(one)).collect();
    y = sheet::footnotes(&mut figure, &notes, y, SHEET) + 16.0;
    let rows = size.needs.iter().filter(|need| need.people.is_ok()).count().clamp(1, 40);
    let tall = 40.0 + BAR.1 * rows as f32;
    figure.lay(people_bars(project, size, text, (SHEET, tall)), MARGIN, y);
    y += tall + 10.0;
    if !project.team.territories.is_empty() {
        let tall = 12.0 + BAR.1 * territories.loads.len().min(60) as f32;
        figure.lay(load_bars(project, territories, text, (SHEET, tall)), MARGIN, y);
        y += tall + 16.0;
        if map_frame(project, (SHEET, SHEET * 0.6)).is_some() {
            let places = by_territory(project);
            figure.lay(territory_map(project, places, text, (SHEET, SHEET * 0.6)), MARGIN, y);
            y += SHEET * 0.6;
        }
    }
    figure.sized(SHEET + 2.0 * MARGIN, y + MARGIN)
}

/// The place of the territory that an account has in the project.
pub fn by_territory(project: &Project) -> impl Fn(&Account) -> Option<usize> {
    let places: std::collections::HashMap<_, _> =
        project.team.territories.iter().enumerate().map(|(place, one)| (one.id, place)).collect();
    move |account| account.territory.and_then(|id| places.get(&id).copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;
    use crate::project::{Command, Entry, Staff};
    use crate::text::Language;

    #[test]
    fn north_is_up_and_a_degree_east_is_shorter() {
        let places = [(60.0, 10.0), (62.0, 14.0)];
        let frame = MapFrame::of(places.into_iter(), Rect::new(0.0, 0.0, 400.0, 400.0)).expect("places");
        let [south, north] = places.map(|at| frame.at(at));
        assert!(north.y < south.y && north.x > south.x);
        let (up, across) = (south.y - north.y, north.x - south.x);
        // At 61° a degree east is cos 61° = .485 of one north: by hand 4 · .485 / 2.
        assert!((across / up - 0.9696).abs() < 0.001, "{across} {up}");
        assert!(MapFrame::of(std::iter::empty(), Rect::new(0.0, 0.0, 4.0, 4.0)).is_none());
        let alone = MapFrame::of([(90.0, 0.0)].into_iter(), Rect::new(0.0, 0.0, 4.0, 4.0)).expect("a place");
        assert!(alone.at((90.0, 0.0)).x.is_finite());
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let mut project = Project::default();
        let territories = (0..3_u8).map(|at| Territory {
            latitude: Some(58.0 + f64::from(at)),
            longitude: Some(6.0),
            ..Territory::new("Kari Nordmann with a long name")
        });
        let territories: Vec<_> = territories.collect();
        let accounts = (0..40_u8).map(|at| {
            let territory = Some(territories[usize::from(at) % 3].id);
            let (latitude, longitude) = (Some(58.0 + f64::from(at) / 9.0), Some(5.0 + f64::from(at) / 7.0));
            Account { latitude, longitude, territory, workload: Some(10.0), ..Account::new("Bank") }
        });
        let entries = accounts.map(Entry::Account).chain(territories.iter().cloned().map(Entry::Territory)).collect();
        Command::from(Staff::Add { at: 0, entries: Vec::new() }).apply(&mut project).expect("nothing");
        let (accounts, people): (Vec<_>, Vec<_>) =
            Vec::into_iter(entries).partition(|entry| matches!(entry, Entry::Account(_)));
        for entries in [people, accounts] {
            Command::from(Staff::Add { at: 0, entries }).apply(&mut project).expect("sound");
        }
        let analysis = Analysis::of(&project);
        for language in [Language::English, Language::Norwegian] {
            let text = Text::new(language);
            let figure = team(&project, analysis.team_size(), analysis.territories(), &text);
            for words in figure.words() {
                let inside = words.at.x >= 0.0 && words.at.x <= figure.width && words.at.y <= figure.height;
                assert!(inside, "{words:?}");
            }
        }
    }
}
