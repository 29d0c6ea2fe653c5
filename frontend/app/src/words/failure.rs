//! Why something did not work, in sentences: what happened, and what to do.

use super::short_account;
use crate::speech::{key, say, say_key};
use chartkey_client::{ConnectError, SendError};
use chartkey_flows::{Distrust, Failure, TalkError, recovery::RecoveryError};
use chartkey_protocol::Why;
use chartkey_vault::{CodeError, DoorError, MAX_DOORS, OfferError};
use chartkey_vocabulary::{Denial, Refusal};

/// A failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// What happened.
    pub(crate) what: String,
    /// What to do.
    pub(crate) next: String,
    /// For whoever helps, in English.
    pub(crate) details: String,
}

/// What to say of a failure.
pub(crate) fn failure(failure: &Failure) -> Said {
    let next = |key| say_key(key, &[]);
    let (what, next) = match failure {
        Failure::Distrust(distrust) => (say_key(suspicion(*distrust), &[]), next(key!("next-distrust"))),
        Failure::Talk(TalkError::Unreachable(_)) => (say!("failed-unreachable"), next(key!("next-connection"))),
        Failure::Talk(TalkError::Refused(problem)) => (say_key(why(problem.why), &[]), next(advice(problem.why))),
        Failure::Talk(TalkError::Garbled(_)) => (say!("failed-garbled"), next(key!("next-later"))),
        Failure::Connect(ConnectError::OtherChain { .. }) => {
            (say_key(suspicion(Distrust::OtherChain), &[]), next(key!("next-distrust")))
        }
        Failure::Connect(_)
        | Failure::Node(_)
        | Failure::Question(_)
        | Failure::Events(_)
        | Failure::Send(SendError::Node(_)) => (say!("failed-chain"), next(key!("next-connection"))),
        Failure::Send(SendError::Unsure { .. }) => (say!("failed-unsure"), next(key!("next-unsure"))),
        Failure::Send(error) => match error.refusal() {
            Some(no) => (refusal(no), next(key!("next-nothing-done"))),
            None => (say!("failed-send"), next(key!("next-nothing-done"))),
        },
        Failure::Deployment(_) => (say!("failed-deployment"), next(key!("next-later"))),
        Failure::Unsigned(no) if no.stand > 0 => (say!("failed-unsigned"), next(key!("next-unsigned-rest"))),
        Failure::Unsigned(_) => (say!("failed-unsigned"), next(key!("next-unsigned"))),
        Failure::Jammed(_) => (say!("failed-device"), next(key!("next-device"))),
        // Nobody has a key to give to what is gone.
        Failure::Denied(gone @ (Denial::NoSuchRecord | Denial::PatientGone)) => {
            (say_key(denied(*gone), &[]), next(key!("next-gone")))
        }
        Failure::Denied(denial) => (say_key(denied(*denial), &[]), next(key!("next-ask-key"))),
        Failure::Vault(_) => (say!("failed-vault"), next(key!("next-vault"))),
        Failure::Recovery(error) => way_back(*error),
        Failure::Door(error) => door(*error),
        Failure::SavedElsewhere => (say!("failed-saved-elsewhere"), next(key!("next-saved-elsewhere"))),
        Failure::Unfit(_) | Failure::File(_) => (say!("failed-file"), next(key!("next-file"))),
        _ => (say!("failed"), next(key!("next-later"))),
    };
    Said { what, next, details: failure.to_string() }
}

/// What a contract refused; said in the vocabulary's own words where a catalogue has none.
pub(crate) fn refusal(refusal: Refusal) -> String {
    let contract = match refusal {
        Refusal::Registry(_) => "registry",
        Refusal::Consent(_) => "consent",
        Refusal::Records(_) => "records",
        Refusal::Care(_) => "care",
    };
    let key = format!("refusal-{contract}-{}", refusal.name());
    let words = say_key(&key, &[]);
    if words == key { refusal.to_string() } else { words }
}

/// Why somebody is not let in, and what to do.
fn way_back(error: RecoveryError) -> (String, String) {
    let (what, next) = match error {
        RecoveryError::Offer(OfferError::Words) => (key!("failed-six-words"), key!("next-six-words")),
        RecoveryError::Offer(OfferError::Expired) => (key!("failed-offer-over"), key!("next-offer-over")),
        RecoveryError::Offer(OfferError::Elsewhere(_)) => (key!("failed-offer-elsewhere"), key!("next-whose")),
        RecoveryError::Offer(_) | RecoveryError::Garbled => (key!("failed-carried"), key!("next-carried")),
        RecoveryError::Code(CodeError::Word(nth)) => {
            return (say!("failed-code-word", nth = nth), say!("next-code"));
        }
        RecoveryError::Code(_) => (key!("failed-code"), key!("next-code")),
        RecoveryError::OtherCode => (key!("failed-other-code"), key!("next-code")),
        RecoveryError::NoKeys(account) => {
            return (say!("failed-no-keys", name = short_account(account)), say!("next-no-keys"));
        }
        RecoveryError::NoPart => (key!("failed-no-part"), key!("next-whose")),
        RecoveryError::OtherParts => (key!("failed-parts"), key!("next-parts")),
        RecoveryError::NotLetIn => (key!("failed-not-let-in"), key!("next-not-let-in")),
        _ => (key!("failed"), key!("next-later")),
    };
    (say_key(what, &[]), say_key(next, &[]))
}

