//! What lies around a resource in its bundle: whom it is about, which house it is of, and what it refers to.

use super::inert::{LINE, inert};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The resources of a document by what others call them.
pub(super) struct Around<'a> {
    by_address: HashMap<&'a str, &'a Value>,
    by_id: HashMap<(&'a str, &'a str), &'a Value>,
    /// Where everything is of, unless it says otherwise.
    only_house: String,
}

impl<'a> Around<'a> {
    /// Out of a bundle's entries.
    pub(super) fn of(entries: &[&'a Value]) -> Self {
        let (mut by_address, mut by_id) = (HashMap::new(), HashMap::new());
        for entry in entries {
            let resource = &entry["resource"];
            if let Some(address) = entry["fullUrl"].as_str() {
                by_address.insert(address, resource);
            }
            if let Some(id) = kind(resource).zip(resource["id"].as_str()) {
                by_id.insert(id, resource);
            }
        }
        let mut around = Self { by_address, by_id, only_house: String::new() };
        if let [house] = &around.houses(entries)[..] {
            around.only_house.clone_from(house);
        }
        around
    }

    /// What a reference leads to, in the bundle or in the resource it stands in.
    pub(super) fn lies_at(&self, reference: &Value, within: &'a Value) -> Option<&'a Value> {
        let said = reference["reference"].as_str()?;
        if let Some(id) = said.strip_prefix('#') {
            return list(&within["contained"]).iter().find(|inner| inner["id"] == id);
        }
        let by_id = || {
            let (before, id) = said.rsplit_once('/')?;
            self.by_id.get(&(before.rsplit('/').next()?, id))
        };
        // "Organization?identifier=system|id" names a thing by what others call it.
        let by_number = || {
            let (kind, number) = said.split_once('?')?;
            self.by_id.get(&(kind, number.rsplit_once('|')?.1))
        };
        self.by_address.get(said).or_else(by_id).or_else(by_number).copied()
    }

    /// Whether what a reference leads to is in the bundle.
    pub(super) fn holds(&self, reference: &Value) -> bool {
        self.lies_at(reference, &Value::Null).is_some()
    }

    /// Which house a resource is of: that of its visit, or the only one there is.
    pub(super) fn house(&self, resource: &'a Value) -> String {
        let visit = self.lies_at(&resource["encounter"], resource);
        let provider = visit.and_then(|visit| self.called(&visit["serviceProvider"]));
        let performer = || {
            let of_house = |said: &&Value| said["reference"].as_str().is_some_and(|said| said.contains("Organization"));
            list(&resource["performer"]).iter().find(of_house).and_then(|performer| self.called(performer))
        };
        provider.or_else(performer).unwrap_or_else(|| self.only_house.clone())
    }

    /// All houses, by name.
    pub(super) fn houses(&self, entries: &[&'a Value]) -> Vec<String> {
        let mut houses = Vec::new();
        for resource in entries.iter().map(|entry| &entry["resource"]) {
            let house = match kind(resource) {
                Some("Organization") => text(&resource["name"]),
                Some("Encounter") => self.called(&resource["serviceProvider"]),
                _ => None,
            };
            houses.extend(house.filter(|house| !houses.contains(house)));
        }
        houses
    }

    fn called(&self, reference: &Value) -> Option<String> {
        let named = || text(&self.lies_at(reference, &Value::Null)?["name"]);
        text(&reference["display"]).or_else(named)
    }
}

/// Whom a document is about.
pub(super) enum Whom<'a> {
    /// One person, by what resources call them; nothing where they call nobody.
    One(Vec<&'a str>),
    /// Several people, so that nothing in it can be put down to one.
    Several,
}

impl<'a> Whom<'a> {
    /// Out of a bundle's entries. Where it brings one patient, that is who it is about, whoever else is named in it.
    pub(super) fn of(entries: &[&'a Value]) -> Self {
        let mut patient: Option<Vec<&str>> = None;
        for entry in entries.iter().filter(|entry| kind(&entry["resource"]) == Some("Patient")) {
            // A bundle calls a patient by an address of its own, and the patient has an id.
            let names = [entry["resource"]["id"].as_str(), entry["fullUrl"].as_str().map(last)].into_iter().flatten();
            let names: Vec<&str> = names.collect();
            match &patient {
                Some(known) if names.iter().any(|name| known.contains(name)) => {}
                Some(_) => return Self::Several,
                None => patient = Some(names),
            }
        }
        match patient.filter(|names| !names.is_empty()) {
            Some(names) => Self::One(names),
            None => {
                let named: HashSet<&str> = entries.iter().filter_map(|entry| subject(&entry["resource"])).collect();
                if named.len() < 2 { Self::One(named.into_iter().collect()) } else { Self::Several }
            }
        }
    }

    /// Whether a resource is about that one person, or about nobody.
    pub(super) fn has(&self, resource: &Value) -> bool {
        match self {
            Self::One(names) => names.is_empty() || subject(resource).is_none_or(|named| names.contains(&named)),
            Self::Several => false,
        }
    }
}

/// The patient a resource says it is about, by the last part of the address.
fn subject(resource: &Value) -> Option<&str> {
    let said = [&resource["subject"], &resource["patient"]].into_iter().find_map(|it| it["reference"].as_str())?;
    // Who is contained in the resource itself is told apart by nobody.
    Some(last(said)).filter(|id| !id.starts_with('#'))
}

/// What an address ends with, whichever version of it is meant.
fn last(address: &str) -> &str {
    let address = address.split("/_history/").next().unwrap_or(address);
    address.rsplit(['/', ':', '|']).next().unwrap_or(address)
}

/// A person's name as a resource says it.
pub(super) fn person(resource: &Value) -> Option<String> {
    let said = &resource["name"][0];
    let given = list(&said["given"]).iter().filter_map(Value::as_str);
    let parts = given.chain(said["family"].as_str()).collect::<Vec<_>>().join(" ");
    text(&said["text"]).or_else(|| text(&Value::from(parts)))
}

/// A concept in words: its own text, else its first code's; a reference's own words.
pub(super) fn name(concept: &Value) -> Option<String> {
    let codes = list(&concept["coding"]);
    text(&concept["text"])
        .or_else(|| codes.iter().find_map(|coding| text(&coding["display"])))
        .or_else(|| codes.iter().find_map(|coding| text(&coding["code"])))
        .or_else(|| text(&concept["display"]))
}

/// What a resource is called.
pub(super) fn kind(resource: &Value) -> Option<&str> {
    resource["resourceType"].as_str()
}

/// The rows of an array; none where it is something else.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(|text| inert(text, LINE)).filter(|text| !text.is_empty())
}
