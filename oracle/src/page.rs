//! The app's files, when the settings name their folder: a page for every address of a page, and headers that let it run
//! what it is made of and nothing else.
//!
//! The folder is read as a whole and answered from memory: no request ever becomes a path on the disk.

mod headers;
mod held;

use crate::{settings::Settings, wrapping};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, Uri, header},
    response::{IntoResponse, Response},
};
use held::{File, Held};
use std::{
    path::PathBuf,
    sync::{Arc, RwLock},
};

/// The app's files. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Pages(Option<Arc<Shelf>>);

struct Shelf {
    folder: PathBuf,
    policy: HeaderValue,
    held: RwLock<Held>,
}

impl Pages {
    /// The files of the folder in the settings, or none.
    pub(crate) fn of(settings: &Settings) -> Self {
        let shelf = settings.app.as_ref().map(|folder| {
            let held = Held::read(folder);
            if held.is_empty() {
                tracing::warn!(folder = %folder.display(), "the app's folder holds no index.html; only the interface is served");
            }
            Shelf { folder: folder.clone(), policy: headers::policy(settings), held: RwLock::new(held) }
        });
        Self(shelf.map(Arc::new))
    }

    /// Answers what no other route does.
    pub(crate) async fn answer(self, method: Method, uri: Uri, asked: HeaderMap) -> Response {
        let found = match method {
            Method::GET | Method::HEAD => self.0.and_then(|shelf| shelf.find(uri.path(), &asked)),
            _ => None,
        };
        match found {
            Some(response) => response,
            None => wrapping::nowhere().await.into_response(),
        }
    }
}

impl Shelf {
    fn find(&self, path: &str, asked: &HeaderMap) -> Option<Response> {
        // Somebody who asks the interface for something it has not is told so in its own words.
        if ["/api", "/shl"].iter().any(|known| path == *known || path.starts_with(&format!("{known}/"))) {
            return None;
        }
        let is_page = !path.rsplit('/').next().is_some_and(|last| last.contains('.'));
        if is_page {
            self.refresh();
        }
        let held = self.held.read().ok()?;
        let file = held.get(if is_page { "/index.html" } else { path })?;
        Some(self.respond(file, asked))
    }

    /// Reads the folder anew when another build lies there.
    fn refresh(&self) {
        let outdated = self.held.read().is_ok_and(|held| held.is_outdated(&self.folder));
        if outdated && let Ok(mut held) = self.held.write() {
            *held = Held::read(&self.folder);
        }
    }

    fn respond(&self, file: &File, asked: &HeaderMap) -> Response {
        let takes_brotli = asked.get(header::ACCEPT_ENCODING).is_some_and(|value| {
            value
                .to_str()
                .is_ok_and(|value| value.split(',').any(|coding| coding.trim().split(';').next() == Some("br")))
        });
        let packed = file.brotli.as_ref().filter(|_| takes_brotli);
        let mut response = Response::new(Body::from(packed.unwrap_or(&file.bytes).clone()));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(file.caching()));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if packed.is_some() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        headers::say(headers, &self.policy);
        response
    }
}

#[cfg(test)]
mod tests;
