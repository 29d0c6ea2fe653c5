//! Bytes on their way to the store: in parts, and on from where a break left off.

use crate::{
    distrust::Distrust,
    failure::Failure,
    oracle::{Oracle, TalkError},
    spool::{Progress, Spool, Stage},
};
use chartkey_protocol::{Begin, Held, Uploading, Why};
use chartkey_store::dag;
use chartkey_vocabulary::Cid;

/// A part is as long as the service asks, within these bounds: whoever names a part of one byte wants to be asked for
/// ever, and whoever names one of a gigabyte wants our memory.
const PARTS: std::ops::RangeInclusive<u64> = 64 * 1024..=8 * 1024 * 1024;
/// Breaks in a row that are put up with.
const BREAKS: u32 = 5;

/// Uploads a few bytes.
///
/// # Errors
/// When the service does not take them.
pub(crate) async fn bytes(oracle: &Oracle, bytes: &[u8]) -> Result<Cid, Failure> {
    let cid = dag::hash(bytes);
    let mut spool = Spool::holding(bytes.to_vec());
    blob(oracle, &mut spool, cid, &mut |_| {}).await?;
    Ok(cid)
}

/// Uploads what is spooled under its name. Bytes that are there already are not sent again.
///
/// # Errors
/// When the service does not take them, or cannot be reached several times in a row.
pub(crate) async fn blob(oracle: &Oracle, spool: &mut Spool, cid: Cid, told: Progress<'_>) -> Result<(), Failure> {
    let under_way = oracle.begin_upload(&Begin { size: spool.size(), cid }).await?;
    bring(oracle, spool, cid, under_way, told).await.map(drop)
}

/// An upload as far as the service has it; a new one when it has none, or dropped it.
///
/// # Errors
/// When the service does not take it.
pub(crate) async fn goes_on(
    oracle: &Oracle,
    size: u64,
    cid: Cid,
    upload: Option<&str>,
) -> Result<Uploading, TalkError> {
    if let Some(upload) = upload {
        match oracle.uploading(upload).await {
            Ok(known) if known.size == size && known.offset <= size => return Ok(known),
            Err(TalkError::Refused(problem)) if !matches!(problem.why, Why::NotFound | Why::Lapsed) => {
                return Err(TalkError::Refused(problem));
            }
            Err(error @ TalkError::Unreachable(_)) => return Err(error),
            _ => {}
        }
    }
    oracle.begin_upload(&Begin { size, cid }).await
}

