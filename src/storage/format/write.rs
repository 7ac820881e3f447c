//! Writing: one thing a line, always in the same order, so that the same project gives the same bytes.
//!
//! Not by serde: its RON writer escapes apostrophes and emoji, by tables that change with the compiler.

use std::fmt::{Debug, Display, Write as _};

use crate::project::{Cell, CellKey, Channel, ChannelKind, Estimate, Figures, Fit, Owner, Project, SalesFrom, Segment};

use super::FORMAT;

mod decision;
mod plan;

/// Writes a project file.
pub fn write(project: &Project) -> Vec<u8> {
    let Project { name, currency, margin, matrix, channels, decision, plan } = project;
    let mut out = Writer { out: String::with_capacity(4096 + 72 * matrix.cells().len()) };
    out.raw("(\n");
    out.line(1, "format", &FORMAT);
    out.line_of_text(1, "name", name);
    out.line_of_text(1, "currency", currency);
    out.line(1, "margin", margin);
    out.list("product_segments", matrix.segments(crate::project::Axis::Product), Writer::segment);
    out.list("customer_segments", matrix.segments(crate::project::Axis::Customer), Writer::segment);
    out.list("cells", matrix.cells(), Writer::cell);
    out.list("channels", channels, Writer::channel);
    out.decision(decision);
    out.plan(plan);
    out.raw(")\n");
    out.out.into_bytes()
}

struct Writer {
    out: String,
}

impl Writer {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Numbers and unit variants are written as Rust debugs them: the shortest that reads back to the bit.
    fn debug(&mut self, value: &dyn Debug) {
        // Writing to a string doesn't fail.
        let _ = write!(self.out, "{value:?}");
    }

    fn display(&mut self, value: &dyn Display) {
        let _ = write!(self.out, "{value}");
    }

    /// A text in quotes. Only what could not be seen or would break the line is escaped.
    fn text(&mut self, text: &str) {
        self.out.push('"');
        let mut from = 0;
        for (at, c) in text.char_indices() {
            let escape = match c {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                c if is_unseen(c) => "",
                _ => continue,
            };
            self.out.push_str(&text[from..at]);
            from = at + c.len_utf8();
            if escape.is_empty() {
                let _ = write!(self.out, "\\u{{{:x}}}", u32::from(c));
            } else {
                self.out.push_str(escape);
            }
        }
        self.out.push_str(&text[from..]);
        self.out.push('"');
    }

    fn indent(&mut self, depth: usize) {
        (0..depth).for_each(|_| self.raw("  "));
    }

    fn name(&mut self, depth: usize, name: &str) {
        self.indent(depth);
        self.raw(name);
        self.raw(": ");
    }

    fn line(&mut self, depth: usize, name: &str, value: &dyn Debug) {
        self.name(depth, name);
        self.debug(value);
        self.raw(",\n");
    }

    fn line_of_text(&mut self, depth: usize, name: &str, text: &str) {
        self.name(depth, name);
        self.text(text);
        self.raw(",\n");
    }

    /// A field of the file that is a list.
    fn list<T>(&mut self, name: &str, items: impl IntoIterator<Item = T>, item: impl Fn(&mut Self, T)) {
        self.list_at(1, name, items, item);
    }

    /// A field of a block that is a list.
    fn inner_list<T>(&mut self, name: &str, items: impl IntoIterator<Item = T>, item: impl Fn(&mut Self, T)) {
        self.list_at(3, name, items, item);
    }

    fn list_at<T>(
        &mut self,
        depth: usize,
        name: &str,
        items: impl IntoIterator<Item = T>,
        item: impl Fn(&mut Self, T),
    ) {
        self.name(depth, name);
        self.raw("[");
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.raw("\n");
            for each in items {
                self.indent(depth + 1);
                item(self, each);
                self.raw(",\n");
            }
            self.indent(depth);
        }
        self.raw("],\n");
    }

    fn segment(&mut self, segment: &Segment) {
        self.raw("(id: \"");
        self.display(&segment.id);
        self.raw("\", name: ");
        self.text(&segment.name);
        self.raw(")");
    }

    fn cell(&mut self, (key, cell): (&CellKey, &Cell)) {
        self.raw("(product: \"");
        self.display(&key.product);
        self.raw("\", customer: \"");
        self.display(&key.customer);
        self.raw("\"");
        if cell.fit != Fit::No {
            self.raw(", fit: ");
            self.debug(&cell.fit);
        }
        if let Some(note) = &cell.note {
            self.raw(", note: ");
            self.text(note);
        }
        self.raw(")");
    }

    /// A block, what is not said left out.
    fn channel(&mut self, channel: &Channel) {
        let Channel { id, name, owner, kind, figures, note } = channel;
        let Figures {
            cost_per_contact,
            sales_from: _,
            sales_per_contact,
            close_rate,
            revenue_per_sale,
            contacts_per_month,
            fixed_cost_per_month,
            variable_cost,
        } = figures;
        self.raw("(\n");
        self.line_of_text(3, "id", &id.to_string());
        self.line_of_text(3, "name", name);
        if *owner != Owner::default() {
            self.line(3, "owner", owner);
        }
        match kind {
            ChannelKind::Other(words) if words.is_empty() => {}
            ChannelKind::Other(words) => {
                self.name(3, "kind");
                self.raw("Other(");
                self.text(words);
                self.raw("),\n");
            }
            listed => self.line(3, "kind", listed),
        }
        self.estimate("cost_per_contact", cost_per_contact);
        if figures.sales_from() != SalesFrom::default() {
            self.line(3, "sales_from", &figures.sales_from());
        }
        self.estimate("sales_per_contact", sales_per_contact);
        self.estimate("close_rate", close_rate);
        self.estimate("revenue_per_sale", revenue_per_sale);
        if let Some(contacts) = contacts_per_month {
            self.line(3, "contacts_per_month", contacts);
        }
        if let Some(fixed) = fixed_cost_per_month {
            self.line(3, "fixed_cost_per_month", fixed);
        }
        if let Some(variable) = variable_cost {
            self.line(3, "variable_cost", variable);
        }
        if !note.is_empty() {
            self.line_of_text(3, "note", note);
        }
        self.raw("    )");
    }

    fn estimate(&mut self, name: &str, estimate: &Estimate) {
        if !estimate.is_blank() {
            self.name(3, name);
            self.figures(estimate);
            self.raw(",\n");
        }
    }

    /// An estimate behind another field on the same line.
    fn inline_estimate(&mut self, name: &str, estimate: &Estimate) {
        if !estimate.is_blank() {
            self.raw(", ");
            self.raw(name);
            self.raw(": ");
            self.figures(estimate);
        }
    }

    fn figures(&mut self, estimate: &Estimate) {
        let Estimate { low, likely, high } = estimate;
        let given = [("low", low), ("likely", likely), ("high", high)];
        let mut given = given.into_iter().filter_map(|(name, figure)| Some((name, figure.as_ref()?))).peekable();
        self.raw("(");
        while let Some((name, figure)) = given.next() {
            self.raw(name);
            self.raw(": ");
            self.debug(figure);
            if given.peek().is_some() {
                self.raw(", ");
            }
        }
        self.raw(")");
    }
}

/// Control characters, those that turn the direction of text around them, line ends of other kinds and the byte order
/// mark. The list is ours, so that it stays as it is.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
