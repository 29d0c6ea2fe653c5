//! What a strip says: a network reads it letter by letter, and the letters become words with places.

use image::{GrayImage, RgbImage, imageops};

use super::Strip;
use super::canvas;
use super::ctc::{Letter, Letters};
use super::strip::BEYOND;
use crate::abreast::abreast;
use crate::model::{Model, ModelError};
use crate::page::{Engine, Said, Word};

/// The network reads lines of this height, in pixels.
const HEIGHT: u32 = 48;
/// Widths that lines are filled up to, so that a few plans serve all of them.
const WIDTHS: [usize; 9] = [96, 160, 240, 320, 400, 480, 640, 800, 960];
/// More threads than these read the lines of no page: other pages want to be read as well.
const MOST_THREADS: usize = 8;
/// What the network saw beside the ends of lines when it was trained: middle grey.
const BESIDE: f32 = 0.0;

pub(super) struct Recognizer {
    model: Box<dyn Model>,
    letters: Letters,
}

/// A line as it was read.
struct Reading {
    letters: Vec<Letter>,
    /// Pixels of the strip to one slice.
    slice: f32,
}

impl Recognizer {
    pub(super) fn new(model: Box<dyn Model>, letters: Letters) -> Self {
        Self { model, letters }
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        self.model.digest()
    }

    pub(super) fn read(&self, page: &RgbImage, strips: &[Strip]) -> Result<Vec<Word>, ModelError> {
        Ok(self.read_each(page, strips)?.into_iter().flatten().collect())
    }

    pub(super) fn read_each(&self, page: &RgbImage, strips: &[Strip]) -> Result<Vec<Vec<Word>>, ModelError> {
        let short = |(of, strip): (usize, &Strip)| short_enough(*strip, page).into_iter().map(move |part| (of, part));
        let parts: Vec<(usize, Strip)> = strips.iter().enumerate().flat_map(short).collect();
        let pictures: Vec<RgbImage> =
            parts.iter().map(|(_, part)| part.scaled(page, HEIGHT, WIDTHS[WIDTHS.len() - 1] as u32)).collect();
        let mut read = vec![Vec::new(); strips.len()];
        for ((of, part), reading) in parts.iter().zip(self.readings(&pictures)?) {
            read[*of].extend(words(part, &reading));
        }
        Ok(read)
    }

    /// How sure the network is of what it makes of pictures of lines, on average over their letters.
    pub(super) fn sureness(&self, pictures: &[RgbImage]) -> Result<f32, ModelError> {
        let readings = self.readings(pictures)?;
        let (sum, count) = readings
            .iter()
            .flat_map(|reading| &reading.letters)
            .fold((0.0, 0), |(sum, count), letter| (sum + letter.sure, count + 1));
        Ok(if count > 0 { sum / count as f32 } else { 0.0 })
    }

    /// Reads lines of [`HEIGHT`], each on its own, as many at once as there are processors; in tract several in one run
    /// take longer than one after the other. The wide ones come first, so that no thread is left alone with a long one.
    fn readings(&self, pictures: &[RgbImage]) -> Result<Vec<Reading>, ModelError> {
        let mut order: Vec<usize> = (0..pictures.len()).collect();
        order.sort_by_key(|&line| std::cmp::Reverse(pictures[line].width()));
        let mut readings = Vec::with_capacity(order.len());
        abreast(order.len(), MOST_THREADS, |at| self.reading(&pictures[order[at]]), |reading| readings.push(reading));
        let mut readings: Vec<(usize, Reading)> = order
            .into_iter()
            .zip(readings)
            .map(|(line, reading)| Ok((line, reading?)))
            .collect::<Result<_, ModelError>>()?;
        readings.sort_by_key(|(line, _)| *line);
        Ok(readings.into_iter().map(|(_, reading)| reading).collect())
    }

    fn reading(&self, picture: &RgbImage) -> Result<Reading, ModelError> {
        let fits = |width: &usize| *width >= picture.width() as usize;
        let width = WIDTHS.into_iter().find(fits).unwrap_or(WIDTHS[WIDTHS.len() - 1]);
        let slices = self.model.run(&[canvas::numbers(picture, width, HEIGHT as usize, BESIDE)])?;
        let slices = slices.first().map_or(&[][..], |slices| &slices.values);
        let count = slices.len() / self.letters.outputs();
        Ok(Reading { letters: self.letters.read(slices), slice: width as f32 / count.max(1) as f32 })
    }
}

