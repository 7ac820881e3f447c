//! Rows of the file: a record is read and written by its field table.
//!
//! [`row!`] lists what a row has besides the fields of the table: ids in front of them, lists behind. A field that is
//! added to a table is read and written without a change here.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::project::{
    About, Account, AccountId, Attribute, AttributeId, AttributeValue, Axis, Ballot, BeachheadRow, Cell, CellKey,
    Channel, ChannelId, Comparison, ContactLimits, Criterion, CriterionId, CustomerRow, Duty, DutyKey, FindingKey,
    FollowUp, FollowUpId, Funnel, Handling, HandlingKey, Need, NextStep, Offer, Participant, ParticipantId, Position,
    ProductRow, Profile, Project, Question, Reach, ReachKey, Record, RoleId, Round, RoundId, RoundRow, Row, Rows,
    Scenario, ScenarioId, ScenarioRow, Score, ScoreKey, Segment, SegmentId, SetAside, Sizing, Stage, StepId, Table,
    Task, TaskId, TeamRole, Territory, TerritoryId, ValueKey, Weighting,
};

use super::FORMAT;
use super::value::{Name, Value, Written};

/// The names of the rows that have a line per field.
pub(super) const BLOCKS: [&str; 7] = ["Project", "Beachhead", "Channel", "Criterion", "Round", "Scenario", "Role"];

/// A record as it stands in the file, with its parts: what isn't in its table.
trait Stored: Sized {
    /// The name that may stand before the bracket.
    const NAME: &'static str;
    type Record: 'static;
    /// The parts that have been read.
    type Parts: Default;

    fn table() -> &'static Table<Self::Record>;
    fn blank() -> Self::Record;
    fn record(&self) -> &Self::Record;
    fn read_part<'de, A: MapAccess<'de>>(parts: &mut Self::Parts, name: &str, map: &mut A) -> Result<(), A::Error>;
    /// The row, or the name of a part that is missing.
    fn join(parts: Self::Parts, record: Self::Record) -> Result<Self, &'static str>;
    fn write_front<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error>;
    fn write_back<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error>;
}

/// Implements reading and writing for a row: its type, name, record, table and blank record; where its record is; the
/// parts before and behind the fields, each `name: type => value`; and the row made of what was read. A part whose type
/// is followed by `default` may be missing; one whose value is none isn't written.
macro_rules! row {
    (
        $stored:ty, $name:literal, $record:ty, $table:expr, $blank:expr;
        |$row:ident| $get:expr,
        front { $($front:ident: $front_type:ty $(, $front_default:ident)? => $front_value:expr;)* }
        back { $($back:ident: $back_type:ty $(, $back_default:ident)? => $back_value:expr;)* }
        |$made:ident| $make:expr
    ) => {
        const _: () = {
            #[derive(Default)]
            struct Parts {
                $($front: Option<$front_type>,)*
                $($back: Option<$back_type>,)*
            }

            impl Stored for $stored {
                const NAME: &'static str = $name;
                type Record = $record;
                type Parts = Parts;

                fn table() -> &'static Table<$record> {
                    $table
                }

                fn blank() -> $record {
                    $blank
                }

                fn record(&self) -> &$record {
                    let $row = self;
                    $get
                }

                fn read_part<'de, A: MapAccess<'de>>(
                    parts: &mut Parts,
                    name: &str,
                    map: &mut A,
                ) -> Result<(), A::Error> {
                    let _ = (&parts, &map);
                    match name {
                        $(stringify!($front) => Ok(parts.$front = Some(map.next_value()?)),)*
                        $(stringify!($back) => Ok(parts.$back = Some(map.next_value()?)),)*
                        name => Err(de::Error::unknown_field(name, Self::table().names)),
                    }
                }

                fn join(parts: Parts, $made: $record) -> Result<Self, &'static str> {
                    let _ = &parts;
                    $(let $front = row!(@part parts, $front $(, $front_default)?);)*
                    $(let $back = row!(@part parts, $back $(, $back_default)?);)*
                    Ok($make)
                }

                fn write_front<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
                    let $row = self;
                    let _ = (&$row, &out);
                    $(row!(@write out, $front, $front_value);)*
                    Ok(())
                }

                fn write_back<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
                    let $row = self;
                    let _ = (&$row, &out);
                    $(row!(@write out, $back, $back_value);)*
                    Ok(())
                }
            }

            impl Serialize for $stored {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    write(self, serializer)
                }
            }

            impl<'de> Deserialize<'de> for $stored {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_struct($name, Self::table().names, RowVisitor(PhantomData))
                }
            }
        };
    };
    (@part $parts:ident, $part:ident) => { $parts.$part.ok_or(stringify!($part))? };
    (@part $parts:ident, $part:ident, $default:ident) => { $parts.$part.unwrap_or_default() };
    (@write $out:ident, $part:ident, $value:expr) => {
        if let Some(value) = $value {
            $out.serialize_field(stringify!($part), &value)?;
        }
    };
}

