//! Round rubber stamps over the print.

use std::fmt::Write;

use crate::bench::rng::Rng;
use crate::page::Area;

const INKS: [&str; 4] = ["#2a4bb0", "#7a2aa0", "#b02a3a", "#1d7a4a"];
const AROUND: [&str; 4] = [
    "CITY DIAGNOSTIC CENTRE  *  PUNE  *",
    "DEPARTMENT OF PATHOLOGY  *  VERIFIED  *",
    "GENERAL HOSPITAL  *  BILLING  *",
    "DR. S. MEHTA  *  REG. NO. 45821  *",
];
const WITHIN: [&str; 4] = ["RECEIVED", "PAID", "VERIFIED", "COPY"];

/// One or two stamps as drawing, and where they lie. `width` and `height` are the page's.
pub(super) fn stamps(width: f32, height: f32, rng: &mut Rng) -> (String, Vec<Area>) {
    let (mut svg, mut places) = (String::new(), Vec::new());
    for number in 0..1 + rng.below(2) {
        let radius = 46.0 + 26.0 * rng.part() as f32;
        let (x, y) = (
            width * (0.15 + 0.7 * rng.part() as f32),
            height * (0.12 + 0.35 * rng.part() as f32 + 0.4 * number as f32),
        );
        let (ink, turn) = (rng.of(&INKS), rng.part() * 60.0 - 30.0);
        let strength = 0.45 + 0.4 * rng.part();
        let (around, within) = (rng.of(&AROUND), rng.of(&WITHIN));
        let inner = radius * 0.72;
        let _ = write!(
            svg,
            "<g transform=\"translate({x:.1} {y:.1}) rotate({turn:.1})\" opacity=\"{strength:.2}\" \
             style=\"mix-blend-mode:multiply\" fill=\"none\" stroke=\"{ink}\">\n\
             <circle r=\"{radius:.1}\" stroke-width=\"3\"/><circle r=\"{:.1}\" stroke-width=\"1.2\"/>\n\
             <path id=\"ring{number}\" d=\"M{:.1} 0 A{inner:.1} {inner:.1} 0 1 1 {inner:.1} 0 A{inner:.1} {inner:.1} 0 1 1 {:.1} 0\" \
             stroke=\"none\"/>\n\
             <text font-family=\"Liberation Sans\" font-weight=\"bold\" font-size=\"{:.1}\" fill=\"{ink}\" stroke=\"none\">\
             <textPath href=\"#ring{number}\">{around}</textPath></text>\n\
             <text font-family=\"Liberation Sans\" font-weight=\"bold\" font-size=\"{:.1}\" fill=\"{ink}\" stroke=\"none\" \
             text-anchor=\"middle\" y=\"{:.1}\">{within}</text></g>\n",
            radius * 0.62,
            -inner,
            -inner,
            radius * 0.2,
            radius * 0.24,
            radius * 0.08,
        );
        places.push(Area { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
    }
    (svg, places)
}
