//! Messages outside the app: mail, text messages, or a folder a person can read.
//!
//! Errors and logs never say to whom.

use crate::settings::{Settings, Smtp, Webhook};
use async_trait::async_trait;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tokio::io::AsyncWriteExt;

/// A service that does not answer within this is tried again later.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends short messages.
#[async_trait]
pub trait Sender: Send + Sync {
    /// Hands over `text` for `to`.
    async fn send(&self, to: &str, text: &str) -> Result<(), NotSent>;
}

/// Why a message was not handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// No such address; trying again is of no use.
    #[error("the address is not one")]
    Address,
    /// Nobody took it just now.
    #[error("the message could not be handed over")]
    Unreachable,
    /// The service said no.
    #[error("the sending service refused the message (status {0})")]
    Refused(u16),
}

/// Why senders cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum BadSenders {
    /// The address of mail server or service.
    #[error("the address of the {0} cannot be read")]
    Address(&'static str),
    /// The file with its password or token.
    #[error("the secret of the {0} cannot be read")]
    Secret(&'static str, #[source] io::Error),
    /// The connection cannot be prepared.
    #[error("the connection to the {0} cannot be prepared")]
    Connection(&'static str),
}

/// The ways messages go.
#[derive(Clone)]
pub struct Senders {
    /// To mail addresses.
    pub mail: Arc<dyn Sender>,
    /// To telephones.
    pub text: Arc<dyn Sender>,
}

impl Senders {
    /// What the settings say; whatever they do not name goes to the folder `messages`.
    ///
    /// # Errors
    /// See [`BadSenders`].
    pub fn of(settings: &Settings) -> Result<Self, BadSenders> {
        let folder = settings.data.join("messages");
        Ok(Self {
            mail: match &settings.senders.smtp {
                Some(smtp) => Arc::new(Mail::new(smtp)?),
                None => Arc::new(Folder { folder: folder.clone(), by: "mail" }),
            },
            text: match &settings.senders.sms {
                Some(hook) => Arc::new(Hook::new(hook)?),
                None => Arc::new(Folder { folder, by: "text message" }),
            },
        })
    }
}

/// One file a message.
struct Folder {
    folder: PathBuf,
    by: &'static str,
}

#[async_trait]
impl Sender for Folder {
    async fn send(&self, to: &str, text: &str) -> Result<(), NotSent> {
        let name = format!("{}-{:08x}.txt", crate::app::wall_clock(), rand::random::<u32>());
        let file = format!("To: {to}\nBy: {}\n\n{text}\n", self.by);
        keep(&self.folder, &name, file.as_bytes()).await.map_err(|error| {
            tracing::warn!(%error, "the folder of messages cannot be written");
            NotSent::Unreachable
        })
    }
}

async fn keep(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    // Written under another name first, so that whoever watches the folder never reads half a message.
    let (half, whole) = (folder.join(format!(".{name}")), folder.join(name));
    let mut options = tokio::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(&half).await?;
    file.write_all(bytes).await?;
    file.sync_all().await?;
    tokio::fs::rename(half, whole).await
}

/// A mail server.
struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mail {
    fn new(settings: &Smtp) -> Result<Self, BadSenders> {
        const WHAT: &str = "mail server";
        let mut url: reqwest::Url = settings.url.parse().map_err(|_| BadSenders::Address(WHAT))?;
        if let Some(password) = &settings.password {
            url.set_password(Some(&secret(password, WHAT)?)).map_err(|()| BadSenders::Address(WHAT))?;
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
            .map_err(|_| BadSenders::Connection(WHAT))?
            .timeout(Some(PATIENCE))
            .build();
        let from = settings.from.parse().map_err(|_| BadSenders::Address(WHAT))?;
        Ok(Self { transport, from })
    }
}

#[async_trait]
impl Sender for Mail {
    async fn send(&self, to: &str, text: &str) -> Result<(), NotSent> {
        let to: Address = to.parse().map_err(|_| NotSent::Address)?;
        let mail = Message::builder()
            .from(self.from.clone())
            .to(to.into())
            .subject("Chartkey")
            .header(ContentType::TEXT_PLAIN)
            .body(text.to_owned())
            .map_err(|_| NotSent::Address)?;
        match self.transport.send(mail).await {
            Ok(_) => Ok(()),
            Err(error) => Err(match error.status() {
                Some(status) if error.is_permanent() => NotSent::Refused(status.into()),
                _ => NotSent::Unreachable,
            }),
        }
    }
}

/// A service that takes `{"to", "text"}` and sends it.
struct Hook {
    client: reqwest::Client,
    url: reqwest::Url,
    token: Option<String>,
}

impl Hook {
    fn new(settings: &Webhook) -> Result<Self, BadSenders> {
        const WHAT: &str = "text message service";
        // The first to install it wins; it is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| BadSenders::Connection(WHAT))?;
        let url = settings.url.parse().map_err(|_| BadSenders::Address(WHAT))?;
        let token = settings.token.as_deref().map(|file| secret(file, WHAT)).transpose()?;
        Ok(Self { client, url, token })
    }
}

#[async_trait]
impl Sender for Hook {
    async fn send(&self, to: &str, text: &str) -> Result<(), NotSent> {
        let mut request = self.client.post(self.url.clone()).json(&serde_json::json!({ "to": to, "text": text }));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await.map_err(|_| NotSent::Unreachable)?;
        match answer.status() {
            status if status.is_success() => Ok(()),
            status => Err(NotSent::Refused(status.as_u16())),
        }
    }
}

fn secret(file: &Path, what: &'static str) -> Result<String, BadSenders> {
    let secret = std::fs::read_to_string(file).map_err(|error| BadSenders::Secret(what, error))?;
    Ok(secret.trim_end_matches(['\r', '\n']).to_owned())
}

/// Whether mail can go there.
pub(super) fn is_mail(address: &str) -> bool {
    address.len() <= 254 && address.parse::<Address>().is_ok()
}

/// Whether it is a telephone as the world writes it: `+` and digits.
pub fn is_phone(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or_default();
    (6..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::{
        io::{AsyncReadExt, BufReader},
        net::TcpListener,
    };

    #[test]
    fn telephones_and_addresses_that_smuggle_something_are_none() {
        assert!(is_phone("+4915112345678") && is_mail("ada@example.org"));
        for wrong in ["", "+", "4915112345678", "+12345", "+49151 123", "+1234567890123456", "+491511234567\nBcc: x"] {
            assert!(!is_phone(wrong), "{wrong:?}");
        }
        for wrong in ["", "ada", "ada@", "ada@example.org\r\nBcc: eve@example.org", "a b@example.org"] {
            assert!(!is_mail(wrong), "{wrong:?}");
        }
    }

    #[tokio::test]
    async fn without_settings_a_message_is_a_file_only_its_owner_reads() {
        let data = tempfile::tempdir().expect("a folder");
        let senders = Senders::of(&Settings { data: data.path().into(), ..Settings::default() }).expect("senders");
        senders.text.send("+4915112345678", "Your code is 000000.").await.expect("sent");
        let mut files = std::fs::read_dir(data.path().join("messages")).expect("the folder");
        let file = files.next().expect("a file").expect("a file").path();
        assert!(files.next().is_none(), "nothing else is left");
        let text = std::fs::read_to_string(&file).expect("text");
        assert_eq!(text, "To: +4915112345678\nBy: text message\n\nYour code is 000000.\n");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(file.metadata().expect("a file").permissions().mode() & 0o777, 0o600);
        }
    }

    #[tokio::test]
    async fn a_text_message_goes_to_the_service_with_its_token() {
        let service = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/send", service.local_addr().expect("a port"));
        let folder = tempfile::tempdir().expect("a folder");
        let token = folder.path().join("token");
        std::fs::write(&token, "s3cret\n").expect("written");
        let taken = tokio::spawn(async move {
            let mut all = Vec::new();
            for status in ["202 Accepted", "403 Forbidden"] {
                let (mut stream, _) = service.accept().await.expect("a caller");
                let mut request = Vec::new();
                let mut reader = BufReader::new(&mut stream);
                while !request.ends_with(b"}") {
                    request.push(reader.read_u8().await.expect("a byte"));
                }
                let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                stream.write_all(answer.as_bytes()).await.expect("answered");
                all.push(String::from_utf8(request).expect("text"));
            }
            all
        });
        let hook = Hook::new(&Webhook { url, token: Some(token) }).expect("a hook");
        assert_eq!(hook.send("+491511234567", "Hello.").await, Ok(()));
        assert_eq!(hook.send("+491511234567", "Hello.").await, Err(NotSent::Refused(403)));
        let requests = taken.await.expect("served");
        assert!(requests[0].to_lowercase().contains("authorization: bearer s3cret"), "{}", requests[0]);
        assert!(requests[0].ends_with(r#"{"text":"Hello.","to":"+491511234567"}"#), "{}", requests[0]);
    }

    #[tokio::test]
    async fn mail_goes_to_the_server_and_a_refusal_is_told_without_the_address() {
        let server = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", server.local_addr().expect("a port"));
        tokio::spawn(async move {
            let (mut stream, _) = server.accept().await.expect("a caller");
            stream.write_all(b"220 here\r\n").await.expect("greeted");
            let mut read = [0; 4096];
            while let Ok(count @ 1..) = stream.read(&mut read).await {
                let said = String::from_utf8_lossy(&read[..count]).to_uppercase();
                let answer: &[u8] =
                    if said.starts_with("RCPT") { b"550 nobody here by that name\r\n" } else { b"250 fine\r\n" };
                stream.write_all(answer).await.expect("answered");
            }
        });
        let mail = Mail::new(&Smtp { url, password: None, from: "Chartkey <no-reply@example.org>".into() });
        let error = mail.expect("a server").send("ada@example.org", "Hello.").await.expect_err("refused");
        assert_eq!(error, NotSent::Refused(550));
    }
}
