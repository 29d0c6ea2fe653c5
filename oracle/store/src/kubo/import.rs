//! An archive on its way to Kubo: judged as a whole before the node sees any of it.

use super::{
    Kubo,
    rpc::{self, PEER},
};
use crate::{
    CarFault, Incoming, Kept, StoreError,
    car::{self, CarReader, Intake},
    http, store,
};
use reqwest::{Body, multipart};
use serde::Deserialize;
use std::io::SeekFrom;
use tokio::{
    fs::File,
    io::{AsyncSeekExt, AsyncWriteExt, BufWriter},
    task::spawn_blocking,
};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Imported {
    root: Option<Root>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Root {
    cid: Name,
    #[serde(default)]
    pin_error_msg: String,
}

#[derive(Deserialize)]
struct Name {
    #[serde(rename = "/")]
    cid: String,
}

impl Kubo {
    pub(super) async fn import(&self, archive: Incoming, limit: u64) -> Result<Kept, StoreError> {
        let (kept, file) = check(archive, limit).await?;
        let length = file.metadata().await?.len();
        let part = multipart::Part::stream_with_length(Body::wrap_stream(store::read_file(file)), length);
        let answer = self.rpc.upload("dag/import?pin-roots=true&stats=false", part).await?;
        let imported: Vec<Imported> = rpc::lines(answer).await?;
        let root = imported.into_iter().find_map(|line| line.root);
        let root = root.ok_or_else(|| http::refused(PEER, "it does not say what it imported"))?;
        if !root.pin_error_msg.is_empty() {
            return Err(http::refused(PEER, &root.pin_error_msg));
        }
        self.agree(kept.cid, &root.cid.cid).await?;
        Ok(kept)
    }
}

/// Reads the archive into a nameless file, which goes away by itself, and returns it from its beginning.
async fn check(archive: Incoming, limit: u64) -> Result<(Kept, File), StoreError> {
    let file = spawn_blocking(tempfile::tempfile).await.map_err(std::io::Error::other)??;
    let mut file = BufWriter::new(File::from_std(file));
    let (mut reader, root) = CarReader::open(archive).await?;
    file.write_all(&car::header(&root)).await?;
    let mut intake = Intake::new(root, limit);
    while let Some((cid, block)) = reader.next().await? {
        intake.take(cid, &block)?;
        file.write_all(&car::section(&cid, &block)).await?;
    }
    let kept = intake.finish().map_err(|fault: CarFault| StoreError::Car(fault))?;
    file.flush().await?;
    let mut file = file.into_inner();
    file.seek(SeekFrom::Start(0)).await?;
    Ok((kept, file))
}
