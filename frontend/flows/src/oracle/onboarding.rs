//! First steps.

use super::{Oracle, TalkError};
use chartkey_protocol::{
    CodeSent, Evaluated, Evaluation, Funded, LicenceCheck, LicenceCode, LookedUp, LookupTag, Puzzle, PuzzleFor,
};
use http::Method;
use serde_json::json;

impl Oracle {
    /// Asks for work to do.
    pub async fn puzzle(&self, purpose: PuzzleFor) -> Result<Puzzle, TalkError> {
        self.tell(Method::POST, "/api/puzzle", &json!({ "purpose": purpose })).await
    }

    /// Asks the faucet; answered once the gift is final.
    pub async fn faucet(&self, asked: &Funded) -> Result<(), TalkError> {
        self.order(Method::POST, "/api/faucet", asked).await
    }

    /// Has a code sent to the phone the licence register has.
    pub async fn check_licence(&self, check: &LicenceCheck) -> Result<CodeSent, TalkError> {
        self.tell(Method::POST, "/api/licence", check).await
    }

    /// Hands the code in; answered once the attestation is final.
    pub async fn licence_code(&self, code: &LicenceCode) -> Result<(), TalkError> {
        self.order(Method::POST, "/api/licence/code", code).await
    }

    /// Has a blinded number evaluated.
    pub async fn evaluate(&self, blinded: &Evaluation) -> Result<Evaluated, TalkError> {
        self.tell(Method::POST, "/api/lookup/evaluate", blinded).await
    }

    /// Registers the asker's tag.
    pub async fn put_tag(&self, tag: &LookupTag) -> Result<(), TalkError> {
        self.order(Method::PUT, "/api/lookup", tag).await
    }

    /// Finds who registered a tag; for hospitals.
    pub async fn find(&self, tag: &LookupTag) -> Result<LookedUp, TalkError> {
        self.tell(Method::POST, "/api/lookup/find", tag).await
    }
}
