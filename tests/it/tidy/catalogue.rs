//! A language's catalogue, read with the parser that the program uses.

use std::collections::BTreeSet;

use fluent_syntax::ast::{self, CallArguments, Expression, InlineExpression, Pattern, PatternElement};

#[derive(Debug)]
pub struct Entry {
    pub key: String,
    pub section: String,
    /// The arguments, by name.
    pub arguments: BTreeSet<String>,
    /// The text, in a form that can be compared.
    pub text: String,
    /// The comment right above, for translators.
    pub comment: String,
}

/// The messages in order, and the section headings in order.
pub fn read(source: &str) -> (Vec<Entry>, Vec<String>) {
    let resource = fluent_syntax::parser::parse(source)
        .unwrap_or_else(|(_, errors)| panic!("the catalogue is broken: {errors:?}"));
    let (mut entries, mut sections) = (Vec::new(), Vec::new());
    for entry in resource.body {
        match entry {
            ast::Entry::GroupComment(comment) => sections.push(comment.content.join(" ")),
            ast::Entry::Message(message) => {
                assert!(message.attributes.is_empty(), "{} has attributes, which nothing reads", message.id.name);
                let pattern = message.value.expect("a message has a text");
                let mut arguments = BTreeSet::new();
                add_arguments(&pattern, &mut arguments);
                entries.push(Entry {
                    key: message.id.name.to_owned(),
                    section: sections.last().cloned().unwrap_or_default(),
                    arguments,
                    text: format!("{pattern:?}"),
                    comment: message.comment.map(|comment| comment.content.join(" ")).unwrap_or_default(),
                });
            }
            _ => {}
        }
    }
    (entries, sections)
}

fn add_arguments(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            add_expression(expression, arguments);
        }
    }
}

fn add_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => add_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            add_inline(selector, arguments);
            for variant in variants {
                add_arguments(&variant.value, arguments);
            }
        }
    }
}

fn add_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => add_expression(expression, arguments),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, named }, .. } => {
            positional.iter().for_each(|inner| add_inline(inner, arguments));
            named.iter().for_each(|inner| add_inline(&inner.value, arguments));
        }
        _ => {}
    }
}
