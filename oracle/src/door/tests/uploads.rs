//! What comes in: uploads, from the first byte to the last.

use super::super::{
    janitor,
    testing::{ADA, BEN, STRANGER, Stage},
};
use super::bytes;
use axum::body::Body;
use chartkey_protocol::{Begin, Held, Uploading, Usage};
use chartkey_store::dag;
use futures::stream;

#[tokio::test]
async fn an_upload_goes_on_after_a_break_and_ends_with_the_cid_that_was_announced() {
    let stage = Stage::new().await;
    let whole = bytes(300_000, 1);
    let begin = Begin { size: 300_000, cid: dag::hash(&whole) };
    let upload: Uploading = stage.call(ADA, "POST", "/api/blobs", &begin).await.read();
    let path = format!("/api/blobs/{}", upload.upload);

    let first = stage.put(ADA, &format!("{path}?offset=0"), whole[..100_000].to_vec()).await;
    assert_eq!(first.read::<Uploading>().offset, 100_000);
    // The connection breaks in the middle of the second part: what arrived stays.
    let broken: Vec<Result<Vec<u8>, std::io::Error>> =
        vec![Ok(whole[100_000..150_000].to_vec()), Err(std::io::Error::other("gone"))];
    let part = stage.put(ADA, &format!("{path}?offset=100000"), Body::from_stream(stream::iter(broken))).await;
    assert_eq!(part.no().0, 400);
    assert_eq!(stage.get(ADA, &path).await.read::<Uploading>().offset, 150_000);

    let early = stage.call(ADA, "POST", &format!("{path}/finish"), &()).await;
    assert_eq!(early.no().0, 409, "not all is here");
    let again = stage.put(ADA, &format!("{path}?offset=100000"), whole[100_000..].to_vec()).await;
    assert_eq!(again.no().0, 409, "these bytes are here already");
    let too_much = stage.put(ADA, &format!("{path}?offset=150000"), bytes(150_001, 2)).await;
    assert_eq!(too_much.no().0, 413);
    assert_eq!(stage.get(ADA, &path).await.read::<Uploading>().offset, 150_000, "nothing of it was taken");

    stage.put(ADA, &format!("{path}?offset=150000"), whole[150_000..].to_vec()).await.read::<Uploading>();
    let held: Held = stage.call(ADA, "POST", &format!("{path}/finish"), &()).await.read();
    assert_eq!((held.cid, held.size), (begin.cid, 300_000));
    assert!(stage.kept(&begin.cid).await);
    assert_eq!(stage.get(ADA, &path).await.no().0, 404, "it is over");
    assert_eq!(stage.get(ADA, "/api/usage").await.read::<Usage>().bytes, 300_000);
}

#[tokio::test]
async fn bytes_that_are_not_those_announced_are_not_kept() {
    let stage = Stage::new().await;
    let (announced, sent) = (bytes(1000, 1), bytes(1000, 2));
    let begin = Begin { size: 1000, cid: dag::hash(&announced) };
    let upload: Uploading = stage.call(ADA, "POST", "/api/blobs", &begin).await.read();
    stage.put(ADA, &format!("/api/blobs/{}?offset=0", upload.upload), sent.clone()).await.read::<Uploading>();
    let finished = stage.call(ADA, "POST", &format!("/api/blobs/{}/finish", upload.upload), &()).await;
    assert_eq!(finished.no().0, 422);
    assert!(!stage.kept(&dag::hash(&sent)).await && !stage.kept(&begin.cid).await);
    assert_eq!(stage.get(ADA, "/api/usage").await.read::<Usage>().bytes, 0);
}

#[tokio::test]
async fn nobody_touches_anothers_upload() {
    let stage = Stage::new().await;
    let whole = bytes(10, 1);
    let begin = Begin { size: 10, cid: dag::hash(&whole) };
    let Uploading { upload, .. } = stage.call(ADA, "POST", "/api/blobs", &begin).await.read();
    let path = format!("/api/blobs/{upload}");
    assert_eq!(stage.get(BEN, &path).await.no().0, 404);
    assert_eq!(stage.put(BEN, &format!("{path}?offset=0"), whole).await.no().0, 404);
    assert_eq!(stage.call(BEN, "POST", &format!("{path}/finish"), &()).await.no().0, 404);
    assert_eq!(stage.call(BEN, "DELETE", &path, &()).await.no().0, 404);
    assert_eq!(stage.get(ADA, "/api/blobs/..%2F..%2Foracle.db").await.no().0, 404, "a name is no path");
    assert_eq!(stage.call(ADA, "DELETE", &path, &()).await.status, 204);
    assert_eq!(stage.get(ADA, &path).await.no().0, 404);
}

