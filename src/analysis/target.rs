//! Customer segments as channels meet them: the product segment sold there first, its margin, and each channel's figures.

use std::cmp::Ordering;

use super::MatrixIndex;
use super::channels::{ChannelFigures, Comparison, Standing};
use crate::project::{
    Axis, Channel, ChannelId, Delivery, Estimate, Figures, Fit, Project, ReachKey, Record, SegmentId,
};

/// A customer segment with the product segment that counts there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    pub customer: SegmentId,
    /// The product segment that fits it most urgently: by Prio, undecided last; of several with the same Prio the one of
    /// which the best channel leaves most a contact.
    pub product: Option<SegmentId>,
    /// How that one fits; [`Fit::No`] where none does.
    pub fit: Fit,
    /// m: the margin of that product segment, or the project's.
    pub margin: f64,
}

impl Target {
    /// All customer segments, in the order of the columns. Cost: linear in the cells that say something, and in the
    /// channels where several product segments have the same Prio.
    pub fn all(project: &Project, index: &MatrixIndex) -> Vec<Self> {
        let customers = project.matrix.segments(Axis::Customer);
        let nothing = |customer| Self { customer, product: None, fit: Fit::No, margin: project.margin };
        let mut targets: Vec<_> = customers.iter().map(|segment| nothing(segment.id)).collect();
        // What the best channel leaves of a contact, for the products that were compared.
        let mut best = vec![None; targets.len()];
        for (row, product) in project.matrix.segments(Axis::Product).iter().enumerate() {
            for (column, state) in index.cells(row, 0..targets.len()) {
                let column = *column as usize;
                let Some(target) = targets.get_mut(column) else { continue };
                let margin = project.plan.offer(product.id).margin.unwrap_or(project.margin);
                let next = Self { product: Some(product.id), fit: state.fit, margin, ..*target };
                match Self::urgency(next.fit).cmp(&Self::urgency(target.fit)) {
                    Ordering::Less => (*target, best[column]) = (next, None),
                    Ordering::Equal if next.fit != Fit::No => {
                        let now = best[column].get_or_insert_with(|| target.leaves(project));
                        let left = next.leaves(project);
                        if left > *now {
                            (*target, *now) = (next, left);
                        }
                    }
                    _ => {}
                }
            }
        }
        targets
    }

    /// What the best channel that can deliver leaves of a contact.
    fn leaves(&self, project: &Project) -> Option<f64> {
        let can = |channel: &&Channel| {
            let key = ReachKey { customer: self.customer, channel: channel.id };
            project.plan.reach(key).delivery != Delivery::No
        };
        let left = |channel: &Channel| {
            ChannelFigures::of(&self.with_stages(project, channel), self.margin).contribution_per_contact
        };
        project.channels.iter().filter(can).filter_map(left).reduce(f64::max)
    }

    /// All customer segments by urgency, then by column.
    pub fn by_urgency(project: &Project, index: &MatrixIndex) -> Vec<Self> {
        let mut targets = Self::all(project, index);
        targets.sort_by_key(|target| Self::urgency(target.fit));
        targets
    }

    /// One customer segment; none when it isn't there.
    pub fn of(project: &Project, index: &MatrixIndex, customer: SegmentId) -> Option<Self> {
        let place = index.segment_place(Axis::Customer, customer)?;
        Self::all(project, index).get(place).copied()
    }

    /// The place of a fit in [`Fit::CANDIDATES`], past them where there is none.
    pub fn urgency(fit: Fit) -> usize {
        Fit::CANDIDATES.iter().position(|candidate| *candidate == fit).unwrap_or(Fit::CANDIDATES.len())
    }

    /// It has a Prio.
    pub fn is_prioritised(&self) -> bool {
        matches!(self.fit, Fit::Prio1 | Fit::Prio2 | Fit::Prio3)
    }

    /// A channel as it is for this segment. The revenue of a sale is the one given for the segment, or else that of the
    /// product segment, or else the channel's own.
    pub fn channel(&self, project: &Project, channel: &Channel) -> Channel {
        let reach = project.plan.reach(ReachKey { customer: self.customer, channel: channel.id });
        let given = &reach.figures;
        let figures = given.over(&self.offered(project, channel));
        let figures = if given.sales_per_contact.is_blank() { priced(&figures, channel) } else { figures };
        Channel { figures, ..channel.clone() }
    }

    /// A channel as it is for this segment, with the cost of the stages behind a contact: c* = c + `r₁·c_meeting` +
    /// `r₁·r₂·c_offer`.
    pub fn with_stages(&self, project: &Project, channel: &Channel) -> Channel {
        let mut there = self.channel(project, channel);
        if let Some(more) = project.plan.funnel(self.customer).stage_cost().filter(|more| *more > 0.0) {
            let cost = &mut there.figures.cost_per_contact;
            for end in [&mut cost.low, &mut cost.likely, &mut cost.high].into_iter().flatten() {
                *end += more;
            }
        }
        there
    }

