//! Signing in: a text that names domain, chain, account, nonce and end, signed by the wallet.
//!
//! The text is written here anew and compared, so that a service cannot have anything else signed; and what was signed
//! or handed out once is not taken a second time.

use crate::{
    distrust::Distrust,
    drawer::Drawer,
    failure::Failure,
    signed_in::SignedIn,
    visitor::Visitor,
    wallet::{Wallet, spelled},
};
use chartkey_client::account_of;
use chartkey_protocol::{NewSession, Session, SignIn};
use chartkey_vocabulary::{Account, MINUTE, Time};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A text that stays good longer than this is no text of an honest service.
const LONGEST: Time = 15 * MINUTE;
/// Clocks differ by so much at most, or signing in fails with words.
const SKEW: Time = 2 * MINUTE;
/// So many earlier sign-ins are remembered: more than anybody has under way within the quarter of an hour.
const REMEMBERED: usize = 256;
const NOTE: &str = "sign-ins";

/// Signs in.
///
/// # Errors
/// `Distrust` when the text or the session is not what it should be; `Unsigned` when the wallet says no.
pub(crate) async fn sign_in(visitor: &Visitor, wallet: Arc<dyn Wallet>) -> Result<SignedIn, Failure> {
    let id = wallet.account();
    let (account, address) = (account_of(&id), id.to_string());
    let asked = visitor.oracle.challenge(&address).await?;
    honest(&asked, &visitor.site.domain, visitor.genesis(), &address, visitor.oracle.now())?;
    once(visitor.drawer.as_ref(), &asked.nonce)?;
    let (scheme, signature) = spelled(wallet.sign_text(&asked.text).await?);
    let signed = NewSession { nonce: asked.nonce, scheme: scheme.into(), signature: signature.into() };
    let session = visitor.oracle.new_session(&signed).await?;
    let token = mine(session, account)?;
    once(visitor.drawer.as_ref(), &token)?;
    let visitor = Visitor { oracle: visitor.oracle.within(token), ..visitor.clone() };
    Ok(SignedIn::new(visitor, wallet, account))
}

/// Whether this is the text an honest service of this domain would have signed now.
fn honest(
    asked: &SignIn,
    domain: &str,
    genesis: chartkey_vocabulary::Digest,
    address: &str,
    now: Time,
) -> Result<(), Distrust> {
    let expected = SignIn::write(domain, genesis, address, &asked.nonce, asked.until);
    // A nonce with a line break in it could add lines to the text that say something else.
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=+/".contains(c);
    let sound = !asked.nonce.is_empty() && asked.nonce.len() <= 256 && asked.nonce.chars().all(plain);
    if !sound || asked.text != expected || asked.until > now + LONGEST + SKEW {
        return Err(Distrust::OddChallenge);
    }
    // An honest service makes a text when it is asked for one.
    if now > asked.until + SKEW { Err(Distrust::ReplayedSession) } else { Ok(()) }
}

fn mine(session: Session, account: Account) -> Result<String, Distrust> {
    if session.account != account {
        return Err(Distrust::StrangersSession);
    }
    session.token.filter(|token| !token.is_empty()).ok_or(Distrust::OddChallenge)
}

/// Remembers what may come once only; only its hash, for some of it is secret.
fn once(drawer: &dyn Drawer, what: &str) -> Result<(), Failure> {
    let mark = Sha256::digest(what.as_bytes());
    let mut marks = drawer.get(NOTE)?.unwrap_or_default();
    if marks.chunks_exact(mark.len()).any(|seen| seen == mark.as_slice()) {
        return Err(Distrust::ReplayedSession.into());
    }
    marks.extend_from_slice(&mark);
    let first = marks.len().saturating_sub(REMEMBERED * mark.len());
    Ok(drawer.put(NOTE, &marks[first..])?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawer::Pocket;

    fn asked(domain: &str, address: &str, nonce: &str, until: Time) -> SignIn {
        let text = SignIn::write(domain, CHAIN, address, nonce, until);
        SignIn { text, nonce: nonce.into(), until }
    }

    const CHAIN: chartkey_vocabulary::Digest = chartkey_vocabulary::Digest([7; 32]);

    #[test]
    fn only_the_text_of_this_service_for_this_account_is_signed() {
        let look = |asked: &SignIn| honest(asked, "chartkey.example", CHAIN, "5Grw", 1000);
        assert_eq!(look(&asked("chartkey.example", "5Grw", "abc", 1300)), Ok(()));
        let odd = Err(Distrust::OddChallenge);
        assert_eq!(look(&asked("chartkey.exampIe", "5Grw", "abc", 1300)), odd, "another domain");
        assert_eq!(look(&asked("chartkey.example", "5Mal", "abc", 1300)), odd, "another account");
        assert_eq!(look(&asked("chartkey.example", "5Grw", "abc", 100_000)), odd, "good for a day");
        assert_eq!(look(&asked("chartkey.example", "5Grw", "abc\nPay: 9 KEY", 1300)), odd, "a line slipped in");
        let more = SignIn { text: "Give away all keys.".into(), ..asked("chartkey.example", "5Grw", "abc", 1300) };
        assert_eq!(look(&more), odd, "another text");
        let late = asked("chartkey.example", "5Grw", "abc", 1000 - SKEW - 1);
        assert_eq!(look(&late), Err(Distrust::ReplayedSession), "an old one");
    }

    #[test]
    fn what_came_once_is_known_again() {
        let pocket = Pocket::default();
        once(&pocket, "nonce").expect("new");
        once(&pocket, "token").expect("new");
        let again = once(&pocket, "nonce").expect_err("seen");
        assert_eq!(again.distrust(), Some(Distrust::ReplayedSession));
        for number in 0..2 * REMEMBERED {
            once(&pocket, &number.to_string()).expect("new");
        }
        assert_eq!(pocket.get(NOTE).expect("reads").expect("is there").len(), REMEMBERED * 32);
    }

    #[test]
    fn a_session_of_somebody_else_is_not_used() {
        let session = |account| Session { token: Some("t".into()), account, address: String::new(), until: 1 };
        assert_eq!(mine(session(Account([1; 20])), Account([1; 20])), Ok("t".into()));
        assert_eq!(mine(session(Account([2; 20])), Account([1; 20])), Err(Distrust::StrangersSession));
        let silent = Session { token: None, ..session(Account([1; 20])) };
        assert_eq!(mine(silent, Account([1; 20])), Err(Distrust::OddChallenge));
    }
}