#[tokio::test]
async fn nobody_stores_more_than_they_may() {
    let stage = Stage::with(|settings| {
        settings.limits.blob = 2 << 20;
        settings.limits.quota = 3 << 20;
    })
    .await;
    let cid = dag::hash(b"anything");
    let begin = |size| Begin { size, cid };
    assert_eq!(stage.call(ADA, "POST", "/api/blobs", &begin((2 << 20) + 1)).await.no().0, 413);
    assert_eq!(stage.call(ADA, "POST", "/api/blobs", &begin(0)).await.no().0, 400);
    // What is only announced counts, or many uploads at once would pass together.
    let first: Uploading = stage.call(ADA, "POST", "/api/blobs", &begin(2 << 20)).await.read();
    assert_eq!(stage.call(ADA, "POST", "/api/blobs", &begin((1 << 20) + 1)).await.no().0, 507);
    stage.call(ADA, "DELETE", &format!("/api/blobs/{}", first.upload), &()).await;
    stage.call(ADA, "POST", "/api/blobs", &begin((1 << 20) + 1)).await.read::<Uploading>();

    assert_eq!(stage.call(STRANGER, "POST", "/api/blobs", &begin((64 << 10) + 1)).await.no().0, 507);
    stage.call(STRANGER, "POST", "/api/blobs", &begin(2000)).await.read::<Uploading>();
    assert_eq!(stage.get(STRANGER, "/api/usage").await.read::<Usage>().quota, 64 << 10);
}

#[tokio::test]
async fn the_largest_part_fits_and_two_requests_at_one_upload_do_not_mix() {
    let stage = Stage::new().await;
    let whole = bytes((8 << 20) + 7, 5);
    let begin = Begin { size: whole.len() as u64, cid: dag::hash(&whole) };
    let upload: Uploading = stage.call(ADA, "POST", "/api/blobs", &begin).await.read();
    let path = format!("/api/blobs/{}", upload.upload);
    let (send, receive) = futures::channel::mpsc::unbounded::<Result<Vec<u8>, std::io::Error>>();
    let first_path = format!("{path}?offset=0");
    let first = stage.put(ADA, &first_path, Body::from_stream(receive));
    let second = async {
        send.unbounded_send(Ok(whole[..1 << 20].to_vec())).expect("is listened to");
        while stage.get(ADA, &path).await.read::<Uploading>().offset == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        let mixed = stage.put(ADA, &format!("{path}?offset=0"), whole[..10].to_vec()).await;
        send.unbounded_send(Ok(whole[1 << 20..8 << 20].to_vec())).expect("is listened to");
        send.close_channel();
        mixed
    };
    let (first, second) = futures::join!(first, second);
    assert_eq!(second.no().0, 409);
    assert_eq!(first.read::<Uploading>().offset, 8 << 20);
    stage.put(ADA, &format!("{path}?offset={}", 8 << 20), whole[8 << 20..].to_vec()).await.read::<Uploading>();
    let held: Held = stage.call(ADA, "POST", &format!("{path}/finish"), &()).await.read();
    assert_eq!(held.size, begin.size);
}

#[tokio::test]
async fn a_file_of_no_upload_is_swept_away_and_one_under_way_is_not() {
    let stage = Stage::new().await;
    let begin = Begin { size: 5, cid: dag::hash(b"begun") };
    let upload: Uploading = stage.call(ADA, "POST", "/api/blobs", &begin).await.read();
    let path = format!("/api/blobs/{}", upload.upload);
    stage.put(ADA, &format!("{path}?offset=0"), b"beg".to_vec()).await.read::<Uploading>();
    let stray = stage.app.settings.data.join("uploads").join("0123");
    std::fs::write(&stray, b"left behind").expect("writes");
    janitor::tidy(&stage.app).await.expect("works");
    assert!(!stray.exists());
    assert_eq!(stage.get(ADA, &path).await.read::<Uploading>().offset, 3);
}
