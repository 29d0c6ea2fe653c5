//! Does what a vector says, with nothing but the vector and the public interface.

use crate::{
    Vector,
    rng::{Exactly, Seeded},
};
use chartkey_vault::*;
use chartkey_vocabulary::{Account, Cid, Commitment, Purpose, RecordId};
use hex::{decode, encode};
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Came = Result<Value, String>;

struct Fields<'a> {
    vector: &'a Vector,
    files: &'a BTreeMap<String, Vec<u8>>,
}

/// Runs one vector.
pub(crate) fn run(vector: &Vector, files: &BTreeMap<String, Vec<u8>>) -> Came {
    let fields = Fields { vector, files };
    match fields.text("does") {
        "open a blob" => fields.open_blob(),
        "unwrap a key" => fields.unwrap_key(),
        "join two shares" => fields.join_shares(),
        "read keys" => fields.read_keys(),
        "open a vault" => fields.open_vault(),
        "read a printed code" => fields.read_code(),
        "confirm an offer" => fields.confirm_offer(),
        "take a passed share" => fields.take_share(),
        "read a link" => fields.read_link(),
        "open a link's file" => fields.open_link_file(),
        "finish a look-up" => fields.finish_lookup(),
        "commit to an output" => Ok(json!(encode(output_commitment(&fields.array("salt"), &fields.bytes("output")).0))),
        other => panic!("nobody knows how to {other}"),
    }
}

fn words<E: std::fmt::Display>(error: E) -> String {
    error.to_string()
}

