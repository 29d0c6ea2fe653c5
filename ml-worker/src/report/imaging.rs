//! The findings about a picture, in the form of all findings: a FHIR `DiagnosticReport` whose conclusion is the sentence.
//!
//! In it lie a `RiskAssessment` with the probability, a `Media` with the map of where the model looked, an `Observation`
//! for what was seen in words, a `DetectedIssue` for each doubt, and the `Device`: the model with its card.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use super::{card, extension, part, rounded};
use crate::imaging::{Answer, Card, Imaging, Look, Said, Series, Verdict, answer, heat::Heat, kind, quality::Doubt};
use crate::page::Area;

/// Whose picture it is: a picture names nobody, and what its file said of the person was dropped.
const SUBJECT: &str = "The person of this record";
/// Told where the file says that letters stand in its pictures.
const LETTERED: &str = "The file says that words stand in the picture itself: it may show a name, which taking off what \
    the file says of a person does not remove.";

/// All that was found in a file's pictures.
pub fn pictured(imaging: &Imaging, series: &Series) -> Value {
    let Some((number, look)) = series.chief() else { return json!({ "resourceType": "DiagnosticReport" }) };
    let model = match &look.verdict {
        Verdict::Read(answer) => imaging.network(&answer.model),
        Verdict::Refused(_) => imaging.networks().next(),
    };
    let told = Told { series, number: *number, look, card: model.map(|network| &network.card) };
    let mut inner = Inner::default();
    inner.contained.extend(model.map(|network| card::device(&network.card, imaging)));
    told.seen(&mut inner);
    let media = told.answered(&mut inner);
    told.doubts().iter().for_each(|doubt| inner.issue(doubt));
    let mut extensions = vec![json!({ "url": format!("{}kind", super::OURS), "extension": [
        part("code", "valueCode", json!("image")),
        part("sure", "valueDecimal", json!(rounded(look.kind.likeliest().1))),
        part("because", "valueString", json!(kind::named(look.kind.likeliest().0))),
    ] })];
    extensions.push(json!({ "url": format!("{}statement", super::OURS), "extension": [
        part("topic", "valueCode", json!("image")),
        part("says", "valueString", json!(told.sentence())),
        part("sure", "valueDecimal", json!(rounded(told.sure()))),
    ] }));
    extensions.extend(look.quality.iter().map(checked));
    let mut report = json!({
        "resourceType": "DiagnosticReport",
        "contained": inner.contained,
        "extension": extensions,
        "status": "preliminary",
        "code": { "text": "What a machine saw in an image" },
        "subject": { "display": SUBJECT },
        "conclusion": told.conclusion(),
        "result": inner.results,
    });
    if let Some(media) = media {
        report["media"] = json!([{ "comment": "Where the model looked", "link": { "reference": media } }]);
    }
    report
}

/// The same for other programs, as a FHIR R4 bundle.
pub fn pictured_bundle(imaging: &Imaging, series: &Series) -> Value {
    json!({ "resourceType": "Bundle", "type": "collection", "entry": [{ "resource": pictured(imaging, series) }] })
}

/// What was found, in a few sentences.
pub fn pictured_text(imaging: &Imaging, series: &Series) -> String {
    pictured(imaging, series)["conclusion"].as_str().unwrap_or_default().to_owned()
}

/// Figures below this are told beside every answer they bear on.
const ENOUGH: f64 = 0.9;

struct Told<'a> {
    series: &'a Series,
    number: usize,
    look: &'a Look,
    card: Option<&'a Card>,
}

#[derive(Default)]
struct Inner {
    contained: Vec<Value>,
    results: Vec<Value>,
}

impl Inner {
    fn put(&mut self, letter: char, mut resource: Value) -> String {
        let id = format!("{letter}{}", self.contained.len());
        resource["id"] = json!(id);
        self.contained.push(resource);
        format!("#{id}")
    }

