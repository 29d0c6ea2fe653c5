//! The public directory: what a professional says of themselves, as the chain names it. Anybody may read it.

use crate::{distrust::Distrust, facts, failure::Failure, visitor::Visitor};
use chartkey_protocol::{Bytes, CardText, Found};
use chartkey_store::dag;
use chartkey_vocabulary::{Account, Member, Profile, Role};
use serde::{Deserialize, Serialize};

/// A certificate is part of the card, and a card is short.
pub const LARGEST_CERTIFICATE: usize = 40 * 1024;

/// What proves a training or a licence, published with the card by the applicant's own choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The file's name.
    pub name: String,
    /// Such as `image/jpeg`.
    pub media_type: String,
    /// The file.
    pub content: Bytes,
}

/// The card as it lies in the store: what is listed, and what only those see who open the entry.
#[derive(Serialize, Deserialize)]
pub(crate) struct CardFile {
    #[serde(flatten)]
    pub(crate) text: CardText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) certificate: Option<Certificate>,
}

/// One entry, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Whose.
    pub account: Account,
    /// Role, standing, licence.
    pub member: Member,
    /// Specialties, languages, place.
    pub profile: Profile,
    /// Name, house, address; nothing when the file is no card.
    pub card: Option<CardText>,
    /// The certificate, when one was published.
    pub certificate: Option<Certificate>,
}

/// The entry of an account, from the chain and from the card it names; nothing for who has none.
///
/// # Errors
/// `WrongBlob` when another card is served than the chain names.
pub async fn listing(visitor: &Visitor, account: Account) -> Result<Option<Listing>, Failure> {
    let at = visitor.chain.now().await?;
    let Some(member) = at.registry().member(account).await? else { return Ok(None) };
    let Some(profile) = at.registry().profile(account).await? else { return Ok(None) };
    let bytes = visitor.oracle.public_blob(&profile.card).await?;
    if dag::hash(&bytes) != profile.card {
        return Err(Distrust::WrongBlob.into());
    }
    let (card, certificate) = match serde_json::from_slice::<CardFile>(&bytes) {
        Ok(CardFile { text, certificate }) => (Some(text), certificate),
        // Its author wrote something else; the rest of the entry still says who they are.
        Err(_) => (None, None),
    };
    let certificate = certificate.filter(|certificate| certificate.content.0.len() <= LARGEST_CERTIFICATE);
    Ok(Some(Listing { account, member, profile, card, certificate }))
}

/// Whom of those listed a paper may mean by the doctor it names.
#[must_use]
pub fn doctors_called<'a>(listed: &'a [Found], name: &str) -> Vec<&'a Found> {
    let called = |found: &&Found| found.card.as_ref().is_some_and(|card| facts::fit(&card.name, name) == Some(true));
    listed.iter().filter(|found| found.role == Role::Doctor).filter(called).collect()
}

/// Whether a paper's hospital is one of those listed, or one where somebody listed works.
#[must_use]
pub fn has_house(listed: &[Found], name: &str) -> bool {
    let of = |card: &CardText, role| match role {
        Role::Hospital => facts::same_house(&card.name, name),
        _ => card.house.as_ref().is_some_and(|house| facts::same_house(house, name)),
    };
    listed.iter().any(|found| found.card.as_ref().is_some_and(|card| of(card, found.role)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn who_a_paper_names_is_found_among_those_listed() {
        let one = |role, name: &str, house: Option<&str>| Found {
            account: Account([7; 20]),
            role,
            profile: Profile {
                specialties: Vec::new(),
                languages: Vec::new(),
                place: *b"tdr1u",
                card: dag::hash(b"card"),
            },
            card: serde_json::from_value(json!({ "name": name, "house": house })).ok(),
        };
        let listed = [
            one(Role::Doctor, "Dr. Ravi Sharma", Some("Sunrise Clinic")),
            one(Role::Doctor, "Dr. Meera Iyer", None),
            one(Role::Hospital, "City Hospital", None),
        ];
        let names = |name| {
            doctors_called(&listed, name)
                .iter()
                .map(|found| found.card.as_ref().unwrap().name.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(names("Dr R. Sharma, MD"), ["Dr. Ravi Sharma"]);
        assert_eq!((names("Dr. Anil Menon"), names("डॉ. रवि शर्मा")), (vec![], vec![]));
        assert_eq!((names("City Hospital"), names("")), (vec![], vec![]));
        assert!(has_house(&listed, "City Hospital Pvt Ltd") && has_house(&listed, "SUNRISE CLINIC"));
        assert!(!has_house(&listed, "Dr. Meera Iyer") && !has_house(&listed, "Lakeside Hospital"));
    }

    #[test]
    fn a_card_is_read_with_and_without_a_certificate() {
        let text = r#"{"name":"Mei Lin","title":"Dr."}"#;
        let card: CardFile = serde_json::from_str(text).expect("a card");
        assert_eq!((card.text.name.as_str(), card.certificate.is_none()), ("Mei Lin", true));
        let content = Bytes(vec![1, 2, 3]);
        let certificate = Certificate { name: "a.jpg".into(), media_type: "image/jpeg".into(), content };
        let whole = CardFile { text: card.text, certificate: Some(certificate.clone()) };
        let bytes = serde_json::to_vec(&whole).expect("text");
        // What only lists the card passes the certificate over.
        assert_eq!(serde_json::from_slice::<CardText>(&bytes).expect("a card").name, "Mei Lin");
        assert_eq!(serde_json::from_slice::<CardFile>(&bytes).expect("a card").certificate, Some(certificate));
    }
}
