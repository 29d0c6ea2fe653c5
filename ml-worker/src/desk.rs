//! Where a file arrives: it is a document with words, or pictures of a body, and is read as what it is.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::admit::{self, Admitted, Kind, Refusal, Sheet};
use crate::confine::Confined;
use crate::imaging::{Imaging, LookError, Series, Sorted, Verdict};
use crate::model::ModelError;
use crate::page::Document;
use crate::read::{ReadError, Reader};
use crate::serve::Progress;
use crate::view::Views;

/// A page with fewer words is no document: a letterhead alone has more, and a picture's edge seldom as many.
const FEW_WORDS: usize = 8;
/// Among so many pages at the beginning one has to be sound, so that it can be told what the file is.
const MOST_TRIED: usize = 5;

/// So many documents are read at once: while one waits for Tesseract, or makes its page ready, the other keeps the processors
/// busy. Each takes up to 500 MB.
const AT_ONCE: usize = 2;

/// Reads files of all kinds.
pub struct Desk {
    confined: Confined,
    imaging: Imaging,
    models: PathBuf,
    languages: String,
    /// Opened when the first document comes.
    reader: Mutex<Option<Arc<Reader>>>,
    seats: Seats,
}

/// Places for documents that are read at once.
struct Seats {
    free: Mutex<usize>,
    left: Condvar,
}

/// A place that is taken until this is gone.
struct Seat<'a>(&'a Seats);

/// What came of a file.
#[derive(Debug)]
pub struct Done {
    /// What was read.
    pub outcome: Outcome,
    /// Who read it.
    pub asked: Asked,
}

/// Which networks were asked: a photo may be shown to all of them before it is clear what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Those that look at pictures.
    pub pictures: bool,
    /// Those that read words.
    pub words: bool,
}

