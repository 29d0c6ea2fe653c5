//! What would do something when the PDF is opened.

use super::{
    super::Unfit,
    token::{Dict, Value},
};

/// Names that stand for something active wherever they stand.
const ACTIVE: &[(&str, &str)] = &[
    ("JavaScript", "a script"),
    ("JS", "a script"),
    ("Launch", "a command that starts a program"),
    ("EmbeddedFiles", "other files inside"),
    ("EmbeddedFile", "another file inside"),
    ("RichMedia", "a film or program"),
    ("XFA", "a form that is a program"),
    ("SubmitForm", "a form that sends what is entered"),
    ("ImportData", "a command that loads data"),
    ("GoToE", "a document inside"),
];

/// Refuses what is active, however deep it stands.
pub(super) fn search(dict: &Dict) -> Result<(), Unfit> {
    // Short as it is, this name may be a font's; with a file's name beside it, it is a file.
    let file = dict.is("Type", "Filespec") || dict.get("F").is_some() || dict.get("UF").is_some();
    if file && dict.get("EF").is_some() {
        return Err(Unfit::Active("another file inside"));
    }
    dict.0.iter().try_for_each(|(name, value)| judge(name).and_then(|()| search_value(value)))
}

/// The same for any value; the reader bounded its depth.
pub(super) fn search_value(value: &Value) -> Result<(), Unfit> {
    match value {
        Value::Name(name) => judge(name),
        Value::Array(list) => list.iter().try_for_each(search_value),
        Value::Dict(dict) => search(dict),
        _ => Ok(()),
    }
}

fn judge(name: &[u8]) -> Result<(), Unfit> {
    match ACTIVE.iter().find(|(active, _)| active.as_bytes() == name) {
        Some((_, what)) => Err(Unfit::Active(what)),
        None => Ok(()),
    }
}