impl Fields<'_> {
    fn text(&self, name: &str) -> &str {
        self.vector[name].as_str().unwrap_or_else(|| panic!("{name} is no text"))
    }

    fn number(&self, name: &str) -> u64 {
        self.vector[name].as_u64().unwrap_or_else(|| panic!("{name} is no number"))
    }

    /// Hex, or `@` and the name of a file, changed as `edits` say.
    fn bytes(&self, name: &str) -> Vec<u8> {
        let text = self.text(name);
        let mut bytes = match text.strip_prefix('@') {
            Some(file) => self.files[file].clone(),
            None => decode(text).expect("hex"),
        };
        let edits = self.vector.get("edits").filter(|edits| edits["of"] == name);
        for edit in edits.map(|edits| edits["are"].as_array().expect("edits")).into_iter().flatten() {
            apply(edit, &mut bytes);
        }
        bytes
    }

    fn array<const N: usize>(&self, name: &str) -> [u8; N] {
        self.bytes(name).try_into().unwrap_or_else(|_| panic!("{name} is not {N} bytes long"))
    }

    fn context(&self) -> Context {
        let (genesis, record) = (self.array("genesis"), RecordId(self.array("record")));
        Context { genesis, record, version: self.number("version") as u16 }
    }

    fn reader(&self) -> ReaderKey {
        let seed = self.bytes("reader_seed");
        ReaderKey::make(&mut Exactly(&seed), Account(self.array("reader")), self.number("reader_epoch") as u32)
    }

    fn whose(&self) -> Whose {
        Whose { genesis: self.array("genesis"), account: Account(self.array("account")) }
    }

    fn device(&self) -> DeviceKey {
        DeviceKey::restore(&self.array("device_seed"), self.whose(), self.number("until"))
    }

    fn wanted(&self) -> Wanted {
        let purpose = match self.text("purpose") {
            "own" => WrapPurpose::Own,
            name => WrapPurpose::Granted(
                Purpose::ALL.into_iter().find(|purpose| json!(purpose) == name).expect("a purpose"),
            ),
        };
        Wanted { context: self.context(), cid: Cid(self.array("cid")), purpose }
    }

    fn open_blob(&self) -> Came {
        let key = ContentKey::make(&mut Exactly(&self.bytes("content_key")));
        let commitment = Commitment(self.array("commitment"));
        let opened = open_all(&key, &self.context(), &commitment, &self.bytes("blob")).map_err(words)?;
        let content = if opened.content.len() > 4096 {
            use sha2::Digest;
            format!("sha256:{}", encode(sha2::Sha256::digest(&*opened.content)))
        } else {
            encode(&*opened.content)
        };
        Ok(json!({"about": opened.metadata.about(), "content": content, "length": opened.content.len()}))
    }

    fn unwrap_key(&self) -> Came {
        let wrapped = Wrap::parse(&self.bytes("wrap")).map_err(words)?;
        let key = unwrap(&wrapped, &self.reader(), &self.wanted()).map_err(words)?;
        Ok(self.tell_key(&key))
    }

    /// Keys do not show themselves; the vector says which one it must be, and they are compared.
    fn tell_key(&self, key: &ContentKey) -> Value {
        use subtle::ConstantTimeEq;
        let named = self.vector["yields"].as_str().and_then(|named| decode(named).ok());
        let same = named.filter(|named| key.ct_eq(&ContentKey::make(&mut Exactly(named))).into());
        same.map_or(json!("another key"), |named| json!(encode(named)))
    }

    fn join_shares(&self) -> Came {
        let (reader, wanted) = (self.reader(), self.wanted());
        let share = |name| {
            let wrapped = Wrap::parse(&self.bytes(name)).map_err(words)?;
            unwrap_share(&wrapped, &reader, &wanted).map_err(words)
        };
        let key = join_card(&share("one_share")?, &share("other_share")?).map_err(words)?;
        Ok(self.tell_key(&key))
    }

    fn read_keys(&self) -> Came {
        let (account, epoch) = (Account(self.array("account")), self.number("epoch") as u32);
        let bundle =
            KeyBundle::fetched(&self.bytes("bundle"), &Cid(self.array("cid")), account, epoch).map_err(words)?;
        Ok(json!({"cid": bundle.cid(), "account": bundle.account(), "epoch": bundle.epoch()}))
    }

    fn open_vault(&self) -> Came {
        let file = VaultFile::parse(&self.bytes("vault")).map_err(words)?;
        let expected = Expected { whose: self.whose(), seen: self.number("seen") };
        let door = || self.array("door");
        let vault = match self.text("with") {
            "passphrase" => file.open_with_passphrase(self.text("passphrase"), &expected),
            "passkey" => file.open_with_passkey(door(), &self.array("prf"), &expected),
            "code" => file.open_with_code(&PrintedCode::parse(self.text("code")).map_err(words)?, &expected),
            "device" => file.open_with_device(&self.device(), &expected),
            "guardians" => {
                let device = self.device();
                let one = take_share(&self.bytes("one_share"), &device, door()).map_err(words)?;
                let other = take_share(&self.bytes("other_share"), &device, door()).map_err(words)?;
                file.open_with_guardians(door(), [&one, &other], &expected)
            }
            other => panic!("no door opens with {other}"),
        };
        let vault = vault.map_err(words)?;
        let doors: Vec<_> = vault.doors().map(|(_, name)| name.to_owned()).collect();
        let names: BTreeMap<_, _> = vault.names().map(|(account, name)| (account.to_string(), name)).collect();
        let links: Vec<_> = vault.links().map(|link| link.text.to_string()).collect();
        let reader = vault.reader_key();
        Ok(json!({
            "revision": vault.revision(), "epoch": reader.epoch(), "keys": reader.bundle().cid(),
            "doors": doors, "names": names, "links": links,
        }))
    }

    fn read_code(&self) -> Came {
        PrintedCode::parse(self.text("code")).map(|code| json!(code.words().as_str())).map_err(words)
    }

    fn confirm_offer(&self) -> Came {
        let offer = Offer::parse(&self.bytes("offer")).map_err(words)?;
        let shown = offer.words();
        offer.confirm(self.text("words"), &self.whose(), self.number("now")).map_err(words)?;
        Ok(json!(shown))
    }

    fn take_share(&self) -> Came {
        let share = take_share(&self.bytes("passed"), &self.device(), self.array("door")).map_err(words)?;
        Ok(json!(share.number()))
    }

    fn read_link(&self) -> Came {
        let link = HealthLink::parse(self.text("link")).map_err(words)?;
        Ok(json!({
            "url": link.url, "until": link.until, "label": link.label,
            "long_lived": link.long_lived, "passcode": link.passcode, "direct": link.direct,
        }))
    }

    fn open_link_file(&self) -> Came {
        let key = LinkKey::make(&mut Exactly(&self.bytes("link_key")));
        let jwe = String::from_utf8(self.bytes("jwe")).expect("text");
        let file = open_link_file(&key, &jwe).map_err(words)?;
        let content = String::from_utf8_lossy(&file.content).into_owned();
        Ok(json!({"content_type": file.content_type, "content": content}))
    }

    fn finish_lookup(&self) -> Came {
        let id = NationalId::parse(self.text("country"), self.text("number")).map_err(words)?;
        let (asked, blinded) = blind(&mut Seeded::new(self.text("blinding")), &self.array("genesis"), &id);
        assert_eq!(encode(blinded), self.text("blinded"));
        let tag =
            asked.finalize(&self.array("evaluated"), &self.array("proof"), &self.array("server")).map_err(words)?;
        Ok(json!(encode(tag.0)))
    }
}

/// Changes bytes on the way, as an enemy or a bad line would.
fn apply(edit: &Value, bytes: &mut Vec<u8>) {
    let at = |name: &str| edit[name].as_u64().expect("a place") as usize;
    match edit["does"].as_str().expect("what it does") {
        "flips" => bytes[at("at")] ^= 1 << at("bit"),
        "writes" => {
            let new = decode(edit["bytes"].as_str().expect("hex")).expect("hex");
            let start = at("at");
            bytes[start..start + new.len()].copy_from_slice(&new);
        }
        "keeps" => bytes.truncate(at("length")),
        "adds" => bytes.extend(decode(edit["bytes"].as_str().expect("hex")).expect("hex")),
        "removes" => drop(bytes.drain(at("from")..at("to"))),
        "swaps" => {
            let (one, other, length) = (at("one"), at("other"), at("length"));
            (0..length).for_each(|offset| bytes.swap(one + offset, other + offset));
        }
        other => panic!("an edit that {other}"),
    }
}
