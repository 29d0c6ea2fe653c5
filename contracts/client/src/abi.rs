//! ink!'s calling convention: what goes into a contract and what comes out.

use chartkey_vocabulary::{Account, Contract, Message, Refusal};
use codec::Encode;

/// Keccak-256, by which the chain names codes, addresses and identifiers.
pub fn keccak(bytes: &[u8]) -> [u8; 32] {
    sp_crypto_hashing::keccak_256(bytes)
}

/// What a message or constructor is called by: the first four bytes of its name's hash.
pub fn selector(name: &str) -> [u8; 4] {
    let hash = sp_crypto_hashing::blake2_256(name.as_bytes());
    [hash[0], hash[1], hash[2], hash[3]]
}

/// The input of a call.
pub fn call_data(message: &Message) -> Vec<u8> {
    [&selector(message.name())[..], &message.arguments()].concat()
}

/// The input of a question or a constructor.
pub(crate) fn input(name: &str, arguments: &impl Encode) -> Vec<u8> {
    let mut input = selector(name).to_vec();
    arguments.encode_to(&mut input);
    input
}

/// The hash the chain keeps a code under.
pub fn code_hash(blob: &[u8]) -> [u8; 32] {
    keccak(blob)
}

/// Where a contract comes to live that `deployer` instantiates with a salt.
pub fn contract_address(deployer: Account, code: &[u8], input: &[u8], salt: &[u8; 32]) -> Account {
    let made_of = keccak(&[code, input].concat());
    let hash = keccak(&[&[0xff][..], &deployer.0, salt, &made_of].concat());
    let mut address = [0; 20];
    address.copy_from_slice(&hash[12..]);
    Account(address)
}

/// What a contract said.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reply<'a> {
    /// It did what it was told, and this is the encoded value it gives back.
    Done(&'a [u8]),
    /// It refused.
    Refused(Refusal),
    /// It has no such message, or takes other arguments: client and contract are of different versions.
    NotUnderstood,
}

/// Reads the answer to a message: `Result<Result<T, E>, LangError>`.
pub(crate) fn read_reply(contract: Contract, answer: &[u8]) -> Reply<'_> {
    match answer {
        [0, 0, value @ ..] => Reply::Done(value),
        [0, 1, refusal @ ..] => {
            let mut rest = refusal;
            Refusal::read(contract, &mut rest).map_or(Reply::NotUnderstood, Reply::Refused)
        }
        _ => Reply::NotUnderstood,
    }
}

/// Reads the answer to a question: `Result<T, LangError>`.
pub(crate) fn read_answer(answer: &[u8]) -> Option<&[u8]> {
    answer.strip_prefix(&[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::{CareMessage, ConsentError, VisitId};

    #[test]
    fn selectors_are_those_ink_makes() {
        // From the metadata of ink!'s own examples.
        assert_eq!(selector("new"), [0x9b, 0xae, 0x9d, 0x5e]);
        assert_eq!(selector("flip"), [0x63, 0x3a, 0xa5, 0x51]);
        assert_eq!(selector("get"), [0x2f, 0x86, 0x5b, 0xd9]);
    }

    #[test]
    fn a_call_is_its_selector_and_its_arguments() {
        let message = Message::Care(CareMessage::Accept { visit: VisitId([5; 16]) });
        let data = call_data(&message);
        assert_eq!(data[..4], selector("accept"));
        assert_eq!(data[4..], [5; 16]);
    }

    #[test]
    fn replies_are_told_apart() {
        assert_eq!(read_reply(Contract::Consent, &[0, 0, 9]), Reply::Done(&[9]));
        let refused = Reply::Refused(Refusal::Consent(ConsentError::NotPatient));
        let code = ConsentError::NotPatient.encode()[0];
        assert_eq!(read_reply(Contract::Consent, &[0, 1, code]), refused);
        for odd in [&[][..], &[1, 1], &[0, 1, 255], &[0, 1], &[0]] {
            assert_eq!(read_reply(Contract::Consent, odd), Reply::NotUnderstood, "{odd:?}");
        }
        assert_eq!(read_answer(&[0, 7]), Some(&[7][..]));
        assert_eq!(read_answer(&[1, 1]), None);
    }

    #[test]
    fn addresses_are_those_the_pallet_makes() {
        // The pallet's own test vector.
        let hex = |text: &str| hex::decode(text).expect("hex");
        let salt = hex("1234567890123456789012345678901234567890123456789012345678901234").try_into().expect("32");
        let made = contract_address(Account([1; 20]), &hex("600060005560016000"), &hex("55"), &salt);
        assert_eq!(hex::encode(made.0), "7f31e795e5836a19a8f919ab5a9de9a197ecd2b6");
    }
}
