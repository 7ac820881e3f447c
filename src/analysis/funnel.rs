//! From contact to sale: how many contacts a sales target needs, and what they cost by channel.

use super::channels::{ChannelFigures, Spread, whole_up};
use super::coverage::name_of;
use super::findings::{Finding, Severity, Topic};
use super::{MatrixIndex, Target};
use crate::project::{
    About, Axis, Channel, ChannelId, Delivery, Figures, Funnel, Message, Project, ReachKey, SalesFrom, SegmentId, Usage,
};

/// How many contacts the sales wanted need: sales / Π rates. None when a rate is zero.
pub fn contacts_needed(sales: f64, rates: impl IntoIterator<Item = f64>) -> Option<f64> {
    let contacts = sales / rates.into_iter().product::<f64>();
    contacts.is_finite().then_some(contacts)
}

/// How many sales so many contacts lead to: contacts · Π rates.
pub fn sales_from(contacts: f64, rates: impl IntoIterator<Item = f64>) -> f64 {
    contacts * rates.into_iter().product::<f64>()
}

/// What the stages of a customer segment ask for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stages {
    /// Contacts, meetings, offers, sales.
    pub counts: [f64; 4],
}

/// Why the stages ask for nothing yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoStages {
    /// No sales are wanted.
    Target,
    /// A rate isn't given.
    Rate,
    /// A rate is zero, so that no number of contacts is enough.
    Zero,
}

impl NoStages {
    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Target => "funnel-no-target",
            Self::Rate => "funnel-no-rate",
            Self::Zero => "funnel-zero-rate",
        }
    }
}

impl Stages {
    /// The stages of a funnel, from contacts to sales.
    pub fn of(funnel: &Funnel) -> Result<Self, NoStages> {
        let sales = funnel.sales_target.ok_or(NoStages::Target)?;
        let [Some(meeting), Some(offer), Some(sale)] = funnel.rates() else { return Err(NoStages::Rate) };
        let needed = |rates: &[f64]| contacts_needed(sales, rates.iter().copied()).map(whole_up).ok_or(NoStages::Zero);
        let counts = [needed(&[meeting, offer, sale])?, needed(&[offer, sale])?, needed(&[sale])?, sales];
        Ok(Self { counts })
    }

    /// The contacts.
    pub fn contacts(&self) -> f64 {
        self.counts[0]
    }
}

/// What the sales target of a segment asks of a channel.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelNeed {
    pub channel: ChannelId,
    /// The contacts, whole: by the channel's own sales where those and the revenue of a sale are known (fewest with the
    /// highest rate), otherwise by the stages. None where neither is known.
    pub contacts: Option<Spread>,
    /// They come from the channel's own sales.
    pub by_close_rate: bool,
    /// The contacts by the stages, where those disagree with the channel's own.
    pub by_stages: Option<f64>,
    /// The contacts that the customers of the segment allow in a year, where that is less.
    pub market: Option<f64>,
    /// Cost of the contacts, in the project’s currency.
    pub cost: Option<Spread>,
    /// How many months they take, at the most contacts a month.
    pub months: Option<f64>,
    /// The channel's close rate and the product of the stages differ by more than a factor of two.
    pub disagrees: bool,
}

/// A customer segment's way from contact to sale.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentFunnel {
    /// Which, and what is sold there.
    pub target: Target,
    /// What the stages ask for.
    pub stages: Result<Stages, NoStages>,
    /// By channel, those that can deliver, in the project's order; only those that are picked where any is.
    pub channels: Vec<ChannelNeed>,
}

/// The channels that a customer segment is sold through: those picked for it, or, as long as none is, all that can
/// deliver.
pub fn channels_of(project: &Project, customer: SegmentId) -> impl Iterator<Item = &Channel> {
    let reach = move |channel: &Channel| project.plan.reach(ReachKey { customer, channel: channel.id });
    let picked = project.channels.iter().any(|channel| reach(channel).usage != Usage::None);
    (project.channels.iter()).filter(move |channel| {
        let reach = reach(channel);
        reach.delivery != Delivery::No && (!picked || reach.usage != Usage::None)
    })
}

/// The way from contact to sale of every customer segment, in the order of the columns.
pub fn funnels(project: &Project, index: &MatrixIndex) -> Vec<SegmentFunnel> {
    Target::all(project, index).into_iter().map(|target| segment_funnel(project, target)).collect()
}

