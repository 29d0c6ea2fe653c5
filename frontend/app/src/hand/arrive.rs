//! Coming to the service and its chain, and what to do when they are not there or not the ones this device knows.

use super::{Hand, Stage, site};
use crate::{
    ground::{drawer::LocalNotes, http::Fetch},
    pieces,
    words::{self, Said},
};
use chartkey_client::ConnectError;
use chartkey_flows::{Failure, TalkError, Visitor};
use chartkey_protocol::Why;
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

impl Hand {
    /// Sets out for the service, or tries again.
    pub(crate) fn arrive(self) {
        self.stage.set(Stage::Arriving);
        self.why.set(None);
        pieces::arrive(self);
    }

    /// Goes there. Called through [`pieces::arrive`], because all that lies beyond the first page comes after it.
    pub(crate) fn go(self) {
        spawn_local(async move {
            match reach().await {
                Ok(visitor) => self.arrived(visitor),
                Err(failure) => self.turned_away(&failure),
            }
        });
    }

    /// The part of the app that knows the way could not be fetched.
    pub(crate) fn stranded(self, why: Said) {
        self.stage.set(Stage::Offline);
        self.why.set(Some(why));
    }

    /// Tries again while nobody answers, and says nothing unless somebody does.
    pub(crate) async fn look_for_service(self) {
        let found = reach().await;
        if self.stage.get_untracked() != Stage::Offline || self.alone().is_some() {
            return;
        }
        match found {
            Ok(visitor) => self.arrived(visitor),
            Err(failure) if is_silence(&failure) => {}
            Err(failure) => self.turned_away(&failure),
        }
    }

    fn arrived(self, visitor: Visitor) {
        self.watch_line(visitor.chain.clone());
        self.kept.update_value(|kept| kept.visitor = Some(visitor));
        self.stage.set(Stage::Visiting);
    }

    fn turned_away(self, failure: &Failure) {
        self.stage.set(if is_silence(failure) { Stage::Offline } else { Stage::WrongNetwork });
        self.why.set(Some(words::failure(failure)));
    }

    /// Another chain answers where this one did: whoever was signed in here is not any more.
    pub(super) fn led_astray(self, failure: &Failure) {
        self.forget_session();
        self.turned_away(failure);
    }

    /// Forgets what this device believed of the service, and believes it anew: for when it really moved.
    pub(crate) fn believe_anew(self) {
        match site::forget() {
            Ok(()) => self.arrive(),
            Err(failure) => self.why.set(Some(words::failure(&failure))),
        }
    }
}

async fn reach() -> Result<Visitor, Failure> {
    let pins = site::pins()?;
    let (node, is_new) = (pins.node.clone(), pins.deployment.is_none());
    #[allow(clippy::arc_with_non_send_sync, reason = "flows share by Arc on every platform")]
    let visitor = Visitor::arrive(Arc::new(Fetch), &site::base(), &pins, Arc::new(LocalNotes)).await?;
    let visitor = visitor.keeping_in(super::alone::cupboard());
    if is_new {
        site::remember(&visitor, node)?;
    }
    Ok(visitor)
}

/// Whether nobody answered, as against somebody who answered something that cannot be.
fn is_silence(failure: &Failure) -> bool {
    match failure {
        Failure::Talk(TalkError::Unreachable(_))
        | Failure::Connect(ConnectError::Unreachable(_))
        | Failure::Node(_) => true,
        failure => failure.is(Why::Busy) || failure.is(Why::TooMany),
    }
}
