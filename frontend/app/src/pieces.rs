//! The program comes in two pieces, so that the first page is there before the rest is. What is not named here comes
//! first: the frame, the first page, and what both are made of. Everything only reached from here comes with the second
//! piece, which is fetched by the first page that needs it, or as soon as somebody stirs; `tasks/src/app/pieces.rs` cuts
//! accordingly. More pieces were tried, one for each role: they share so much that together they weigh a sixth more, and
//! nobody's own weighs much less.
//!
//! A development build is in one piece, which takes the cutting out of each build.

mod pages;
mod within;

pub(crate) use pages::{alone, page};
pub(crate) use within::{Around, Within, arrive, ask_name, send_on};

use crate::{
    parts::{Bones, Broken},
    speech::t,
};
use futures::FutureExt;
use leptos::{prelude::*, task::spawn_local, wasm_split::SplitLoaderError};
use std::{future::Future, pin::Pin};

/// A function of the second piece: calling it fetches the piece, once. `load` fetches only.
#[cfg(not(feature = "development"))]
macro_rules! piece {
    ($load:ident: $(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) -> $out:ty $body:block) => {
        #[::leptos::wasm_split::wasm_split(within, wasm_split_path = ::leptos::wasm_split, preload($load), fallible)]
        $(#[$doc])*
        pub(super) fn $name($($argument: $type),*) -> Result<$out, ::leptos::wasm_split::SplitLoaderError> {
            Ok($body)
        }
    };
}

#[cfg(feature = "development")]
macro_rules! piece {
    ($load:ident: $(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) -> $out:ty $body:block) => {
        async fn $load() -> Result<(), ::leptos::wasm_split::SplitLoaderError> {
            Ok(())
        }

        $(#[$doc])*
        pub(super) async fn $name($($argument: $type),*) -> Result<$out, ::leptos::wasm_split::SplitLoaderError> {
            $load().await?;
            Ok($body)
        }
    };
}

use piece;

type Loading = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

/// How far a piece is.
#[derive(Clone, Copy)]
enum Come {
    Awaited,
    Here,
    Missing,
}

/// Draws what lies in a piece: at once when it is here, else as soon as it has come.
fn drawn<L, D>(load: fn() -> L, draw: impl Fn() -> D + Send + 'static) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    D: Future<Output = Result<AnyView, SplitLoaderError>>,
{
    // A piece that is here answers at the first look.
    let draw = move || draw().now_or_never().and_then(Result::ok);
    once_here(Box::new(move || Box::pin(load())), Box::new(draw))
}

fn once_here(load: Box<dyn Fn() -> Loading + Send + Sync>, draw: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    let come = RwSignal::new(Come::Awaited);
    let fetch = move || {
        let mut loading = load();
        let how = |came: Result<(), SplitLoaderError>| if came.is_ok() { Come::Here } else { Come::Missing };
        match (&mut loading).now_or_never() {
            Some(came) => come.set(how(came)),
            None => {
                come.set(Come::Awaited);
                // The page may be left by then.
                spawn_local(async move {
                    let _ = come.try_set(how(loading.await));
                });
            }
        }
    };
    fetch();
    let fetch = StoredValue::new(fetch);
    let again = move || fetch.with_value(|fetch| fetch());
    let missing =
        move || view! { <Broken what=t!("piece-missing") next=t!("piece-missing-next") again=again /> }.into_any();
    (move || match come.get() {
        Come::Here => draw().unwrap_or_else(missing),
        Come::Missing => missing(),
        Come::Awaited => view! { <Bones awaited=t!("piece-awaited") lines=4 /> }.into_any(),
    })
    .into_any()
}
