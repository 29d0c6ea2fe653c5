//! `./dev down`: ends what `./dev up` started, and nothing else.

use crate::{say, service::Service, site::Site};
use anyhow::Result;

/// Stops every service of this checkout; state stays for the next `up`.
pub(crate) fn run(site: &Site) -> Result<()> {
    let running = Service::all(site);
    if running.is_empty() {
        say::note("nothing of this checkout runs");
    }
    for service in running {
        let what = format!("Stopping {} (process {})", service.name, service.pid);
        say::step(&what, "see `./dev status`; end the process by hand", || service.stop(site))?;
    }
    Ok(())
}
