//! A hostile oracle: it holds every blob, every row and every session, and still cannot make a client believe a lie.

use anyhow::{Context, Result};
use chartkey_flows::{
    Distrust, Failure, Person, Wallet, add_record, log,
    native::{KeyWallet, Sockets},
    sign_up, vault,
};
use chartkey_protocol::VaultFile;
use chartkey_tests::{
    clinic::{Clinic, PASSPHRASE, add, give, key_of, listed, open, scan},
    expect::days,
    meddler::Meddler,
};
use chartkey_vault::{About, Effort, ReaderKey, Vault, Whose, entropy};
use chartkey_vocabulary::{Kind, Purpose, Role};
use serde_json::{Value, json};
use std::sync::Arc;

/// The client refused, and says that it was exactly this lie.
#[track_caller]
fn expect_distrust<T>(outcome: Result<T, Failure>, expected: Distrust) {
    match outcome {
        Err(failure) => assert_eq!(failure.distrust(), Some(expected), "{failure}"),
        Ok(_) => panic!("the lie was believed: {expected}"),
    }
}

/// The same through the helpers that tell more stories than one.
#[track_caller]
fn expect_distrusted<T>(outcome: Result<T>, expected: Distrust) {
    match outcome {
        Err(error) => {
            let failure = error.downcast_ref::<Failure>().expect("a flow's failure");
            assert_eq!(failure.distrust(), Some(expected), "{failure}");
        }
        Ok(_) => panic!("the lie was believed: {expected}"),
    }
}

async fn ada(clinic: &Clinic) -> Result<(Person, Meddler)> {
    let meddler = Meddler::honest()?;
    Ok((clinic.patient_through("ada", Arc::new(meddler.clone())).await?, meddler))
}

/// Keys swapped for the oracle's own: nothing is sealed to them.
#[tokio::test]
async fn a_swapped_reader_key_is_not_sealed_to() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (ada, meddler) = ada(&clinic).await?;
    let lin = clinic.doctor("lin").await?;
    add(&ada, ada.account(), Kind::LabReport, b"blood").await?;
    let member = ada.member_of(lin.account()).await?;
    let keys = member.keys.context("a doctor has keys")?;
    let own = ReaderKey::make(&mut entropy(), lin.account(), member.epoch);
    meddler.answer(&format!("/api/public/{}", keys.text()), own.bundle().to_bytes().to_vec());
    expect_distrusted(give(&ada, &lin, Purpose::Treatment, days(1)).await, Distrust::SwappedKey);
    meddler.repent();
    assert_eq!(chartkey_flows::tend::tend(&ada).await?.made, 1, "and told the truth, it is");
    Ok(())
}

/// An old version for a new one, another's blob, a changed byte, a blob cut short: each is not what the chain names.
#[tokio::test]
async fn only_the_blob_the_chain_names_is_opened() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (ada, meddler) = ada(&clinic).await?;
    let (first, second) = (scan("first", 300_000), scan("second", 300_000));
    let record = add(&ada, ada.account(), Kind::XRay, &first).await?;
    assert_eq!(open(&ada, record, Purpose::Treatment).await?, first);
    let old = meddler.last("/versions/1/blob").context("version 1 was fetched")?;
    let about = About { title: "Second".into(), ..About::default() };
    add_record::amend(&ada, record, 1, about, &mut second.clone(), &mut |_| {}).await?;
    assert_eq!(open(&ada, record, Purpose::Treatment).await?, second);
    let new = meddler.last("/versions/2/blob").context("version 2 was fetched")?;

    let other = add(&ada, ada.account(), Kind::XRay, &scan("other", 300_000)).await?;
    open(&ada, other, Purpose::Treatment).await?;
    let others = meddler.last(&format!("/api/records/{other}/versions/1/blob")).context("fetched")?;
    let mut bent = new.clone();
    *bent.last_mut().context("a blob has bytes")? ^= 1;
    for (served, expected) in [
        (old, Distrust::OldVersion),
        (others, Distrust::WrongRecord),
        (bent, Distrust::WrongBlob),
        (new[..new.len() / 2].to_vec(), Distrust::WrongBlob),
    ] {
        meddler.answer("/versions/2/blob", served);
        expect_distrust(open(&ada, record, Purpose::Treatment).await, expected);
    }
    meddler.repent();
    assert_eq!(open(&ada, record, Purpose::Treatment).await?, second);
    Ok(())
}