/// What was read.
#[derive(Debug)]
pub enum Outcome {
    /// Words, and how their pages looked when they were read.
    Document(Document, Views),
    /// Pictures.
    Pictures(Series),
}

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeskError {
    /// The file was not let in.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Its words were not read.
    #[error(transparent)]
    Words(#[from] ReadError),
    /// Its pictures were not looked at.
    #[error(transparent)]
    Pictures(#[from] LookError),
    /// A model is missing or failed.
    #[error(transparent)]
    Model(#[from] ModelError),
}

impl Desk {
    /// A desk whose networks for words lie in `models`; they are opened when the first document comes. `languages` are
    /// Tesseract's names, joined by `+`.
    ///
    /// # Errors
    /// When a model for pictures is damaged.
    pub fn open(confined: Confined, models: PathBuf, languages: String) -> Result<Self, ModelError> {
        Ok(Self {
            confined,
            imaging: Imaging::open()?,
            models,
            languages,
            reader: Mutex::default(),
            seats: Seats::of(AT_ONCE),
        })
    }

    /// The models for pictures.
    #[must_use]
    pub fn imaging(&self) -> &Imaging {
        &self.imaging
    }

    /// Reads a file; `tell` hears how far it is.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self, file: &[u8], tell: &mut Progress<'_>) -> Result<Done, DeskError> {
        let admitted = admit::survey(&self.confined, file)?;
        let (words, pictures) = (Asked { words: true, pictures: false }, Asked { words: false, pictures: true });
        match admitted.kind {
            Kind::Pdf | Kind::Plain => {
                let (document, views) = self.words(file, &admitted, None, tell)?;
                Ok(Done { outcome: Outcome::Document(document, views), asked: words })
            }
            Kind::Dicom => {
                tell("looking", 0);
                let series = self.imaging.series(&self.confined, file, &admitted)?;
                Ok(Done { outcome: Outcome::Pictures(series), asked: pictures })
            }
            Kind::Jpeg | Kind::Png | Kind::Tiff => self.either(file, &admitted, tell),
        }
    }

    /// The first page that can be seen, and its number: one that is damaged leaves the others to be read.
    fn first(&self, file: &[u8], admitted: &Admitted) -> Result<(usize, Sheet), DeskError> {
        let mut refused = None;
        for page in 0..admitted.pages.min(MOST_TRIED) {
            match admit::sheet(&self.confined, file, admitted, page) {
                Err(refusal) if refusal.is_of_the_file() => refused = refused.or(Some(refusal)),
                sheet => return Ok((page, sheet?)),
            }
        }
        Err(refused.map_or(LookError::NoPicture.into(), DeskError::Refused))
    }

    /// A scan or a photo: what its first page looks like decides, and where that is not clear, how many words it has.
    fn either(&self, file: &[u8], admitted: &Admitted, tell: &mut Progress<'_>) -> Result<Done, DeskError> {
        tell("looking", 0);
        let (page, first) = self.first(file, admitted)?;
        let look = self.imaging.look(first.pixels.as_ref().ok_or(LookError::NoPicture)?, None)?;
        let is_picture = matches!(look.verdict, Verdict::Read(_)) || look.kind.sorted() == Sorted::Picture;
        let asked = Asked { pictures: true, words: !is_picture };
        if asked.words {
            let (document, views) = self.words(file, admitted, (page == 0).then_some(first), tell)?;
            if document.pages.iter().flat_map(|page| &page.lines).map(|line| line.words.len()).sum::<usize>()
                >= FEW_WORDS
            {
                return Ok(Done { outcome: Outcome::Document(document, views), asked });
            }
        }
        let series = match admitted.pages {
            1 => Series { frames: 1, looks: vec![(1, look)], lettered: admitted.lettered },
            _ => self.imaging.series(&self.confined, file, admitted)?,
        };
        Ok(Done { outcome: Outcome::Pictures(series), asked })
    }

    /// What tells the networks that were asked from all others: the SHA-256 over those of each.
    ///
    /// # Errors
    /// When one is missing.
    pub fn digest(&self, asked: Asked) -> Result<[u8; 32], DeskError> {
        let mut all = Vec::new();
        if asked.pictures {
            all.extend(self.imaging.digests().into_iter().map(|(_, digest)| digest));
        }
        if asked.words {
            all.extend(self.reader()?.digests()?);
        }
        Ok(Sha256::digest(all.as_flattened()).into())
    }

    fn words(
        &self,
        file: &[u8],
        admitted: &Admitted,
        first: Option<Sheet>,
        tell: &mut Progress<'_>,
    ) -> Result<(Document, Views), DeskError> {
        let _seat = self.seats.take();
        let (mut document, mut views) = (Document::default(), Views::default());
        tell("opening", 0);
        self.reader()?.read_admitted(file, admitted, first, |number, admitted, leaf| {
            views.keep(number, admitted.kind, &leaf);
            document.pages.push(leaf.page);
            tell("reading", u8::try_from((number + 1) * 100 / admitted.pages.max(1)).unwrap_or(100));
        })?;
        Ok((document, views))
    }

    fn reader(&self) -> Result<Arc<Reader>, ModelError> {
        let mut opened = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reader) = &*opened {
            return Ok(reader.clone());
        }
        let reader = Reader::open(self.confined.clone(), &self.models)?.in_languages(&self.languages);
        Ok(opened.insert(Arc::new(reader)).clone())
    }
}

impl Seats {
    fn of(count: usize) -> Self {
        Self { free: Mutex::new(count), left: Condvar::new() }
    }

    /// A seat, once one is free.
    fn take(&self) -> Seat<'_> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        *self.left.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner) -= 1;
        Seat(self)
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.left.notify_one();
    }
}

impl DeskError {
    /// Why the file was not let in, where that is what happened and the file is at fault.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        let refusal = match self {
            Self::Refused(refusal)
            | Self::Words(ReadError::Refused(refusal))
            | Self::Pictures(LookError::Refused(refusal)) => refusal,
            _ => return None,
        };
        refusal.is_of_the_file().then_some(refusal)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn no_more_are_seated_than_there_are_seats_also_after_one_fell() {
        let (seats, seated, most) = (Seats::of(2), AtomicUsize::new(0), AtomicUsize::new(0));
        let sit = || {
            let _seat = seats.take();
            most.fetch_max(seated.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(5));
            seated.fetch_sub(1, Ordering::SeqCst);
        };
        let fell = std::thread::scope(|scope| {
            let fall = || {
                let _seat = seats.take();
                std::panic::resume_unwind(Box::new("it fell"));
            };
            scope.spawn(fall).join().is_err()
        });
        std::thread::scope(|scope| (0..6).for_each(|_| drop(scope.spawn(sit))));
        assert!(fell, "a seat is given back when it is left in a hurry");
        assert!((1..=2).contains(&most.into_inner()));
        assert_eq!(*seats.free.lock().unwrap(), 2);
    }

    #[test]
    fn a_digest_is_over_the_networks_that_were_asked() {
        let confined = Confined::this_program().expect("a program");
        let desk = Desk::open(confined, PathBuf::from("/nowhere"), "eng".into()).expect("the models it carries");
        let pictures = Asked { pictures: true, words: false };
        assert_eq!(desk.digest(pictures).expect("they are carried"), desk.imaging().digest());
        assert!(desk.digest(Asked { words: true, ..pictures }).is_err(), "no network that reads words lies there");
    }
}
