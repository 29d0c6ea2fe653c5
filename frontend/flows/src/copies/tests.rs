use super::*;
use crate::{
    alone::{self, Alone},
    cupboard::{self, Memory},
    drawer::Pocket,
};
use chartkey_vault::{About, Effort, Vault, Wanted, WrapPurpose, entropy, seal_all};
use chartkey_vocabulary::{Digest, Kind, Sealed};
use futures::executor::block_on;
use std::sync::Arc;

const ADA: Whose = Whose { genesis: [1; 32], account: Account([7; 20]) };
const WORDS: &str = "seven quiet herons cross";

fn vault() -> Vault {
    Vault::make(&mut entropy(), ADA, 0)
}

fn holder<'a>(vault: &'a Vault, cupboard: &'a Memory, now: Time) -> Holder<'a> {
    Holder { whose: ADA, vault, cupboard, now }
}

/// What the door would have released of a record of so many bytes, and what the chain says of it.
fn released(vault: &Vault, id: u8, size: usize, since: Time) -> (Copy, Vec<u8>) {
    let (id, key) = (RecordId([id; 16]), ContentKey::make(&mut entropy()));
    let context = Context { genesis: ADA.genesis, record: id, version: 1 };
    let about = About { title: "Blood count".into(), media_type: "text/plain".into(), ..About::default() };
    let metadata = Metadata::make(&mut entropy(), about).expect("fits");
    let sealed = seal_all(&mut entropy(), &key, &context, &metadata, &vec![5; size]).expect("seals");
    let cid = dag::hash(&sealed.blob);
    let wanted = Wanted { context, cid, purpose: WrapPurpose::Own };
    let wrap = chartkey_vault::wrap(&mut entropy(), &key, &vault.reader_key().bundle(), &wanted);
    let (owner, named) = (ADA.account, Sealed { cid, commitment: sealed.commitment });
    let record =
        Record { owner, author: owner, kind: Kind::LabReport, written: since, versions: 1, findings: Vec::new() };
    let version = Version { sealed: named, by: owner, at: since, epoch: 0 };
    let (purpose, wrap, size) = (Purpose::Treatment, Bytes(wrap.as_bytes().to_vec()), sealed.blob.len() as u64);
    (Copy { id, record, number: 1, version, since, until: None, size, purpose, wrap }, sealed.blob)
}

fn opened(holder: &Holder<'_>, id: u8) -> Result<(Vec<u8>, Time), Failure> {
    let mut out = Vec::new();
    let (_, since) = block_on(open(holder, RecordId([id; 16]).into(), &mut out))?;
    Ok((out, since))
}

#[test]
fn a_copy_opens_by_the_vault_alone_and_says_since_when_it_is() {
    let (vault, cupboard) = (vault(), Memory::with_room(1 << 20));
    let holder = holder(&vault, &cupboard, 2000);
    let (copy, blob) = released(&vault, 2, 70_000, 1000);
    block_on(store(&holder, &copy, &blob)).expect("keeps");
    assert_eq!(opened(&holder, 2).expect("opens"), (vec![5; 70_000], 1000));
    let said = block_on(peek(&holder, copy.id.into())).expect("reads");
    assert_eq!(said.about().title, "Blood count");
    let strangers = Vault::make(&mut entropy(), ADA, 0);
    assert!(opened(&Holder { vault: &strangers, ..holder }, 2).is_err(), "another vault");
}

#[test]
fn nothing_in_the_cupboard_says_what_was_sealed() {
    let (mut vault, cupboard) = (vault(), Memory::with_room(1 << 20));
    vault.set_name(Account([9; 20]), "Mother Ludmila");
    vault.add_passphrase(&mut entropy(), WORDS, Effort::LIGHT, "words").expect("a door");
    let file = vault.save(&mut entropy()).expect("saves");
    let (copy, blob) = released(&vault, 2, 900, 1000);
    block_on(async {
        alone::keep_vault(&cupboard, &ADA, &file, 1000).await;
        store(&holder(&vault, &cupboard, 1000), &copy, &blob).await.expect("keeps");
        let names = cupboard.names("").await.expect("lists");
        assert_eq!(names.len(), 3);
        for name in names {
            let kept = cupboard.get(&name).await.expect("reads").expect("is there");
            for word in ["Blood count", "Ludmila", "text/plain", "\u{5}\u{5}\u{5}\u{5}\u{5}\u{5}\u{5}\u{5}"] {
                let found = kept.windows(word.len()).any(|part| part == word.as_bytes());
                assert!(!found, "{word:?} in {name}");
            }
        }
        cupboard::forget(&cupboard).await.expect("forgets");
        assert!(cupboard.names("").await.expect("lists").is_empty());
    });
}