/// A key of an older version, or of another record.
#[tokio::test]
async fn a_key_of_something_else_is_refused() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (ada, meddler) = ada(&clinic).await?;
    let record = add(&ada, ada.account(), Kind::LabReport, b"first").await?;
    open(&ada, record, Purpose::Treatment).await?;
    let old = meddler.last("/versions/1/wrap").context("the key was fetched")?;
    add_record::amend(&ada, record, 1, About::default(), &mut b"second".to_vec(), &mut |_| {}).await?;
    meddler.answer("/versions/2/wrap", old);
    expect_distrust(open(&ada, record, Purpose::Treatment).await, Distrust::OldVersion);

    let other = add(&ada, ada.account(), Kind::LabReport, b"other").await?;
    meddler.repent();
    open(&ada, other, Purpose::Treatment).await?;
    let others = meddler.last(&format!("/api/records/{other}/versions/1/wrap")).context("fetched")?;
    meddler.answer("/versions/2/wrap", others);
    expect_distrust(open(&ada, record, Purpose::Treatment).await, Distrust::WrongRecord);
    Ok(())
}

/// Rows that contradict the chain, and rows left out.
#[tokio::test]
async fn a_list_is_held_against_the_chain() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (ada, meddler) = ada(&clinic).await?;
    let (one, two) =
        (add(&ada, ada.account(), Kind::XRay, b"one").await?, add(&ada, ada.account(), Kind::XRay, b"two").await?);
    assert_eq!(listed(&ada).await?.len(), 2);
    meddler.lie(|asked, mut answer| {
        if asked.contains("/records?") || asked.ends_with("/records") {
            let mut page: Value = serde_json::from_slice(answer.body()).expect("a page");
            page["rows"].as_array_mut().expect("rows").pop();
            *answer.body_mut() = page.to_string().into_bytes();
        }
        answer
    });
    expect_distrust(listed(&ada).await, Distrust::HiddenRecord);
    meddler.lie(|asked, mut answer| {
        if asked.contains("/records?") || asked.ends_with("/records") {
            let mut page: Value = serde_json::from_slice(answer.body()).expect("a page");
            page["rows"][0]["kind"] = json!("prescription");
            *answer.body_mut() = page.to_string().into_bytes();
        }
        answer
    });
    expect_distrust(listed(&ada).await, Distrust::FalseRow);
    meddler.repent();
    let mut both = listed(&ada).await?;
    both.sort();
    let mut expected = [one, two];
    expected.sort();
    assert_eq!(both, expected);
    Ok(())
}

/// A sign-in text or a session that was used before, a text that says something else, somebody else's session.
#[tokio::test]
async fn a_session_is_ones_own_and_new() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (_ada, _) = ada(&clinic).await?;
    let meddler = Meddler::honest()?;
    let visitor = clinic.visitor(Arc::new(meddler.clone())).await?;
    let wallet: Arc<dyn Wallet> = Arc::new(KeyWallet::from(key_of("ada")?));
    visitor.sign_in(wallet.clone()).await?;
    let text = meddler.last("/api/session/challenge").context("a text")?;
    let session = meddler.last("POST /api/session").context("a session")?;

    meddler.answer("/api/session/challenge", text.clone());
    expect_distrust(visitor.sign_in(wallet.clone()).await, Distrust::ReplayedSession);
    let mut other: Value = serde_json::from_slice(&text)?;
    other["nonce"] = json!("0123456789abcdef");
    meddler.answer("/api/session/challenge", other.to_string().into_bytes());
    expect_distrust(visitor.sign_in(wallet.clone()).await, Distrust::OddChallenge);

    meddler.lie(move |asked, mut answer| {
        if asked == "POST /api/session" {
            *answer.body_mut() = session.clone();
        }
        answer
    });
    expect_distrust(visitor.sign_in(wallet.clone()).await, Distrust::ReplayedSession);
    meddler.lie(|asked, mut answer| {
        if asked == "POST /api/session" {
            let mut session: Value = serde_json::from_slice(answer.body()).expect("a session");
            session["account"] = json!(format!("0x{}", "07".repeat(20)));
            *answer.body_mut() = session.to_string().into_bytes();
        }
        answer
    });
    expect_distrust(visitor.sign_in(wallet).await, Distrust::StrangersSession);
    Ok(())
}

