//! Who listens hears everything.

use super::{added, staged, tell, told};
use crate::{
    app::App,
    notices::{
        run,
        stream::{self, Listeners},
    },
    onboarding::stage::*,
};
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, HeaderValue},
    response::IntoResponse,
};
use chartkey_protocol::Notice;
use chartkey_vocabulary::Account;
use futures::{Stream, StreamExt};
use std::{pin::Pin, time::Duration};
use tokio_util::sync::CancellationToken;

type Lines = Pin<Box<dyn Stream<Item = String> + Send>>;

async fn listen(app: &App, account: Account, last: Option<&str>) -> Lines {
    let mut headers = HeaderMap::new();
    if let Some(last) = last {
        headers.insert("last-event-id", HeaderValue::from_str(last).expect("a header"));
    }
    let listeners = Extension(Listeners::default());
    let answer = stream::stream(State(app.clone()), listeners, signed_in(account), headers).await;
    let body = answer.map_err(|failed| failed.0).expect("listens").into_response().into_body();
    body.into_data_stream().map(|part| String::from_utf8(part.expect("goes on").to_vec()).expect("text")).boxed()
}

/// The next so many notices' ids.
async fn next(lines: &mut Lines, count: usize) -> Vec<u64> {
    let mut ids = Vec::new();
    while ids.len() < count {
        let part = tokio::time::timeout(Duration::from_secs(20), lines.next()).await.expect("something comes");
        for line in part.expect("goes on").lines() {
            if let Some(id) = line.strip_prefix("id: ") {
                ids.push(id.parse().expect("a number"));
            } else if let Some(data) = line.strip_prefix("data: ") {
                serde_json::from_str::<Notice>(data).expect("a notice");
            }
        }
    }
    ids
}

#[tokio::test]
async fn a_listener_hears_everything_in_order_also_after_a_break_and_a_missed_ring() {
    let stage = staged().await;
    let app = &stage.app;
    tell(app, 0, added(DR_LIN)).await;
    let stop = CancellationToken::new();
    let ringing = tokio::spawn(run(app.clone(), stop.clone()));
    let mut live = listen(app, ADA, None).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    // Far more at once than the bell of this stage holds.
    for index in 1..=40 {
        tell(app, index, added(DR_LIN)).await;
    }
    let expected: Vec<u64> = told(app, ADA).await.iter().rev().map(|notice| notice.id).collect();
    let heard = next(&mut live, 40).await;
    assert_eq!(heard, expected[1..], "what was before is not told again");
    drop(live);
    tell(app, 41, added(DR_LIN)).await;
    let mut resumed = listen(app, ADA, Some(&heard[29].to_string())).await;
    let rest = next(&mut resumed, 11).await;
    assert_eq!(rest[..10], heard[30..], "resumed behind the last id");
    let mut other = listen(app, BEN, Some("0")).await;
    let silent = tokio::time::timeout(Duration::from_millis(500), other.next()).await;
    assert!(silent.is_err(), "others hear nothing");
    stop.cancel();
    ringing.await.expect("ends");
}