#[test]
fn the_vault_opens_from_its_copy_by_its_passphrase_only() {
    let (mut vault, cupboard) = (vault(), Arc::new(Memory::with_room(1 << 20)));
    vault.add_passphrase(&mut entropy(), WORDS, Effort::LIGHT, "words").expect("a door");
    let file = vault.save(&mut entropy()).expect("saves");
    let pocket = Pocket::default();
    let open = |words: &'static str| {
        let (cupboard, genesis) = (cupboard.clone(), Digest(ADA.genesis));
        block_on(Alone::open(cupboard, &pocket, genesis, ADA.account, |file, expected| {
            file.open_with_passphrase(words, expected)
        }))
    };
    assert!(matches!(open(WORDS), Err(Failure::Not(_))), "there is no copy yet");
    block_on(alone::keep_vault(cupboard.as_ref(), &ADA, &file, 77));
    assert!(matches!(open("seven quiet herons fly"), Err(Failure::Vault(_))));
    let ada = open(WORDS).expect("opens");
    assert_eq!((ada.account(), ada.since()), (ADA.account, 77));
    let known = block_on(alone::accounts(cupboard.as_ref(), Digest(ADA.genesis))).expect("lists");
    assert_eq!(known, [ADA.account]);
    assert!(block_on(alone::accounts(cupboard.as_ref(), Digest([2; 32]))).expect("lists").is_empty());
}

#[test]
fn a_copy_ends_with_its_key() {
    let (vault, cupboard) = (vault(), Memory::with_room(1 << 20));
    let (mut copy, blob) = released(&vault, 2, 900, 1000);
    copy.until = Some(5000);
    block_on(store(&holder(&vault, &cupboard, 1000), &copy, &blob)).expect("keeps");
    assert!(opened(&holder(&vault, &cupboard, 4999), 2).is_ok());
    let late = opened(&holder(&vault, &cupboard, 5000), 2);
    assert!(matches!(late, Err(Failure::Denied(Denial::Expired))));
    assert!(block_on(cupboard.names("")).expect("lists").is_empty(), "and nothing of it is left");
}

#[test]
fn a_copy_that_was_tampered_with_is_not_opened_and_goes() {
    let (vault, cupboard) = (vault(), Memory::with_room(1 << 20));
    let holder = holder(&vault, &cupboard, 2000);
    let (copy, mut blob) = released(&vault, 2, 900, 1000);
    *blob.last_mut().expect("bytes") ^= 1;
    block_on(store(&holder, &copy, &blob)).expect("keeps");
    assert!(matches!(opened(&holder, 2), Err(Failure::Jammed(_))));
    assert!(block_on(list(&holder)).expect("lists").is_empty());
}

#[test]
fn what_was_opened_longest_ago_goes_first_when_there_is_no_room() {
    let (vault, cupboard) = (vault(), Memory::with_room(14_000));
    let holder = holder(&vault, &cupboard, 9000);
    for (id, since) in [(2, 3000), (3, 1000), (4, 2000)] {
        let (copy, blob) = released(&vault, id, 2000, since);
        assert!((3500..4600).contains(&blob.len()), "three of them fit, four do not: {}", blob.len());
        block_on(store(&holder, &copy, &blob)).expect("keeps");
    }
    let (copy, blob) = released(&vault, 5, 2000, 4000);
    block_on(store(&holder, &copy, &blob)).expect("keeps");
    let left: Vec<u8> = block_on(list(&holder)).expect("lists").iter().map(|copy| copy.id.0[0]).collect();
    assert_eq!(left, [5, 2, 4]);
    assert_eq!(block_on(cupboard.names("blob/")).expect("lists").len(), 3);
}