    /// A channel as it would be for this segment if no figures were given for it.
    pub fn inherited(&self, project: &Project, channel: &Channel) -> Channel {
        Channel { figures: priced(&self.offered(project, channel), channel), ..channel.clone() }
    }

    /// The figures of a channel with the revenue of the product segment.
    fn offered(&self, project: &Project, channel: &Channel) -> Figures {
        let offer = self.product.map(|product| project.plan.offer(product).revenue_per_sale);
        let revenue_per_sale = offer.filter(|offer| !offer.is_blank()).unwrap_or(channel.figures.revenue_per_sale);
        Figures { revenue_per_sale, ..channel.figures }
    }
}

/// Figures with typed sales at the revenue that a sale has there: s·v / v₀, where the channel's own sales s are at its own
/// revenue per sale v₀. As typed where one of the two isn't known.
fn priced(figures: &Figures, channel: &Channel) -> Figures {
    let (price, own) = (figures.revenue_per_sale.likely, channel.figures.revenue_per_sale.likely);
    let ratio = price.zip(own).map(|(price, own)| price / own).filter(|ratio| ratio.is_finite());
    let Some(ratio) = ratio else { return *figures };
    let scaled = |figure: Option<f64>| figure.map(|figure| figure * ratio);
    let Estimate { low, likely, high } = channel.figures.sales_per_contact;
    let sales = Estimate { low: scaled(low), likely: scaled(likely), high: scaled(high) };
    let is_finite = [sales.low, sales.likely, sales.high].into_iter().flatten().all(f64::is_finite);
    Figures { sales_per_contact: if is_finite { sales } else { figures.sales_per_contact }, ..*figures }
}

/// Where a channel's figure for a segment comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Given for the channel with the segment.
    Given,
    /// The product segment's revenue of a sale.
    Product,
    /// The channel's own.
    Channel,
}

impl Target {
    /// Where the field of a channel comes from.
    pub fn source(&self, project: &Project, channel: ChannelId, field: &str) -> Source {
        let given = &project.plan.reach(ReachKey { customer: self.customer, channel }).figures;
        let is_sold = |product| !project.plan.offer(product).revenue_per_sale.is_blank();
        match Figures::TABLE.find(field) {
            Some(row) if !row.is_blank(given) => Source::Given,
            Some(_) if field == "revenue_per_sale" && self.product.is_some_and(is_sold) => Source::Product,
            _ => Source::Channel,
        }
    }
}