    fn observed(&mut self, about: &str, what: &str, extensions: Vec<Value>) {
        let mut said = json!({
            "resourceType": "Observation",
            "status": "preliminary",
            "code": { "text": about },
            "valueString": what,
        });
        if !extensions.is_empty() {
            said["extension"] = json!(extensions);
        }
        let id = self.put('o', said);
        self.results.push(json!({ "reference": id }));
    }

    fn issue(&mut self, detail: &str) {
        self.put(
            'i',
            json!({
                "resourceType": "DetectedIssue",
                "status": "preliminary",
                "severity": "moderate",
                "detail": detail,
                "implicated": [{ "reference": "#" }],
            }),
        );
    }
}

impl Told<'_> {
    /// What was seen, in words.
    fn seen(&self, inner: &mut Inner) {
        let (kind, share) = self.look.kind.likeliest();
        let sure = vec![extension("sure", "valueDecimal", json!(rounded(share)))];
        inner.observed("Kind of image", kind::named(kind).trim_start_matches("a "), sure);
        let wrong: Vec<&str> = self.look.quality.iter().filter(|side| !side.passes).map(|side| side.what).collect();
        let quality =
            if wrong.is_empty() { "nothing against it".into() } else { format!("doubtful: {}", wrong.join(", ")) };
        inner.observed("Quality", &quality, Vec::new());
        if self.series.frames > 1 {
            inner.observed(
                "Image that is spoken of",
                &format!("{} of {}", self.number, self.series.frames),
                Vec::new(),
            );
        }
    }

    /// What the model answers; says which resource is the map.
    fn answered(&self, inner: &mut Inner) -> Option<String> {
        let (Verdict::Read(answer), Some(card)) = (&self.look.verdict, self.card) else { return None };
        let what = match (answer.said, self.named(answer.said)) {
            (Said::Healthy, _) => Some((self.healthy(), 1.0 - answer.sick)),
            (Said::Sick(_), Some(class)) => Some((words(&card.classes[class]), answer.probabilities[class])),
            (Said::Sick(_), None) => Some((self.sick(), answer.sick)),
            (Said::CannotTell, _) => None,
        };
        let shown = what.map_or("cannot tell", |(what, _)| what);
        let sure = what.map_or(self.sure(), |(_, share)| share);
        inner.observed("What it shows", shown, vec![extension("sure", "valueDecimal", json!(rounded(sure)))]);
        for (what, share) in self.shares(card, answer) {
            inner.observed(&format!("Probability of {what}"), &percent(share), Vec::new());
        }
        if let Some((what, share)) = what {
            inner.put(
                'r',
                json!({
                    "resourceType": "RiskAssessment",
                    "extension": [extension("read-in", "valueReference", json!({ "reference": "#" }))],
                    "status": "preliminary",
                    "subject": { "display": SUBJECT },
                    "prediction": [{ "outcome": { "text": what }, "probabilityDecimal": rounded(share) }],
                }),
            );
        }
        let heat = answer.heat.as_ref()?;
        let covered = format!("{}, {} of the image", heat.words(), percent(heat.share));
        inner.observed(
            "Where the model looked",
            &covered,
            vec![extension("place", "valueString", json!(place(self.number, &heat.region)))],
        );
        let png = heat.png(self.look.width, self.look.height)?;
        Some(inner.put('p', json!({
            "resourceType": "Media",
            "status": "completed",
            "subject": { "display": SUBJECT },
            "content": { "contentType": "image/png", "data": BASE64_STANDARD.encode(png), "title": self.map_title(card, answer, heat) },
        })))
    }

    fn is_chest(&self) -> bool {
        self.card.is_some_and(|card| card.name == "chest")
    }

    fn healthy(&self) -> &'static str {
        if self.is_chest() { "no pneumonia" } else { "no tumour" }
    }

    fn sick(&self) -> &'static str {
        if self.is_chest() { "pneumonia" } else { "a tumour" }
    }

    /// The class that is named, where one is. Which pneumonia it is never is: at no sureness is that right often enough.
    fn named(&self, said: Said) -> Option<usize> {
        match said {
            Said::Sick(class) if !self.is_chest() => class,
            _ => None,
        }
    }

    /// How probable each answer is that is given at all.
    fn shares<'a>(&self, card: &'a Card, answer: &Answer) -> Vec<(&'a str, f32)> {
        if self.is_chest() {
            return vec![(self.healthy(), 1.0 - answer.sick), (self.sick(), answer.sick)];
        }
        card.classes.iter().map(|class| words(class)).zip(answer.probabilities.iter().copied()).collect()
    }

    /// How sure the answer is.
    fn sure(&self) -> f32 {
        match &self.look.verdict {
            Verdict::Refused(_) => self.look.kind.likeliest().1,
            Verdict::Read(answer) => match answer.said {
                Said::Healthy => 1.0 - answer.sick,
                Said::Sick(_) => answer.sick,
                Said::CannotTell => answer.sick.max(1.0 - answer.sick),
            },
        }
    }

    /// The answer in a sentence.
    fn sentence(&self) -> String {
        let answer = match &self.look.verdict {
            Verdict::Refused(why) => return why.clone(),
            Verdict::Read(answer) => answer,
        };
        let Some(card) = self.card else { return String::new() };
        let picture = format!("This {}", kind::named(self.look.kind.likeliest().0).trim_start_matches("a "));
        match answer.said {
            Said::Healthy => format!("{picture} looks like {} ({}).", self.healthy(), percent(1.0 - answer.sick)),
            Said::Sick(_) => {
                format!("{picture} looks like {} ({}){}.", self.sick(), percent(answer.sick), self.which(card, answer))
            }
            Said::CannotTell => format!("{picture}: the model cannot tell; {}.", self.short_of(card, answer.sick)),
        }
    }

    /// How probable the likelier answer is, and from where on it would be given: never as high as that.
    fn short_of(&self, card: &Card, sick: f32) -> String {
        let sure = card.thresholds.unsure_below;
        let (what, share, least) = if sick >= 0.5 {
            (self.sick(), sick, sure.max(card.thresholds.sick_from.unwrap_or(0.0)))
        } else {
            (self.healthy(), 1.0 - sick, sure)
        };
        // One down, the other up, so that they never read alike; the noise of binary fractions is far below a thousandth.
        let tenths = |share: f32| f64::from(share) * 1000.0;
        let (share, least) = ((tenths(share) + 0.001).floor() / 10.0, (tenths(least) - 0.001).ceil() / 10.0);
        format!("{what} is {share:.1} % likely, and it answers from {least:.1} % on")
    }

    /// Which sickness, as far as that can be told.
    fn which(&self, card: &Card, answer: &Answer) -> String {
        if self.is_chest() {
            return String::new();
        }
        let name = |class: usize| words(&card.classes[class]);
        match (self.named(answer.said), answer::likeliest_sick(card, &answer.probabilities)) {
            (Some(class), _) => format!(", most likely {} ({})", name(class), percent(answer.probabilities[class])),
            (None, Some(class)) => format!(
                "; which kind it cannot tell, {} being likeliest ({})",
                name(class),
                percent(answer.probabilities[class])
            ),
            (None, None) => String::new(),
        }
    }

    /// What the map shows: no more than the answer says.
    fn map_title(&self, card: &Card, answer: &Answer, heat: &Heat) -> String {
        let what = self.named(answer.said).map_or(self.sick(), |class| words(&card.classes[class]));
        let saw = if answer.said == Said::CannotTell { "what speaks for " } else { "" };
        format!("Where the model saw {saw}{what}, in {} by {} cells", heat.cells, heat.cells)
    }

    fn conclusion(&self) -> String {
        let mut text = self.sentence();
        if self.series.frames > 1 && self.series.read() > 0 {
            text.push_str(&format!(" It is image {} of {}.", self.number, self.series.frames));
        }
        if matches!(self.look.verdict, Verdict::Read(_)) {
            text.push_str(" A doctor has to look; this is no diagnosis.");
        }
        text
    }

    /// What speaks against believing it.
    fn doubts(&self) -> Vec<String> {
        let mut doubts: Vec<String> =
            self.look.quality.iter().filter(|side| !side.passes).map(|side| side.says.clone()).collect();
        if self.series.lettered {
            doubts.push(LETTERED.into());
        }
        match &self.look.verdict {
            Verdict::Refused(why) => doubts.push(why.clone()),
            Verdict::Read(answer) => {
                if answer.said == Said::CannotTell {
                    doubts.push("The model is not sure enough to answer.".into());
                }
                doubts.extend(self.card.and_then(|card| measured_doubt(card, answer.said)));
                // Whom and what it knows at all; the rest is on the card.
                doubts.extend(self.card.iter().flat_map(|card| card.limits.iter().skip(1).take(2).cloned()));
            }
        }
        let unread: Vec<String> = self.series.unread().iter().map(ToString::to_string).collect();
        if !unread.is_empty() {
            let (count, frames) = (unread.len(), self.series.frames);
            doubts.push(format!("{count} of {frames} images could not be read: {}.", unread.join(", ")));
        }
        if self.series.looks.len() > 1 {
            doubts.push(format!(
                "{} of {} images were looked at, each by itself; the one that looks sickest is spoken of, which makes a false \
                 alarm likelier.",
                self.series.looks.len(),
                self.series.frames
            ));
        }
        doubts
    }
}

