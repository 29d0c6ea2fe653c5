//! How much one address or account may ask, how long an answer may take, and how large a request may be.

use crate::{problem::Failed, settings::Settings};
use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, Method},
    middleware::Next,
    response::{IntoResponse, Response},
};
use chartkey_protocol::Why;
use chartkey_vocabulary::Account;
use std::{
    collections::HashMap,
    hash::Hash,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

/// The largest request: one part of an upload and a little more. What is read as JSON is held to [`JSON`].
pub const BODY: usize = (8 << 20) + (64 << 10);
/// The largest JSON: a vault file of 256 KiB in base64, or 64 wraps.
pub const JSON: usize = 512 << 10;
/// How long a sender may pause within a request.
pub const PAUSE: Duration = Duration::from_secs(30);
/// Longer than any wait for the chain's finality.
const ANSWER: Duration = Duration::from_secs(120);
/// A part of 8 MiB over a line of 14 kB/s.
const UPLOAD: Duration = Duration::from_secs(600);
/// Buckets of one generation, at about 100 bytes each: memory stays bounded whoever calls from wherever.
const BUCKETS: usize = 50_000;

/// Who asks, as limits count it: an IPv4 address, or the /64 that one subscriber holds of IPv6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Caller(pub IpAddr);

impl Caller {
    /// The caller behind this address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Self(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into())
            }
            address => Self(address),
        }
    }

    /// The caller of a request: the peer, or whom a proxy of ours names. What others write into the header is theirs to
    /// invent, so of the names in it the last that is no proxy of ours counts.
    pub fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> Self {
        let is_proxy = |address: &IpAddr| proxies.contains(&address.to_canonical());
        if !is_proxy(&peer) {
            return Self::of(peer);
        }
        let named = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
        let chain: Vec<&str> = named.flat_map(|value| value.split(',')).map(str::trim).collect();
        let addresses = chain.iter().rev().map_while(|text| text.parse::<IpAddr>().ok());
        Self::of(addresses.into_iter().find(|address| !is_proxy(address)).unwrap_or(peer))
    }
}

/// One limit for many: each has a bucket that fills evenly and is emptied by asking.
struct Buckets<K> {
    full: f64,
    per_second: f64,
    /// Two generations. When the younger is full the older goes: whoever was not seen for that long starts anew.
    kept: Mutex<(HashMap<K, Bucket>, HashMap<K, Bucket>)>,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl<K: Hash + Eq> Buckets<K> {
    fn new(per_minute: u32) -> Self {
        let full = f64::from(per_minute.max(1));
        Self { full, per_second: full / 60.0, kept: Mutex::default() }
    }

    /// Takes one, or says for how many seconds there is none.
    fn take(&self, key: K, now: Instant) -> Result<(), u64> {
        let mut kept = self.kept.lock().expect("no panic holds it");
        let (young, old) = &mut *kept;
        let known = young.get(&key).or_else(|| old.get(&key)).copied();
        let mut bucket = known.unwrap_or(Bucket { left: self.full, at: now });
        bucket.left += now.saturating_duration_since(bucket.at).as_secs_f64() * self.per_second;
        bucket = Bucket { left: bucket.left.min(self.full), at: now };
        let taken = if bucket.left < 1.0 {
            Err(((1.0 - bucket.left) / self.per_second).ceil() as u64)
        } else {
            bucket.left -= 1.0;
            Ok(())
        };
        if young.len() >= BUCKETS && !young.contains_key(&key) {
            *old = std::mem::take(young);
        }
        young.insert(key, bucket);
        taken
    }
}

/// The limits on how often is asked.
#[derive(Clone)]
pub struct Gate(Arc<Limits>);

struct Limits {
    callers: Buckets<Caller>,
    accounts: Buckets<Account>,
    proxies: Vec<IpAddr>,
}

impl Gate {
    /// The limits of these settings.
    pub fn new(settings: &Settings) -> Self {
        let per_minute = settings.limits.requests_per_minute;
        Self(Arc::new(Limits {
            callers: Buckets::new(per_minute),
            accounts: Buckets::new(per_minute),
            proxies: settings.proxies.iter().map(IpAddr::to_canonical).collect(),
        }))
    }

