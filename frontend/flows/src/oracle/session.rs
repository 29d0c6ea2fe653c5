//! Signing in.

use super::{Oracle, TalkError};
use chartkey_protocol::{Challenge, NewSession, Session, SignIn, Site};
use http::Method;

impl Oracle {
    /// What a client needs to know first.
    pub async fn site(&self) -> Result<Site, TalkError> {
        self.get("/api/site").await
    }

    /// Asks for a text to sign.
    pub async fn challenge(&self, address: &str) -> Result<SignIn, TalkError> {
        self.tell(Method::POST, "/api/session/challenge", &Challenge { address: address.into() }).await
    }

    /// Hands the signed text in.
    pub async fn new_session(&self, signed: &NewSession) -> Result<Session, TalkError> {
        self.tell(Method::POST, "/api/session", signed).await
    }

    /// The session this is.
    pub async fn session(&self) -> Result<Session, TalkError> {
        self.get("/api/session").await
    }

    /// Ends this session.
    pub async fn end_session(&self) -> Result<(), TalkError> {
        self.delete("/api/session").await
    }

    /// Ends all sessions of the account, on every device.
    pub async fn end_sessions(&self) -> Result<(), TalkError> {
        self.delete("/api/sessions").await
    }
}