/// Parts a strip that is too long for the network at the widest gap near its middle. One that is longer than its page can
/// hold stays whole: its parts would be as many as it says.
fn short_enough(strip: Strip, page: &RgbImage) -> Vec<Strip> {
    let longest = WIDTHS[WIDTHS.len() - 1] as f32 / HEIGHT as f32;
    let too_long = strip.length > longest * strip.height && strip.length <= BEYOND as f32 * page.width() as f32;
    if !too_long {
        return vec![strip];
    }
    let cut = imageops::grayscale(&strip.cut(page));
    let at = widest_gap(&cut) as f32;
    [strip.part(0.0, at), strip.part(at, strip.length)].into_iter().flat_map(|part| short_enough(part, page)).collect()
}

/// The middle of the widest run of columns without ink, in the middle third of a line.
fn widest_gap(line: &GrayImage) -> u32 {
    let (from, to) = (line.width() / 3, line.width() * 2 / 3);
    let contrast = |x: u32| {
        let column = (0..line.height()).map(|y| line.get_pixel(x, y)[0]);
        column.clone().max().unwrap_or(0) - column.min().unwrap_or(0)
    };
    let contrasts: Vec<u8> = (from..to).map(contrast).collect();
    let blank = contrasts.iter().max().map_or(0, |most| most / 4);
    let (mut best, mut run) = ((0, line.width() / 2), 0);
    for (x, contrast) in (from..to).zip(contrasts) {
        run = if contrast <= blank { run + 1 } else { 0 };
        if run > best.0 {
            best = (run, x + 1 - run / 2);
        }
    }
    best.1.clamp(1, line.width().max(2) - 1)
}

/// Letters between spaces are a word. Its place: from half a letter before the middle of its first one to half a letter
/// behind the middle of its last one.
fn words(strip: &Strip, reading: &Reading) -> Vec<Word> {
    let pixels = reading.slice * if strip.is_upright() { strip.length } else { strip.height } / HEIGHT as f32;
    let middle = |letter: &Letter| (letter.from + letter.to) as f32 / 2.0 * pixels;
    let parts: Vec<&[Letter]> =
        reading.letters.split(|letter| letter.text.is_whitespace()).filter(|part| !part.is_empty()).collect();
    let letter = letter_width(&parts, middle).unwrap_or(strip.height / 2.0);
    let mut ends: Vec<(f32, f32)> = parts
        .iter()
        .map(|part| (middle(&part[0]) - letter / 2.0, middle(&part[part.len() - 1]) + letter / 2.0))
        .collect();
    for at in 1..ends.len() {
        if ends[at - 1].1 > ends[at].0 {
            let between = (ends[at - 1].1 + ends[at].0) / 2.0;
            (ends[at - 1].1, ends[at].0) = (between, between);
        }
    }
    parts.iter().zip(ends).map(|(part, (from, to))| word(strip, part, from, to)).collect()
}

/// How far letters are from one another, where two stand beside each other.
fn letter_width(parts: &[&[Letter]], middle: impl Fn(&Letter) -> f32) -> Option<f32> {
    let (steps, way) = parts.iter().filter(|part| part.len() > 1).fold((0, 0.0), |(steps, way), part| {
        (steps + part.len() - 1, way + middle(&part[part.len() - 1]) - middle(&part[0]))
    });
    (steps > 0).then(|| way / steps as f32)
}

