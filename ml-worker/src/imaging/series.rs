//! A file of one picture or several.

use super::{Imaging, Look, Said, Verdict};
use crate::abreast::abreast;
use crate::admit::{self, Admitted, Refusal};
use crate::confine::Confined;
use crate::model::ModelError;

/// Of a file with more pictures so many are looked at, evenly spread: each takes about a tenth of a second.
const MOST_LOOKS: usize = 24;
/// So many are looked at at once: each is in memory whole.
const AT_ONCE: usize = 4;

/// What was made of a file's pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// How many pictures the file has.
    pub frames: usize,
    /// The pictures that were looked at, each with its number from 1.
    pub looks: Vec<(usize, Look)>,
    /// Whether the file says that letters stand in its pictures, among which a name may be.
    pub lettered: bool,
}

/// Why a file's pictures were not looked at.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LookError {
    /// The file was not let in.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A model failed.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// There is nothing to look at.
    #[error("the file holds no picture")]
    NoPicture,
}

impl Imaging {
    /// Looks at the pictures of a file. Those that are damaged are passed over, as long as one can be read.
    ///
    /// # Errors
    /// When no picture can be read, or a model fails.
    pub fn series(&self, confined: &Confined, file: &[u8], admitted: &Admitted) -> Result<Series, LookError> {
        let frames = admitted.pages;
        let chosen: Vec<usize> = spread(frames).collect();
        let look = |at: usize| -> Result<Result<(usize, Look), Refusal>, LookError> {
            let sheet = match admit::sheet(confined, file, admitted, chosen[at]) {
                Err(refusal) if refusal.is_of_the_file() => return Ok(Err(refusal)),
                sheet => sheet?,
            };
            let pixels = sheet.pixels.ok_or(LookError::NoPicture)?;
            Ok(Ok((chosen[at] + 1, self.look(&pixels, admitted.modality)?)))
        };
        let mut looked = Vec::new();
        abreast(chosen.len(), AT_ONCE, look, |look| looked.push(look));
        let (mut looks, mut refused) = (Vec::new(), None);
        for look in looked {
            match look? {
                Ok(look) => looks.push(look),
                Err(refusal) => refused = refused.or(Some(refusal)),
            }
        }
        match refused {
            Some(refusal) if looks.is_empty() => Err(refusal.into()),
            _ => Ok(Series { frames, looks, lettered: admitted.lettered }),
        }
    }
}

/// Which of so many pictures are looked at, counted from 0.
fn spread(frames: usize) -> impl Iterator<Item = usize> {
    let looks = frames.min(MOST_LOOKS);
    (0..looks).map(move |at| (2 * at + 1) * frames / (2 * looks))
}

impl Series {
    /// The picture to speak of: the one that looks sickest, else one that could not be told, else one that was read.
    #[must_use]
    pub fn chief(&self) -> Option<&(usize, Look)> {
        let rank = |look: &Look| match &look.verdict {
            Verdict::Refused(_) => (0, 0.0),
            Verdict::Read(answer) => match answer.said {
                Said::Healthy => (1, answer.sick),
                Said::CannotTell => (2, answer.sick),
                Said::Sick(_) => (3, answer.sick),
            },
        };
        let later = |a: &&(usize, Look), b: &&(usize, Look)| {
            let (a, b) = (rank(&a.1), rank(&b.1));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        };
        // The first of equals.
        self.looks.iter().rev().max_by(later)
    }

    /// The numbers of the pictures that were to be looked at and could not be read.
    #[must_use]
    pub fn unread(&self) -> Vec<usize> {
        let seen = |number: usize| self.looks.iter().any(|(at, _)| *at == number);
        spread(self.frames).map(|at| at + 1).filter(|number| !seen(*number)).collect()
    }

    /// How many pictures a model read.
    #[must_use]
    pub fn read(&self) -> usize {
        self.looks.iter().filter(|(_, look)| matches!(look.verdict, Verdict::Read(_))).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imaging::Kindred;

    #[test]
    fn a_picture_that_was_not_looked_at_is_known_by_its_number() {
        let look = Look {
            width: 1,
            height: 1,
            kind: Kindred { kinds: vec![], classes: vec![], distance: vec![], unsure_below: 0.0 },
            quality: vec![],
            verdict: Verdict::Refused(String::new()),
        };
        let series = |frames, looked: &[usize]| {
            let looks = looked.iter().map(|number| (*number, look.clone())).collect();
            Series { frames, looks, lettered: false }.unread()
        };
        assert_eq!(series(1, &[1]), Vec::<usize>::new());
        assert_eq!(series(3, &[1, 3]), [2]);
        // Of a long series only the pictures that were chosen can be missing.
        assert_eq!(series(500, &spread(500).skip(1).map(|at| at + 1).collect::<Vec<_>>()), [11]);
    }

    #[test]
    fn pictures_are_taken_from_all_of_a_long_series() {
        assert_eq!(spread(1).collect::<Vec<_>>(), [0]);
        assert_eq!(spread(3).collect::<Vec<_>>(), [0, 1, 2]);
        let taken: Vec<usize> = spread(500).collect();
        assert_eq!((taken.len(), taken[0], taken[23]), (MOST_LOOKS, 10, 489));
        assert!(taken.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
