//! Being told.

use super::{Ask, Oracle, TalkError, query};
use chartkey_protocol::{Contact, Notice, Page, Paging, Seen};
use http::Method;

/// Takes a notice; no more are wanted after a no.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) type Told<'a> = &'a mut (dyn FnMut(Notice) -> bool + Send);
/// Takes a notice; no more are wanted after a no.
#[cfg(target_arch = "wasm32")]
pub(crate) type Told<'a> = &'a mut dyn FnMut(Notice) -> bool;

/// So much of a line is kept while its end is awaited: more than any notice has.
const LONGEST: usize = 64 * 1024;

/// Server-sent events, put together from the parts they come in.
#[derive(Default)]
struct Lines(Vec<u8>);

impl Lines {
    /// The notices that are whole with this part. What is no notice is passed over: comments keep the line awake.
    fn take(&mut self, part: &[u8]) -> Vec<Notice> {
        self.0.extend_from_slice(part);
        let mut notices = Vec::new();
        while let Some(end) = self.0.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.0.drain(..=end).collect();
            if let Some(data) = line.strip_prefix(b"data:") {
                notices.extend(serde_json::from_slice::<Notice>(data));
            }
        }
        if self.0.len() > LONGEST {
            self.0.clear();
        }
        notices
    }
}

impl Oracle {
    /// A page of the asker's notices, the newest first.
    pub async fn notices(&self, paging: &Paging) -> Result<Page<Notice>, TalkError> {
        let wanted = [("after", paging.after.clone()), ("limit", paging.limit.map(|limit| limit.to_string()))];
        self.get(&query("/api/notices", &wanted)).await
    }

    /// Hears notices as they come, from behind the one of this number, until the line ends or `told` says no.
    ///
    /// # Errors
    /// When the line cannot be opened; where answers come whole only, always.
    pub async fn hear_notices(&self, after: Option<u64>, told: Told<'_>) -> Result<(), TalkError> {
        let mut lines = Lines::default();
        let asked = Ask { last: after, ..Ask::new(Method::GET, "/api/notices/stream") };
        self.listen(asked, &mut |part| lines.take(part).into_iter().all(&mut *told)).await
    }

    /// Marks notices up to one of them as read.
    pub async fn read_notices(&self, seen: &Seen) -> Result<(), TalkError> {
        self.order(Method::POST, "/api/notices/read", seen).await
    }

    /// Where the asker is told besides the app.
    pub async fn contact(&self) -> Result<Contact, TalkError> {
        self.get("/api/contact").await
    }

    /// Sets where the asker is told besides the app.
    pub async fn put_contact(&self, contact: &Contact) -> Result<(), TalkError> {
        self.order(Method::PUT, "/api/contact", contact).await
    }

    /// Forgets where the asker is told.
    pub async fn drop_contact(&self) -> Result<(), TalkError> {
        self.delete("/api/contact").await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_are_put_together_from_whatever_parts_they_come_in() {
        let notice = |id| {
            let account = "0x0101010101010101010101010101010101010101";
            let body = format!(
                r#"{{"id":{id},"kind":"opened","account":"{account}","about":"{account}","at":1,"read":false}}"#
            );
            format!(": awake\nid: {id}\ndata: {body}\n\n")
        };
        let text = format!("{}data: no notice\n\n{}", notice(7), notice(8));
        for size in [1, 3, 50, text.len()] {
            let mut lines = Lines::default();
            let parts = text.as_bytes().chunks(size);
            let heard: Vec<u64> = parts.flat_map(|part| lines.take(part)).map(|notice| notice.id).collect();
            assert_eq!(heard, [7, 8], "in parts of {size}");
        }
    }

    #[test]
    fn a_line_without_end_is_not_kept() {
        let mut lines = Lines::default();
        for _ in 0..100 {
            assert!(lines.take(&[b'x'; 4096]).is_empty());
        }
        assert!(lines.0.len() <= LONGEST);
    }
}
