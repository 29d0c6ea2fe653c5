//! What kind of picture it is, and which model may be shown it.

use super::{
    card::{Card, Passing, damaged},
    network::Evidence,
};
use crate::admit::Modality;
use crate::model::ModelError;

/// The kinds that a model reads: its name, and how the atlas' classes of its kind begin. The atlas' distances are in this
/// order.
const READ: [(&str, &str); 2] = [("chest", "chest-xray"), ("brain", "brain-mri")];
/// Kinds that have several classes, which tell sick from healthy and are for sorting alone.
const SEVERAL: [&str; 3] = ["chest-xray", "brain-mri", "fundus"];
/// The class of what is no medical picture.
pub const NONE: &str = "none-of-these";

/// Which pictures a model may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Its name.
    pub model: &'static str,
    kind: &'static str,
    column: usize,
    passing: Passing,
}

/// What the atlas says of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Kindred {
    /// Each kind with its probability, the likeliest first.
    pub kinds: Vec<(String, f32)>,
    /// How probable each class of the atlas is, in its card's order.
    pub classes: Vec<f32>,
    /// How far it lies from the pictures each model learned from.
    pub distance: Vec<f32>,
    /// Below this the atlas is not believed.
    pub unsure_below: f32,
}

/// A picture or a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// Certainly of a kind the atlas knows.
    Picture,
    /// Of none; a page of text, most likely.
    Page,
    /// The atlas is not sure: the words on it decide.
    Unclear,
}

/// Why a picture does not pass a gate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stopped {
    /// It is of another kind.
    OtherKind,
    /// It is of the kind and unlike the pictures that were learned from.
    Unlike,
    /// The file says that another machine made it.
    OtherMachine(Modality),
}

/// The gates of the models, by the atlas' card.
pub(super) fn gates(atlas: &Card) -> Result<Vec<Gate>, ModelError> {
    let gate = |(column, (model, kind)): (usize, &(&'static str, &'static str))| {
        let passing = atlas.thresholds.gates.get(&format!("gate_{model}"));
        let passing = *passing.ok_or_else(|| damaged(&format!("the atlas has no gate for {model}")))?;
        Ok(Gate { model, kind, column, passing })
    };
    READ.iter().enumerate().map(gate).collect()
}

/// A class's kind.
#[must_use]
pub fn kind_of(class: &str) -> &str {
    SEVERAL.into_iter().find(|kind| class.starts_with(kind)).unwrap_or(class)
}

pub(super) fn kindred(atlas: &Card, evidence: &Evidence) -> Kindred {
    let mut kinds: Vec<(String, f32)> = Vec::new();
    for (class, share) in atlas.classes.iter().zip(&evidence.probabilities) {
        match kinds.iter_mut().find(|(kind, _)| kind == kind_of(class)) {
            Some((_, sum)) => *sum += share,
            None => kinds.push((kind_of(class).to_owned(), *share)),
        }
    }
    kinds.sort_by(|a, b| b.1.total_cmp(&a.1));
    Kindred {
        kinds,
        classes: evidence.probabilities.clone(),
        distance: evidence.distance.clone(),
        unsure_below: atlas.thresholds.unsure_below,
    }
}

impl Kindred {
    /// The likeliest kind.
    #[must_use]
    pub fn likeliest(&self) -> (&str, f32) {
        self.kinds.first().map_or((NONE, 0.0), |(kind, share)| (kind, *share))
    }

    /// How probable a kind is.
    #[must_use]
    pub fn share(&self, kind: &str) -> f32 {
        self.kinds.iter().find(|(known, _)| known == kind).map_or(0.0, |(_, share)| *share)
    }

    /// Picture or page.
    #[must_use]
    pub fn sorted(&self) -> Sorted {
        match self.likeliest() {
            (NONE, _) => Sorted::Page,
            (_, share) if share >= self.unsure_below => Sorted::Picture,
            _ => Sorted::Unclear,
        }
    }

    /// Whether a model may be shown this picture: by the limits that training chose, and only where no other kind is
    /// likelier, which turns away slices of head CT, and some brains.
    ///
    /// # Errors
    /// Why not.
    pub fn passes(&self, gate: &Gate, modality: Option<Modality>) -> Result<(), Stopped> {
        if let Some(modality) = modality.filter(|modality| !fits(gate.kind, *modality)) {
            return Err(Stopped::OtherMachine(modality));
        }
        if self.share(gate.kind) < gate.passing.min_probability || self.likeliest().0 != gate.kind {
            return Err(Stopped::OtherKind);
        }
        let distance = self.distance.get(gate.column).copied().unwrap_or(f32::INFINITY);
        if distance <= gate.passing.max_distance { Ok(()) } else { Err(Stopped::Unlike) }
    }

    /// Why no model was asked, in a sentence.
    pub(super) fn refusal<'a>(&self, gates: impl Iterator<Item = &'a Gate>, modality: Option<Modality>) -> String {
        let (kind, share) = self.likeliest();
        let known = "The models here read front views of chests and slices of brain MRI.";
        for gate in gates.filter(|gate| gate.kind == kind) {
            match self.passes(gate, modality) {
                Err(Stopped::OtherMachine(machine)) => {
                    return format!(
                        "It looks like {}, but the file says that it comes from {}; no model was asked.",
                        named(kind),
                        machine.words()
                    );
                }
                Err(Stopped::Unlike) => {
                    return format!(
                        "It looks like {}, but unlike those the model learned from; no model was asked.",
                        named(kind)
                    );
                }
                _ => {}
            }
        }
        match kind {
            NONE => format!("This is no kind of picture that is known here. {known}"),
            _ if share < self.unsure_below => format!("What kind of picture this is cannot be told. {known}"),
            _ => format!("It looks like {}, which no model here reads. {known}", named(kind)),
        }
    }
}

/// Whether a machine makes pictures of a kind.
fn fits(kind: &str, modality: Modality) -> bool {
    match modality {
        Modality::Other => true,
        Modality::XRay => kind == "chest-xray",
        Modality::Mri => kind == "brain-mri",
        Modality::Ct | Modality::Ultrasound => false,
    }
}

/// A kind with its article, such as `a chest X-ray`.
#[must_use]
pub fn named(kind: &str) -> String {
    let word = |word: &str| match word {
        "xray" => "X-ray".to_owned(),
        "mri" | "ct" => word.to_uppercase(),
        other => other.to_owned(),
    };
    let words: Vec<String> = kind.split('-').map(word).collect();
    match kind {
        NONE => "no medical picture".into(),
        "dermoscopy" | "fundus" => format!("a {kind} picture"),
        "lung-histology" => "lung tissue under a microscope".into(),
        _ => format!("a {}", words.join(" ")),
    }
}
