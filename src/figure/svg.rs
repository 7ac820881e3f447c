//! A picture as SVG: text stays text, so that it can be searched, read aloud and edited.

use std::fmt::Write;

use super::measure::Weight;
use super::{Anchor, Figure, Paint, Point, Shape, Stroke, Words};

/// The picture as an SVG document.
pub fn write(figure: &Figure) -> String {
    let (width, height) = (number(figure.width), number(figure.height));
    let mut out = String::with_capacity(200 + figure.shapes.len() * 120);
    out.push_str(r#"<svg xmlns="http://www.w3.org/2000/svg""#);
    attribute(&mut out, "width", &width);
    attribute(&mut out, "height", &height);
    attribute(&mut out, "viewBox", &format!("0 0 {width} {height}"));
    attribute(&mut out, "role", "img");
    attribute(&mut out, "font-family", "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif");
    out.push_str(">\n<title>");
    escape(&mut out, &figure.title);
    out.push_str("</title>\n");
    for shape in &figure.shapes {
        write_shape(&mut out, shape);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape) {
    match shape {
        Shape::Rect { rect, fill, stroke, radius } => {
            out.push_str("<rect");
            for (name, value) in [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)] {
                attribute(out, name, &number(value));
            }
            if *radius > 0.0 {
                attribute(out, "rx", &number(*radius));
            }
            paints(out, *fill, *stroke);
            out.push_str("/>\n");
        }
        Shape::Line { points, stroke } => {
            out.push_str("<polyline");
            attribute(out, "points", &list(points));
            paints(out, None, Some(*stroke));
            out.push_str(r#" stroke-linejoin="round"/>"#);
            out.push('\n');
        }
        Shape::Polygon { points, fill, stroke } => {
            out.push_str("<polygon");
            attribute(out, "points", &list(points));
            paints(out, *fill, *stroke);
            out.push_str("/>\n");
        }
        Shape::Circle { centre, radius, fill, stroke } => {
            out.push_str("<circle");
            for (name, value) in [("cx", centre.x), ("cy", centre.y), ("r", *radius)] {
                attribute(out, name, &number(value));
            }
            paints(out, *fill, *stroke);
            out.push_str("/>\n");
        }
        Shape::Text(words) => write_words(out, words),
    }
}

fn write_words(out: &mut String, words: &Words) {
    out.push_str("<text");
    attribute(out, "x", &number(words.at.x));
    attribute(out, "y", &number(words.at.y));
    attribute(out, "font-size", &number(words.size));
    if words.weight == Weight::SemiBold {
        attribute(out, "font-weight", "600");
    }
    match words.anchor {
        Anchor::Start => {}
        Anchor::Middle => attribute(out, "text-anchor", "middle"),
        Anchor::End => attribute(out, "text-anchor", "end"),
    }
    if words.turn != 0.0 {
        let (x, y) = (number(words.at.x), number(words.at.y));
        attribute(out, "transform", &format!("rotate({} {x} {y})", number(words.turn)));
    }
    attribute(out, "fill", &words.colour.to_string());
    if let Some(halo) = words.halo {
        attribute(out, "stroke", &halo.to_string());
        attribute(out, "stroke-width", "3");
        attribute(out, "stroke-linejoin", "round");
        attribute(out, "paint-order", "stroke");
    }
    out.push('>');
    escape(out, &words.text);
    out.push_str("</text>\n");
}

fn paints(out: &mut String, fill: Option<Paint>, stroke: Option<Stroke>) {
    match fill {
        Some(paint) => {
            attribute(out, "fill", &paint.colour.to_string());
            if paint.opacity < 1.0 {
                attribute(out, "fill-opacity", &number(paint.opacity));
            }
        }
        None => attribute(out, "fill", "none"),
    }
    if let Some(stroke) = stroke {
        attribute(out, "stroke", &stroke.paint.colour.to_string());
        attribute(out, "stroke-width", &number(stroke.width));
        if stroke.paint.opacity < 1.0 {
            attribute(out, "stroke-opacity", &number(stroke.paint.opacity));
        }
        if let Some([dash, gap]) = stroke.dash {
            attribute(out, "stroke-dasharray", &format!("{} {}", number(dash), number(gap)));
        }
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn list(points: &[Point]) -> String {
    points.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect::<Vec<_>>().join(" ")
}

/// A number with up to two decimals.
fn number(value: f32) -> String {
    let mut out = String::new();
    // Writing to a string doesn't fail; -0 would be noise.
    let _ = write!(out, "{:.2}", if value.abs() < 0.005 { 0.0 } else { value });
    out.truncate(out.trim_end_matches('0').trim_end_matches('.').len());
    out
}

/// XML-escaped; control characters and what XML 1.0 can't hold (U+FFFE, U+FFFF) become the replacement character.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::palette;

    #[test]
    fn numbers_are_short() {
        for (value, written) in
            [(0.0, "0"), (-0.001, "0"), (10.0, "10"), (1.5, "1.5"), (-2.254, "-2.25"), (100.0, "100")]
        {
            assert_eq!(number(value), written);
        }
    }

    #[test]
    fn text_is_escaped() {
        let mut figure = Figure::new("a < b & \"c\"");
        figure.text(Words::new("</text><script>\u{1}\u{ffff}", 1.0, 2.0, 10.0).bold().coloured(palette::MUTED));
        let svg = write(&figure.sized(10.0, 10.0));
        assert!(svg.contains("<title>a &lt; b &amp; &quot;c&quot;</title>"), "{svg}");
        let tag = r##"<text x="1" y="2" font-size="10" font-weight="600" fill="#5B6675">"##;
        assert!(svg.contains(&format!("{tag}&lt;/text&gt;&lt;script&gt;\u{fffd}\u{fffd}</text>")), "{svg}");
    }
}
