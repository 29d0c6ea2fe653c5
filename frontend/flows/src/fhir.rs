//! Records as other people's viewers read them: FHIR R4, a document with the record attached.

use base64::{Engine, prelude::BASE64_STANDARD};
use chartkey_protocol::utc;
use chartkey_vault::About;
use chartkey_vocabulary::Time;
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// What FHIR resources are called.
pub(crate) const TYPE: &str = "application/fhir+json";

/// One thing behind a link.
pub struct Document {
    /// What its author calls it.
    pub title: String,
    /// What kind of bytes.
    pub media_type: String,
    /// The bytes; zeroed on drop.
    pub content: Zeroizing<Vec<u8>>,
}

/// A record as a FHIR resource. One that is FHIR already stays as it is.
pub(crate) fn resource(about: &About, at: Time, content: &[u8]) -> Zeroizing<Vec<u8>> {
    if about.media_type == TYPE {
        return Zeroizing::new(content.to_vec());
    }
    let attachment = json!({
        "contentType": about.media_type,
        "data": BASE64_STANDARD.encode(content),
        "title": about.title,
        "creation": utc(about.dated.unwrap_or(at)),
    });
    let document = json!({
        "resourceType": "DocumentReference",
        "status": "current",
        "description": about.title,
        "date": utc(at),
        "content": [{ "attachment": attachment }],
    });
    Zeroizing::new(document.to_string().into_bytes())
}

/// What a viewer is shown: the attachments of a document or of a bundle of them, or the file as it is.
pub(crate) fn documents(media_type: &str, file: Zeroizing<Vec<u8>>) -> Vec<Document> {
    let resource = (media_type == TYPE).then(|| serde_json::from_slice::<Value>(&file).ok()).flatten();
    let attached: Vec<Document> = resource.iter().flat_map(resources).flat_map(attachments).collect();
    if attached.is_empty() {
        return vec![Document { title: String::new(), media_type: media_type.into(), content: file }];
    }
    attached
}

/// A resource, or those in a bundle.
fn resources(resource: &Value) -> Vec<&Value> {
    match resource["entry"].as_array() {
        Some(entries) => entries.iter().map(|entry| &entry["resource"]).collect(),
        None => vec![resource],
    }
}

fn attachments(resource: &Value) -> Vec<Document> {
    let contents = resource["content"].as_array().map(Vec::as_slice).unwrap_or_default();
    contents.iter().filter_map(|content| attachment(&content["attachment"])).collect()
}

fn attachment(attachment: &Value) -> Option<Document> {
    let content = Zeroizing::new(BASE64_STANDARD.decode(attachment["data"].as_str()?).ok()?);
    let text = |name: &str| attachment[name].as_str().unwrap_or_default().to_owned();
    Some(Document { title: text("title"), media_type: text("contentType"), content })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(media_type: &str) -> About {
        About { title: "Blood count".into(), media_type: media_type.into(), ..About::default() }
    }

    #[test]
    fn a_record_comes_back_out_of_its_document() {
        let sealed = resource(&about("text/plain"), 0, b"Hb 13.9");
        let said: Value = serde_json::from_slice(&sealed).expect("JSON");
        assert_eq!(
            (&said["resourceType"], &said["date"]),
            (&json!("DocumentReference"), &json!("1970-01-01T00:00:00Z"))
        );
        let shown = documents(TYPE, sealed);
        assert_eq!(shown.len(), 1);
        assert_eq!((shown[0].title.as_str(), shown[0].media_type.as_str()), ("Blood count", "text/plain"));
        assert_eq!(*shown[0].content, b"Hb 13.9");
    }

    #[test]
    fn what_is_fhir_already_and_what_is_not_stay_as_they_are() {
        let patient = br#"{"resourceType":"Patient"}"#;
        assert_eq!(*resource(&about(TYPE), 0, patient), patient);
        for (media_type, file) in [(TYPE, &patient[..]), ("image/png", b"png"), (TYPE, b"no json")] {
            let shown = documents(media_type, Zeroizing::new(file.to_vec()));
            assert_eq!((shown.len(), shown[0].content.as_slice()), (1, file));
        }
    }
}