/// The way of one customer segment; none when it isn't there.
pub fn funnel_of(project: &Project, index: &MatrixIndex, customer: SegmentId) -> Option<SegmentFunnel> {
    index.segment_place(Axis::Customer, customer)?;
    Target::of(project, index, customer).map(|target| segment_funnel(project, target))
}

fn segment_funnel(project: &Project, target: Target) -> SegmentFunnel {
    let funnel = project.plan.funnel(target.customer);
    let stages = Stages::of(&funnel);
    let need = |channel: &Channel| need(&target.channel(project, channel), target.margin, &funnel, stages.ok());
    SegmentFunnel { target, channels: channels_of(project, target.customer).map(need).collect(), stages }
}

fn need(channel: &Channel, margin: f64, funnel: &Funnel, stages: Option<Stages>) -> ChannelNeed {
    let rate = own_rate(channel);
    let by_rate = rate.zip(funnel.sales_target).and_then(|(rate, sales)| {
        let at = |rate| contacts_needed(sales, [rate]).map(whole_up);
        // A rate that may be as low as nothing bounds nothing: the likely contacts stand for the most.
        let likely = at(rate.likely)?;
        Some(Spread { low: at(rate.high)?, likely, high: at(rate.low).unwrap_or(likely) })
    });
    let stage_contacts = stages.map(|stages| stages.contacts());
    let by_stages = stage_contacts.map(|count| Spread { low: count, likely: count, high: count });
    let contacts = by_rate.or(by_stages);
    let figures = ChannelFigures::of(channel, margin);
    let stage_rate = match funnel.rates() {
        [Some(meeting), Some(offer), Some(sale)] => Some(meeting * offer * sale),
        _ => None,
    };
    let apart = |(own, stage): (f64, f64)| own > 2.0 * stage || stage > 2.0 * own;
    let disagrees = rate.map(|rate| rate.likely).zip(stage_rate).is_some_and(apart);
    ChannelNeed {
        channel: channel.id,
        contacts,
        by_close_rate: by_rate.is_some(),
        by_stages: stage_contacts.filter(|_| by_rate.is_some() && disagrees),
        market: funnel.most_contacts(12.0).filter(|most| contacts.is_some_and(|contacts| contacts.likely > *most)),
        cost: contacts
            .zip(figures.cost)
            .and_then(|(n, c)| Spread::of_ends([n.low * c.low, n.likely * c.likely, n.high * c.high])),
        months: contacts
            .zip(channel.figures.contacts_per_month)
            .and_then(|(contacts, most)| Some(contacts.likely / most).filter(|months| months.is_finite())),
        disagrees,
    }
}

/// Closed sales per contact by the channel's own figures: its close rate, or typed sales over the revenue of a sale, so
/// that the funnel and the comparison of channels agree.
fn own_rate(channel: &Channel) -> Option<Spread> {
    let Figures { close_rate, sales_per_contact, revenue_per_sale, .. } = channel.figures;
    if channel.figures.sales_from() == SalesFrom::CloseRate {
        return Spread::of(close_rate);
    }
    let (sales, revenue) = (Spread::of(sales_per_contact)?, revenue_per_sale.likely?);
    Spread::of_ends([sales.low / revenue, sales.likely / revenue, sales.high / revenue])
}

impl ChannelNeed {
    /// What the contacts come from, and what speaks against them. Counts are filled in by `count`.
    pub fn how(&self, count: impl Fn(f64) -> String) -> Option<Message> {
        self.contacts?;
        let base = match self.by_stages {
            Some(by_stages) => Message::new("funnel-disagrees").with("contacts", count(by_stages)),
            None if self.by_close_rate => Message::new("funnel-by-close-rate"),
            None => Message::new("funnel-by-stages"),
        };
        Some(match self.market {
            Some(market) => {
                let beyond = Message::new("funnel-beyond-market").with("most", count(market));
                Message::new("list-of-two").with("before", base).with("last", beyond)
            }
            None => base,
        })
    }
}

/// Where the figures of a way from contact to sale exclude each other.
pub fn findings(project: &Project, funnels: &[SegmentFunnel]) -> Vec<Finding> {
    funnels.iter().flat_map(|found| of_funnel(project, found)).collect()
}