impl Comparison {
    /// Compares the channels as they are for one customer segment; those that can't deliver are no alternative.
    pub fn of_target(project: &Project, target: &Target) -> Self {
        let figures = project.channels.iter().map(|channel| {
            let mut figures = ChannelFigures::of(&target.with_stages(project, channel), target.margin);
            let key = ReachKey { customer: target.customer, channel: channel.id };
            if project.plan.reach(key).delivery == Delivery::No {
                figures.standing = Standing::CantDeliver;
            }
            figures
        });
        Self::among(target.margin, figures.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Of, Offer, Segment};

    /// Two product segments of the same Prio at 8,000 and 120,000, by phone at 2 % for 120: 8,000 · .02 · .4 − 120 = −56 a
    /// contact, or 840, whichever row stands first.
    #[test]
    fn no_row_decides_which_product_counts() {
        for turned in [false, true] {
            let mut project = Project { margin: 0.4, ..Project::default() };
            let mut products =
                [("Desk screen", 8e3), ("Meeting room", 120e3)].map(|(name, price)| (Segment::new(name), price));
            if turned {
                products.reverse();
            }
            let customer = Segment::new("Offices");
            let figures = Figures {
                cost_per_contact: Estimate::point(120.0),
                sales_from: Some(crate::project::SalesFrom::CloseRate),
                close_rate: Estimate::point(0.02),
                revenue_per_sale: Estimate::point(8e3),
                ..Figures::default()
            };
            let segments = products.iter().map(|(segment, _)| segment.clone()).collect();
            let ids: Vec<_> = products.iter().map(|(segment, _)| segment.id).collect();
            let mut commands = vec![
                Command::AddSegments { axis: Axis::Product, at: 0, segments },
                Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer.clone()] },
                Command::SetFit { products: ids, customers: vec![customer.id], fit: Fit::Prio2 },
                Command::AddChannels { at: 0, channels: vec![Channel { figures, ..Channel::new("Phone") }] },
            ];
            commands.extend(products.iter().map(|(product, price)| {
                let offer = Offer { revenue_per_sale: Estimate::point(*price), margin: None };
                Command::changes(Of::Offer(product.id), &Offer::default(), &offer)
            }));
            Command::All(commands).apply(&mut project).expect("sound");
            let target = Target::of(&project, &MatrixIndex::of(&project.matrix), customer.id).expect("it is there");
            let left = target.leaves(&project).expect("known figures");
            assert!((left - 840.0).abs() < 1e-9, "{left}");
        }
    }

    /// Dealers sell 1,600 a contact where a sale is 80,000, which is 2 %: of 8,000 that is 160, and 160 · .4 − 300 = −236.
    #[test]
    fn typed_sales_follow_the_price() {
        let figures = Figures {
            cost_per_contact: Estimate::point(300.0),
            sales_per_contact: Estimate::range(800.0, 1600.0, 2400.0),
            revenue_per_sale: Estimate::point(80e3),
            ..Figures::default()
        };
        let dealers = Channel { figures, ..Channel::new("Dealers") };
        let (product, customer) = (Segment::new("Desk screen"), Segment::new("Small offices"));
        let key = ReachKey { customer: customer.id, channel: dealers.id };
        let offer = Offer { revenue_per_sale: Estimate::point(8e3), margin: None };
        let mut project = Project { margin: 0.4, ..Project::default() };
        let commands = [
            Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
            Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer.clone()] },
            Command::SetFit { products: vec![product.id], customers: vec![customer.id], fit: Fit::Prio1 },
            Command::AddChannels { at: 0, channels: vec![dealers.clone()] },
            Command::changes(Of::Offer(product.id), &Offer::default(), &offer),
        ];
        Command::All(commands.into()).apply(&mut project).expect("sound");
        let of = |project: &Project| {
            let target = Target::of(project, &MatrixIndex::of(&project.matrix), customer.id).expect("it is there");
            target.channel(project, &dealers).figures
        };
        assert_eq!(of(&project).sales_per_contact, Estimate::range(80.0, 160.0, 240.0));
        let left = ChannelFigures::of(&Channel { figures: of(&project), ..dealers.clone() }, 0.4);
        assert!((left.contribution_per_contact.expect("known") + 236.0).abs() < 1e-9);

        let typed = Figures { sales_per_contact: Estimate::point(500.0), ..Figures::default() };
        (Command::changes(Of::Reach(key), &Figures::default(), &typed)).apply(&mut project).expect("a pair");
        assert_eq!(of(&project).sales_per_contact, Estimate::point(500.0), "what is typed for the pair stays");
    }

    #[test]
    fn the_most_urgent_product_counts() {
        let mut project = Project { margin: 0.5, ..Project::default() };
        let add = |axis, name: &str| {
            let segment = Segment::new(name);
            (segment.id, Command::AddSegments { axis, at: usize::MAX, segments: vec![segment] })
        };
        let (products, commands): (Vec<_>, Vec<_>) =
            ["a", "b", "c"].map(|name| add(Axis::Product, name)).into_iter().unzip();
        Command::All(commands).apply(&mut project).expect("new rows");
        let (customer, command) = add(Axis::Customer, "Banks");
        command.apply(&mut project).expect("a new column");
        let phone = Channel {
            figures: Figures { revenue_per_sale: Estimate::point(10.0), ..Figures::default() },
            ..Channel::new("Phone")
        };
        let key = ReachKey { customer, channel: phone.id };
        Command::AddChannels { at: 0, channels: vec![phone.clone()] }.apply(&mut project).expect("a new channel");
        let of = |project: &Project| {
            let target = Target::of(project, &MatrixIndex::of(&project.matrix), customer).expect("it is there");
            (target.product, target.fit, target.margin, target.channel(project, &phone).figures.revenue_per_sale.likely)
        };
        assert_eq!(of(&project), (None, Fit::No, 0.5, Some(10.0)));

        for (product, fit) in products.iter().zip([Fit::Undecided, Fit::Prio2, Fit::Prio2]) {
            let cells = Command::SetFit { products: vec![*product], customers: vec![customer], fit };
            cells.apply(&mut project).expect("a cell");
        }
        assert_eq!(of(&project), (Some(products[1]), Fit::Prio2, 0.5, Some(10.0)));

        let offer = Offer { revenue_per_sale: Estimate::point(20.0), margin: Some(0.3) };
        (Command::changes(Of::Offer(products[1]), &Offer::default(), &offer)).apply(&mut project).expect("an offer");
        assert_eq!(of(&project), (Some(products[1]), Fit::Prio2, 0.3, Some(20.0)));

        let figures = Figures { revenue_per_sale: Estimate::point(30.0), ..Figures::default() };
        (Command::changes(Of::Reach(key), &Figures::default(), &figures)).apply(&mut project).expect("an override");
        assert_eq!(of(&project), (Some(products[1]), Fit::Prio2, 0.3, Some(30.0)));
    }
}
