//! `./dev status`: what runs, where, and how far it is.

use crate::{
    oracle::{self, ORACLE},
    rpc,
    service::Service,
    site::Site,
    up::NODE,
};
use anyhow::Result;

/// Prints a line per service.
pub(crate) fn run(site: &Site) -> Result<()> {
    let services = Service::all(site);
    if services.is_empty() {
        println!("nothing runs; ./dev up starts it");
    }
    for service in services {
        let how = match service.name.as_str() {
            NODE => match rpc::heights(service.port) {
                Ok((best, finalized)) => format!("block {best}, finalized {finalized}"),
                Err(error) => format!("does not answer: {error:#}"),
            },
            ORACLE if oracle::is_ready(service.port) => "ready".into(),
            ORACLE => "not ready: http://localhost says why at /ready".into(),
            _ => String::new(),
        };
        println!("{:<8} process {:<8} port {:<6} {how}", service.name, service.pid, service.port);
    }
    Ok(())
}