/// A list, none when it is empty.
fn given<T>(list: &[T]) -> Option<&[T]> {
    Some(list).filter(|list| !list.is_empty())
}

/// A value, none when it is the default.
fn unusual<T: Default + PartialEq>(value: T) -> Option<T> {
    Some(value).filter(|value| *value != T::default())
}

/// An id that may be left out, and stands there without `Some`.
struct Id<T>(Option<T>);

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Some).map(Self)
    }
}

row! {
    Rows, "Project", Project, Project::TABLE, Project::default();
    |rows| &rows.head,
    front {
        // Read and checked before the rest.
        format: u32, default => Some(FORMAT);
    }
    back {
        product_segments: Vec<ProductRow>, default => Some(&rows.product_segments);
        customer_segments: Vec<CustomerRow>, default => Some(&rows.customer_segments);
        attributes: Vec<Attribute>, default => given(&rows.attributes);
        profiles: Vec<Row<SegmentId, Profile>>, default => given(&rows.profiles);
        values: Vec<Row<ValueKey, AttributeValue>>, default => given(&rows.values);
        cells: Vec<Row<CellKey, Cell>>, default => Some(&rows.cells);
        positions: Vec<Row<SegmentId, Position>>, default => given(&rows.positions);
        beachhead: Option<BeachheadRow>, default => rows.beachhead.as_ref().map(Some);
        channels: Vec<Channel>, default => Some(&rows.channels);
        criteria: Vec<Criterion>, default => given(&rows.criteria);
        weighting: Weighting, default => unusual(rows.weighting);
        comparisons: Vec<Comparison>, default => given(&rows.comparisons);
        scores: Vec<Row<ScoreKey, Score>>, default => given(&rows.scores);
        participants: Vec<Participant>, default => given(&rows.participants);
        rounds: Vec<RoundRow>, default => given(&rows.rounds);
        reaches: Vec<Row<ReachKey, Reach>>, default => given(&rows.reaches);
        offers: Vec<Row<SegmentId, Offer>>, default => given(&rows.offers);
        funnels: Vec<Row<SegmentId, Funnel>>, default => given(&rows.funnels);
        scenarios: Vec<ScenarioRow>, default => given(&rows.scenarios);
        steps: Vec<NextStep>, default => given(&rows.steps);
        set_aside: Vec<Row<FindingKey, SetAside>>, default => given(&rows.set_aside);
        sizing: Sizing, default => unusual(rows.sizing);
        roles: Vec<TeamRole>, default => given(&rows.roles);
        tasks: Vec<Task>, default => given(&rows.tasks);
        duties: Vec<Row<DutyKey, Duty>>, default => given(&rows.duties);
        follow_ups: Vec<FollowUp>, default => given(&rows.follow_ups);
        handlings: Vec<Row<HandlingKey, Handling>>, default => given(&rows.handlings);
        territories: Vec<Territory>, default => given(&rows.territories);
        accounts: Vec<Account>, default => given(&rows.accounts);
    }
    |head| {
        let _: u32 = format;
        Rows {
            head, product_segments, customer_segments, attributes, profiles, values, cells, positions, beachhead, channels, criteria, weighting, comparisons, scores, participants, rounds, reaches, offers, funnels, scenarios, steps, set_aside, sizing, roles, tasks, duties, follow_ups, handlings, territories, accounts,
        }
    }
}

/// The rows of segments: each side has a table of its own.
macro_rules! segments {
    ($($row:ident: $axis:ident),*) => {
        $(row! {
            $row, "Segment", Segment, Segment::table(Axis::$axis), Segment::new("");
            |row| &row.0,
            front { id: SegmentId => Some(row.0.id); }
            back {}
            |segment| $row(Segment { id, ..segment })
        })*
    };
}

segments!(ProductRow: Product, CustomerRow: Customer);