    /// Counts a request of an account, from wherever it comes.
    ///
    /// # Errors
    /// `TooMany`.
    pub fn account(&self, account: Account) -> Result<(), Failed> {
        self.0.accounts.take(account, Instant::now()).map_err(too_many)
    }

    fn caller(&self, caller: Caller) -> Result<(), Failed> {
        self.0.callers.take(caller, Instant::now()).map_err(too_many)
    }
}

fn too_many(seconds: u64) -> Failed {
    Failed::new(Why::TooMany, "Too many requests. Please wait a moment.").wait(seconds)
}

/// Counts a request against its address, and leaves the [`Gate`] and the [`Caller`] for whoever counts on.
pub async fn by_address(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    if let Some(peer) = peer {
        let caller = Caller::behind(peer, request.headers(), &gate.0.proxies);
        if let Err(failed) = gate.caller(caller) {
            return failed.into_response();
        }
        request.extensions_mut().insert(caller);
    }
    request.extensions_mut().insert(gate);
    next.run(request).await
}

/// Ends what takes too long. What streams has begun to answer by then and goes on.
pub async fn in_time(request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let upload = request.method() == Method::PUT && path.is_some_and(|path| path.starts_with("/api/blobs/"));
    let patience = if upload { UPLOAD } else { ANSWER };
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failed::new(Why::Busy, "This took too long and was given up.").wait(5).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_bucket_empties_and_fills_evenly() {
        let (buckets, start) = (Buckets::new(60), Instant::now());
        for _ in 0..60 {
            buckets.take(1, start).expect("a full bucket");
        }
        assert_eq!(buckets.take(1, start), Err(1));
        buckets.take(2, start).expect("another's bucket is full");
        buckets.take(1, start + Duration::from_secs(1)).expect("one a second");
        assert_eq!(buckets.take(1, start + Duration::from_secs(1)), Err(1));
        let much_later = start + Duration::from_secs(3600);
        for _ in 0..60 {
            buckets.take(1, much_later).expect("no more than full");
        }
        assert_eq!(buckets.take(1, much_later), Err(1));
    }

    #[test]
    fn many_callers_take_bounded_memory_and_the_busy_are_not_forgotten() {
        let (buckets, now) = (Buckets::new(2), Instant::now());
        for stranger in 0..3 * BUCKETS as u64 {
            buckets.take(stranger, now).expect("their first");
            if stranger % 1000 == 0 {
                let _ = buckets.take(u64::MAX, now);
            }
        }
        assert!(buckets.take(u64::MAX, now).is_err(), "asked all along");
        let kept = buckets.kept.lock().expect("not poisoned");
        assert!(kept.0.len() + kept.1.len() <= 2 * BUCKETS);
    }

    #[test]
    fn a_subscriber_of_ipv6_is_one_caller() {
        assert_eq!(Caller::of(ip("2001:db8:1:2:3::1")), Caller::of(ip("2001:db8:1:2:ffff::9")));
        assert_ne!(Caller::of(ip("2001:db8:1:2::1")), Caller::of(ip("2001:db8:1:3::1")));
        assert_eq!(Caller::of(ip("::ffff:10.0.0.1")), Caller::of(ip("10.0.0.1")));
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", HeaderValue::from_static("6.6.6.6, 9.9.9.9"));
        headers.append("x-forwarded-for", HeaderValue::from_static("10.0.0.2"));
        let proxies = [ip("10.0.0.1"), ip("10.0.0.2")];
        let behind = |peer| Caller::behind(ip(peer), &headers, &proxies);
        assert_eq!(behind("10.0.0.1"), Caller(ip("9.9.9.9")), "the last name that is no proxy");
        assert_eq!(behind("8.8.8.8"), Caller(ip("8.8.8.8")), "a stranger's header says nothing");
        assert_eq!(Caller::behind(ip("10.0.0.1"), &HeaderMap::new(), &proxies), Caller(ip("10.0.0.1")));
    }
}
