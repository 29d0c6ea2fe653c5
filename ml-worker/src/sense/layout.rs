//! Rows of words that stand beside each other, and blocks in reading order.

use super::{
    Table, around,
    token::{At, Token, say},
};
use crate::page::{Area, Document, Page};

/// Words that stand close beside each other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Segment {
    pub(crate) tokens: Vec<Token>,
    pub(crate) area: Area,
}

/// All segments at one height of a page, left to right.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) segments: Vec<Segment>,
    pub(crate) area: Area,
}

impl Row {
    /// All words, left to right.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.segments.iter().flat_map(|segment| &segment.tokens)
    }
}

/// A page as rows, from top to bottom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Laid {
    pub(crate) pages: Vec<LaidPage>,
}

/// One page of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct LaidPage {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// How high most words are.
    pub(crate) letter: f32,
    pub(crate) rows: Vec<Row>,
}

/// A piece of text that belongs together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// On which page, from 1.
    pub page: u32,
    /// Where.
    pub area: Area,
    /// What it says, line by line.
    pub text: String,
}

/// A gap wider than this many letter heights parts two segments.
const WIDE: f32 = 1.6;

pub(crate) fn lay(document: &Document) -> Laid {
    Laid { pages: document.pages.iter().enumerate().map(|(number, page)| lay_page(number as u32, page)).collect() }
}

fn lay_page(number: u32, page: &Page) -> LaidPage {
    let mut segments = Vec::new();
    let mut heights: Vec<f32> = Vec::new();
    for (line, words) in page.lines.iter().enumerate() {
        let mut tokens: Vec<Token> = Vec::new();
        for (word, said) in words.words.iter().enumerate() {
            let at = At { page: number, line: line as u32, word: word as u32 };
            heights.push(said.area.bottom - said.area.top);
            tokens.extend(split(&said.text, at, said.area, said.sure));
        }
        tokens.retain(|token| !token.text.is_empty());
        segments.extend(part(tokens, page));
    }
    heights.sort_by(f32::total_cmp);
    let letter = heights.get(heights.len() / 2).copied().unwrap_or(10.0).max(1.0);
    LaidPage { width: page.width, height: page.height, letter, rows: rows(segments) }
}

/// A colon between letters is a word of its own: "Name:Asha" are three. One between digits is a clock's. Specks join what
/// stands apart: "2026·Discharged" are two words; and what looks like a dash before a day was a colon.
fn split(text: &str, at: At, area: Area, sure: f32) -> Vec<Token> {
    if let Some((before, after)) = text.split_once('·').filter(|(before, after)| {
        !before.is_empty() && after.starts_with(char::is_alphabetic) && before.ends_with(|c: char| c.is_ascii_digit())
    }) {
        let middle = area.left + (area.right - area.left) * before.chars().count() as f32 / text.chars().count() as f32;
        let mut parts = split(before, at, Area { right: middle, ..area }, sure);
        parts.extend(split(after, at, Area { left: middle, ..area }, sure));
        return parts;
    }
    let mut letters: Vec<char> = text.trim().chars().collect();
    if let Some(dash) = dash_before_day(&letters) {
        letters[dash] = ':';
    }
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for (place, c) in letters.iter().enumerate() {
        let digit = |place: Option<usize>| place.and_then(|place| letters.get(place)).is_some_and(char::is_ascii_digit);
        let alone = matches!(c, ':' | '：') && !(digit(place.checked_sub(1)) && digit(Some(place + 1)));
        match pieces.last_mut() {
            Some((_, piece)) if !alone && piece != ":" => piece.push(*c),
            _ => pieces.push((place, if alone { ":".into() } else { c.to_string() })),
        }
    }
    let each = (area.right - area.left) / letters.len().max(1) as f32;
    let token = |(place, text): (usize, String)| {
        let left = area.left + place as f32 * each;
        let right = left + text.chars().count() as f32 * each;
        Token { at, area: Area { left, right, ..area }, text, sure }
    };
    if pieces.len() == 1 {
        return vec![Token { at, area, text: letters.into_iter().collect(), sure }];
    }
    pieces.into_iter().map(token).collect()
}

/// Where a word ends with a dash and a day follows, all in digits: "Visit-02-08-2026".
fn dash_before_day(letters: &[char]) -> Option<usize> {
    let dash = letters.iter().position(|letter| *letter == '-')?;
    let (word, day) = (&letters[..dash], &letters[dash + 1..]);
    let digits = day.iter().filter(|letter| letter.is_ascii_digit()).count();
    let marks = day.iter().filter(|letter| matches!(letter, '-' | '/' | '.')).count();
    let is_day = marks == 2 && digits + marks == day.len() && (4..=8).contains(&digits);
    (word.len() > 2 && word.iter().all(|letter| letter.is_alphabetic()) && is_day).then_some(dash)
}

