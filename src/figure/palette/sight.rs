//! How far colours stand apart, for tests: contrast by WCAG 2.2, and the least distance as seen by the colour-blind.

use super::Rgb;

/// Simulated full protanopia, deuteranopia and tritanopia, on linear sRGB (Machado, Oliveira and Fernandes 2009).
const BLIND: [[[f64; 3]; 3]; 3] = [
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

fn linear(Rgb(r, g, b): Rgb) -> [f64; 3] {
    [r, g, b].map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Relative luminance.
fn luminance(colour: Rgb) -> f64 {
    dot([0.2126, 0.7152, 0.0722], linear(colour))
}

/// Contrast, from 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// CIE L*a*b* of a linear colour, for white D65.
fn lab(linear: [f64; 3]) -> [f64; 3] {
    let curve = |share: f64| if share > 0.008_856 { share.cbrt() } else { 7.787 * share + 16.0 / 116.0 };
    let x = curve(dot([0.412_456, 0.357_576, 0.180_437], linear) / 0.950_47);
    let y = curve(dot([0.212_673, 0.715_152, 0.072_175], linear));
    let z = curve(dot([0.019_334, 0.119_192, 0.950_304], linear) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The least ΔE (CIE 1976) between two of the colours, for any kind of sight.
pub fn least_difference(colours: &[Rgb]) -> f64 {
    let seen = |colour: Rgb| {
        let whole = linear(colour);
        let blind = BLIND.map(|matrix| lab(matrix.map(|row| dot(row, whole).clamp(0.0, 1.0))));
        [lab(whole), blind[0], blind[1], blind[2]]
    };
    let seen: Vec<_> = colours.iter().map(|colour| seen(*colour)).collect();
    let pairs = seen.iter().enumerate().flat_map(|(place, a)| seen[..place].iter().map(move |b| (a, b)));
    let differences = pairs.flat_map(|(a, b)| {
        a.iter().zip(b).map(|(a, b)| a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt())
    });
    differences.fold(f64::INFINITY, f64::min)
}

#[test]
fn known_colours() {
    let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((least_difference(&[black, white]) - 100.0).abs() < 1.5);
    // Red and green of the same lightness are alike to the red-green blind.
    assert!(least_difference(&[Rgb(0xB4, 0x5A, 0x3C), Rgb(0x7D, 0x73, 0x32)]) < 20.0);
}
