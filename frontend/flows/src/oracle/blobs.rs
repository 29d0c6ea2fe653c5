//! The blob door.

use super::{Ask, Oracle, TalkError, query, read, word};
use chartkey_protocol::{Begin, Held, Range, Uploading, Usage};
use chartkey_vocabulary::{Cid, FindingId, Purpose, RecordId};
use http::{Method, Response, header};

/// Part of a blob, and how long the whole is.
pub struct Piece {
    /// The bytes asked for.
    pub bytes: Vec<u8>,
    /// Of the whole blob.
    pub size: u64,
}

impl Oracle {
    /// Begins an upload.
    pub async fn begin_upload(&self, begin: &Begin) -> Result<Uploading, TalkError> {
        self.tell(Method::POST, "/api/blobs", begin).await
    }

    /// Uploads the bytes from `offset` on.
    pub async fn upload_part(&self, upload: &str, offset: u64, bytes: Vec<u8>) -> Result<Uploading, TalkError> {
        let path = query(&format!("/api/blobs/{upload}"), &[("offset", Some(offset.to_string()))]);
        read(&self.send(Ask::new(Method::PUT, &path).bytes(bytes)).await?)
    }

    /// How far an upload is.
    pub async fn uploading(&self, upload: &str) -> Result<Uploading, TalkError> {
        self.get(&format!("/api/blobs/{upload}")).await
    }

    /// Has the uploaded bytes kept.
    pub async fn finish_upload(&self, upload: &str) -> Result<Held, TalkError> {
        let path = format!("/api/blobs/{upload}/finish");
        read(&self.send(Ask::new(Method::POST, &path)).await?)
    }

    /// Gives an upload up.
    pub async fn drop_upload(&self, upload: &str) -> Result<(), TalkError> {
        self.delete(&format!("/api/blobs/{upload}")).await
    }

    /// What the account has stored.
    pub async fn usage(&self) -> Result<Usage, TalkError> {
        self.get("/api/usage").await
    }

    /// A key bundle or a directory card. Whoever asks checks it against its CID.
    pub async fn public_blob(&self, cid: &Cid) -> Result<Vec<u8>, TalkError> {
        self.get_bytes(&format!("/api/public/{}", cid.text())).await
    }

    /// Part of a version's blob; decided and logged on the other side.
    pub async fn record_blob(
        &self,
        record: RecordId,
        version: u16,
        purpose: Purpose,
        range: &Range,
    ) -> Result<Piece, TalkError> {
        let path = format!("/api/records/{record}/versions/{version}/blob");
        self.piece(&query(&path, &[("purpose", Some(word(&purpose)))]), range).await
    }

    /// Part of a finding's blob.
    pub async fn finding_blob(&self, finding: FindingId, purpose: Purpose, range: &Range) -> Result<Piece, TalkError> {
        let path = format!("/api/findings/{finding}/blob");
        self.piece(&query(&path, &[("purpose", Some(word(&purpose)))]), range).await
    }

    async fn piece(&self, path: &str, range: &Range) -> Result<Piece, TalkError> {
        let mut ask = Ask::new(Method::GET, path);
        ask.range = Some(format!("bytes={}-{}", range.from, range.to));
        let answer = self.send(ask).await?;
        let size = whole_size(&answer).ok_or(TalkError::Garbled("a part of a blob"))?;
        Ok(Piece { bytes: answer.into_body(), size })
    }
}

/// From `Content-Range: bytes a-b/size`, or an answer that is the whole.
fn whole_size(answer: &Response<Vec<u8>>) -> Option<u64> {
    match answer.headers().get(header::CONTENT_RANGE) {
        Some(range) => range.to_str().ok()?.rsplit_once('/')?.1.parse().ok(),
        None => Some(answer.body().len() as u64),
    }
}
