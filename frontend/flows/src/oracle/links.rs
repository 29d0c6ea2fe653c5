//! Share links.

use super::{Ask, Oracle, TalkError, query, read};
use chartkey_protocol::{LinkFiles, Manifest, ManifestRequest, WrongPasscode};
use chartkey_vocabulary::{Account, Digest};
use http::{Method, Request, Response, StatusCode, header};

impl Oracle {
    /// Puts the files of a link of `owner` in place, the asker or a ward.
    pub async fn put_link(&self, owner: Account, link: Digest, files: &LinkFiles) -> Result<(), TalkError> {
        let path = query(&format!("/api/links/{link}"), &[("owner", Some(owner.to_string()))]);
        self.order(Method::PUT, &path, files).await
    }

    /// Removes a link's files.
    pub async fn drop_link(&self, link: Digest) -> Result<(), TalkError> {
        self.delete(&format!("/api/links/{link}")).await
    }

    /// What a link holds. The address is the link's own, as any viewer has it.
    pub async fn manifest(&self, url: &str, request: &ManifestRequest) -> Result<Manifest, TalkError> {
        let body = serde_json::to_vec(request).map_err(|_| TalkError::Garbled("a question"))?;
        let built = Request::builder().method(Method::POST).uri(url).header(header::CONTENT_TYPE, "application/json");
        let built = built.body(body).map_err(|_| TalkError::Garbled("a link"))?;
        let answer = self.http.call(built).await?;
        match answer.status() {
            StatusCode::OK => read(&answer),
            StatusCode::UNAUTHORIZED => Err(wrong_passcode(&answer)),
            _ => Err(super::refusal(&answer)),
        }
    }

    /// One file of a link.
    pub async fn link_file(&self, url: &str) -> Result<Vec<u8>, TalkError> {
        match url.strip_prefix(&self.base) {
            // Nobody needs a session for a link, and none is shown to whoever serves it.
            Some(path) => Ok(Self { token: None, ..self.clone() }.send(Ask::new(Method::GET, path)).await?.into_body()),
            None => {
                let built = Request::get(url).body(Vec::new()).map_err(|_| TalkError::Garbled("a link"))?;
                let answer = self.http.call(built).await?;
                if answer.status().is_success() { Ok(answer.into_body()) } else { Err(super::refusal(&answer)) }
            }
        }
    }
}

/// The specification's own way of saying that the passcode is wrong.
fn wrong_passcode(answer: &Response<Vec<u8>>) -> TalkError {
    match read::<WrongPasscode>(answer) {
        Ok(WrongPasscode { remaining_attempts: left }) => TalkError::Passcode { left },
        Err(_) => super::refusal(answer),
    }
}