/// The rows of records that a segment has one of.
macro_rules! by_segment {
    ($($record:ident, $name:literal, $key:ident;)*) => {
        $(row! {
            Row<SegmentId, $record>, $name, $record, $record::TABLE, $record::default();
            |row| &row.record,
            front { $key: SegmentId => Some(row.key); }
            back {}
            |record| Row { key: $key, record }
        })*
    };
}

by_segment! {
    Profile, "Profile", customer;
    Position, "Position", product;
    Offer, "Offer", product;
    Funnel, "Funnel", customer;
}

/// The rows of records that a channel has one of for each customer segment.
macro_rules! by_pair {
    ($($record:ident, $name:literal;)*) => {
        $(row! {
            Row<ReachKey, $record>, $name, $record, $record::TABLE, $record::default();
            |row| &row.record,
            front {
                customer: SegmentId => Some(row.key.customer);
                channel: ChannelId => Some(row.key.channel);
            }
            back {}
            |record| Row { key: ReachKey { customer, channel }, record }
        })*
    };
}

by_pair! {
    Reach, "Reach";
    ContactLimits, "Limits";
}

row! {
    Attribute, "Attribute", Self, Self::TABLE, Self::new("");
    |attribute| attribute,
    front { id: AttributeId => Some(attribute.id); }
    back { choices: Vec<Arc<str>>, default => given(&attribute.choices); }
    |attribute| Attribute { id, choices, ..attribute }
}

row! {
    Row<CellKey, Cell>, "Cell", Cell, Cell::TABLE, Cell::default();
    |row| &row.record,
    front {
        product: SegmentId => Some(row.key.product);
        customer: SegmentId => Some(row.key.customer);
    }
    back {}
    |record| Row { key: CellKey { product, customer }, record }
}

row! {
    Channel, "Channel", Self, Self::TABLE, Self::new("");
    |channel| channel,
    front { id: ChannelId => Some(channel.id); }
    back {}
    |channel| Channel { id, ..channel }
}

row! {
    Criterion, "Criterion", Self, Self::TABLE, Self::new("");
    |criterion| criterion,
    front { id: CriterionId => Some(criterion.id); }
    back { levels: Vec<Arc<str>> => Some(&criterion.anchors); }
    |criterion| Criterion { id, anchors: levels, ..criterion }
}

row! {
    Row<ScoreKey, Score>, "Score", Score, Score::TABLE, Score { level: 0, reason: None };
    |row| &row.record,
    front {
        product: SegmentId => Some(row.key.cell.product);
        customer: SegmentId => Some(row.key.cell.customer);
        criterion: CriterionId => Some(row.key.criterion);
        level: u8 => Some(row.record.level);
    }
    back {}
    |score| Row { key: ScoreKey { cell: CellKey { product, customer }, criterion }, record: Score { level, ..score } }
}

row! {
    Participant, "Participant", Self, Self::TABLE, Self::new("");
    |participant| participant,
    front { id: ParticipantId => Some(participant.id); }
    back {}
    |participant| Participant { id, ..participant }
}

row! {
    RoundRow, "Round", Round, Round::TABLE, Round::new(Question::default(), [], []);
    |row| &row.round,
    front { id: RoundId => Some(row.round.id); }
    back {
        question: Question, default => unusual(row.round.question);
        stage: Stage, default => unusual(row.round.stage);
        participants: Vec<Participant>, default => Some(&row.round.participants);
        cells: Vec<Ballot>, default => Some(&row.cells);
    }
    |round| RoundRow { round: Round { id, question, stage, participants: participants.into(), ..round }, cells }
}

row! {
    ScenarioRow, "Scenario", Scenario, Scenario::TABLE, Scenario::new("");
    |row| &row.scenario,
    front { id: ScenarioId => Some(row.scenario.id); }
    back { limits: Vec<Row<ReachKey, ContactLimits>>, default => given(&row.limits); }
    |scenario| ScenarioRow { scenario: Scenario { id, ..scenario }, limits }
}

row! {
    NextStep, "Step", Self, Self::TABLE, Self::new("");
    |step| step,
    front { id: StepId => Some(step.id); }
    back {
        product: Id<SegmentId>, default => step.about.product;
        customer: Id<SegmentId>, default => step.about.customer;
        channel: Id<ChannelId>, default => step.about.channel;
        criterion: Id<CriterionId>, default => step.about.criterion;
        scenario: Id<ScenarioId>, default => step.about.scenario;
    }
    |step| {
        let about = About {
            product: product.0, customer: customer.0, channel: channel.0, criterion: criterion.0, scenario: scenario.0,
        };
        NextStep { id, about, ..step }
    }
}