/// Parts a line where a wide gap or an upright drawn line lies between two words.
fn part(tokens: Vec<Token>, page: &Page) -> Vec<Segment> {
    let mut parts: Vec<Vec<Token>> = Vec::new();
    for token in tokens {
        let joins = parts.last().and_then(|part| part.last()).is_some_and(|last| {
            let gap = token.area.left - last.area.right;
            let between = |rule: &crate::page::Rule| {
                let (_, middle) = token.middle();
                let x = (rule.area.left + rule.area.right) / 2.0;
                let upright = rule.area.bottom - rule.area.top > rule.area.right - rule.area.left;
                upright
                    && rule.area.top <= middle
                    && middle <= rule.area.bottom
                    && last.middle().0 < x
                    && x < token.middle().0
            };
            gap <= WIDE * last.height().max(token.height()) && !page.rules.iter().any(between)
        });
        match parts.last_mut() {
            Some(part) if joins => part.push(token),
            _ => parts.push(vec![token]),
        }
    }
    parts.into_iter().map(segment).collect()
}

pub(crate) fn segment(tokens: Vec<Token>) -> Segment {
    Segment { area: around(tokens.iter().map(|token| token.area)), tokens }
}

/// Brings segments of one height together.
fn rows(mut segments: Vec<Segment>) -> Vec<Row> {
    let middle = |area: &Area| (area.top + area.bottom) / 2.0;
    segments.sort_by(|a, b| middle(&a.area).total_cmp(&middle(&b.area)));
    let mut rows: Vec<Row> = Vec::new();
    for segment in segments {
        let fits = |row: &Row| {
            // Measured against the neighbours rather than the whole row, which grows when lines are not quite level.
            let near = row
                .segments
                .iter()
                .min_by(|a, b| apart(&a.area, &segment.area).total_cmp(&apart(&b.area, &segment.area)));
            near.is_some_and(|near| {
                let shared = near.area.bottom.min(segment.area.bottom) - near.area.top.max(segment.area.top);
                let least = (near.area.bottom - near.area.top).min(segment.area.bottom - segment.area.top);
                let across = near.area.right.min(segment.area.right) - near.area.left.max(segment.area.left);
                let narrow = (near.area.right - near.area.left).min(segment.area.right - segment.area.left);
                shared > 0.5 * least && across < 0.3 * narrow
            })
        };
        let from = rows.len().saturating_sub(4);
        match rows[from..].iter_mut().rev().find(|row| fits(row)) {
            Some(row) => {
                row.area = around([row.area, segment.area]);
                row.segments.push(segment);
            }
            None => rows.push(Row { area: segment.area, segments: vec![segment] }),
        }
    }
    for row in &mut rows {
        row.segments.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
    }
    rows.sort_by(|a, b| middle(&a.area).total_cmp(&middle(&b.area)));
    rows
}

fn apart(a: &Area, b: &Area) -> f32 {
    (a.left - b.right).max(b.left - a.right)
}

/// Blocks in reading order; what lies in a table is one block.
pub(crate) fn blocks(laid: &Laid, tables: &[Table]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (number, page) in laid.pages.iter().enumerate() {
        let number = number as u32 + 1;
        let of_page: Vec<&Table> = tables.iter().filter(|table| table.page == number).collect();
        let inside = |segment: &Segment| {
            let (x, y) =
                ((segment.area.left + segment.area.right) / 2.0, (segment.area.top + segment.area.bottom) / 2.0);
            of_page.iter().position(|table| {
                let area = table.area;
                area.left - 1.0 <= x && x <= area.right + 1.0 && area.top - 1.0 <= y && y <= area.bottom + 1.0
            })
        };
        let mut free: Vec<&Segment> = Vec::new();
        let mut held: Vec<Vec<&Segment>> = vec![Vec::new(); of_page.len()];
        for segment in page.rows.iter().flat_map(|row| &row.segments) {
            match inside(segment) {
                Some(table) => held[table].push(segment),
                None => free.push(segment),
            }
        }
        let mut pieces: Vec<Block> = Vec::new();
        // A table parts what stands above it from what stands below.
        let mut cuts: Vec<f32> = of_page.iter().map(|table| table.area.top).collect();
        cuts.sort_by(f32::total_cmp);
        for stripe in 0..=cuts.len() {
            let from = stripe.checked_sub(1).map_or(f32::NEG_INFINITY, |before| cuts[before]);
            let to = cuts.get(stripe).copied().unwrap_or(f32::INFINITY);
            let within = |segment: &&&Segment| (from..to).contains(&segment.area.top);
            if stripe > 0 {
                let table = of_page.iter().position(|table| (table.area.top - from).abs() < f32::EPSILON).unwrap_or(0);
                pieces.extend(block(number, &held[table]));
            }
            let group: Vec<&Segment> = free.iter().filter(within).copied().collect();
            cut(number, group, page.letter, 0, &mut pieces);
        }
        blocks.extend(pieces);
    }
    blocks
}

