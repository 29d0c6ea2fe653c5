//! The people of a development chain, for looking around: their keys and their passphrase are known to everybody.
//!
//! None of them exists. `chartkey-deploy seed` registers them, `chartkey demo` gives them vaults and records.

use chartkey_vocabulary::Role;

/// Opens the vault of everybody in [`PEOPLE`].
pub const DEMO_PASSPHRASE: &str = "seven quiet herons cross";

/// Somebody to look around as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Somebody {
    /// The wallet's secret, a development name.
    pub key: &'static str,
    /// What others call them; kept in vaults and public cards, never on the chain.
    pub name: &'static str,
    /// As what they are registered.
    pub role: Role,
    /// What one sees as them, in a sentence.
    pub sees: &'static str,
}

const fn somebody(key: &'static str, name: &'static str, role: Role, sees: &'static str) -> Somebody {
    Somebody { key, name, role, sees }
}

/// Everybody who is seeded.
pub const PEOPLE: [Somebody; 17] = [
    somebody("//Ada", "Ada Winter", Role::Patient, "Two years of blood counts, prescriptions, a visit tomorrow."),
    somebody("//Ben", "Ben Moreau", Role::Patient, "Nine years old; his mother keeps his chart with him."),
    somebody("//Chandra", "Chandra Iyer", Role::Patient, "Diabetes in check, a knee, a request to answer."),
    somebody("//Grace", "Grace Moreau", Role::Patient, "Her own chart, and Ben's as his guardian."),
    somebody("//DrLin", "Dr. Mei Lin", Role::Doctor, "Ada's general practitioner, with a finding to sign."),
    somebody("//DrOkafor", "Dr. Tobi Okafor", Role::Doctor, "Asks for a second look at a knee."),
    somebody("//DrSoto", "Dr. Elena Soto", Role::Doctor, "Ben's paediatrician, with three openings of his chart."),
    somebody("//Lindenhof", "Lindenhof Hospital", Role::Hospital, "Wrote a discharge summary; may break the glass."),
    somebody("//Marktapotheke", "Marktapotheke", Role::Pharmacy, "Has handed out the first of three fills."),
    somebody("//Pia", "Dr. Pia Brandt", Role::Doctor, "Waits for the council."),
    somebody("//Admin1", "Irene Falk", Role::Admin, "On the council; an applicant waits."),
    somebody("//Admin2", "Samuel Osei", Role::Admin, "On the council; two of three must agree."),
    somebody("//Admin3", "Yuki Mori", Role::Admin, "On the council."),
    somebody("//Worker", "Reading service", Role::Worker, "Reads what patients ask it to."),
    somebody("//Custodian1", "Custodian One", Role::Patient, "Keeps a part of each emergency card's key."),
    somebody("//Custodian2", "Custodian Two", Role::Patient, "Keeps a part of each emergency card's key."),
    somebody("//Custodian3", "Custodian Three", Role::Patient, "Keeps a part of each emergency card's key."),
];

/// Somebody of [`PEOPLE`] by the development name.
pub fn called(key: &str) -> Option<&'static Somebody> {
    PEOPLE.iter().find(|somebody| somebody.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_key_of_their_own() {
        for somebody in &PEOPLE {
            assert_eq!(called(somebody.key), Some(somebody));
        }
        assert_eq!(called("//Nobody"), None);
    }
}
