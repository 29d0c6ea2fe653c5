//! A page that is written by hand: words at places, drawn lines, stamps; as a document that was read, and as SVG.

use crate::page::{Area, Document, Line, Mark, MarkKind, Page, Rule, Word};
use std::{collections::BTreeSet, fmt::Write};

/// A page on which words are put.
#[derive(Clone, Debug)]
pub struct Sheet {
    width: f32,
    height: f32,
    texts: Vec<Text>,
    rules: Vec<Area>,
    marks: Vec<(MarkKind, Area)>,
}

/// A text on a page.
#[derive(Clone, Debug)]
pub struct Text {
    left: f32,
    top: f32,
    /// How high its letters are.
    pub size: f32,
    /// Whether it is printed bold.
    pub bold: bool,
    /// What it says.
    pub text: String,
}

impl Text {
    /// Where it stands.
    #[must_use]
    pub fn area(&self) -> Area {
        let long = measure(self.text.trim_end(), self.size, self.bold);
        Area { left: self.left, top: self.top, right: self.left + long, bottom: self.top + self.size }
    }
}

/// How a page is drawn.
#[derive(Clone, Debug)]
pub struct Dress {
    /// The font of its print.
    pub font: &'static str,
    /// The font of what is written by hand.
    pub hand: &'static str,
    /// Which texts that is, by their number.
    pub by_hand: BTreeSet<usize>,
    /// A drawing that comes over everything.
    pub over: String,
}

impl Default for Dress {
    fn default() -> Self {
        Self { font: "Liberation Sans", hand: "Breip", by_hand: BTreeSet::new(), over: String::new() }
    }
}

/// A gap of this many letter heights ends a line, as readers of pages see it.
const WIDE: f32 = 1.2;

impl Default for Sheet {
    fn default() -> Self {
        Self::new()
    }
}

impl Sheet {
    /// An A4 page of 96 dots an inch.
    pub fn new() -> Self {
        Self { width: 794.0, height: 1123.0, texts: Vec::new(), rules: Vec::new(), marks: Vec::new() }
    }

    /// How wide it is.
    pub fn width(&self) -> f32 {
        self.width
    }

    /// Puts a text; its letters are `size` high from their upper to their lower edge. Says where it ends.
    pub fn say(&mut self, left: f32, top: f32, size: f32, text: &str) -> f32 {
        self.put(left, top, size, false, text)
    }

    /// The same in bold.
    pub fn bold(&mut self, left: f32, top: f32, size: f32, text: &str) -> f32 {
        self.put(left, top, size, true, text)
    }

    /// Puts a text that ends at a place.
    pub fn say_right(&mut self, right: f32, top: f32, size: f32, text: &str) {
        self.put(right - measure(text, size, false), top, size, false, text);
    }

    /// Puts a text in the middle of the page.
    pub fn middle(&mut self, top: f32, size: f32, bold: bool, text: &str) {
        self.put((self.width - measure(text, size, bold)) / 2.0, top, size, bold, text);
    }

    fn put(&mut self, left: f32, top: f32, size: f32, bold: bool, text: &str) -> f32 {
        self.texts.push(Text { left, top, size, bold, text: text.to_owned() });
        left + measure(text, size, bold)
    }

    /// Draws a line.
    pub fn rule(&mut self, left: f32, top: f32, right: f32, bottom: f32) {
        self.rules.push(Area { left, top, right: right.max(left + 1.0), bottom: bottom.max(top + 1.0) });
    }

    /// Draws all lines of a table.
    pub fn grid(&mut self, xs: &[f32], ys: &[f32]) {
        let (left, right) = (xs[0], xs[xs.len() - 1]);
        let (top, bottom) = (ys[0], ys[ys.len() - 1]);
        ys.iter().for_each(|y| self.rule(left, *y, right, *y));
        xs.iter().for_each(|x| self.rule(*x, top, *x, bottom));
    }

    /// A stamp or a signature.
    pub fn mark(&mut self, kind: MarkKind, left: f32, top: f32, width: f32, height: f32) {
        self.marks.push((kind, Area { left, top, right: left + width, bottom: top + height }));
    }

    /// The page as if every letter had been read.
    pub fn page(&self) -> Page {
        let mut lines = Vec::new();
        for text in &self.texts {
            let mut line: Vec<Word> = Vec::new();
            let mut x = text.left;
            let mut word = String::new();
            let mut from = x;
            for c in text.text.chars().chain([' ']) {
                let wide = letter(c, text.size, text.bold);
                if c == ' ' {
                    if !word.is_empty() {
                        if line.last().is_some_and(|last| from - last.area.right > WIDE * text.size) {
                            lines.push(Line { words: std::mem::take(&mut line) });
                        }
                        let area = Area { left: from, top: text.top, right: x, bottom: text.top + text.size };
                        line.push(Word { text: std::mem::take(&mut word), area, sure: 0.99, said: Vec::new() });
                    }
                } else {
                    if word.is_empty() {
                        from = x;
                    }
                    word.push(c);
                }
                x += wide;
            }
            if !line.is_empty() {
                lines.push(Line { words: line });
            }
        }
        Page {
            width: self.width,
            height: self.height,
            lines,
            rules: self.rules.iter().map(|area| Rule { area: *area }).collect(),
            sheet: None,
            troubles: Vec::new(),
            marks: self.marks.iter().map(|(kind, area)| Mark { kind: *kind, area: *area, sure: 0.95 }).collect(),
        }
    }

    /// A document of this page alone.
    pub fn document(&self) -> Document {
        Document { pages: vec![self.page()] }
    }

