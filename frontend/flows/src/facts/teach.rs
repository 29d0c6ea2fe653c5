//! What a person's corrections can teach those who make reading programs. It leaves this device only in a file that the
//! person makes, after having said yes to it; nothing here sends anything.

use super::{Measured, Region};
use base64::{Engine, prelude::BASE64_STANDARD};
use chartkey_protocol::utc;
use chartkey_vocabulary::Time;
use serde_json::{Value, json};

/// Which form the file has.
const FORM: &str = "chartkey-lessons-1";

/// One line of a page, as a machine read it and as a person says it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lesson {
    /// What it is about, as the machine called it.
    pub about: String,
    /// As the machine read it.
    pub read: [String; 2],
    /// As the person says: two fields, or nothing where the page has no such line.
    pub said: Option<[String; 2]>,
    /// Where on the page.
    pub place: Option<Region>,
    /// The piece of the page, as a PNG.
    pub picture: Option<Vec<u8>>,
}

impl Measured {
    /// Whether a lesson about it says something of a body and not who somebody is: names and addresses on a page are
    /// words without a code.
    pub fn teaches(&self) -> bool {
        self.loinc.is_some() || self.number.is_some()
    }
}

/// The file, made at a time, with the words the person agreed to.
pub fn lessons(lessons: &[Lesson], consent: &str, at: Time) -> Vec<u8> {
    let lines: Vec<Value> = lessons.iter().map(line).collect();
    json!({ "form": FORM, "given": utc(at), "consent": consent, "lines": lines }).to_string().into_bytes()
}

fn line(lesson: &Lesson) -> Value {
    let mut line = json!({ "about": lesson.about, "read": lesson.read, "said": lesson.said });
    if let Some(Region { page, x, y, width, height }) = lesson.place {
        line["place"] = json!(format!("{page} {x} {y} {width} {height}"));
    }
    if let Some(png) = &lesson.picture {
        line["picture"] = json!(format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png)));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::read;

    #[test]
    fn a_lesson_says_what_was_read_and_what_it_is() {
        let place = Some(Region { page: 1, x: 0.25, y: 0.5, width: 0.125, height: 0.0625 });
        let read = ["1I".to_owned(), "ng/mL".to_owned()];
        let said = Some(["11".to_owned(), "ng/mL".to_owned()]);
        let picture = Some(b"png".to_vec());
        let file = lessons(&[Lesson { about: "Ferritin".into(), read, said, place, picture }], "Yes.", 0);
        let file: Value = serde_json::from_slice(&file).expect("JSON");
        assert_eq!((&file["consent"], &file["given"]), (&json!("Yes."), &json!("1970-01-01T00:00:00Z")));
        let line = &file["lines"][0];
        assert_eq!((&line["read"][0], &line["said"][0]), (&json!("1I"), &json!("11")));
        assert_eq!(line["place"], "1 0.25 0.5 0.125 0.0625");
        assert_eq!(line["picture"], "data:image/png;base64,cG5n");
    }

    #[test]
    fn names_and_numbers_of_people_are_no_lesson() {
        let golden = |kind: &str| std::fs::read(format!("../../ml-worker/golden/{kind}.json")).expect("a finding");
        for kind in ["lab-report", "prescription", "discharge-summary", "invoice"] {
            for value in read("application/fhir+json", &golden(kind)).results {
                let about = value.test.as_str();
                let names = ["Patient", "Patient number", "Hospital", "Doctor", "Referred by", "Registration number"];
                assert!(!(value.teaches() && names.contains(&about)), "{kind}: {about}");
            }
        }
    }
}
