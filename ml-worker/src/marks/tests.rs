use super::*;
use crate::page::{MarkKind, Said, Word};
use image::{Luma, Rgb, imageops};

const BLACK: [u8; 3] = [30, 30, 34];
const BLUE: [u8; 3] = [60, 70, 190];

/// A made page: print as bars with words that were read, and whatever is drawn beside it.
struct Drawn {
    page: RgbImage,
    lines: Vec<Line>,
}

impl Drawn {
    fn new() -> Self {
        Self { page: RgbImage::from_pixel(1000, 1400, Rgb([250, 249, 246])), lines: Vec::new() }
    }

    fn dot(&mut self, x: f32, y: f32, size: f32, ink: [u8; 3]) {
        let reach = (size / 2.0).ceil() as i32;
        for dy in -reach..=reach {
            for dx in -reach..=reach {
                let (px, py) = (x as i32 + dx, y as i32 + dy);
                if ((dx * dx + dy * dy) as f32) <= size * size / 4.0
                    && (0..1000).contains(&px)
                    && (0..1400).contains(&py)
                {
                    self.page.put_pixel(px as u32, py as u32, Rgb(ink));
                }
            }
        }
    }

    fn curve(&mut self, ink: [u8; 3], size: f32, at: impl Fn(f32) -> (f32, f32)) {
        for step in 0..=4000 {
            let (x, y) = at(step as f32 / 4000.0);
            self.dot(x, y, size, ink);
        }
    }

    /// Letters as upright bars of nearly one height.
    fn print(&mut self, left: f32, top: f32, letters: usize, ink: [u8; 3]) {
        for letter in 0..letters {
            let x = left + 14.0 * letter as f32;
            let high = if letter % 3 == 0 { 24.0 } else { 20.0 };
            self.curve(ink, 4.0, |part| (x + 2.0, top + 26.0 - high * part));
            self.curve(ink, 4.0, |part| (x + 2.0 + 6.0 * part, top + 26.0 - high / 2.0));
        }
    }

    fn say(&mut self, left: f32, top: f32, text: &str, sure: f32) {
        let said = Said { engine: crate::page::Engine::PpOcr, text: text.into(), sure };
        let area = Area { left, top, right: left + 14.0 * text.len() as f32, bottom: top + 30.0 };
        self.lines.push(Line { words: vec![Word { text: text.into(), area, sure, said: vec![said] }] });
    }

    fn printed(&mut self, left: f32, top: f32, text: &str) {
        self.print(left, top, text.len(), BLACK);
        self.say(left, top, text, 0.97);
    }

    fn report(mut self) -> Self {
        for row in 0..12 {
            self.printed(80.0, 150.0 + 50.0 * row as f32, "Haemoglobin");
            self.printed(400.0, 150.0 + 50.0 * row as f32, "13.2");
            self.printed(560.0, 150.0 + 50.0 * row as f32, "12-16");
        }
        for y in [140.0, 750.0] {
            self.curve(BLACK, 3.0, |part| (60.0 + 800.0 * part, y));
        }
        for x in [60.0, 860.0] {
            self.curve(BLACK, 3.0, |part| (x, 140.0 + 610.0 * part));
        }
        self
    }

    fn marks(&self) -> Vec<Mark> {
        find(&self.page, &self.ink(), &self.lines)
    }

    fn ink(&self) -> GrayImage {
        GrayImage::from_fn(1000, 1400, |x, y| {
            Luma([
                if imageops::grayscale(&imageops::crop_imm(&self.page, x, y, 1, 1).to_image()).get_pixel(0, 0)[0] < 150
                {
                    0
                } else {
                    255
                },
            ])
        })
    }

    /// A hand's name: loops that go along.
    fn sign(&mut self, left: f32, top: f32, ink: [u8; 3]) {
        self.curve(ink, 4.0, |part| {
            let turn = part * std::f32::consts::TAU * 5.0;
            (
                left + 220.0 * part + 14.0 * turn.sin(),
                top + 30.0 + (26.0 - 14.0 * part) * turn.cos() - 12.0 * (3.0 * part).sin(),
            )
        });
    }

    /// A round stamp; a part of its ring did not print.
    fn stamp(&mut self, x: f32, y: f32, radius: f32, ink: [u8; 3]) {
        for radius in [radius, 0.68 * radius] {
            self.curve(ink, 4.0, |part| {
                let turn = 0.5 + part * std::f32::consts::TAU * 0.88;
                (x + radius * turn.cos(), y + radius * turn.sin())
            });
        }
        self.print(x - 0.4 * radius, y - 13.0, (0.8 * radius / 14.0) as usize, ink);
    }
}

fn kinds(marks: &[Mark]) -> Vec<MarkKind> {
    marks.iter().filter(|mark| mark.sure >= 0.5).map(|mark| mark.kind).collect()
}

#[test]
fn print_and_drawn_lines_are_no_marks() {
    assert_eq!(Drawn::new().report().marks(), []);
    assert_eq!(Drawn::new().marks(), []);
}

#[test]
fn a_round_stamp_in_blue_or_black_is_found_where_it_is() {
    for ink in [BLUE, BLACK] {
        let mut drawn = Drawn::new().report();
        drawn.stamp(700.0, 1100.0, 95.0, ink);
        let marks = drawn.marks();
        assert_eq!(kinds(&marks), [MarkKind::Stamp], "{ink:?}: {marks:?}");
        let area = marks[0].area;
        assert!((area.left - 605.0).abs() < 12.0 && (area.bottom - 1195.0).abs() < 12.0, "{area:?}");
    }
}