/// A vault that somebody else made for a newcomer, in place of the one they are about to make. It opens with their
/// passphrase: sealing to a passphrase's door does not take the passphrase.
#[tokio::test]
async fn a_newcomer_goes_on_with_no_vault_but_their_own() -> Result<()> {
    let clinic = Clinic::open().await?;
    let key = key_of("ada")?;
    clinic.stack.fund(&[key.public_key().to_account_id()]).await?;
    let wallet: Arc<dyn Wallet> = Arc::new(KeyWallet::from(key));
    let ada = clinic.visitor(Arc::new(Sockets::new()?)).await?.sign_in(wallet).await?;
    let whose = Whose { genesis: ada.genesis().0, account: ada.account() };
    let mut foreign = Vault::make(&mut entropy(), whose, 0);
    foreign.add_passphrase(&mut entropy(), PASSPHRASE, Effort::LIGHT, "passphrase")?;
    let bytes = foreign.save(&mut entropy())?;
    ada.oracle().put_vault(&VaultFile { revision: foreign.revision(), bytes: bytes.into() }).await?;

    let joined = sign_up::join(ada.clone(), Role::Patient, None, PASSPHRASE, Effort::LIGHT).await?;
    let named = joined.member_of(ada.account()).await?.keys;
    assert_eq!(named, Some(joined.vault().reader_key().bundle().cid()));
    assert_ne!(named, Some(foreign.reader_key().bundle().cid()), "the chain names keys that somebody else has");
    assert_eq!(vault::open(ada, PASSPHRASE).await?.vault().revision(), foreign.revision() + 1);
    Ok(())
}

/// The vault file as it was before the keys were changed.
#[tokio::test]
async fn an_old_vault_is_noticed() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (mut ada, meddler) = ada(&clinic).await?;
    let before = meddler.last("PUT /api/vault");
    assert!(before.is_some(), "joining saves a vault");
    let old = vault::fetch(&ada).await.map(|_| meddler.last("GET /api/vault"))?.context("the vault was fetched")?;
    chartkey_flows::sign_up::rotate(&mut ada).await?;
    meddler.answer("GET /api/vault", old);
    let signed_in = ada.signed_in().clone();
    expect_distrust(vault::open(signed_in.clone(), PASSPHRASE).await, Distrust::OldVault);
    meddler.repent();
    vault::open(signed_in, PASSPHRASE).await?;
    Ok(())
}

/// A line left out of the log, and a line changed in it.
#[tokio::test]
async fn the_log_is_held_against_its_anchor() -> Result<()> {
    let clinic = Clinic::open().await?;
    let (ada, meddler) = ada(&clinic).await?;
    let lin = clinic.doctor("lin").await?;
    let record = add(&ada, ada.account(), Kind::LabReport, b"blood").await?;
    give(&ada, &lin, Purpose::Treatment, days(1)).await?;
    for _ in 0..3 {
        open(&lin, record, Purpose::Treatment).await?;
    }
    chartkey_tests::expect::eventually("the log to be anchored and to verify", async || {
        let verified = log::verify(&ada, ada.account()).await?;
        anyhow::ensure!(verified.anchored >= 6, "{} lines are anchored", verified.anchored);
        Ok(())
    })
    .await?;
    let bend = |how: fn(&mut Vec<Value>)| {
        move |asked: &str, mut answer: http::Response<Vec<u8>>| {
            if asked.contains("/api/log/mine") {
                let mut page: Value = serde_json::from_slice(answer.body()).expect("a page");
                how(page["lines"].as_array_mut().expect("lines"));
                *answer.body_mut() = page.to_string().into_bytes();
            }
            answer
        }
    };
    meddler.lie(bend(|lines| drop(if lines.len() > 1 { Some(lines.remove(1)) } else { None })));
    expect_distrust(log::verify(&ada, ada.account()).await, Distrust::HiddenLine);
    meddler.lie(bend(|lines| {
        if let Some(line) = lines.first_mut() {
            line["reader"] = json!(format!("0x{}", "07".repeat(20)));
        }
    }));
    expect_distrust(log::verify(&ada, ada.account()).await, Distrust::BrokenLog);
    Ok(())
}