fn word(strip: &Strip, letters: &[Letter], from: f32, to: f32) -> Word {
    let text: String = letters.iter().map(|letter| letter.text).collect();
    // A word is as sure as its least sure letter.
    let sure = letters.iter().map(|letter| letter.sure).fold(1.0, f32::min);
    let whole = if strip.is_upright() { strip.height } else { strip.length };
    let (from, to) = (from.clamp(0.0, whole), to.clamp(0.0, whole));
    let area = if strip.is_upright() {
        let along =
            Strip { along: (-strip.along.1, strip.along.0), length: strip.height, height: strip.length, ..*strip };
        along.area(from, to)
    } else {
        strip.area(from, to)
    };
    Word { said: vec![Said { engine: Engine::PpOcr, text: text.clone(), sure }], text, area, sure }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Numbers;
    use image::{Luma, Rgb};

    /// Sees an `a` in slice 2, a space in slice 5 and a `b` in slice 8, of ten slices, whatever it looks at.
    struct Fake;

    impl Model for Fake {
        fn run(&self, inputs: &[Numbers]) -> Result<Vec<Numbers>, ModelError> {
            let count = inputs[0].shape[0];
            let mut values = vec![0.0; count * 10 * 4];
            for line in values.chunks_exact_mut(40) {
                for slice in 0..10 {
                    let best = match slice {
                        2 => 1,
                        5 => 3,
                        8 => 2,
                        _ => 0,
                    };
                    line[slice * 4 + best] = 0.5 + slice as f32 / 20.0;
                }
            }
            Ok(vec![Numbers { shape: vec![count, 10, 4], values }])
        }

        fn digest(&self) -> [u8; 32] {
            [0; 32]
        }
    }

    #[test]
    fn words_stand_where_their_slices_were() {
        let recognizer = Recognizer::new(Box::new(Fake), Letters::new("a\nb"));
        let page = RgbImage::from_pixel(200, 100, Rgb([255; 3]));
        let strip = Strip { middle: (90.0, 50.0), along: (1.0, 0.0), length: 160.0, height: 48.0, sure: 1.0 };
        let words = recognizer.read(&page, &[strip]).unwrap();
        let texts: Vec<(&str, f32)> = words.iter().map(|word| (word.text.as_str(), word.sure)).collect();
        assert_eq!(texts, [("a", 0.6), ("b", 0.9)]);
        // Slices are 16 pixels wide here, and the strip begins at 10.
        let middles: Vec<f32> = words.iter().map(|word| (word.area.left + word.area.right) / 2.0).collect();
        assert!((middles[0] - 50.0).abs() < 1.0, "{middles:?}");
        assert!((middles[1] - 146.0).abs() < 6.0, "{middles:?}");
    }

    #[test]
    fn each_strip_has_its_own_words() {
        let recognizer = Recognizer::new(Box::new(Fake), Letters::new("a\nb"));
        let page = RgbImage::from_pixel(2000, 100, Rgb([255; 3]));
        let strip = |length| Strip { middle: (1000.0, 50.0), along: (1.0, 0.0), length, height: 48.0, sure: 1.0 };
        // The second is too long for the network and is read in two parts.
        let read = recognizer.read_each(&page, &[strip(160.0), strip(1800.0), strip(300.0)]).unwrap();
        assert_eq!(read.iter().map(Vec::len).collect::<Vec<_>>(), [2, 4, 2]);
        let all = recognizer.read(&page, &[strip(160.0), strip(1800.0), strip(300.0)]).unwrap();
        assert_eq!(all, read.concat());
    }

    #[test]
    fn a_strip_longer_than_its_page_can_hold_is_not_parted() {
        let page = RgbImage::from_pixel(200, 100, Rgb([255; 3]));
        let strip = |length| Strip { middle: (100.0, 50.0), along: (1.0, 0.0), length, height: 5.0, sure: 1.0 };
        let parts = |length| short_enough(strip(length), &page).len();
        assert_eq!((parts(90.0), parts(150.0), parts(1e30), parts(f32::NAN)), (1, 2, 1, 1));
    }

    #[test]
    fn a_long_line_is_parted_between_words() {
        let line =
            GrayImage::from_fn(300, 20, |x, _| Luma([if (140..170).contains(&x) || x % 4 > 1 { 255 } else { 0 }]));
        let striped = GrayImage::from_fn(300, 20, |x, y| {
            if (140..170).contains(&x) {
                Luma([255])
            } else {
                Luma([if y % 2 == 0 { line.get_pixel(x, y)[0] } else { 255 }])
            }
        });
        assert!((150..160).contains(&widest_gap(&striped)), "{}", widest_gap(&striped));
    }
}
