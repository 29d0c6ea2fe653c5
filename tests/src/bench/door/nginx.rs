//! nginx on loopback, serving a folder as it comes: kernel to kernel, with an access log.

use crate::{
    bench::rivals::{self, Rival},
    expect::wait_until,
};
use anyhow::{Result, ensure};
use std::{fs, process::Command, time::Duration};
use tempfile::TempDir;
use tokio::net::TcpStream;

const PATIENCE: Duration = Duration::from_secs(30);

/// A running server.
pub(super) struct Nginx {
    _server: Rival,
    port: u16,
    folder: TempDir,
}

impl Nginx {
    /// Starts the one the set-up unpacked, or the machine's; `None` where there is none.
    pub(super) async fn start() -> Result<Option<Self>> {
        let Some(program) = rivals::program("nginx") else { return Ok(None) };
        let (folder, port) = (rivals::scratch()?, rivals::free_port()?);
        let settings = folder.path().join("nginx.conf");
        fs::create_dir(folder.path().join("files"))?;
        fs::write(&settings, self::settings(&folder.path().display().to_string(), port))?;
        let mut command = Command::new(program);
        command.arg("-p").arg(folder.path()).arg("-c").arg(settings).args(["-e", "error.log"]);
        let mut server = Rival::start(&mut command)?;
        wait_until("nginx to serve", PATIENCE, async || {
            ensure!(!server.ended()?, "nginx ended");
            Ok(TcpStream::connect(("127.0.0.1", port)).await.is_ok().then_some(()))
        })
        .await?;
        Ok(Some(Self { _server: server, port, folder }))
    }

    /// Puts a file there and gives its address.
    pub(super) fn serve(&self, content: &[u8]) -> Result<String> {
        fs::write(self.folder.path().join("files/blob"), content)?;
        Ok(format!("http://127.0.0.1:{}/blob", self.port))
    }
}

/// Without a master process, which would leave its workers behind when it is killed and give them another user.
fn settings(folder: &str, port: u16) -> String {
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {folder}/{kind};\n"))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n\
         {temporary}    sendfile on;\n    tcp_nopush on;\n    access_log {folder}/access.log;\n    server {{\n        \
         listen 127.0.0.1:{port};\n        root {folder}/files;\n    }}\n}}\n"
    )
}
