//! Many viewers at once.

use super::{Share, viewer};
use crate::{
    door::testing::ADA,
    links::{
        table::{self, Kept, TRIES},
        view::OF_OWNER,
    },
    outbox::work::VIEWS,
};
use chartkey_protocol::Manifest;
use chartkey_vocabulary::{ConsentMessage, DAY, Digest, Link, Message};

#[tokio::test]
async fn a_crowd_before_one_link_is_counted_before_the_patients_other_links_open() {
    let share = Share::new(None, None).await;
    let (app, other) = (&share.stage.app, Digest([9; 32]));
    let until = app.now() + DAY;
    let terms = Link { until, views: None };
    share.stage.say(ADA, ConsentMessage::OpenLink { owner: ADA, link: other, terms }).await;
    let look = Message::Consent(ConsentMessage::ViewLink { owner: ADA, link: other });
    let mut tx = app.db.write().await.expect("a transaction");
    let kept = Kept { link: other, owner: ADA, passcode: None, tries: TRIES };
    assert!(table::put(&mut tx, &kept, until, app.now()).await.expect("puts"));
    for number in 0..OF_OWNER {
        let view = format!("{number:032x}");
        assert!(table::begin_view(&mut tx, &view, other, &number.to_string(), app.now()).await.expect("begins"));
        app.outbox.post(&mut tx, &format!("{VIEWS}{view}"), &look).await.expect("posts");
    }
    tx.commit().await.expect("commits");
    assert_eq!(share.ask(viewer("Verona Health")).await.status, 429);
    assert_eq!(share.stage.lines().await, 0);
    // So many are signed at once, and the rest behind them.
    for _ in 0..4 {
        share.go_on().await;
    }
    share.open(viewer("Verona Health")).await.read::<Manifest>();
}