#[test]
fn what_a_stamp_says_is_no_part_of_the_table_under_it() {
    let mut drawn = Drawn::new().report();
    drawn.stamp(460.0, 420.0, 90.0, BLUE);
    drawn.say(424.0, 407.0, "PAID", 0.9);
    let ink = drawn.ink();
    let marks = find(&drawn.page, &ink, &drawn.lines);
    let said =
        |lines: &[Line], text: &str| lines.iter().flat_map(|line| &line.words).filter(|word| word.text == text).count();
    let left = without_stamps(&drawn.page, &ink, drawn.lines.clone(), &marks);
    assert_eq!((said(&left, "PAID"), said(&left, "13.2")), (0, 12), "{marks:?}");
}

#[test]
fn a_slanted_box_in_colour_with_words_is_a_stamp() {
    let mut drawn = Drawn::new().report();
    let corners = [(600.0, 1000.0), (800.0, 970.0), (812.0, 1050.0), (612.0, 1080.0)];
    for side in 0..4 {
        let (from, to): ((f32, f32), (f32, f32)) = (corners[side], corners[(side + 1) % 4]);
        drawn.curve([190, 50, 60], 4.0, |part| (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
    }
    drawn.print(640.0, 1010.0, 9, [190, 50, 60]);
    assert_eq!(kinds(&drawn.marks()), [MarkKind::Stamp]);
}

#[test]
fn an_emblem_at_the_head_of_a_page_is_doubted() {
    let mut drawn = Drawn::new().report();
    drawn.stamp(150.0, 90.0, 60.0, BLUE);
    assert_eq!(kinds(&drawn.marks()), []);
}

#[test]
fn a_signature_is_a_running_stroke_beside_words_that_ask_for_it() {
    for ink in [BLUE, BLACK] {
        let mut drawn = Drawn::new().report();
        drawn.sign(600.0, 1180.0, ink);
        assert_eq!(kinds(&drawn.marks()), [], "nobody asked");
        drawn.printed(620.0, 1260.0, "Signature");
        let marks = drawn.marks();
        assert_eq!(kinds(&marks), [MarkKind::Signature], "{marks:?}");
        let area = marks[0].area;
        assert!(area.left < 620.0 && area.right > 800.0 && area.bottom < 1260.0, "{area:?}");
    }
}

#[test]
fn a_large_name_across_the_printed_one_is_a_signature() {
    let mut drawn = Drawn::new().report();
    drawn.printed(620.0, 1260.0, "Dr.");
    drawn.printed(690.0, 1260.0, "Menon");
    drawn.curve(BLACK, 5.0, |part| {
        (560.0 + 340.0 * part, 1205.0 - 70.0 * (part * std::f32::consts::TAU * 2.2).sin() * (1.2 - part))
    });
    let marks = drawn.marks();
    assert_eq!(kinds(&marks), [MarkKind::Signature], "{marks:?}");
}

#[test]
fn a_stroke_that_dips_into_the_name_below_it_is_a_signature() {
    let mut report = Drawn::new().report();
    report.curve(BLACK, 4.0, |part| {
        (600.0 + 200.0 * part, 900.0 - 30.0 * (part * 2.2 * std::f32::consts::TAU).sin() * (1.0 - 0.3 * part))
    });
    report.printed(580.0, 916.0, "Dr.");
    report.printed(650.0, 916.0, "Rao");
    let marks = report.marks();
    assert!(marks.iter().any(|mark| mark.kind == MarkKind::Signature && mark.sure >= BELIEVED), "{marks:?}");
}

#[test]
fn a_line_to_sign_on_is_no_signature() {
    let mut drawn = Drawn::new().report();
    drawn.curve(BLACK, 3.0, |part| (600.0 + 250.0 * part, 1230.0));
    drawn.printed(620.0, 1260.0, "Signature");
    assert_eq!(drawn.marks(), []);
}

#[test]
fn a_line_nobody_could_read_that_runs_together_is_handwriting() {
    let mut drawn = Drawn::new().report();
    for word in 0..3 {
        let left = 100.0 + 170.0 * word as f32;
        drawn.curve(BLACK, 4.0, |part| {
            let turn = part * std::f32::consts::TAU * 3.0;
            (left + 130.0 * part, 900.0 + 9.0 * word as f32 + 10.0 * turn.sin() * (0.4 + part))
        });
    }
    drawn.say(95.0, 885.0, "Tobcnnow5", 0.3);
    drawn.say(265.0, 894.0, "Cnnow5ooo", 0.25);
    drawn.say(435.0, 903.0, "5oomomomo", 0.3);
    // Print that was read badly stays print.
    drawn.print(100.0, 1000.0, 12, BLACK);
    drawn.say(100.0, 1000.0, "l1l1l1l1l1l1", 0.3);
    let marks = drawn.marks();
    assert_eq!(kinds(&marks), [MarkKind::Handwriting], "{marks:?}");
    assert!(marks[0].area.bottom < 990.0 && marks[0].area.right > 440.0, "{marks:?}");
}