    /// Its texts, in the order they were put.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter()
    }

    /// A part of it, over its whole width: what stands between two heights.
    #[must_use]
    pub fn part(&self, top: f32, bottom: f32) -> Self {
        let within = |area: &Area| area.top >= top && area.bottom <= bottom;
        let moved = |area: &Area| Area { top: area.top - top, bottom: area.bottom - top, ..*area };
        let texts = self.texts.iter().filter(|text| within(&text.area()));
        // Lines of a table may go on.
        let rules = self.rules.iter().filter(|rule| rule.bottom > top && rule.top < bottom);
        Self {
            height: bottom - top,
            texts: texts.map(|text| Text { top: text.top - top, ..text.clone() }).collect(),
            rules: rules.map(moved).collect(),
            marks: self
                .marks
                .iter()
                .filter(|(_, area)| within(area))
                .map(|(kind, area)| (*kind, moved(area)))
                .collect(),
            ..*self
        }
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// The page as a drawing, in a font Debian carries.
    pub fn svg(&self) -> String {
        self.svg_in(&Dress::default())
    }

    /// The page as a drawing that looks so.
    pub fn svg_in(&self, dress: &Dress) -> String {
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
            self.width, self.height
        );
        for (number, text) in self.texts.iter().enumerate() {
            let base = text.top + 0.8 * text.size;
            if dress.by_hand.contains(&number) {
                // Written, not set: as long as it comes out, a little larger, not quite level.
                let _ = writeln!(
                    svg,
                    "<text transform=\"translate({:.1} {base:.1}) rotate({:.1})\" font-family=\"{}\" font-size=\"{:.1}\" \
                     fill=\"#1a2a6c\" xml:space=\"preserve\">{}</text>",
                    text.left,
                    (number * 7 % 5) as f32 * 0.4 - 0.8,
                    dress.hand,
                    text.size * 1.2,
                    escaped(&text.text)
                );
                continue;
            }
            let weight = if text.bold { " font-weight=\"bold\"" } else { "" };
            let long = measure(&text.text, text.size, text.bold);
            let _ = writeln!(
                svg,
                "<text x=\"{:.1}\" y=\"{base:.1}\" font-family=\"{}, DejaVu Sans, sans-serif\" font-size=\"{:.1}\"{weight} \
                 textLength=\"{long:.1}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{}</text>",
                text.left,
                dress.font,
                text.size * 0.95,
                escaped(&text.text)
            );
        }
        for rule in &self.rules {
            let (wide, high) = (rule.right - rule.left, rule.bottom - rule.top);
            let _ = writeln!(
                svg,
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"#333\"/>",
                rule.left, rule.top
            );
        }
        for (kind, area) in &self.marks {
            let (x, y) = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
            let (wide, high) = (area.right - area.left, area.bottom - area.top);
            let _ = match kind {
                MarkKind::Stamp => writeln!(
                    svg,
                    "<ellipse cx=\"{x:.1}\" cy=\"{y:.1}\" rx=\"{:.1}\" ry=\"{:.1}\" fill=\"none\" stroke=\"#35c\" stroke-width=\"3\"/>\
                     <ellipse cx=\"{x:.1}\" cy=\"{y:.1}\" rx=\"{:.1}\" ry=\"{:.1}\" fill=\"none\" stroke=\"#35c\"/>",
                    wide / 2.0,
                    high / 2.0,
                    wide / 2.6,
                    high / 2.6
                ),
                MarkKind::Signature | MarkKind::Handwriting => writeln!(
                    svg,
                    "<path d=\"M{:.1} {y:.1} q {:.1} {:.1} {:.1} 0 t {:.1} 0 t {:.1} {:.1}\" fill=\"none\" stroke=\"#124\" stroke-width=\"2\"/>",
                    area.left,
                    wide / 8.0,
                    -high,
                    wide / 4.0,
                    wide / 4.0,
                    wide / 2.0,
                    high / 4.0
                ),
            };
        }
        svg.push_str(&dress.over);
        svg.push_str("</svg>\n");
        svg
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// How long a text is.
pub fn measure(text: &str, size: f32, bold: bool) -> f32 {
    text.chars().map(|c| letter(c, size, bold)).sum()
}

/// Widths of letters of a usual sans serif font, roughly.
fn letter(c: char, size: f32, bold: bool) -> f32 {
    let part = match c {
        ' ' | '.' | ',' | ':' | ';' | '/' | '!' | '|' | 't' | 'f' | 'I' => 0.27,
        'i' | 'l' | 'j' | '\'' => 0.22,
        '-' | 'r' | '(' | ')' | '[' | ']' => 0.32,
        'm' | 'M' | 'W' | '%' | '@' => 0.83,
        'w' | 'O' | 'Q' | 'G' => 0.74,
        'A'..='Z' => 0.67,
        _ => 0.53,
    };
    part * size * if bold { 1.06 } else { 1.0 } * 0.95
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_gap_ends_a_line() {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 100.0, 14.0, "Name: Asha     Date: 1.2.2024");
        let page = sheet.page();
        assert_eq!(page.lines.len(), 2);
        assert_eq!(page.lines[0].words.len(), 2);
        assert!(page.lines[0].words[1].area.right < page.lines[1].words[0].area.left);
    }

    #[test]
    fn a_drawing_shows_every_text_and_hides_no_mark() {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 100.0, 14.0, "a < b & c");
        sheet.grid(&[50.0, 100.0], &[50.0, 80.0]);
        sheet.mark(MarkKind::Stamp, 500.0, 900.0, 100.0, 60.0);
        let svg = sheet.svg();
        assert!(svg.contains("a &lt; b &amp; c") && svg.contains("<ellipse") && svg.matches("<rect").count() == 5);
    }
}
