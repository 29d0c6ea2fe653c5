//! Putting the parts together: settings become connections, connections become the [`App`] and its tasks.

use crate::{
    app::{App, Parts, wall_clock},
    chain::{self, Head, Node},
    copies,
    db::Db,
    door, index, jobs, links, log, notices, onboarding,
    outbox::{self, Outbox},
    router, server,
    session::{self, Deployed},
    settings::{PinSettings, Settings, StoreSettings},
};
use anyhow::{Context, bail, ensure};
use chartkey_client::{Chartkey, Config, Deployment, account_of};
use chartkey_store::{Embedded, Kubo, Pinning, RecordStore, Replica, Replicated, Service as Pins};
use chartkey_vocabulary::Digest;
use futures::{FutureExt, future::BoxFuture};
use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    panic::AssertUnwindSafe,
    path::Path,
    str::FromStr,
    sync::Arc,
    time::Duration,
};
use subxt::{
    OnlineClient,
    backend::LegacyBackend,
    rpcs::client::{
        RpcClient,
        reconnecting_rpc_client::{ExponentialBackoff, RpcClient as Reconnecting},
    },
};
use subxt_signer::{SecretUri, sr25519::Keypair};
use tokio::sync::{broadcast, watch};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Notices on their way to listeners; who falls further behind reads the table.
const BELL: usize = 1024;
/// How long to wait before the node is tried again, at most.
const REDIAL: Duration = Duration::from_secs(5);
/// How long tasks may take to come to an end; none has to, since each survives being killed.
const FAREWELL: Duration = Duration::from_secs(5);

/// What runs beside the handlers, ready to begin.
pub struct Tasks {
    chain: Chartkey,
    head: watch::Sender<Option<Head>>,
    signer: Keypair,
    faucet: Option<Keypair>,
    copies: Option<Arc<Replicated>>,
    deployed: Deployed,
}

/// Connects to everything the settings name and waits for what is not there yet.
///
/// # Errors
/// What waiting does not mend: a missing key, a foreign chain, a database of another version.
pub async fn assemble(settings: Settings) -> anyhow::Result<(App, Tasks)> {
    private_folder(&settings.data)?;
    let signer = key(&settings.signer).context("the oracle's own key")?;
    let faucet = settings.faucet.as_deref().map(key).transpose().context("the faucet's key")?;
    let (deployment, text) = deployment(&settings.deployment)?;
    let db = Db::open(&settings.database_url()).await.context("the database")?;
    let (store, copies) = store(&settings).await.context("the store")?;
    let (chain, rpc) = connect(&settings.node, &deployment).await?;

    let (head, heads) = watch::channel(None);
    let attester = account_of(&signer.public_key().to_account_id());
    let app = App::new(Parts {
        genesis: Digest(deployment.genesis),
        attester,
        outbox: Outbox::new(db.clone()),
        db,
        chain: Arc::new(Node::new(chain.clone(), rpc, heads, settings.limits.head_age, wall_clock)),
        store,
        bell: broadcast::channel(BELL).0,
        clock: wall_clock,
        settings,
    });
    Ok((app, Tasks { chain, head, signer, faucet, copies, deployed: Deployed(text.into()) }))
}

/// Serves until `stop` is said: first no new request is taken and those under way are answered, then the tasks end.
///
/// # Errors
/// When the address cannot be bound, or a task ended that never should: then whoever watches over the service begins
/// it anew, which is safe at any moment.
pub async fn serve(app: App, tasks: Tasks, stop: CancellationToken) -> anyhow::Result<()> {
    let listen = app.settings.listen;
    let listener = server::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    let working = CancellationToken::new();
    let deployed = tasks.deployed.clone();
    let running = tasks.begin(&app, &working);
    let router = router::router(app.clone(), deployed, stop.clone());
    let serving = server::serve(listener, router, app.settings.proxies.clone(), stop.clone());
    tokio::pin!(serving);
    let broken = tokio::select! {
        () = &mut serving => false,
        () = working.cancelled() => {
            stop.cancel();
            serving.await;
            true
        }
    };

    tracing::info!("no more requests; the tasks come to an end");
    working.cancel();
    running.wait().await;
    app.db.pool().close().await;
    ensure!(!broken, "a part of the service ended by itself");
    Ok(())
}

impl Tasks {
    /// Begins everything that runs beside the handlers. A task that ends before it is told to says `stop` itself.
    pub fn begin(self, app: &App, stop: &CancellationToken) -> TaskTracker {
        let Self { chain, head, signer, faucet, copies, deployed: _ } = self;
        let running = TaskTracker::new();
        let begin = |name: &'static str, task: BoxFuture<'static, ()>| {
            let guarded = guard(name, task, stop.clone());
            running.spawn(guarded);
        };
        let (app, stop) = (|| app.clone(), || stop.clone());
        let following = chain::follow(chain.clone(), head);
        begin("head", stop().run_until_cancelled_owned(following).map(drop).boxed());
        begin("sessions", session::run(app(), stop()).boxed());
        begin("index", index::run(app(), stop()).boxed());
        begin("outbox", outbox::run(app(), chain, signer, faucet, stop()).boxed());
        begin("notices", notices::run(app(), stop()).boxed());
        begin("janitor", door::run(app(), stop()).boxed());
        begin("anchor", log::run(app(), stop()).boxed());
        begin("jobs", jobs::run(app(), stop()).boxed());
        begin("links", links::run(app(), stop()).boxed());
        begin("onboarding", onboarding::run(app(), stop()).boxed());
        if let Some(copies) = copies {
            begin("copies", copies::run(copies, stop()).boxed());
        }
        running.close();
        running
    }
}

