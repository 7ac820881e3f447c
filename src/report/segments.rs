//! Customer segments with their attributes, the team's own among them, and whether each is one market.

use super::document::{Align, Block, Cell, Unit, shown};
use super::rows::{Rows, choice, estimate};
use super::source::Source;
use crate::analysis::findings::Topic;
use crate::project::{Attribute, AttributeKey, AttributeKind, Axis, FieldValue, Funnel, Profile, Segment};

/// A customer segment with what is known of it.
struct Row<'a> {
    segment: &'a Segment,
    profile: Profile,
    funnel: Funnel,
}

pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let rows: Vec<Row> = (project.matrix.segments(Axis::Customer).iter())
        .map(|segment| Row {
            segment,
            profile: project.market.profile(segment.id),
            funnel: project.plan.funnel(segment.id),
        })
        .collect();
    let mut table = Rows::new("segments", "customer-segments", &rows, text)
        .text("name", "report-customer", 32.0, |row| shown(&row.segment.name, text).to_owned())
        .data("id", |row| Cell::text(row.segment.id.to_string()))
        .text("industry", "field-industry", 24.0, |row| row.profile.industry.to_string())
        .text("geography", "field-geography", 24.0, |row| row.profile.geography.to_string())
        .left("need_level", "field-need-level", 16.0, |row| {
            row.profile.need_level.map_or(Cell::Blank, |level| choice(level, text))
        })
        .range("customers", "field-customers", Unit::None, 0, |row| estimate(row.funnel.customers))
        .number("contacts_per_customer_per_year", "field-contacts-per-customer-per-year", 1, |row| {
            row.funnel.contacts_per_customer_per_year
        })
        .full()
        .number("purchases_per_year", "field-purchases-per-year", 1, |row| row.funnel.purchases_per_year)
        .full()
        .fields(|row| &row.profile);
    for own in &project.market.attributes {
        table = column(table, source, own);
    }
    let mut blocks = vec![table.named().into()];
    if !project.market.attributes.is_empty() {
        blocks.push(attributes(source));
    }
    let findings: Vec<_> = analysis.findings().on(&[Topic::Segments]).collect();
    if !findings.is_empty() {
        let table = Rows::new("market_findings", "market-title", &findings, text)
            .text("finding", "report-market-finding", 60.0, |finding| text.say(&finding.what))
            .text("why", "finding-why", 70.0, |finding| text.say(&finding.why))
            .data("segment_id", |finding| {
                Cell::text(finding.about.customer.map(|id| id.to_string()).unwrap_or_default())
            });
        blocks.push(table.named().into());
    }
    blocks
}

/// A column for an own attribute. Its id is its name in JSON: names may repeat.
fn column<'a>(table: Rows<'a, Row<'a>>, source: &Source, own: &Attribute) -> Rows<'a, Row<'a>> {
    let key = AttributeKey::Own(own.id);
    let heading = source.text.attribute_name(source.project, key);
    let is_number = matches!(own.kind, AttributeKind::Number | AttributeKind::Scale);
    let align = if is_number { Align::Right } else { Align::Left };
    table.push(own.id.to_string(), heading, (Unit::None, align, 18.0), |row| {
        match key.value(source.project, row.segment.id) {
            Some(FieldValue::Text(words)) => Cell::text(&*words),
            Some(FieldValue::Number(Some(number))) => Cell::of(Unit::None, Some(number), 2),
            Some(FieldValue::Level(Some(level))) => Cell::of(Unit::None, Some(level.into()), 0),
            _ => Cell::Blank,
        }
    })
}

/// The team's own attributes, for programs: what the ids of the columns stand for.
fn attributes(source: &Source) -> Block {
    let Source { project, text, .. } = *source;
    let all: Vec<_> = project.market.attributes.iter().collect();
    let table = Rows::new("attributes", "report-attributes", &all, text)
        .text("name", "channels-name", 30.0, |own| shown(&own.name, text).to_owned())
        .data("id", |own| Cell::text(own.id.to_string()))
        .left("group", "field-group", 16.0, |own| choice(own.group, text))
        .left("kind", "field-kind", 12.0, |own| choice(own.kind, text))
        .left("choices", "report-choices", 40.0, |own| {
            Cell::List(own.choices.iter().map(|choice| Cell::text(&**choice)).collect())
        });
    table.named().into()
}
