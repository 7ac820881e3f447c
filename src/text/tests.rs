use std::collections::BTreeSet;

use super::*;

/// A text in English with these messages instead of the program's.
fn english(source: &str) -> Text {
    Text::of_source(Language::English, source)
}

/// The places that some message of the source has.
fn places(source: &str) -> BTreeSet<&str> {
    source
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default())
        .collect()
}

#[test]
fn catalogues_parse_and_every_message_fills() {
    for language in Language::ALL {
        let source = language.source();
        if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
            panic!("{language:?}: {errors:?}");
        }
        let text = Text::new(language);
        assert!(keys(source).count() > 40);
        let numbers: FluentArgs = places(source).into_iter().map(|place| (place, FluentValue::from(2))).collect();
        let words: FluentArgs = places(source).into_iter().map(|place| (place, FluentValue::from("word"))).collect();
        for key in keys(source) {
            let pattern = text.bundle.get_message(key).and_then(|message| message.value()).expect("a message");
            for args in [&numbers, &words] {
                let mut errors = Vec::new();
                let said = text.bundle.format_pattern(pattern, Some(args), &mut errors);
                assert!(errors.is_empty(), "{language:?} {key}: {errors:?}");
                assert!(!said.trim().is_empty(), "{language:?} {key} says nothing");
                assert!(
                    !said.contains(['"', '\'']) && !said.contains("..."),
                    "{language:?} {key}: set as type: {said}"
                );
            }
        }
    }
}

#[test]
fn the_key_stands_in_for_what_is_missing() {
    let text = english("there = There\n");
    assert_eq!(text.get("there"), "There");
    assert_eq!(text.get("not-there"), "not-there");
    assert_eq!(text.say(&Message::new("not-there").with("place", 1_usize)), "not-there");
}

#[test]
fn counts_pick_the_plural() {
    let text = english("cells = { $count ->\n    [0] no cells\n    [one] one cell\n   *[other] { $count } cells\n }\n");
    for (count, said) in [(0, "no cells"), (1, "one cell"), (2, "2 cells"), (999, "999 cells"), (1_001, "1,001 cells")]
    {
        assert_eq!(text.with("cells", "count", count as usize), said);
    }
}

#[test]
fn a_place_takes_text_figures_and_messages() {
    let text = english("field = cost per contact\nbad = { $field } can’t be { $figure }, says { $who }\n");
    let bad = |who| Message::new("bad").with("field", Message::new("field")).with("figure", -12.5).with("who", who);
    assert_eq!(text.say(&bad("Kari")), "cost per contact can’t be −12.5, says Kari");
    // What people write is never read as Fluent, nor wrapped in marks of direction.
    assert_eq!(text.say(&bad("{ $field } \u{5d0}")), "cost per contact can’t be −12.5, says { $field } \u{5d0}");
}

#[test]
fn faults_speak_each_language() {
    let fault = crate::project::Fault::Negative(crate::project::field::field_name!("cost_per_contact")).message();
    assert_eq!(Text::new(Language::English).say(&fault), "cost per contact can’t be negative");
    assert_eq!(Text::new(Language::Norwegian).say(&fault), "kostnad per kontakt kan ikke være negativ");
}

#[test]
fn the_language_of_a_locale() {
    for (locale, language) in [
        ("nb_NO.UTF-8", Language::Norwegian),
        ("nn-NO", Language::Norwegian),
        ("NO", Language::Norwegian),
        ("en_GB.UTF-8", Language::English),
        ("nbx", Language::English),
        ("C", Language::English),
        ("", Language::English),
    ] {
        assert_eq!(Language::of_locale(locale), language, "{locale}");
    }
}
