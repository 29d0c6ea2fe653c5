//! Where a medicine goes: through the whole body, into the lungs, or no further than where it is put.

use super::super::{Medicine, fuzzy::plain, token::Token};

/// How far a medicine goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Through the whole body.
    Body,
    /// It is breathed in; little of it goes further.
    Lungs,
    /// It is put on skin, eye, ear or nose; hardly any of it goes further.
    Place,
}

/// Forms that stay where they are put.
const PLACE: &[&str] =
    &["cream", "ointment", "gel", "lotion", "mouthwash", "eye drops", "eye ointment", "ear drops", "nasal drops"];
const LUNGS: &[&str] = &["inhaler", "nebuliser solution", "spray"];

/// How far a medicine goes, by its form.
pub(crate) fn reach(medicine: &Medicine) -> Reach {
    let class = medicine.class.as_deref().unwrap_or_default();
    let puffs = medicine.dose.as_ref().is_some_and(|dose| plain(&dose.value).contains("puff"));
    match medicine.form {
        // Nitrates are put on the skin to go through it, and what lowers the pressure of an eye slows the heart.
        Some(form) if PLACE.contains(&form) && !matches!(class, "nitrate" | "ophthalmic beta blocker") => Reach::Place,
        // A patch is made to go through the skin, but for those that are put where it hurts.
        Some("patch") if class == "nsaid" => Reach::Place,
        Some(form) if LUNGS.contains(&form) && class != "nitrate" => Reach::Lungs,
        None if puffs => Reach::Lungs,
        _ => Reach::Body,
    }
}

/// The form, with the place where words say it: "drops ... both eyes".
pub(super) fn placed(medicine: &Medicine, words: &[Token]) -> Option<&'static str> {
    let drops = medicine.form == Some("drops")
        || medicine.form.is_none()
            && medicine
                .dose
                .as_ref()
                .is_some_and(|dose| plain(&dose.value).split(' ').any(|word| word.starts_with("drop")));
    let named = |names: [&str; 2]| words.iter().any(|word| names.contains(&plain(&word.text).as_str()));
    if drops && named(["eye", "eyes"]) {
        return Some("eye drops");
    }
    if drops && named(["ear", "ears"]) {
        return Some("ear drops");
    }
    medicine.form
}