fn of_funnel(project: &Project, found: &SegmentFunnel) -> Vec<Finding> {
    let customer = found.target.customer;
    let funnel = project.plan.funnel(customer);
    let Some(sales) = funnel.sales_target.filter(|sales| *sales > 0.0) else { return Vec::new() };
    let said = |severity, what: &'static str, why, about| {
        let what = Message::new(what).with("segment", name_of(project, customer));
        Finding { topic: Topic::Funnel, severity, what, why: Message::new(why), about }
    };
    let mut all = Vec::new();
    if found.stages == Err(NoStages::Zero) {
        let about = About::customer(customer);
        all.push(said(Severity::Contradiction, "funnel-rate-zero", "funnel-rate-zero-why", about));
    }
    if let Some(most) = funnel.most_sales(12.0).filter(|most| sales > most * (1.0 + 1e-9)) {
        let about = About::customer(customer);
        let mut finding = said(Severity::Contradiction, "funnel-target-too-high", "funnel-target-too-high-why", about);
        finding.what = finding.what.with("sales", sales).with("most", most);
        all.push(finding);
    }
    for need in &found.channels {
        let Some(contacts) = need.contacts else { continue };
        let about = About::from(ReachKey { customer, channel: need.channel });
        let name = project.channel(need.channel).map_or_else(|| "".into(), |(_, channel)| channel.shown_name());
        if let Some(stages) = need.by_stages {
            let mut finding = said(Severity::Warning, "funnel-two-accounts", "funnel-two-accounts-why", about);
            finding.what = finding.what.with("channel", name.clone()).with("own", contacts.likely);
            finding.what = finding.what.with("stages", stages);
            all.push(finding);
        }
        if let Some(most) = need.market {
            let mut finding = said(Severity::Warning, "funnel-market-too-small", "funnel-market-too-small-why", about);
            finding.what = finding.what.with("channel", name).with("contacts", contacts.likely).with("most", most);
            all.push(finding);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Estimate, Figures, Of, Segment};
    use proptest::prelude::*;

    #[test]
    fn a_hundred_targets_lead_to_three_sales() {
        // formulas.md: 100 targets × 15 % × 20 % = 3 sales.
        assert!((sales_from(100.0, [0.15, 0.2]) - 3.0).abs() < 1e-12);
        assert!((contacts_needed(3.0, [0.15, 0.2]).expect("rates above zero") - 100.0).abs() < 1e-9);
        assert_eq!(contacts_needed(3.0, [0.15, 0.0]), None);
    }

    #[test]
    fn stages() {
        let funnel = Funnel {
            meeting_rate: Some(0.2),
            offer_rate: Some(0.5),
            sale_rate: Some(0.25),
            sales_target: Some(10.0),
            ..Funnel::default()
        };
        // By hand: 10 / 0.25 = 40 offers, / 0.5 = 80 meetings, / 0.2 = 400 contacts.
        let counts = Stages::of(&funnel).expect("all is given").counts;
        for (count, expected) in counts.into_iter().zip([400.0, 80.0, 40.0, 10.0]) {
            assert!((count - expected).abs() < 1e-9, "{count}");
        }
        assert_eq!(Stages::of(&Funnel { sales_target: None, ..funnel }), Err(NoStages::Target));
        assert_eq!(Stages::of(&Funnel { offer_rate: None, ..funnel }), Err(NoStages::Rate));
        assert_eq!(Stages::of(&Funnel { offer_rate: Some(0.0), ..funnel }), Err(NoStages::Zero));
    }

    #[test]
    fn by_channel() {
        let customer = Segment::new("Banks");
        let id = customer.id;
        let phone = Channel {
            figures: Figures {
                cost_per_contact: Estimate::range(5.0, 10.0, 20.0),
                sales_from: Some(SalesFrom::CloseRate),
                close_rate: Estimate::range(0.05, 0.1, 0.2),
                revenue_per_sale: Estimate::point(1000.0),
                contacts_per_month: Some(25.0),
                ..Figures::default()
            },
            ..Channel::new("Phone")
        };
        let fair = Channel {
            figures: Figures { cost_per_contact: Estimate::point(100.0), ..Figures::default() },
            ..Channel::new("Fair")
        };
        let abroad = Channel::new("Abroad");
        let mut project = Project::default();
        let key = |channel: &Channel| ReachKey { customer: id, channel: channel.id };
        let (no, main) = (vec![key(&abroad)], vec![key(&fair)]);
        let rates = Funnel {
            meeting_rate: Some(0.5),
            offer_rate: Some(0.5),
            sale_rate: Some(0.1),
            sales_target: Some(10.0),
            ..Funnel::default()
        };
        for command in [
            Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer] },
            Command::AddChannels { at: 0, channels: vec![phone, fair, abroad] },
            Command::set_all(no.into_iter().map(Of::Reach), "delivery", Delivery::No),
            Command::changes(Of::Funnel(id), &Funnel::default(), &rates),
        ] {
            command.apply(&mut project).expect("sound");
        }
        let found = |project: &Project| {
            funnel_of(project, &MatrixIndex::of(&project.matrix), id).expect("it is there").channels
        };
        let needs = found(&project);
        assert_eq!(needs.len(), 2, "one can't deliver");
        // By hand: 10 / 0.1 = 100 contacts (50 to 200) by the close rate; 10 / 0.025 = 400 by the stages.
        let [phone, fair] = &needs[..] else { panic!("two") };
        let contacts = phone.contacts.expect("known");
        assert!((contacts.low - 50.0).abs() < 1e-9 && (contacts.likely - 100.0).abs() < 1e-9);
        assert!((contacts.high - 200.0).abs() < 1e-9 && phone.by_close_rate && phone.disagrees);
        assert!((phone.cost.expect("known").likely - 1000.0).abs() < 1e-6);
        assert!((phone.months.expect("known") - 4.0).abs() < 1e-9);
        assert!((fair.contacts.expect("known").likely - 400.0).abs() < 1e-6 && !fair.by_close_rate && !fair.disagrees);
        assert!((fair.cost.expect("known").likely - 40_000.0).abs() < 1e-6 && fair.months.is_none());

        Command::set_all(main.into_iter().map(Of::Reach), "usage", Usage::Main).apply(&mut project).expect("a pair");
        assert_eq!(found(&project).len(), 1, "only what is picked");
    }

    /// A call at 120 leads to a meeting at 2,400 in a fifth and to an offer at 1,500 in a tenth of all calls: 120 + .2 ·
    /// 2,400 + .1 · 1,500 = 750 a contact. What seemed to leave 217.50 loses 412.50.
    #[test]
    fn the_whole_way_to_a_sale_costs() {
        let funnel = Funnel {
            meeting_rate: Some(0.2),
            offer_rate: Some(0.5),
            meeting_cost: Some(2400.0),
            offer_cost: Some(1500.0),
            ..Funnel::default()
        };
        assert!(funnel.stage_cost().is_some_and(|cost| (cost - 630.0).abs() < 1e-9));
        assert_eq!(
            Funnel { offer_rate: None, ..funnel }.stage_cost(),
            None,
            "an offer costs, and nobody knows how often"
        );
        assert_eq!(Funnel { meeting_rate: Some(0.2), ..Funnel::default() }.stage_cost(), Some(0.0));
        let customer = Segment::new("Banks");
        let figures = Figures {
            cost_per_contact: Estimate::range(100.0, 120.0, 150.0),
            sales_per_contact: Estimate::point(750.0),
            ..Figures::default()
        };
        let phone = Channel { figures, ..Channel::new("Phone") };
        let mut project = Project { margin: 0.45, ..Project::default() };
        let add = Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer.clone()] };
        add.apply(&mut project).expect("a new column");
        project.channels.push_back(phone.clone());
        project.plan.funnels.insert(customer.id, funnel);
        let target = Target::of(&project, &MatrixIndex::of(&project.matrix), customer.id).expect("it is there");
        let there = ChannelFigures::of(&target.with_stages(&project, &phone), target.margin);
        assert!(there.contribution_per_contact.is_some_and(|left| (left + 412.5).abs() < 1e-9), "{there:?}");
        assert_eq!(target.channel(&project, &phone).figures.cost_per_contact, figures.cost_per_contact);
    }

    proptest! {
        #[test]
        fn there_and_back(sales in 0.0..1e6_f64, rates in prop::collection::vec(0.001..=1.0_f64, 0..4)) {
            let contacts = contacts_needed(sales, rates.clone()).expect("rates above zero");
            prop_assert!((sales_from(contacts, rates) - sales).abs() <= 1e-9 * sales.max(1.0));
            prop_assert!(contacts >= sales);
        }
    }
}
