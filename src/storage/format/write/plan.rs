//! How customer segments are reached; a list with nothing in it is left out, so that a project without a plan is as ever.

use crate::project::{
    ContactLimits, Delivery, Figures, Funnel, Offer, Plan, Reach, ReachKey, Scenario, SegmentId, Usage,
};

use super::Writer;

impl Writer {
    pub(super) fn plan(&mut self, plan: &Plan) {
        let Plan { reaches, offers, funnels, scenarios } = plan;
        if !reaches.is_empty() {
            self.list("reaches", reaches, Self::reach);
        }
        if !offers.is_empty() {
            self.list("offers", offers, Self::offer);
        }
        if !funnels.is_empty() {
            self.list("funnels", funnels, Self::funnel);
        }
        if !scenarios.is_empty() {
            self.list("scenarios", scenarios, Self::scenario);
        }
    }

    fn reach_key(&mut self, key: ReachKey) {
        self.id("customer", key.customer);
        self.raw(", ");
        self.id("channel", key.channel);
    }

    fn reach(&mut self, (key, reach): (&ReachKey, &Reach)) {
        let Reach { preference, delivery, usage, figures } = reach;
        self.raw("(");
        self.reach_key(*key);
        if let Some(preference) = preference {
            self.raw(", preference: ");
            self.display(preference);
        }
        if *delivery != Delivery::default() {
            self.raw(", delivery: ");
            self.debug(delivery);
        }
        if *usage != Usage::default() {
            self.raw(", usage: ");
            self.debug(usage);
        }
        self.overrides(figures);
        self.raw(")");
    }

    fn overrides(&mut self, figures: &Figures) {
        let Figures {
            cost_per_contact,
            sales_from,
            sales_per_contact,
            close_rate,
            revenue_per_sale,
            contacts_per_month,
            fixed_cost_per_month,
            variable_cost,
        } = figures;
        self.inline_estimate("cost_per_contact", cost_per_contact);
        if let Some(sales_from) = sales_from {
            self.raw(", sales_from: ");
            self.debug(sales_from);
        }
        self.inline_estimate("sales_per_contact", sales_per_contact);
        self.inline_estimate("close_rate", close_rate);
        self.inline_estimate("revenue_per_sale", revenue_per_sale);
        self.inline_amount("contacts_per_month", *contacts_per_month);
        self.inline_amount("fixed_cost_per_month", *fixed_cost_per_month);
        self.inline_amount("variable_cost", *variable_cost);
    }

    fn inline_amount(&mut self, name: &str, amount: Option<f64>) {
        if let Some(amount) = amount {
            self.raw(", ");
            self.raw(name);
            self.raw(": ");
            self.debug(&amount);
        }
    }

    fn offer(&mut self, (product, offer): (&SegmentId, &Offer)) {
        let Offer { revenue_per_sale, margin } = offer;
        self.raw("(");
        self.id("product", product);
        self.inline_estimate("revenue_per_sale", revenue_per_sale);
        self.inline_amount("margin", *margin);
        self.raw(")");
    }

    fn funnel(&mut self, (customer, funnel): (&SegmentId, &Funnel)) {
        let Funnel { meeting_rate, offer_rate, sale_rate, sales_target } = funnel;
        self.raw("(");
        self.id("customer", customer);
        self.inline_amount("meeting_rate", *meeting_rate);
        self.inline_amount("offer_rate", *offer_rate);
        self.inline_amount("sale_rate", *sale_rate);
        self.inline_amount("sales_target", *sales_target);
        self.raw(")");
    }

    fn scenario(&mut self, scenario: &Scenario) {
        let Scenario { id, name, budget, months, limits } = scenario;
        self.raw("(\n");
        self.line_of_text(3, "id", &id.to_string());
        self.line_of_text(3, "name", name);
        self.line(3, "budget", budget);
        self.line(3, "months", months);
        if !limits.is_empty() {
            self.inner_list("limits", limits, |out, (key, limits)| {
                let ContactLimits { least, most } = *limits;
                out.raw("(");
                out.reach_key(*key);
                out.inline_amount("least", least);
                out.inline_amount("most", most);
                out.raw(")");
            });
        }
        self.raw("    )");
    }
}
