//! Messages outside the app: few, and they tell nothing.

use super::{GUARDIAN, added, staged, tell, told};
use crate::{
    app::App,
    notices::{
        contact, list,
        senders::{NotSent, Sender, Senders},
    },
    onboarding::stage::*,
};
use async_trait::async_trait;
use axum::{Json, extract::State};
use chartkey_protocol::{Contact, Seen, Why};
use chartkey_vocabulary::{Account, DAY, MINUTE};
use std::sync::{Arc, Mutex};

/// Keeps what it was given, or fails.
#[derive(Default)]
struct Post {
    sent: Mutex<Vec<(String, String)>>,
    down: Mutex<bool>,
}

#[async_trait]
impl Sender for Post {
    async fn send(&self, to: &str, text: &str) -> Result<(), NotSent> {
        if *self.down.lock().expect("free") {
            return Err(NotSent::Unreachable);
        }
        self.sent.lock().expect("free").push((to.into(), text.into()));
        Ok(())
    }
}

impl Post {
    fn count(&self) -> usize {
        self.sent.lock().expect("free").len()
    }
}

async fn set(app: &App, account: Account, email: Option<&str>, phone: Option<&str>) -> Result<(), Why> {
    let contact = Contact { email: email.map(Into::into), phone: phone.map(Into::into) };
    let answer = contact::put(State(app.clone()), signed_in(account), Json(contact)).await;
    answer.map(|_| ()).map_err(|failed| failed.0.why)
}

#[tokio::test]
async fn who_wants_is_told_outside_the_app_in_words_that_tell_nothing() {
    let stage = staged().await;
    let (app, post) = (&stage.app, Arc::new(Post::default()));
    let senders = Senders { mail: post.clone(), text: post.clone() };
    let due = async || contact::tell_due(app, &senders).await.expect("tells");
    assert_eq!(set(app, ADA, Some("ada@example.org\nBcc: eve@example.org"), None).await, Err(Why::BadRequest));
    assert_eq!(set(app, ADA, None, Some("12")).await, Err(Why::BadRequest));
    tell(app, 0, added(DR_LIN)).await;
    set(app, ADA, Some("ada@example.org"), None).await.expect("set");
    due().await;
    assert_eq!(post.count(), 0, "what was before is no news");

    *post.down.lock().expect("free") = true;
    tell(app, 1, added(DR_LIN)).await;
    due().await;
    *post.down.lock().expect("free") = false;
    due().await;
    assert_eq!(post.count(), 0, "not before its time");
    pass(MINUTE);
    due().await;
    due().await;
    let sent = post.sent.lock().expect("free").clone();
    assert_eq!(sent.len(), 1, "once");
    assert_eq!(sent[0].0, "ada@example.org");
    for secret in ["Lin", "lab", "record", "03030303", "17171717"] {
        assert!(!sent[0].1.contains(secret), "{secret}");
    }

    tell(app, 2, added(DR_LIN)).await;
    due().await;
    assert_eq!(post.count(), 1, "not more than once in a while");
    pass(15 * MINUTE);
    due().await;
    assert_eq!(post.count(), 2);

    tell(app, 3, added(DR_LIN)).await;
    let newest = told(app, ADA).await[0].id;
    list::mark(State(app.clone()), signed_in(ADA), Json(Seen { upto: newest })).await.expect("marks");
    pass(15 * MINUTE);
    due().await;
    assert_eq!(post.count(), 2, "who has seen it needs no message");

    contact::forget(State(app.clone()), signed_in(ADA)).await.expect("forgets");
    tell(app, 4, added(DR_LIN)).await;
    pass(DAY);
    due().await;
    assert_eq!(post.count(), 2);
    let Json(contact) = contact::get(State(app.clone()), signed_in(ADA)).await.expect("reads");
    assert_eq!(contact, Contact::default());
}

#[tokio::test]
async fn a_strangers_telephone_is_not_flooded() {
    let stage = staged().await;
    let (app, post) = (&stage.app, Arc::new(Post::default()));
    let senders = Senders { mail: post.clone(), text: post.clone() };
    set(app, ADA, None, Some("+491555010000")).await.expect("set");
    set(app, GUARDIAN, None, Some("+491555010000")).await.expect("set");
    // To midnight, so that one day holds it all.
    pass(DAY - app.now() % DAY);
    for index in 0..20 {
        tell(app, index, added(DR_LIN)).await;
        contact::tell_due(app, &senders).await.expect("tells");
        pass(15 * MINUTE);
    }
    assert_eq!(post.count(), 12);
}

#[tokio::test]
async fn text_messages_have_a_limit_in_all_and_mail_goes_on() {
    let stage = staged().await;
    let (app, mail, text) = (&stage.app, Arc::new(Post::default()), Arc::new(Post::default()));
    let senders = Senders { mail: mail.clone(), text: text.clone() };
    set(app, ADA, Some("ada@example.org"), Some("+491555010000")).await.expect("set");
    // To midnight, so that one day holds it all.
    pass(DAY - app.now() % DAY);
    sqlx::query("INSERT INTO allowances (what, who, day, used) VALUES ('text', 'everybody', $1, $2)")
        .bind((app.now() / DAY) as i64)
        .bind(contact::TEXTS_A_DAY as i64 - 1)
        .execute(app.db.pool())
        .await
        .expect("others were told");
    for index in 0..2 {
        tell(app, index, added(DR_LIN)).await;
        contact::tell_due(app, &senders).await.expect("tells");
        pass(15 * MINUTE);
    }
    assert_eq!((mail.count(), text.count()), (2, 1));
    pass(DAY);
    tell(app, 2, added(DR_LIN)).await;
    contact::tell_due(app, &senders).await.expect("tells");
    assert_eq!((mail.count(), text.count()), (3, 2), "another day");
}
