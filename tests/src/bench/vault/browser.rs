//! A page in a real browser, which measures and hands its figures back.

use super::{Speed, build::Built};
use crate::bench::rivals::Rival;
use anyhow::{Context, Result, bail};
use axum::{
    Router,
    http::header::CONTENT_TYPE,
    routing::{get, post},
};
use std::{fs, path::Path, process::Command, time::Duration};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};

/// A busy machine may need long to start a browser.
const PATIENCE: Duration = Duration::from_secs(180);

/// Serves the page, shows it, and waits for what it has to say.
pub(super) async fn measure(chromium: &Path, built: &Built, (mebibytes, rounds): (usize, usize)) -> Result<Speed> {
    let (said, mut hears) = mpsc::channel(1);
    let serve = |kind: &'static str, path: &Path| -> Result<_> {
        let bytes = fs::read(path).with_context(|| format!("{} is missing", path.display()))?;
        Ok(get(async move || ([(CONTENT_TYPE, kind)], bytes)))
    };
    let router = Router::new()
        .route("/", serve("text/html", &built.sources.join("page.html"))?)
        .route("/measure.mjs", serve("text/javascript", &built.sources.join("measure.mjs"))?)
        .route("/bench.wasm", serve("application/wasm", &built.wasm)?)
        .route("/figures", post(async move |figures: String| said.send(figures).await.unwrap_or_default()));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/?mebibytes={mebibytes}&rounds={rounds}", listener.local_addr()?);
    let server = tokio::spawn(async move { axum::serve(listener, router).await });

    let profile = tempfile::tempdir()?;
    let mut command = Command::new(chromium);
    command
        // Without a sandbox, because it refuses to run as root with one; it shows nothing but our own page.
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(url);
    let mut browser = Rival::start(&mut command)?;
    let figures = timeout(PATIENCE, hears.recv()).await;
    server.abort();
    match figures {
        Ok(Some(figures)) => {
            serde_json::from_str(&figures).with_context(|| format!("the page answers in another shape: {figures}"))
        }
        _ if browser.ended()? => bail!("Chromium ended without a word"),
        _ => bail!("the page in Chromium said nothing for {} s", PATIENCE.as_secs()),
    }
}