row! {
    Row<FindingKey, SetAside>, "SetAside", SetAside, SetAside::TABLE, SetAside::default();
    |row| &row.record,
    front {
        finding: Arc<str> => Some(&row.key.code);
        product: Id<SegmentId>, default => row.key.about.product;
        customer: Id<SegmentId>, default => row.key.about.customer;
        channel: Id<ChannelId>, default => row.key.about.channel;
        criterion: Id<CriterionId>, default => row.key.about.criterion;
        scenario: Id<ScenarioId>, default => row.key.about.scenario;
    }
    back {}
    |record| {
        let about = About {
            product: product.0, customer: customer.0, channel: channel.0, criterion: criterion.0, scenario: scenario.0,
        };
        Row { key: FindingKey { code: finding, about }, record }
    }
}

row! {
    Sizing, "Sizing", Self, Self::TABLE, Self::default();
    |sizing| sizing,
    front {}
    back {}
    |sizing| sizing
}

row! {
    TeamRole, "Role", Self, Self::TABLE, Self::new("");
    |role| role,
    front { id: RoleId => Some(role.id); }
    back {}
    |role| TeamRole { id, ..role }
}

row! {
    Task, "Task", Self, Self::TABLE, Self::new("");
    |task| task,
    front { id: TaskId => Some(task.id); }
    back {}
    |task| Task { id, ..task }
}

row! {
    Row<DutyKey, Duty>, "Duty", Duty, Duty::TABLE, Duty::default();
    |row| &row.record,
    front {
        role: RoleId => Some(row.key.role);
        task: TaskId => Some(row.key.task);
    }
    back {}
    |record| Row { key: DutyKey { role, task }, record }
}

row! {
    FollowUp, "FollowUp", Self, Self::TABLE, Self::new("");
    |one| one,
    front { id: FollowUpId => Some(one.id); }
    back {}
    |one| FollowUp { id, ..one }
}

row! {
    Row<HandlingKey, Handling>, "Handling", Handling, Handling::TABLE, Handling::default();
    |row| &row.record,
    front {
        role: RoleId => Some(row.key.role);
        customer: SegmentId => Some(row.key.customer);
    }
    back {}
    |record| Row { key: HandlingKey { role, customer }, record }
}

row! {
    Territory, "Territory", Self, Self::TABLE, Self::new("");
    |territory| territory,
    front { id: TerritoryId => Some(territory.id); }
    back {}
    |territory| Territory { id, ..territory }
}

row! {
    Account, "Account", Self, Self::TABLE, Self::new("");
    |account| account,
    front { id: AccountId => Some(account.id); }
    back { territory: Option<TerritoryId>, default => account.territory; }
    |account| Account { id, territory, ..account }
}

fn write<R: Stored, S: Serializer>(row: &R, serializer: S) -> Result<S::Ok, S::Error> {
    let (table, record) = (R::table(), row.record());
    let mut out = serializer.serialize_struct(R::NAME, table.names.len())?;
    row.write_front(&mut out)?;
    for field in table.fields.iter().filter(|field| field.is_written(record)) {
        out.serialize_field(field.name.name, &Written { field, record })?;
    }
    row.write_back(&mut out)?;
    out.end()
}

struct RowVisitor<R>(PhantomData<R>);

impl<'de, R: Stored> Visitor<'de> for RowVisitor<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(R::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<R, A::Error> {
        let table = R::table();
        let (mut parts, mut record) = (R::Parts::default(), R::blank());
        // A bit for each name that has been read.
        let mut read = 0_u64;
        while let Some(place) = map.next_key_seed(Name { names: table.names, is_choice: false })? {
            let name = table.names[place];
            if read & (1 << place) != 0 {
                return Err(de::Error::duplicate_field(name));
            }
            read |= 1 << place;
            match table.find(name) {
                Some(field) => map.next_value_seed(Value { field, record: &mut record })?,
                None => R::read_part(&mut parts, name, &mut map)?,
            }
        }
        let row = R::join(parts, record).map_err(de::Error::missing_field)?;
        for (place, name) in table.names.iter().enumerate().filter(|(place, _)| read & (1 << place) == 0) {
            if table.find(name).is_some_and(|field| field.need == Need::Required) {
                return Err(de::Error::missing_field(table.names[place]));
            }
        }
        Ok(row)
    }
}
