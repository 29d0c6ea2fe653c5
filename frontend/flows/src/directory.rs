//! The public directory: what a professional says of themselves, as the chain names it. Anybody may read it.

use crate::{distrust::Distrust, failure::Failure, visitor::Visitor};
use chartkey_protocol::{Bytes, CardText};
use chartkey_store::dag;
use chartkey_vocabulary::{Account, Member, Profile};
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

#[cfg(test)]
mod tests {
    use super::*;

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
