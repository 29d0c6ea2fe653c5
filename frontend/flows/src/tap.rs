//! Ciphertext as it comes in: fetched in parts, hashed, opened chunk by chunk, and at the end held against the chain.

use crate::{distrust::Distrust, failure::Failure, oracle::Oracle};
use chartkey_protocol::Range;
use chartkey_store::dag::DagHasher;
use chartkey_vault::{ContentKey, Context, Metadata, Misplaced, OpenError, Opener};
use chartkey_vocabulary::{Cid, Commitment, FindingId, Purpose, RecordId};

/// So much is asked for at once; each part is decided, and logged, on its own.
const PART: u64 = 8 << 20;
/// The metadata always lies within the first chunk, of 64 KiB.
const HEAD: u64 = 96 << 10;

/// Which blob.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Record(RecordId, u16),
    Finding(FindingId),
}

/// A blob that is being opened.
pub(crate) struct Tap<'a> {
    oracle: &'a Oracle,
    place: Place,
    purpose: Purpose,
    cid: Cid,
    size: u64,
    fetched: u64,
    /// Fetched and not opened yet; begins at the next chunk once the blob's head is read.
    waiting: Vec<u8>,
    hasher: DagHasher,
    opener: Opener,
    chunk: u64,
    /// All that was fetched, unless that is more than a copy may have.
    copy: Option<Vec<u8>>,
}

impl<'a> Tap<'a> {
    /// Fetches the beginning and reads the metadata. What is fetched is copied too, if the whole has at most `copied`
    /// bytes.
    ///
    /// # Errors
    /// `Distrust` when another blob is served than the chain names.
    pub(crate) async fn open(
        oracle: &'a Oracle,
        place: Place,
        purpose: Purpose,
        cid: Cid,
        key: &ContentKey,
        context: &Context,
        copied: u64,
    ) -> Result<Self, Failure> {
        Self::begin(oracle, place, purpose, cid, (key, context), (PART, copied)).await
    }

    /// Fetches as much of the beginning as metadata take; not to be read on.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(crate) async fn head(
        oracle: &'a Oracle,
        place: Place,
        purpose: Purpose,
        cid: Cid,
        key: &ContentKey,
        context: &Context,
    ) -> Result<Metadata, Failure> {
        Ok(Self::begin(oracle, place, purpose, cid, (key, context), (HEAD, 0)).await?.metadata().clone())
    }

    async fn begin(
        oracle: &'a Oracle,
        place: Place,
        purpose: Purpose,
        cid: Cid,
        (key, context): (&ContentKey, &Context),
        (part, copied): (u64, u64),
    ) -> Result<Self, Failure> {
        let (first, size) = fetch(oracle, place, purpose, 0, part).await?;
        let mut hasher = DagHasher::default();
        hasher.push(&first);
        let head = Opener::head_len(size).min(first.len());
        let opener = match Opener::begin(key, context, size, &first[..head]) {
            Ok(opener) => opener,
            // When these are the very bytes the chain names, their author is to blame and not who served them.
            Err(error) if first.len() as u64 == size && hasher.finish() == cid => return Err(Failure::vault(error)),
            Err(error) => return Err(wrong(&error).into()),
        };
        let fetched = first.len() as u64;
        let waiting = first[opener.span(0).start as usize..].to_vec();
        let copy = (size <= copied).then_some(first);
        Ok(Self { oracle, place, purpose, cid, size, fetched, waiting, hasher, opener, chunk: 0, copy })
    }

    pub(crate) fn metadata(&self) -> &Metadata {
        self.opener.metadata()
    }

    pub(crate) fn content_len(&self) -> u64 {
        self.opener.content_len()
    }

    /// Bytes of the blob fetched so far, and in all.
    pub(crate) fn progress(&self) -> (u64, u64) {
        (self.fetched, self.size)
    }

    /// Opens the next chunk into `piece`; `false` when there is none.
    pub(crate) async fn next(&mut self, piece: &mut Vec<u8>) -> Result<bool, Failure> {
        if self.chunk == self.opener.chunks() {
            return Ok(false);
        }
        let span = self.opener.span(self.chunk);
        let length = (span.end - span.start) as usize;
        while self.waiting.len() < length {
            let (part, size) = fetch(self.oracle, self.place, self.purpose, self.fetched, PART).await?;
            if size != self.size {
                return Err(Distrust::WrongBlob.into());
            }
            self.hasher.push(&part);
            self.fetched += part.len() as u64;
            self.waiting.extend_from_slice(&part);
            if let Some(copy) = &mut self.copy {
                copy.extend_from_slice(&part);
            }
        }
        piece.clear();
        let opened = self.opener.chunk(self.chunk, &mut self.waiting[..length]).map_err(|error| wrong(&error))?;
        piece.extend_from_slice(opened);
        self.waiting.drain(..length);
        self.chunk += 1;
        Ok(true)
    }

    /// What was copied; worth nothing until [`Self::finish`] returned well.
    pub(crate) fn take_copy(&mut self) -> Option<Vec<u8>> {
        self.copy.take()
    }

    /// Holds what was fetched against the chain: the bytes against the blob's name, the content against the commitment.
    ///
    /// # Errors
    /// `WrongBlob`, `WrongContent`.
    pub(crate) fn finish(self, named: &Commitment) -> Result<Metadata, Failure> {
        let opener = self.whole()?;
        opener.verify(named).map_err(|error| match error {
            OpenError::Commitment => Distrust::WrongContent.into(),
            error => Failure::vault(error),
        })
    }

    /// As [`Self::finish`], for a blob whose commitment is made of something else.
    pub(crate) fn whole(self) -> Result<Opener, Distrust> {
        let complete = self.fetched == self.size && self.chunk == self.opener.chunks();
        if complete && self.hasher.finish() == self.cid { Ok(self.opener) } else { Err(Distrust::WrongBlob) }
    }
}