/// Why a way into the vault cannot be made or taken out.
fn door(error: DoorError) -> (String, String) {
    match error {
        DoorError::TooMany => (say!("failed-doors-many", count = MAX_DOORS), say!("next-doors-many")),
        DoorError::Guardians => (say!("failed-three"), say!("next-nothing-done")),
        DoorError::LastDoor => (say!("failed-last-door"), say!("next-nothing-done")),
        _ => (say!("failed"), say!("next-later")),
    }
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::BadRequest => key!("why-bad-request"),
        Why::SignInNeeded => key!("why-sign-in-needed"),
        Why::NotAllowed => key!("why-not-allowed"),
        Why::NotFound => key!("why-not-found"),
        Why::Conflict => key!("why-conflict"),
        Why::TooLarge => key!("why-too-large"),
        Why::QuotaUsed => key!("why-quota-used"),
        Why::TooMany => key!("why-too-many"),
        Why::Refused => key!("why-refused"),
        Why::Lapsed => key!("why-lapsed"),
        Why::Busy => key!("why-busy"),
        Why::Broken => key!("why-broken"),
    }
}

const fn advice(why: Why) -> &'static str {
    match why {
        Why::SignInNeeded => key!("next-sign-in"),
        Why::NotAllowed | Why::NotFound => key!("next-ask-key"),
        Why::Conflict | Why::Lapsed | Why::Refused => key!("next-look-again"),
        Why::TooLarge | Why::QuotaUsed => key!("next-file"),
        Why::TooMany | Why::Busy | Why::Broken | Why::BadRequest => key!("next-later"),
    }
}

const fn denied(denial: Denial) -> &'static str {
    match denial {
        Denial::NoSuchRecord => key!("denial-no-such-record"),
        Denial::PatientGone => key!("denial-patient-gone"),
        Denial::ReaderNotActive => key!("denial-reader-not-active"),
        Denial::WrongPurpose => key!("denial-wrong-purpose"),
        Denial::NoGrant => key!("denial-no-grant"),
        Denial::Expired => key!("denial-expired"),
        Denial::OutOfScope => key!("denial-out-of-scope"),
        Denial::NotAnnounced => key!("denial-not-announced"),
        Denial::UsedUp => key!("denial-used-up"),
    }
}

const fn suspicion(distrust: Distrust) -> &'static str {
    match distrust {
        Distrust::OtherDomain => key!("distrust-other-domain"),
        Distrust::OtherChain => key!("distrust-other-chain"),
        Distrust::OtherContracts => key!("distrust-other-contracts"),
        Distrust::OtherLookupKey => key!("distrust-other-lookup-key"),
        Distrust::OtherCustodians => key!("distrust-other-custodians"),
        Distrust::OddChallenge => key!("distrust-odd-challenge"),
        Distrust::ReplayedSession => key!("distrust-replayed-session"),
        Distrust::StrangersSession => key!("distrust-strangers-session"),
        Distrust::SwappedKey => key!("distrust-swapped-key"),
        Distrust::WrongBlob => key!("distrust-wrong-blob"),
        Distrust::OldVersion => key!("distrust-old-version"),
        Distrust::WrongContent => key!("distrust-wrong-content"),
        Distrust::StrangersWrap => key!("distrust-strangers-wrap"),
        Distrust::WrongRecord => key!("distrust-wrong-record"),
        Distrust::HiddenRecord => key!("distrust-hidden-record"),
        Distrust::HiddenGrant => key!("distrust-hidden-grant"),
        Distrust::FalseRow => key!("distrust-false-row"),
        Distrust::OldVault => key!("distrust-old-vault"),
        Distrust::ForeignVault => key!("distrust-foreign-vault"),
        Distrust::BrokenLog => key!("distrust-broken-log"),
        Distrust::HiddenLine => key!("distrust-hidden-line"),
        Distrust::OtherAnchor => key!("distrust-other-anchor"),
        Distrust::NoAttester => key!("distrust-no-attester"),
        Distrust::FalseProof => key!("distrust-false-proof"),
        _ => key!("distrust-unknown"),
    }
}