/// Brings the rest of an upload, and has the whole kept.
///
/// # Errors
/// As [`blob`].
pub(crate) async fn bring(
    oracle: &Oracle,
    spool: &mut Spool,
    cid: Cid,
    mut under_way: Uploading,
    told: Progress<'_>,
) -> Result<Held, Failure> {
    let size = spool.size();
    let mut breaks = 0;
    while under_way.offset < size {
        told(Stage::Uploading { done: under_way.offset, size });
        let length = under_way.part.clamp(*PARTS.start(), *PARTS.end()).min(size - under_way.offset);
        let mut part = vec![0; length as usize];
        spool.read(under_way.offset, &mut part)?;
        match oracle.upload_part(&under_way.upload, under_way.offset, part).await {
            Ok(next) => {
                forward(&under_way, &next, size)?;
                (under_way, breaks) = (next, 0);
            }
            Err(error) if breaks < BREAKS && passing(&error) => {
                breaks += 1;
                oracle.http().pause(500 << breaks).await;
                // Part of it may have arrived; the service knows how much.
                if let Ok(known) = oracle.uploading(&under_way.upload).await
                    && known.offset <= size
                {
                    under_way = known;
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    told(Stage::Uploading { done: size, size });
    let held: Held = oracle.finish_upload(&under_way.upload).await?;
    if held.cid == cid { Ok(held) } else { Err(Distrust::WrongBlob.into()) }
}

fn forward(before: &Uploading, after: &Uploading, size: u64) -> Result<(), TalkError> {
    let sound = after.offset > before.offset && after.offset <= size;
    if sound { Ok(()) } else { Err(TalkError::Garbled("an upload")) }
}

fn passing(error: &TalkError) -> bool {
    match error {
        TalkError::Unreachable(_) => true,
        TalkError::Refused(problem) => matches!(problem.why, Why::Busy | Why::Conflict),
        TalkError::Garbled(_) | TalkError::Passcode { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{Http, Unreachable};
    use async_trait::async_trait;
    use chartkey_protocol::Problem;
    use futures::executor::block_on;
    use http::{Method, Request, Response, StatusCode};
    use std::sync::{Arc, Mutex};

    /// A door that takes an upload in parts and breaks now and then, with half of a part arrived.
    struct Door {
        arrived: Mutex<Vec<u8>>,
        size: u64,
        breaks: Mutex<u32>,
        held: Cid,
    }

    impl Door {
        fn answer(&self, what: &impl serde::Serialize) -> Response<Vec<u8>> {
            Response::new(serde_json::to_vec(what).expect("JSON"))
        }

        fn state(&self) -> Response<Vec<u8>> {
            let offset = self.arrived.lock().expect("free").len() as u64;
            self.answer(&Uploading { upload: "u".into(), offset, size: self.size, part: 100_000 })
        }
    }

    #[async_trait]
    impl Http for Door {
        async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Unreachable> {
            let path = request.uri().path().to_owned();
            if request.method() == Method::PUT {
                let mut arrived = self.arrived.lock().expect("free");
                let mut breaks = self.breaks.lock().expect("free");
                let offset = request.uri().query().expect("an offset").trim_start_matches("offset=");
                if offset != arrived.len().to_string() {
                    let why = Problem { why: Why::Conflict, title: "no".into(), status: 409, denial: None, wait: None };
                    let mut refused = self.answer(&why);
                    *refused.status_mut() = StatusCode::CONFLICT;
                    return Ok(refused);
                }
                if *breaks > 0 {
                    *breaks -= 1;
                    let half = request.body().len() / 2;
                    arrived.extend_from_slice(&request.body()[..half]);
                    return Err(Unreachable("broken".into()));
                }
                arrived.extend_from_slice(request.body());
            }
            if path.ends_with("/finish") {
                return Ok(self.answer(&Held { cid: self.held, size: self.size, until: 0 }));
            }
            Ok(self.state())
        }

        async fn pause(&self, _: u64) {}

        fn now(&self) -> u64 {
            0
        }
    }

    fn sent(bytes: &[u8], breaks: u32, held: Cid) -> (Result<(), Failure>, Vec<u8>) {
        let (arrived, size) = (Mutex::default(), bytes.len() as u64);
        let door = Arc::new(Door { arrived, size, breaks: Mutex::new(breaks), held });
        let oracle = Oracle::at(door.clone(), "http://door");
        let cid = dag::hash(bytes);
        let done = block_on(blob(&oracle, &mut Spool::holding(bytes.to_vec()), cid, &mut |_| {}));
        let arrived = door.arrived.lock().expect("free").clone();
        (done, arrived)
    }

    #[test]
    fn an_upload_goes_on_where_a_break_left_off() {
        let bytes: Vec<u8> = (0..350_000u32).map(|i| (i % 251) as u8).collect();
        for breaks in [0, 3] {
            let (done, arrived) = sent(&bytes, breaks, dag::hash(&bytes));
            done.expect("arrives");
            assert!(arrived == bytes, "with {breaks} breaks");
        }
        let (given_up, _) = sent(&bytes, 1000, dag::hash(&bytes));
        assert!(matches!(given_up, Err(Failure::Talk(TalkError::Unreachable(_)))));
    }

    #[test]
    fn an_upload_goes_on_after_a_reload_where_the_service_has_it() {
        let bytes: Vec<u8> = (0..350_000u32).map(|i| (i % 251) as u8).collect();
        let cid = dag::hash(&bytes);
        let (arrived, size) = (Mutex::new(bytes[..123_456].to_vec()), bytes.len() as u64);
        let door = Arc::new(Door { arrived, size, breaks: Mutex::new(0), held: cid });
        let oracle = Oracle::at(door.clone(), "http://door");
        let mut stages = Vec::new();
        block_on(async {
            let under_way = goes_on(&oracle, size, cid, Some("u")).await.expect("is known");
            let mut spool = Spool::holding(bytes.clone());
            bring(&oracle, &mut spool, cid, under_way, &mut |stage| stages.push(stage)).await.expect("arrives");
        });
        assert_eq!(stages.first(), Some(&Stage::Uploading { done: 123_456, size }), "nothing is sent twice");
        assert!(*door.arrived.lock().expect("free") == bytes);
    }

    #[test]
    fn a_service_that_kept_something_else_is_not_believed() {
        let (done, _) = sent(b"bytes", 0, dag::hash(b"other bytes"));
        assert_eq!(done.expect_err("refused").distrust(), Some(Distrust::WrongBlob));
    }
}
