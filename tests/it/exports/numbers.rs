//! Numbers in exports.

use super::*;

#[test]
fn typed_figures_are_exact_and_computed_ones_have_no_noise() {
    let mut project = Project::default();
    apply(&mut project, &Command::set(Of::Project, "margin", 0.7));
    let typed = Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(123_456.789_012_3),
            sales_per_contact: Estimate::point(1_900.000_000_000_1),
            ..Figures::default()
        },
        ..Channel::new("typed")
    };
    let computed = Channel {
        figures: Figures {
            cost_per_contact: Estimate::point(3.0),
            sales_from: Some(SalesFrom::CloseRate),
            close_rate: Estimate::point(0.07),
            revenue_per_sale: Estimate::point(100.0),
            ..Figures::default()
        },
        ..Channel::new("computed")
    };
    apply(&mut project, &Command::AddChannels { at: 0, channels: vec![typed, computed] });
    let rows = csv_rows(&exported(&project, Part::Channels, Format::Csv, Language::Norwegian), b';');
    for (row, heading, expected) in [
        (1, "Kostnad per kontakt", "123456,7890123"),
        (1, "Salg per kontakt", "1900,0000000001"),
        // 100 · 0.07 is 7.000000000000001; 7 / 3 has no end; 7 · 0.7 - 3 is 1.9000000000000004.
        (2, "Salg per kontakt", "7"),
        (2, "Avkastning (salg ÷ kostnad)", "2,333333333"),
        (2, "Dekningsbidrag per kontakt", "1,9"),
    ] {
        assert_eq!(cell(&rows, row, heading), expected, "{heading}");
    }
}
