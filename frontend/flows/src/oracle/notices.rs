//! Being told.

use super::{Oracle, TalkError, query};
use chartkey_protocol::{Contact, Notice, Page, Paging, Seen};
use http::Method;

impl Oracle {
    /// A page of the asker's notices, the newest first.
    pub async fn notices(&self, paging: &Paging) -> Result<Page<Notice>, TalkError> {
        let wanted = [("after", paging.after.clone()), ("limit", paging.limit.map(|limit| limit.to_string()))];
        self.get(&query("/api/notices", &wanted)).await
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