/// Cuts along the widest empty stripe, level or upright, until none is left.
fn cut(page: u32, segments: Vec<&Segment>, letter: f32, depth: usize, out: &mut Vec<Block>) {
    if segments.is_empty() {
        return;
    }
    let level = gap(&segments, |area| (area.top, area.bottom));
    let upright = gap(&segments, |area| (area.left, area.right));
    let level = level.filter(|(_, wide)| *wide > 0.9 * letter);
    // Two columns of text have several lines each; two words beside each other are one line.
    let upright = upright.filter(|(at, wide)| {
        let left = segments.iter().filter(|segment| segment.area.right <= *at + 0.1).count();
        *wide > 1.5 * letter && left >= 3 && segments.len() - left >= 3
    });
    let halves = match (level, upright) {
        _ if depth > 40 => None,
        (Some((_, a)), Some((at, b))) if b > 2.0 * a => Some((at, true)),
        (Some((at, _)), _) => Some((at, false)),
        (None, Some((at, _))) => Some((at, true)),
        (None, None) => None,
    };
    match halves {
        Some((at, upright)) => {
            let side = |segment: &&Segment| if upright { segment.area.right } else { segment.area.bottom } <= at + 0.1;
            let (first, second): (Vec<_>, Vec<_>) = segments.into_iter().partition(side);
            cut(page, first, letter, depth + 1, out);
            cut(page, second, letter, depth + 1, out);
        }
        None => out.extend(block(page, &segments)),
    }
}

/// The widest stripe nothing stands in: where it begins, and how wide it is.
fn gap(segments: &[&Segment], sides: impl Fn(&Area) -> (f32, f32)) -> Option<(f32, f32)> {
    let mut spans: Vec<(f32, f32)> = segments.iter().map(|segment| sides(&segment.area)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut end = spans.first()?.1;
    let mut best: Option<(f32, f32)> = None;
    for (from, to) in spans {
        if from > end && best.is_none_or(|(_, wide)| from - end > wide) {
            best = Some((end, from - end));
        }
        end = end.max(to);
    }
    best
}

fn block(page: u32, segments: &[&Segment]) -> Option<Block> {
    let area = around(segments.iter().map(|segment| segment.area));
    let rows = rows(segments.iter().map(|segment| (*segment).clone()).collect());
    let lines =
        rows.iter().map(|row| row.segments.iter().map(|segment| say(&segment.tokens)).collect::<Vec<_>>().join("  "));
    let text = lines.collect::<Vec<_>>().join("\n").replace(" :", ":");
    (!segments.is_empty()).then_some(Block { page, area, text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::sheet::Sheet;

    #[test]
    fn words_of_one_height_are_one_row_although_the_page_is_not_quite_level() {
        let mut sheet = Sheet::new();
        for row in 0..5 {
            for column in 0..4 {
                let (x, y) = (50.0 + 200.0 * column as f32, 100.0 + 30.0 * row as f32 + 3.0 * column as f32);
                sheet.say(x, y, 16.0, &format!("cell{row}{column}"));
            }
        }
        let laid = lay(&sheet.document());
        assert_eq!(laid.pages[0].rows.len(), 5);
        assert!(laid.pages[0].rows.iter().all(|row| row.segments.len() == 4));
    }

    #[test]
    fn a_colon_parts_label_and_value_and_a_clock_stays_whole() {
        let area = Area { left: 0.0, right: 100.0, top: 0.0, bottom: 10.0 };
        let texts =
            |text: &str| split(text, At::default(), area, 1.0).into_iter().map(|token| token.text).collect::<Vec<_>>();
        assert_eq!(texts("Name:Asha"), ["Name", ":", "Asha"]);
        assert_eq!(texts(":Asha"), [":", "Asha"]);
        assert_eq!(texts("10:45"), ["10:45"]);
        assert_eq!(texts("Age:45"), ["Age", ":", "45"]);
        assert_eq!(texts("25.07.2026·Discharged"), ["25.07.2026", "Discharged"]);
        assert_eq!(texts("4·5"), ["4·5"], "a decimal point of old");
        assert_eq!(texts("Visit-02-08-2026"), ["Visit", ":", "02-08-2026"]);
        assert_eq!(texts("SARS-02-2"), ["SARS-02-2"]);
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let mut sheet = Sheet::new();
        for row in 0..6 {
            let y = 100.0 + 22.0 * row as f32;
            sheet.say(50.0, y, 16.0, &format!("left column line {row} with words"));
            sheet.say(480.0, y, 16.0, &format!("right column line {row} with words"));
        }
        let blocks = blocks(&lay(&sheet.document()), &[]);
        let all: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        let all = all.join("\n");
        assert!(all.find("left column line 5") < all.find("right column line 0"), "{all}");
    }
}
