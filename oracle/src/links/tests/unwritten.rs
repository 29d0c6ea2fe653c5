//! A log that cannot be written.

use super::{Share, viewer};
use chartkey_protocol::Manifest;
use sqlx::Row;

async fn run(share: &Share, statement: &'static str) {
    sqlx::query(statement).execute(share.stage.app.db.pool()).await.expect("runs");
}

#[tokio::test]
async fn a_view_that_could_not_be_written_down_lets_nothing_out_and_is_not_used_up() {
    let share = Share::new(Some(1), None).await;
    run(&share, "ALTER TABLE log_lines RENAME TO log_lines_away").await;
    assert_eq!(share.open(viewer("Verona Health")).await.status, 503);
    run(&share, "ALTER TABLE log_lines_away RENAME TO log_lines").await;
    assert_eq!((share.left().await, share.stage.lines().await), (Some(0), 0), "counted, and not yet released");
    let tickets = sqlx::query("SELECT COUNT(*) FROM shl_tickets").fetch_one(share.stage.app.db.pool()).await;
    assert_eq!(tickets.expect("counts").try_get::<i64, _>(0).expect("a number"), 0);

    share.open(viewer("Verona Health")).await.read::<Manifest>();
    assert_eq!(share.stage.lines().await, 1);
    assert_eq!(share.open(viewer("Verona Health")).await.status, 404, "once, and no second time");
}
