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
    /// It does not say, or always the same person.
    One(Option<&'a str>),
    /// Several people, so that nothing in it can be put down to one.
    Several,
}

impl<'a> Whom<'a> {
    /// Out of a bundle's resources. Where it brings one patient, that is who it is about, whatever else is named in it.
    pub(super) fn of(resources: &[&'a Value]) -> Self {
        let patients: HashSet<&str> =
            resources.iter().filter(|it| kind(it) == Some("Patient")).filter_map(|it| it["id"].as_str()).collect();
        let named: HashSet<&str> = resources.iter().filter_map(|it| subject(it)).collect();
        match (patients.len(), named.len()) {
            (1, _) => Self::One(patients.into_iter().next()),
            (0, 0 | 1) => Self::One(named.into_iter().next()),
            _ => Self::Several,
        }
    }
}

/// The patient a resource says it is about, by the last part of the address.
pub(super) fn subject(resource: &Value) -> Option<&str> {
    let said = [&resource["subject"], &resource["patient"]].into_iter().find_map(|it| it["reference"].as_str())?;
    // What is contained in the resource itself is told apart by nobody.
    said.rsplit(['/', ':', '|']).next().filter(|id| !id.starts_with('#'))
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
