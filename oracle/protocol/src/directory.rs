//! Finding professionals: `GET /api/directory?name=&specialty=&language=&place=`.

use chartkey_vocabulary::{Account, Profile, Role};
use serde::{Deserialize, Serialize};

/// What to look for; all that is given must fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[derive(Default)]
pub struct Search {
    /// Part of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Doctor, hospital or pharmacy.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// A specialty's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialty: Option<u16>,
    /// Two letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Up to five characters of a geohash; a prefix finds the neighbourhood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// The public card a professional publishes: a JSON blob in the store, named by the profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CardText {
    /// As patients know them; 1 to 120 characters.
    pub name: String,
    /// Such as `Dr. med.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where they work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house: Option<String>,
    /// Street and town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// For appointments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// A few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// One professional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Found {
    /// Who.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub account: Account,
    /// As what.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub role: Role,
    /// The entry on chain.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub profile: Profile,
    /// The public card, once it was read and fits its CID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardText>,
}
