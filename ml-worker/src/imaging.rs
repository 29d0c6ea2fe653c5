//! Reads pictures: X-rays, slices of MRI.
//!
//! A picture is [`prepare`]d as the models saw pictures while they learned. The atlas says what [`kind`] it is and whether a
//! model knows such pictures; [`quality`] says what speaks against looking at it at all. Then a model answers, or says that
//! it cannot tell ([`answer`]), and shows where it looked ([`heat`]). What is known of a model is its [`card`].

pub mod answer;
pub mod card;
pub mod heat;
pub mod kind;
mod network;
pub mod prepare;
pub mod quality;
mod resample;
mod series;

pub use answer::{Answer, Said};
pub use card::Card;
pub use kind::{Kindred, Sorted};
pub use network::Network;
pub use series::{LookError, Series};

use image::RgbImage;
use sha2::{Digest, Sha256};

use crate::admit::Modality;
use crate::model::{File, ModelError};
use kind::Gate;
use prepare::Small;
use quality::Doubt;

/// The models, opened.
pub struct Imaging {
    atlas: Network,
    readers: Vec<(Gate, Network)>,
}

/// What was made of one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// How wide the picture is, in pixels.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// What kind of picture it is.
    pub kind: Kindred,
    /// What was looked at of its quality.
    pub quality: Vec<Doubt>,
    /// What it shows, or why no model was asked.
    pub verdict: Verdict,
}

/// What came of a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// No model reads it; a sentence why.
    Refused(String),
    /// A model read it.
    Read(Answer),
}

impl Imaging {
    /// Opens the models that this program carries.
    ///
    /// # Errors
    /// When one of them is damaged.
    pub fn open() -> Result<Self, ModelError> {
        Self::of(card::carried()?)
    }

    /// Opens models: the one that sorts, and those that read.
    ///
    /// # Errors
    /// When one of them is damaged or missing.
    pub fn of(models: Vec<(Card, File)>) -> Result<Self, ModelError> {
        let mut networks: Vec<Network> = models.into_iter().map(Network::open).collect::<Result<_, _>>()?;
        let mut take = |name: &str| {
            let at = networks.iter().position(|network| network.card.name == name);
            at.map(|at| networks.swap_remove(at)).ok_or_else(|| card::damaged(&format!("there is no `{name}`")))
        };
        let atlas = take("atlas")?;
        let readers = kind::gates(&atlas.card)?.into_iter().map(|gate| Ok((gate.clone(), take(gate.model)?)));
        let readers = readers.collect::<Result<_, ModelError>>()?;
        Ok(Self { atlas, readers })
    }

    /// Every model: the one that sorts, then those that read.
    pub fn networks(&self) -> impl Iterator<Item = &Network> {
        std::iter::once(&self.atlas).chain(self.readers.iter().map(|(_, network)| network))
    }

    /// A model by its name.
    pub fn network(&self, name: &str) -> Option<&Network> {
        self.networks().find(|network| network.card.name == name)
    }

    /// Whether something is a picture or a page of text.
    ///
    /// # Errors
    /// When the atlas fails.
    pub fn sort(&self, picture: &RgbImage) -> Result<Sorted, ModelError> {
        self.kind(&Small::of(picture)).map(|kind| kind.sorted())
    }

    /// What one model answers, whatever the gate says.
    ///
    /// # Errors
    /// When there is no such model, or it fails.
    pub fn ask(&self, model: &str, small: &Small) -> Result<Answer, ModelError> {
        let network = self.network(model).ok_or_else(|| card::damaged(&format!("there is no `{model}`")))?;
        Ok(answer::of(&network.card, &network.run(small)?))
    }

    /// How probable a model finds it that something is there, and where that would be: also where its answer is that
    /// nothing is, for which an answer shows no map.
    ///
    /// # Errors
    /// As [`Self::ask`].
    pub fn suspicion(&self, model: &str, small: &Small) -> Result<(f32, Option<heat::Heat>), ModelError> {
        let network = self.network(model).ok_or_else(|| card::damaged(&format!("there is no `{model}`")))?;
        Ok(answer::suspicion(&network.card, &network.run(small)?))
    }

    /// What kind of picture it is.
    ///
    /// # Errors
    /// When the atlas fails.
    pub fn kind(&self, small: &Small) -> Result<Kindred, ModelError> {
        Ok(kind::kindred(&self.atlas.card, &self.atlas.run(small)?))
    }

    /// Looks at one picture. `modality` is what the file says that made it, where it says something.
    ///
    /// # Errors
    /// When a model fails; a picture that no model knows is no failure.
    pub fn look(&self, picture: &RgbImage, modality: Option<Modality>) -> Result<Look, ModelError> {
        let small = Small::of(picture);
        let kind = self.kind(&small)?;
        let quality = quality::of(kind.likeliest().0, picture, &small);
        let verdict = match self.readers.iter().find(|(gate, _)| kind.passes(gate, modality).is_ok()) {
            Some((_, network)) => Verdict::Read(answer::of(&network.card, &network.run(&small)?)),
            None => Verdict::Refused(kind.refusal(self.readers.iter().map(|(gate, _)| gate), modality)),
        };
        Ok(Look { width: picture.width(), height: picture.height(), kind, quality, verdict })
    }

    /// What tells all models together from all others: each one's name and SHA-256.
    pub fn digests(&self) -> Vec<(&str, [u8; 32])> {
        self.networks().map(|network| (network.card.file.as_str(), network.digest())).collect()
    }

    /// The SHA-256 over those of all models: what one sorts another reads, so a finding leans on more than one.
    pub fn digest(&self) -> [u8; 32] {
        let all: Vec<[u8; 32]> = self.networks().map(Network::digest).collect();
        Sha256::digest(all.as_flattened()).into()
    }
}
