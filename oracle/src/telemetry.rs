//! What operators see: lines and figures about requests, and nothing about people.
//!
//! A line names the address's pattern (`/api/records/{record}`), never the address: that would name the record.

use crate::app::App;
use axum::{
    Extension,
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method},
    middleware::Next,
    response::Response,
};
use prometheus::{
    Encoder, Gauge, GaugeVec, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry, TextEncoder,
};
use rand::RngCore;
use std::{io::IsTerminal, sync::Arc, time::Instant};
use tracing::Instrument;
use tracing_subscriber::EnvFilter;

/// Seconds: from an answer out of memory to a wait for finality.
const SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0, 60.0];

/// Begins to write lines: JSON, or text for somebody at a terminal. `RUST_LOG` chooses how much.
pub fn begin() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        lines.init();
    } else {
        lines.json().flatten_event(true).with_span_list(false).with_target(false).init();
    }
    std::panic::set_hook(Box::new(|panic| {
        // The message may hold what somebody sent; the place says enough to find the fault.
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "a fault of the service: panic");
    }));
}

/// Figures about this service, as Prometheus reads them.
#[derive(Clone)]
pub struct Metrics(Arc<Figures>);

struct Figures {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    under_way: IntGauge,
    head: IntGauge,
    head_age: Gauge,
    connections: GaugeVec,
    store: GaugeVec,
}

impl Metrics {
    /// Figures that begin at zero.
    pub fn new() -> Self {
        let opts = |name: &str, help: &str| Opts::new(format!("chartkey_{name}"), help);
        let histogram = HistogramOpts::from(opts("request_seconds", "Time until an answer began"));
        let figures = Figures {
            registry: Registry::new(),
            requests: IntCounterVec::new(opts("requests_total", "Requests answered"), &["method", "route", "status"])
                .expect("names are sound"),
            seconds: HistogramVec::new(histogram.buckets(SECONDS.to_vec()), &["method", "route"])
                .expect("names are sound"),
            under_way: IntGauge::with_opts(opts("requests_under_way", "Requests not yet answered"))
                .expect("names are sound"),
            head: IntGauge::with_opts(opts("finalized_height", "Height of the last finalized block"))
                .expect("names are sound"),
            head_age: Gauge::with_opts(opts("finalized_age_seconds", "Age of the last finalized block"))
                .expect("names are sound"),
            connections: GaugeVec::new(opts("database_connections", "Connections to the database"), &["state"])
                .expect("names are sound"),
            store: GaugeVec::new(opts("store_bytes", "Bytes of the store's disk"), &["state"])
                .expect("names are sound"),
        };
        let Figures { registry, requests, seconds, under_way, head, head_age, connections, store } = &figures;
        let all: [Box<dyn prometheus::core::Collector>; 7] = [
            Box::new(requests.clone()),
            Box::new(seconds.clone()),
            Box::new(under_way.clone()),
            Box::new(head.clone()),
            Box::new(head_age.clone()),
            Box::new(connections.clone()),
            Box::new(store.clone()),
        ];
        for figure in all {
            registry.register(figure).expect("each name is there once");
        }
        Self(Arc::new(figures))
    }

    /// All figures as text; those of the parts around are asked for now.
    pub async fn text(&self, app: &App) -> String {
        let figures = &self.0;
        if let Ok(block) = app.chain.finalized().await {
            figures.head.set(block.height as i64);
            figures.head_age.set(app.now().saturating_sub(block.time) as f64);
        }
        let pool = app.db.pool();
        figures.connections.with_label_values(&["open"]).set(f64::from(pool.size()));
        figures.connections.with_label_values(&["idle"]).set(pool.num_idle() as f64);
        if let Ok(health) = app.store.health().await {
            for (state, bytes) in [("free", health.free), ("used", health.used)] {
                if let Some(bytes) = bytes {
                    figures.store.with_label_values(&[state]).set(bytes as f64);
                }
            }
        }
        let mut text = Vec::new();
        TextEncoder::new().encode(&figures.registry.gather(), &mut text).expect("memory takes it");
        String::from_utf8(text).expect("the format is text")
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// Names, times and counts a request.
pub async fn observe(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = known(request.method());
    let id = request_id();
    let begun = Instant::now();
    let under_way = UnderWay::of(&metrics);
    let span = tracing::info_span!("request", id, method, route);
    let mut response = next.run(request).instrument(span.clone()).await;
    drop(under_way);

    let (status, took) = (response.status(), begun.elapsed());
    metrics.0.requests.with_label_values(&[method, &route, status.as_str()]).inc();
    metrics.0.seconds.with_label_values(&[method, &route]).observe(took.as_secs_f64());
    span.in_scope(|| tracing::info!(status = status.as_u16(), millis = took.as_millis() as u64, "answered"));
    response.headers_mut().insert("x-request-id", HeaderValue::from_str(&id).expect("hex is sound"));
    response
}

/// Counts down also when the client goes away in between.
struct UnderWay(IntGauge);

impl UnderWay {
    fn of(metrics: &Metrics) -> Self {
        metrics.0.under_way.inc();
        Self(metrics.0.under_way.clone())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// The method, or one word for all that somebody may invent.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Made here and never taken from the client, who could otherwise write into our log.
fn request_id() -> String {
    let mut id = [0; 8];
    rand::thread_rng().fill_bytes(&mut id);
    hex::encode(id)
}

/// The figures, for handlers.
pub type Counted = Extension<Metrics>;