/// Runs a task. One that ends before it was told to is a fault: without it the service would look well and not be.
async fn guard(name: &'static str, task: BoxFuture<'static, ()>, stop: CancellationToken) {
    let late = async {
        stop.cancelled().await;
        tokio::time::sleep(FAREWELL).await;
    };
    let panicked = tokio::select! {
        ended = AssertUnwindSafe(task).catch_unwind() => ended.is_err(),
        () = late => {
            tracing::warn!(task = name, "a task did not end in time and is cut off");
            return;
        }
    };
    if !stop.is_cancelled() {
        tracing::error!(task = name, panicked, "a task ended that never should");
        stop.cancel();
    }
}

/// The key of a file that nobody else may read.
fn key(file: &Path) -> anyhow::Result<Keypair> {
    let text = secret(file)?;
    // What is wrong with the text is not told: it is secret.
    let key = SecretUri::from_str(&text).ok().and_then(|uri| Keypair::from_uri(&uri).ok());
    key.with_context(|| format!("{} holds no key", file.display()))
}

/// What a file says that nobody else may read.
fn secret(file: &Path) -> anyhow::Result<String> {
    let name = file.display();
    let mode = fs::metadata(file).with_context(|| format!("{name} cannot be read"))?.mode();
    ensure!(mode & 0o077 == 0, "{name} may be read by others; make it `chmod 600`");
    Ok(fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?.trim().to_owned())
}

/// The deployment file, read and as it is.
///
/// # Errors
/// When there is none.
pub fn deployment(file: &Path) -> anyhow::Result<(Deployment, String)> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok((Deployment::read(&text)?, text))
}

/// A connection that comes back by itself when it is lost. A node that is not there yet is waited for.
async fn connect(url: &str, deployment: &Deployment) -> anyhow::Result<(Chartkey, RpcClient)> {
    let retry = ExponentialBackoff::from_millis(50).max_delay(REDIAL);
    let mut dialling = Box::pin(Reconnecting::builder().retry_policy(retry).build(url.to_owned()));
    let dialled = loop {
        tokio::select! {
            dialled = &mut dialling => break dialled.context("the node")?,
            () = tokio::time::sleep(REDIAL) => tracing::warn!("the node does not answer yet"),
        }
    };
    let rpc = RpcClient::new(dialled);
    let backend = LegacyBackend::builder().build(rpc.clone());
    let client = OnlineClient::<Config>::from_backend(Arc::new(backend)).await.context("the node")?;
    Ok((Chartkey::over(client, deployment)?, rpc))
}

/// The store of the settings; with replicas also as the one whose copies are looked after.
pub async fn store(settings: &Settings) -> anyhow::Result<(Arc<dyn RecordStore>, Option<Arc<Replicated>>)> {
    let StoreSettings { main, pins } = &settings.store;
    let main: Arc<dyn RecordStore> = match main.as_str() {
        "embedded" => {
            let folder = settings.blobs_folder();
            Arc::new(tokio::task::spawn_blocking(move || Embedded::open(folder)).await??)
        }
        url if url.starts_with("http") => Arc::new(Kubo::new(url)?),
        other => bail!("`{other}` is no store: `embedded`, or the address of a Kubo node"),
    };
    if pins.is_empty() {
        return Ok((main, None));
    }
    let mut replicas: Vec<Arc<dyn Replica>> = Vec::with_capacity(pins.len());
    for PinSettings { url, token } in pins {
        let token = secret(token).context("a pinning service's token")?;
        let service = Pins { name: url.clone(), endpoint: url.clone(), token, origins: Vec::new() };
        replicas.push(Arc::new(Pinning::new(service)?));
    }
    let store = Arc::new(Replicated::new(main, replicas));
    Ok((store.clone(), Some(store)))
}

/// The data folder, which nobody else on the machine may look into.
fn private_folder(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::{sleep, timeout};

    #[test]
    fn a_key_is_taken_only_from_a_file_of_ones_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("signer");
        assert!(key(&file).is_err(), "no file");
        fs::write(&file, "//Attester\n").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("set");
        let refusal = || match key(&file) {
            Err(error) => format!("{error:#}"),
            Ok(_) => panic!("taken"),
        };
        assert!(refusal().contains("chmod 600"), "readable by others");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("set");
        let uri = SecretUri::from_str("//Attester").expect("a key");
        let attester = Keypair::from_uri(&uri).expect("a key").public_key();
        assert_eq!(key(&file).expect("a key").public_key().0, attester.0);
        fs::write(&file, "my secret words").expect("written");
        assert!(!refusal().contains("secret words"), "{}", refusal());
    }

    #[tokio::test]
    async fn a_task_that_ends_or_panics_ends_the_service_and_one_that_was_told_to_does_not() {
        for task in [async {}.boxed(), async { panic!("on purpose") }.boxed()] {
            let stop = CancellationToken::new();
            guard("test", task, stop.clone()).await;
            assert!(stop.is_cancelled());
        }
        let stop = CancellationToken::new();
        let task = stop.clone().run_until_cancelled_owned(std::future::pending::<()>()).map(drop).boxed();
        let guarded = tokio::spawn(guard("test", task, stop.clone()));
        sleep(Duration::from_millis(20)).await;
        assert!(!stop.is_cancelled(), "it goes on");
        stop.cancel();
        timeout(Duration::from_secs(5), guarded).await.expect("it ends").expect("no panic");
    }
}