async fn fetch(
    oracle: &Oracle,
    place: Place,
    purpose: Purpose,
    from: u64,
    part: u64,
) -> Result<(Vec<u8>, u64), Failure> {
    let range = Range { from, to: from + part - 1 };
    let piece = match place {
        Place::Record(record, version) => oracle.record_blob(record, version, purpose, &range).await?,
        Place::Finding(finding) => oracle.finding_blob(finding, purpose, &range).await?,
    };
    let length = piece.bytes.len() as u64;
    // More than was asked for, or nothing where there is more: neither is a part of this blob.
    let sound =
        length > 0 && length <= part.max(piece.size) && from.checked_add(length).is_some_and(|to| to <= piece.size);
    if sound { Ok((piece.bytes, piece.size)) } else { Err(Distrust::WrongBlob.into()) }
}

/// Whose fault it is that bytes do not open which are not the ones the chain names.
fn wrong(error: &OpenError) -> Distrust {
    match error {
        OpenError::Misplaced(Misplaced::Chain) => Distrust::OtherChain,
        OpenError::Misplaced(Misplaced::Record { .. }) => Distrust::WrongRecord,
        OpenError::Misplaced(Misplaced::Version { .. }) => Distrust::OldVersion,
        _ => Distrust::WrongBlob,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{Http, Unreachable};
    use async_trait::async_trait;
    use chartkey_store::dag;
    use chartkey_vault::{About, Sealed, entropy, seal_all};
    use futures::executor::block_on;
    use http::{Request, Response, StatusCode, header};
    use std::sync::Arc;

    /// A door that hands out one blob, whatever is asked for.
    struct Door(Vec<u8>);

    #[async_trait]
    impl Http for Door {
        async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Unreachable> {
            let range = request.headers()[header::RANGE].to_str().expect("text").trim_start_matches("bytes=");
            let (from, to) = range.split_once('-').expect("a range");
            let (from, to): (usize, usize) = (from.parse().expect("a number"), to.parse().expect("a number"));
            let to = to.min(self.0.len() - 1);
            let mut answer = Response::new(self.0[from..=to].to_vec());
            *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
            let said = format!("bytes {from}-{to}/{}", self.0.len()).parse().expect("a header");
            answer.headers_mut().insert(header::CONTENT_RANGE, said);
            Ok(answer)
        }

        async fn pause(&self, _: u64) {}

        fn now(&self) -> u64 {
            0
        }
    }

    const RECORD: RecordId = RecordId([2; 16]);

    fn context(record: RecordId, version: u16) -> Context {
        Context { genesis: [1; 32], record, version }
    }

    fn sealed(key: &ContentKey, context: &Context, content: &[u8]) -> Sealed {
        let about = About { title: "t".into(), media_type: "text/plain".into(), ..About::default() };
        let metadata = Metadata::make(&mut entropy(), about).expect("fits");
        seal_all(&mut entropy(), key, context, &metadata, content).expect("seals")
    }

    /// What comes of opening version 2 of the record when this is served in place of `named`.
    fn opened(served: Vec<u8>, named: &Sealed, key: &ContentKey) -> Result<Vec<u8>, Failure> {
        let oracle = Oracle::at(Arc::new(Door(served)), "http://door");
        let (cid, place) = (dag::hash(&named.blob), Place::Record(RECORD, 2));
        block_on(async {
            let context = context(RECORD, 2);
            let mut tap = Tap::open(&oracle, place, Purpose::Treatment, cid, key, &context, 0).await?;
            let (mut all, mut piece) = (Vec::new(), Vec::new());
            while tap.next(&mut piece).await? {
                all.extend_from_slice(&piece);
            }
            tap.finish(&named.commitment)?;
            Ok(all)
        })
    }

    fn distrust(served: Vec<u8>, named: &Sealed, key: &ContentKey) -> Option<Distrust> {
        opened(served, named, key).err().and_then(|failure| failure.distrust())
    }

    #[test]
    fn a_blob_of_several_parts_is_opened_and_held_against_its_name() {
        let (key, content) = (ContentKey::make(&mut entropy()), vec![7; PART as usize + 100_000]);
        let named = sealed(&key, &context(RECORD, 2), &content);
        assert!(named.blob.len() as u64 > PART, "more than one part");
        assert!(opened(named.blob.clone(), &named, &key).expect("opens") == content);
        let mut late = named.blob.clone();
        *late.last_mut().expect("bytes") ^= 1;
        assert_eq!(distrust(late, &named, &key), Some(Distrust::WrongBlob), "changed in the last part");
    }

    #[test]
    fn whatever_is_served_in_its_place_is_refused_by_its_own_name() {
        let key = ContentKey::make(&mut entropy());
        let named = sealed(&key, &context(RECORD, 2), b"the newest");
        let old = sealed(&key, &context(RECORD, 1), b"an old one").blob;
        assert_eq!(distrust(old, &named, &key), Some(Distrust::OldVersion));
        let strangers = sealed(&key, &context(RecordId([3; 16]), 2), b"somebody else's").blob;
        assert_eq!(distrust(strangers, &named, &key), Some(Distrust::WrongRecord));
        let elsewhere = Context { genesis: [9; 32], ..context(RECORD, 2) };
        assert_eq!(distrust(sealed(&key, &elsewhere, b"x").blob, &named, &key), Some(Distrust::OtherChain));
        // Sealed with the right key for the right place, and yet not what the chain names.
        let twin = sealed(&key, &context(RECORD, 2), b"the newest").blob;
        assert_eq!(distrust(twin, &named, &key), Some(Distrust::WrongBlob));
        let cut = named.blob[..named.blob.len() - 1].to_vec();
        assert_eq!(distrust(cut, &named, &key), Some(Distrust::WrongBlob));
        for place in [7, 200, named.blob.len() - 1] {
            let mut flipped = named.blob.clone();
            flipped[place] ^= 1;
            assert_eq!(distrust(flipped, &named, &key), Some(Distrust::WrongBlob), "byte {place}");
        }
    }

    #[test]
    fn an_author_who_committed_to_something_else_is_found_out() {
        let key = ContentKey::make(&mut entropy());
        let said = sealed(&key, &context(RECORD, 2), b"what was shown");
        let other = sealed(&key, &context(RECORD, 2), b"what was committed to").commitment;
        let named = Sealed { commitment: other, ..said.clone() };
        assert_eq!(distrust(said.blob, &named, &key), Some(Distrust::WrongContent));
    }
}