/// What was measured that speaks against an answer of this kind: how many sick it passes over elsewhere, where it found
/// nothing; how many healthy it takes for sick, where it found something.
fn measured_doubt(card: &Card, said: Said) -> Option<String> {
    let missed = || card.figure("yesno.sick_from_half.sensitivity").filter(|figure| figure.value < ENOUGH);
    let alarmed = || {
        let tested =
            ["aside", "test"].into_iter().filter_map(|split| card.figure(&format!("{split}.sick.specificity")));
        tested.min_by(|a, b| a.value.total_cmp(&b.value)).filter(|figure| figure.value < ENOUGH)
    };
    match said {
        Said::Healthy => missed().map(|figure| {
            format!(
                "It found only {:.0} of 100 sick on images of another collection, with its cut at one half: finding nothing \
                 excludes nothing.",
                figure.value * 100.0
            )
        }),
        Said::Sick(_) => alarmed().map(|figure| {
            format!(
                "It took {:.0} of 100 healthy for sick when it was tested, at its yes-or-no cut.",
                (1.0 - figure.value) * 100.0
            )
        }),
        Said::CannotTell => None,
    }
}

/// A class in words.
fn words(class: &str) -> &str {
    match class {
        "normal" => "no pneumonia",
        "none" => "no tumour",
        "pneumonia-bacterial" => "bacterial pneumonia",
        "pneumonia-viral" => "viral pneumonia",
        "pituitary" => "pituitary tumour",
        other => other,
    }
}

fn percent(share: f32) -> String {
    // Never 0 or 100 of a hundred: no model is that sure.
    format!("{:.0} %", (share * 100.0).round().clamp(1.0, 99.0))
}

fn place(page: usize, area: &Area) -> String {
    let thousandth = |part: f32| f64::from((part * 1000.0).round()) / 1000.0;
    format!(
        "{page} {} {} {} {}",
        thousandth(area.left),
        thousandth(area.top),
        thousandth(area.width()),
        thousandth(area.height())
    )
}

fn checked(side: &Doubt) -> Value {
    json!({ "url": format!("{}check", super::OURS), "extension": [
        part("what", "valueCode", json!(side.what)),
        part("verdict", "valueCode", json!(if side.passes { "pass" } else { "doubt" })),
        part("says", "valueString", json!(side.says)),
    ] })
}
