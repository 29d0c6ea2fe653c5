//! Requests by the browser's fetch.

use super::{clock, js};
use async_trait::async_trait;
use chartkey_flows::{Heard, Http, Unreachable};
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit};

/// Longer than the slowest answer: an oracle waits for the chain before it says yes.
const PATIENCE: u32 = 120_000;

/// HTTP by the browser.
pub(crate) struct Fetch;

#[async_trait(?Send)]
impl Http for Fetch {
    async fn call(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Unreachable> {
        let asked = Asked::begin()?;
        let answer = asked.answer(request).await?;
        let status = StatusCode::from_u16(answer.status()).map_err(|_| silent())?;
        let mut response = Response::new(Vec::new());
        *response.status_mut() = status;
        copy(&answer.headers(), &mut response);
        let body = JsFuture::from(answer.array_buffer().map_err(|_| silent())?).await.map_err(|_| silent())?;
        *response.body_mut() = Uint8Array::new(&body).to_vec();
        Ok(response)
    }

    async fn listen(&self, request: Request<Vec<u8>>, heard: Heard<'_>) -> Result<StatusCode, Unreachable> {
        let asked = Asked::begin()?;
        let answer = asked.answer(request).await?;
        let status = StatusCode::from_u16(answer.status()).map_err(|_| silent())?;
        // From here on it may take as long as it wants.
        let asked = asked.without_limit();
        if let (true, Some(body)) = (status.is_success(), answer.body()) {
            let reader = body.get_reader();
            loop {
                let part = js::call(&reader, "read", &[]).await.map_err(|_| silent())?;
                let Some(bytes) = js::field(&part, "value") else { break };
                if !heard(&Uint8Array::new(&bytes).to_vec()) {
                    break;
                }
            }
        }
        drop(asked);
        Ok(status)
    }

    async fn pause(&self, milliseconds: u64) {
        clock::pause(u32::try_from(milliseconds).unwrap_or(u32::MAX)).await;
    }

    fn now(&self) -> u64 {
        clock::now()
    }
}

/// A request under way. Whoever loses interest drops it, and the browser stops fetching.
struct Asked {
    abort: AbortController,
    limit: Option<gloo_timers::callback::Timeout>,
}

impl Asked {
    fn begin() -> Result<Self, Unreachable> {
        let abort = AbortController::new().map_err(|_| silent())?;
        let late = abort.clone();
        Ok(Self { abort, limit: Some(gloo_timers::callback::Timeout::new(PATIENCE, move || late.abort())) })
    }

    fn without_limit(mut self) -> Self {
        self.limit = None;
        self
    }

    async fn answer(&self, request: Request<Vec<u8>>) -> Result<web_sys::Response, Unreachable> {
        let (parts, body) = request.into_parts();
        let headers = Headers::new().map_err(|_| silent())?;
        for (name, value) in &parts.headers {
            let value = value.to_str().map_err(|_| silent())?;
            headers.append(name.as_str(), value).map_err(|_| silent())?;
        }
        let asked = RequestInit::new();
        asked.set_method(parts.method.as_str());
        asked.set_headers(&headers);
        asked.set_signal(Some(&self.abort.signal()));
        if !body.is_empty() {
            asked.set_body(&Uint8Array::from(&body[..]));
        }
        // A bearer token goes where it was meant to go; nothing is kept by the browser, and nothing of it is sent along.
        for (name, value) in
            [("redirect", "error"), ("cache", "no-store"), ("credentials", "omit"), ("referrerPolicy", "no-referrer")]
        {
            Reflect::set(&asked, &name.into(), &value.into()).map_err(|_| silent())?;
        }
        let window = web_sys::window().ok_or_else(silent)?;
        let answer = window.fetch_with_str_and_init(&parts.uri.to_string(), &asked);
        // The browser says nothing more than that it failed; an address in its words might name a record.
        let answer = JsFuture::from(answer).await.map_err(|_| silent())?;
        answer.dyn_into().map_err(|_| silent())
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        // After the answer this does nothing.
        self.abort.abort();
    }
}

fn silent() -> Unreachable {
    Unreachable("no answer".into())
}

fn copy(from: &Headers, to: &mut Response<Vec<u8>>) {
    for entry in from.entries().into_iter().flatten() {
        let pair = js_sys::Array::from(&entry);
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        let name = HeaderName::from_bytes(text(pair.get(0)).as_bytes());
        let value = HeaderValue::from_str(&text(pair.get(1)));
        if let (Ok(name), Ok(value)) = (name, value) {
            to.headers_mut().append(name, value);
        }
    }
}
