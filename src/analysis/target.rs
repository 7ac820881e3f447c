//! Customer segments as channels meet them: what is sold there first, at which margin, and each channel's figures there.

use super::MatrixIndex;
use crate::project::{Axis, Channel, Figures, Fit, Project, ReachKey, SegmentId};

/// A customer segment with the product segment that is reckoned with there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Which customer segment.
    pub customer: SegmentId,
    /// The product segment that fits it most urgently: by Prio, undecided last, then by its place among the rows.
    pub product: Option<SegmentId>,
    /// How that one fits; [`Fit::No`] where none does.
    pub fit: Fit,
    /// m: the margin of that product segment, or the project's.
    pub margin: f64,
}

impl Target {
    /// All customer segments, in the order of the columns. Cost: linear in the cells that say something.
    pub fn all(project: &Project, index: &MatrixIndex) -> Vec<Self> {
        let customers = project.matrix.segments(Axis::Customer);
        let nothing = |customer| Self { customer, product: None, fit: Fit::No, margin: project.margin };
        let mut targets: Vec<_> = customers.iter().map(|segment| nothing(segment.id)).collect();
        for (row, product) in project.matrix.segments(Axis::Product).iter().enumerate() {
            for (column, state) in index.cells(row, 0..targets.len()) {
                let Some(target) = targets.get_mut(*column as usize) else { continue };
                if Self::urgency(state.fit) < Self::urgency(target.fit) {
                    *target = Self { product: Some(product.id), fit: state.fit, ..*target };
                }
            }
        }
        for target in &mut targets {
            let margin = target.product.and_then(|product| project.plan.offer(product).margin);
            target.margin = margin.unwrap_or(project.margin);
        }
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
        let inherited = self.inherited(project, channel);
        Channel { figures: reach.figures.over(&inherited.figures), ..inherited }
    }

    /// A channel as it would be for this segment if no figures were given for it.
    pub fn inherited(&self, project: &Project, channel: &Channel) -> Channel {
        let offer = self.product.map(|product| project.plan.offer(product).revenue_per_sale);
        let revenue_per_sale = offer.filter(|offer| !offer.is_blank()).unwrap_or(channel.figures.revenue_per_sale);
        let figures = Figures { revenue_per_sale, ..channel.figures };
        Channel { figures, ..channel.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Estimate, Offer, Planning, Segment};

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
        Command::from(Planning::SetOffer { product: products[1], offer }).apply(&mut project).expect("an offer");
        assert_eq!(of(&project), (Some(products[1]), Fit::Prio2, 0.3, Some(20.0)));

        let figures = Figures { revenue_per_sale: Estimate::point(30.0), ..Figures::default() };
        Command::from(Planning::SetOverrides { key, figures }).apply(&mut project).expect("an override");
        assert_eq!(of(&project), (Some(products[1]), Fit::Prio2, 0.3, Some(30.0)));
    }
}
