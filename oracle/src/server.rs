//! Connections: how many there may be, how long they may dawdle, and how they end.

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    collections::HashMap,
    io,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower::ServiceExt;

/// Connections in all. Each holds a descriptor and at least the buffer below.
const CONNECTIONS: usize = 4096;
/// Connections of one address; our own proxies may hold all.
const OF_ONE: usize = 256;
/// How long a connection may take over the head of a request, or lie idle before one: a little longer than proxies
/// keep theirs, so that it is they who hang up.
const HEAD: Duration = Duration::from_secs(75);
/// The largest head, and the buffer of a connection.
const BUFFER: usize = 64 << 10;
/// How long answers under way may take once the service is told to stop.
const DRAIN: Duration = Duration::from_secs(20);

/// Answers connections until `stop` is said, then lets those under way finish.
pub async fn serve(listener: TcpListener, router: Router, proxies: Vec<IpAddr>, stop: CancellationToken) {
    let seats = Seats { taken: Arc::default(), proxies: Arc::new(proxies) };
    let connections = TaskTracker::new();
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                // Without a seat the stream is closed here: the cheapest refusal there is.
                if let Some(seat) = seats.take(peer.ip()) {
                    let (router, stop) = (router.clone(), stop.clone());
                    connections.spawn(async move {
                        if let Err(error) = attend(stream, peer, router, stop).await {
                            tracing::debug!(%error, "a connection broke");
                        }
                        drop(seat);
                    });
                }
            }
            // Out of descriptors, or a client that left at once. Neither is a reason to end, nor to spin.
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    drop(listener);
    connections.close();
    if tokio::time::timeout(DRAIN, connections.wait()).await.is_err() {
        tracing::warn!(left = connections.len(), "some answers did not finish in time and are cut off");
    }
}

async fn attend(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    stop: CancellationToken,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    stream.set_nodelay(true)?;
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request.map(Body::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        ended = connection.as_mut() => return Ok(ended?),
        () = stop.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    Ok(connection.await?)
}

/// Who sits where.
#[derive(Clone)]
struct Seats {
    taken: Arc<Mutex<Taken>>,
    proxies: Arc<Vec<IpAddr>>,
}

#[derive(Default)]
struct Taken {
    all: usize,
    by: HashMap<IpAddr, usize>,
}

impl Seats {
    fn take(&self, address: IpAddr) -> Option<Seat> {
        let address = address.to_canonical();
        let mut taken = self.lock();
        let own = taken.by.get(&address).copied().unwrap_or(0);
        if taken.all >= CONNECTIONS || (own >= OF_ONE && !self.proxies.contains(&address)) {
            return None;
        }
        taken.all += 1;
        taken.by.insert(address, own + 1);
        Some(Seat { seats: self.clone(), address })
    }

    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().expect("no panic holds it")
    }
}

/// A connection's place; free again when dropped.
struct Seat {
    seats: Seats,
    address: IpAddr,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.lock();
        taken.all -= 1;
        match taken.by.get_mut(&self.address) {
            Some(own) if *own > 1 => *own -= 1,
            _ => drop(taken.by.remove(&self.address)),
        }
    }
}

/// Binds the address of the settings.
///
/// # Errors
/// When it is taken or not ours.
pub async fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        time::{Instant, sleep},
    };

    async fn start(router: Router) -> (SocketAddr, CancellationToken, tokio::task::JoinHandle<()>) {
        let listener = bind(([127, 0, 0, 1], 0).into()).await.expect("a port");
        let (address, stop) = (listener.local_addr().expect("bound"), CancellationToken::new());
        let serving = tokio::spawn(serve(listener, router, Vec::new(), stop.clone()));
        (address, stop, serving)
    }

    async fn ask(address: SocketAddr) -> String {
        let mut stream = TcpStream::connect(address).await.expect("connects");
        stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await.expect("writes");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("reads");
        answer
    }

    #[tokio::test]
    async fn an_answer_under_way_is_finished_and_no_new_one_begun() {
        let slow = get(|| async {
            sleep(Duration::from_millis(300)).await;
            "done"
        });
        let (address, stop, serving) = start(Router::new().route("/", slow)).await;
        let asking = tokio::spawn(ask(address));
        sleep(Duration::from_millis(100)).await;
        stop.cancel();
        assert!(asking.await.expect("no panic").ends_with("done"));
        serving.await.expect("no panic");
        assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
    }

    #[tokio::test]
    async fn idle_connections_do_not_keep_the_service_from_stopping() {
        let (address, stop, serving) = start(Router::new().route("/", get(|| async { "" }))).await;
        let _idle = TcpStream::connect(address).await.expect("connects");
        sleep(Duration::from_millis(50)).await;
        let began = Instant::now();
        stop.cancel();
        serving.await.expect("no panic");
        assert!(began.elapsed() < Duration::from_secs(5));
    }

    #[tokio::test]
    async fn handlers_learn_who_asks() {
        let who = get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() });
        let (address, ..) = start(Router::new().route("/", who)).await;
        assert!(ask(address).await.ends_with("127.0.0.1"));
    }

    #[test]
    fn one_address_cannot_take_every_seat() {
        let proxy = IpAddr::from([10, 0, 0, 1]);
        let seats = Seats { taken: Arc::default(), proxies: Arc::new(vec![proxy]) };
        let greedy = IpAddr::from([6, 6, 6, 6]);
        let mut held: Vec<_> = (0..OF_ONE).map(|_| seats.take(greedy).expect("a seat")).collect();
        assert!(seats.take(greedy).is_none());
        assert!(seats.take(IpAddr::from([7, 7, 7, 7])).is_some(), "others still find one");
        held.pop();
        held.push(seats.take(greedy).expect("free again"));
        held.extend(std::iter::from_fn(|| seats.take(proxy)));
        assert_eq!(held.len(), CONNECTIONS);
        drop(held);
        assert!(seats.lock().by.is_empty() && seats.lock().all == 0);
    }
}
