//! Exports as pictures.

use super::*;

fn words(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let texts = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.filter_map(|node| node.text()).map(str::to_owned).collect()
}

#[test]
fn svg_is_drawn_by_resvg_and_says_it_all() {
    for (part, wanted) in [
        (Part::Matrix, ["Nordvest & sønn <AS>", "Banks", "Prio 1 · 1", "X"]),
        (Part::Priorities, ["Priority list", "Hospitals", "the deadline is in June", "Note"]),
        (Part::Channels, ["Web shop", "Cost per contact", "break-even", "dominated"]),
    ] {
        let svg = svg(&workshop(), part, Language::English);
        usvg::Tree::from_str(&svg, &usvg::Options::default()).expect("SVG");
        let words = words(&svg);
        for wanted in wanted {
            assert!(words.iter().any(|words| words.contains(wanted)), "{wanted}: {words:?}");
        }
    }
}

#[test]
fn what_the_chart_leaves_out_is_named() {
    let words = words(&svg(&workshop(), Part::Channels, Language::English)).join("\n");
    assert!(words.contains("Dominated: Dealers (loses: a contact costs at least what it leaves)."), "{words}");
    assert!(words.contains("Not in the chart: Fair (missing: sales per contact)."), "{words}");
}

#[test]
fn png_has_two_pixels_a_unit_and_the_colour_of_the_prio() {
    let mut project = with_segments(&["P"], &["A"]);
    set(&mut project, 0, 0, Fit::Prio1, None);
    let svg = svg(&project, Part::Matrix, Language::English);
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let root = document.root_element();
    let number =
        |node: roxmltree::Node, name: &str| node.attribute(name).expect(name).parse::<f32>().expect("a number");
    let mark = document.descendants().find(|node| node.attribute("fill") == Some("#1F3D7A")).expect("the mark");

    let png = exported(&project, Part::Matrix, Format::Png, Language::English);
    let picture = image::load_from_memory_with_format(&png, image::ImageFormat::Png).expect("PNG").to_rgb8();
    assert_eq!(picture.width(), number(root, "width") as u32 * 2);
    assert_eq!(picture.height(), number(root, "height") as u32 * 2);
    // Beside the sign, half-way down.
    let x = number(mark, "x") + number(mark, "width") * 0.2;
    let y = number(mark, "y") + number(mark, "height") * 0.5;
    assert_eq!(picture.get_pixel((x * 2.0) as u32, (y * 2.0) as u32).0, [0x1F, 0x3D, 0x7A]);
    assert_eq!(picture.get_pixel(2, 2).0, [0xFF, 0xFF, 0xFF], "paper");
}

#[test]
fn pictures_stay_in_bounds_and_say_what_is_left_out() {
    let names: Vec<String> = (0..1_000).map(|place| format!("Segment {place}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut project = with_segments(&names, &names);
    let products = project.matrix.segments(Axis::Product).iter().map(|segment| segment.id).collect();
    let customers = project.matrix.segments(Axis::Customer).iter().take(1).map(|segment| segment.id).collect();
    apply(&mut project, &Command::SetFit { products, customers, fit: Fit::Prio2 });
    for part in [Part::Matrix, Part::Priorities] {
        let svg = svg(&project, part, Language::Norwegian);
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).expect("SVG");
        assert!(tree.size().width() <= 4_000.0 && tree.size().height() <= 4_010.0, "{:?}", tree.size());
        let words = words(&svg).join("\n");
        let wanted = if part == Part::Matrix { "de første 200 av 1\u{a0}000 kundesegmenter" } else { "Ikke vist:" };
        assert!(words.contains(wanted), "{words}");
    }
}
