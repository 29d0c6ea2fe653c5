//! The letters a PDF carries along: what they are, where they stand, and whether they can be believed.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};

use super::{Refusal, words};
use crate::engines::lines;
use crate::page::{Area, Engine, Line, Said, Word};

/// A page with more letters than this is no page.
const MOST_LETTERS: usize = 100_000;
/// Of a hundred letters that are shown, so many must be known by name.
const KNOWN: f32 = 0.98;
/// A picture that covers this part of the page makes it a scan; its letters are what another program read there.
const SCAN: f32 = 0.5;
/// A glyph's height above and below its line, in parts of its size.
const ASCENT: f64 = 0.75;
const DESCENT: f64 = 0.22;

/// What stands on a page beside its pixels.
#[derive(Default)]
pub(super) struct Layer {
    page: Rect,
    letters: Vec<Letter>,
    unknown: usize,
    hidden: usize,
    slanted: usize,
    pictures: f64,
}

struct Letter {
    text: String,
    left: f64,
    right: f64,
    line: f64,
    size: f64,
}

pub(super) fn of<'a>(page: &'a Page<'a>, settings: &InterpreterSettings, scale: f64) -> Layer {
    let upright = Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let (width, height) = page.render_dimensions();
    let target = Rect::new(0.0, 0.0, f64::from(width) * scale, f64::from(height) * scale);
    let cache = InterpreterCache::new();
    let mut context = Context::new(upright, target, &cache, page.xref(), settings.clone());
    let mut layer = Layer { page: target, ..Layer::default() };
    interpret_page(page, &mut context, &mut layer);
    layer
}

impl Layer {
    /// Whether a picture covers the page.
    pub(super) fn is_scan(&self, width: u32, height: u32) -> bool {
        self.pictures > f64::from(SCAN) * f64::from(width) * f64::from(height)
    }

    /// Whether the letters are the page's own, shown, and known by name.
    pub(super) fn is_sound(&self, width: u32, height: u32) -> bool {
        let shown = self.letters.len() + self.unknown;
        let known = self.letters.len() as f32 >= KNOWN * (shown + self.hidden + self.slanted) as f32;
        !self.letters.is_empty() && known && !self.is_scan(width, height)
    }

    /// What stands on the page, in lines. Letters that were not counted any more are not left out unsaid.
    pub(super) fn lines(&self) -> Result<Vec<Line>, Refusal> {
        if self.is_full() {
            return Err(Refusal::TooManyLetters { most: MOST_LETTERS });
        }
        let words = self.words();
        words::fit_a_page(words.len())?;
        Ok(lines::grouped(words))
    }

    fn is_full(&self) -> bool {
        self.letters.len() + self.unknown + self.hidden > MOST_LETTERS
    }

    /// Letters belong to one word while they follow each other on one line without a gap.
    fn words(&self) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut last: Option<&Letter> = None;
        for letter in &self.letters {
            let blank = letter.is_blank();
            let follows = last.is_some_and(|last| {
                let gap = letter.left - last.right;
                (letter.line - last.line).abs() < 0.3 * last.size && (-0.3..0.2).contains(&(gap / last.size))
            });
            match words.last_mut() {
                Some(word) if follows && !blank => {
                    word.text.push_str(letter.text.trim());
                    word.area = word.area.with(letter.area());
                }
                _ if !blank => {
                    words.push(Word {
                        text: letter.text.trim().to_owned(),
                        area: letter.area(),
                        sure: 1.0,
                        said: vec![],
                    });
                }
                _ => {}
            }
            last = (!blank).then_some(letter);
        }
        for word in &mut words {
            word.said = vec![Said { engine: Engine::Layer, text: word.text.clone(), sure: 1.0 }];
        }
        words
    }
}

impl Letter {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether some of it is on the page: letters beside it are seen by nobody.
    fn is_on(&self, page: &Rect) -> bool {
        let (top, bottom) = (self.line - ASCENT * self.size, self.line + DESCENT * self.size);
        self.left < page.x1 && self.right > page.x0 && top < page.y1 && bottom > page.y0
    }

    fn area(&self) -> Area {
        Area {
            left: self.left as f32,
            top: (self.line - ASCENT * self.size) as f32,
            right: self.right as f32,
            bottom: (self.line + DESCENT * self.size) as f32,
        }
    }
}

fn name(glyph: &Glyph<'_>) -> Option<String> {
    let text = match glyph.as_unicode()? {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(letters) => letters,
    };
    let strange =
        |letter: char| letter.is_control() || letter == '\u{FFFD}' || ('\u{E000}'..'\u{F900}').contains(&letter);
    (!text.is_empty() && !text.contains(strange)).then_some(text)
}

impl<'a> Device<'a> for Layer {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        for glyph in run.glyphs() {
            if self.is_full() {
                return;
            }
            if matches!(mode, DrawMode::Invisible) {
                self.hidden += 1;
                continue;
            }
            // A thousandth of the font's size is one unit of its glyphs.
            let place = props.transform * glyph.transform();
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let (start, end) = (place * Point::ZERO, place * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0));
            let size = (place * Point::new(0.0, 1000.0) - start).hypot();
            if (end.y - start.y).abs() > 0.1 * (end.x - start.x).abs() || end.x < start.x {
                self.slanted += 1;
                continue;
            }
            match name(glyph) {
                Some(text) => {
                    let letter = Letter { text, left: start.x, right: end.x, line: start.y, size };
                    if letter.is_blank() || letter.is_on(&self.page) {
                        self.letters.push(letter);
                    } else {
                        self.hidden += 1;
                    }
                }
                None => self.unknown += 1,
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let frame = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        self.pictures += props.transform.transform_rect_bbox(frame).area();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod caps {
    use super::*;

    #[test]
    fn a_page_with_letters_that_were_not_counted_any_more_is_refused() {
        let letter = |at: usize| Letter {
            text: "4".into(),
            left: 9.0 * at as f64,
            right: 9.0 * at as f64 + 9.0,
            line: 9.0,
            size: 9.0,
        };
        let lines = |letters| Layer { letters: (0..letters).map(letter).collect(), ..Layer::default() }.lines();
        assert_eq!(lines(MOST_LETTERS).map(|lines| lines.len()), Ok(1));
        assert_eq!(lines(MOST_LETTERS + 1), Err(Refusal::TooManyLetters { most: MOST_LETTERS }));
    }
}
