//! The whole system for a test: real nodes in a folder that is gone afterwards, the contracts deployed on them, and
//! people with keys and money.
//!
//! `./dev test` and `./dev bench` say where node, specs and bundles are.

mod kubo;
mod node;
mod oracle;
mod postgres;
mod process;

pub use kubo::Kubo;
pub use node::Node;
pub use oracle::{Oracle, Wishes};
pub use postgres::Postgres;

use crate::actors::Person;
use anyhow::{Context, Result, ensure};
use chartkey_client::{AccountId, Call, Chartkey, Config, Deployment};
use chartkey_deploy::{
    Bundles, Network,
    apply::apply,
    chain::transfer,
    network::key,
    seed::{Seeded, seed},
};
use chartkey_vocabulary::{Motion, Profile, Role};
use futures::future::try_join_all;
use std::{
    env,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
};
use subxt::OnlineClient;
use tempfile::TempDir;

/// What each person is given: 1,000 KEY, thousands of calls and their deposits.
pub const PURSE: u128 = 1_000_000_000_000_000;

/// The three validators: the option that gives each its keys, its key on the network (a secret that is worth none),
/// and the name others find it by.
const VALIDATORS: [(&str, u8, &str); 3] = [
    ("alice", 1, "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp"),
    ("bob", 2, "12D3KooWHdiAxVd8uMQR1hGWXccidmfCwLqcMpGwR6QcTP6QRMuD"),
    ("charlie", 3, "12D3KooWSCufgHzV4fCwRijfH2k3abrpAJxTKxEvN1FDuRXA2U9x"),
];

/// Nodes, contracts and people. All of it ends when this is dropped.
pub struct Stack {
    // Dropped in this order: the nodes end before their folder goes.
    nodes: Vec<Node>,
    network: Network,
    deployment: Deployment,
    chain: Chartkey,
    _folder: TempDir,
}

impl Stack {
    /// A development node with the contracts deployed.
    pub async fn start() -> Result<Self> {
        let folder = folder()?;
        let arguments = ["--dev", "--port", "0", "--state-pruning", "archive"].map(str::to_owned).to_vec();
        let arguments = [arguments, spec("dev")?].concat();
        let node = Node::new("dev", &place("CHARTKEY_NODE")?, folder.path(), arguments);
        Self::on(folder, "dev", vec![node]).await
    }

    /// Three validators that know each other, with the contracts deployed.
    pub async fn three_validators() -> Result<Self> {
        let folder = folder()?;
        let nodes = validators(folder.path())?;
        Self::on(folder, "local3", nodes).await
    }

    async fn on(folder: TempDir, network: &str, mut nodes: Vec<Node>) -> Result<Self> {
        try_join_all(nodes.iter_mut().map(Node::start)).await?;
        let client = OnlineClient::<Config>::from_insecure_url(nodes[0].url()?).await?;
        let network = Network::read(&checkout("chain-config/networks")?, network)?;
        let deployer = network.deployer_key(None)?;
        let deployments = folder.path().join("deployments");
        let applied = apply(client.clone(), &network, &bundles()?, &deployer, &deployments).await?;
        ensure!(applied.open.is_empty(), "the council still has to vote: {:?}", applied.open);
        let deployment = applied.deployment;
        let chain = Chartkey::over(client, &deployment)?;
        Ok(Self { nodes, network, deployment, chain, _folder: folder })
    }

    /// The contracts, over a connection to the first node.
    pub fn chain(&self) -> &Chartkey {
        &self.chain
    }

    /// The contracts, over a new connection to one of the nodes.
    pub async fn chain_at(&self, node: usize) -> Result<Chartkey> {
        Ok(Chartkey::connect(&self.nodes[node].url()?, &self.deployment).await?)
    }

    /// Registers the people `./dev up` brings in.
    pub async fn seed(&self) -> Result<Seeded> {
        seed(self.chain.client().clone(), &self.network, &self.deployment).await
    }

    /// Where the contracts are.
    pub fn deployment(&self) -> &Deployment {
        &self.deployment
    }

    /// One of the nodes.
    pub fn node(&self, node: usize) -> &Node {
        &self.nodes[node]
    }

    /// All of them.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The hash of the chain's description of itself, as the node's program computes it for wallets.
    pub fn description_hash(&self) -> Result<[u8; 32]> {
        let told = std::process::Command::new(place("CHARTKEY_NODE")?).arg("metadata-hash").output()?;
        let text = String::from_utf8(told.stdout)?;
        let hash = hex::decode(text.trim().trim_start_matches("0x"))?;
        hash.try_into().map_err(|_| anyhow::anyhow!("not a hash: {text}"))
    }

    /// Ends a node without warning.
    pub fn kill(&mut self, node: usize) {
        self.nodes[node].kill();
    }

    /// Asks a node to end, and waits.
    pub async fn stop(&mut self, node: usize) -> Result<()> {
        self.nodes[node].stop().await
    }

    /// Starts a node again on what it left behind. People met earlier keep the connection they had; who is asked for
    /// afterwards has the new one.
    pub async fn start_again(&mut self, node: usize) -> Result<()> {
        self.nodes[node].start().await?;
        if node == 0 {
            self.chain = self.chain_at(0).await?;
        }
        Ok(())
    }

    /// Somebody with a key and nothing else.
    pub fn stranger(&self, name: &str) -> Result<Person> {
        Ok(Person::new(name, key(&format!("//{name}"))?, self.chain.clone()))
    }

    /// Gives people money, in one transaction of Alice's.
    pub async fn fund(&self, people: &[AccountId]) -> Result<()> {
        let at = self.chain.now().await?;
        let transfers: Result<Vec<_>> = people.iter().map(|person| transfer(&at, person, PURSE)).collect();
        self.chain.send_raw(&key("//Alice")?, Call::batch(at.subxt(), &transfers?)?).await?;
        Ok(())
    }

    /// A patient: has money and is registered.
    pub async fn patient(&self, name: &str) -> Result<Person> {
        let patient = self.stranger(name)?;
        self.fund(&[patient.id()]).await?;
        patient.registers(Role::Patient, None).await?;
        Ok(patient)
    }

    /// Somebody who applied as a professional and waits for the council.
    pub async fn applicant(&self, name: &str, role: Role) -> Result<Person> {
        let applicant = self.stranger(name)?;
        self.fund(&[applicant.id()]).await?;
        applicant.registers(role, Some(profile(name))).await?;
        Ok(applicant)
    }

    /// A professional: licence attested, approved by the council.
    pub async fn professional(&self, name: &str, role: Role) -> Result<Person> {
        let professional = self.applicant(name, role).await?;
        self.attester()?.attests_licence_of(&professional).await?;
        self.council()?.decides(Motion::Approve(professional.account)).await?;
        Ok(professional)
    }

    /// A doctor.
    pub async fn clinician(&self, name: &str) -> Result<Person> {
        self.professional(name, Role::Doctor).await
    }

    /// The oracle's account.
    pub fn attester(&self) -> Result<Person> {
        self.known("the attester", &self.network.attester)
    }

    /// A reading service.
    pub fn worker(&self) -> Result<Person> {
        self.known("the worker", &self.network.workers[0])
    }

    /// The admins.
    pub fn council(&self) -> Result<Council> {
        let admins = self.network.admins.iter().map(|admin| self.known("an admin", admin));
        Ok(Council { admins: admins.collect::<Result<_>>()?, quorum: self.network.quorum.into() })
    }

    fn known(&self, name: &str, person: &chartkey_deploy::Person) -> Result<Person> {
        let key = person.key().context("a test network names people whose keys are known")?;
        Ok(Person::new(name, key.clone(), self.chain.clone()))
    }
}

/// The admins of a network.
pub struct Council {
    /// All of them.
    pub admins: Vec<Person>,
    quorum: usize,
}

impl Council {
    /// As many vote as are needed.
    pub async fn decides(&self, motion: Motion) -> Result<()> {
        for admin in &self.admins[..self.quorum] {
            admin.votes(motion).await?;
        }
        Ok(())
    }
}

/// The entry of a professional in the directory.
pub fn profile(name: &str) -> Profile {
    let card = crate::actors::sealed(&format!("{name}/card")).cid;
    Profile { specialties: vec![101, 118], languages: vec![*b"de", *b"en"], place: *b"u33db", card }
}

/// A validator of the three-validator network alone, without contracts: another chain than the development one.
pub async fn other_chain() -> Result<(Node, TempDir)> {
    let folder = folder()?;
    let mut node = validators(folder.path())?.remove(0);
    node.start().await?;
    Ok((node, folder))
}

/// The contracts' compiled code.
pub fn bundles() -> Result<Bundles> {
    let chosen = env::var_os("CHARTKEY_BUNDLES").map(PathBuf::from);
    Bundles::read(&chosen.map_or_else(|| checkout("contracts/bundles"), Ok)?)
}

fn validators(folder: &Path) -> Result<Vec<Node>> {
    let (program, spec) = (place("CHARTKEY_NODE")?, spec("local3")?);
    let ports: Vec<u16> = free_ports(VALIDATORS.len())?;
    let address = |place: usize| format!("/ip4/127.0.0.1/tcp/{}/p2p/{}", ports[place], VALIDATORS[place].2);
    let node = |(place, (name, secret, _)): (usize, &(&str, u8, &str))| {
        let mut arguments = spec.clone();
        arguments.extend([format!("--{name}"), "--port".into(), ports[place].to_string()]);
        arguments.extend(["--node-key".into(), format!("{secret:064}"), "--no-mdns".into()]);
        // Members of a consortium know each other, and look for one another again when one was away.
        for other in (0..VALIDATORS.len()).filter(|other| *other != place) {
            arguments.extend(["--reserved-nodes".into(), address(other)]);
        }
        Node::new(name, &program, folder, arguments)
    };
    Ok(VALIDATORS.iter().enumerate().map(node).collect())
}

fn folder() -> Result<TempDir> {
    tempfile::Builder::new().prefix("chartkey-").tempdir().context("no folder for the chain")
}

fn spec(network: &str) -> Result<Vec<String>> {
    let file = place("CHARTKEY_SPEC_DIR")?.join(format!("{network}.json"));
    ensure!(file.exists(), "{} is missing", file.display());
    Ok(vec!["--chain".into(), file.to_str().context("a path that is text")?.into()])
}

pub(crate) fn place(variable: &str) -> Result<PathBuf> {
    let found = env::var_os(variable).map(PathBuf::from);
    found.with_context(|| format!("{variable} is not set: run this through `./dev test chain` or `./dev bench`"))
}

fn checkout(path: &str) -> Result<PathBuf> {
    Ok(place("CHARTKEY_ROOT")?.join(path))
}

/// Ports nobody uses now. They are taken together, so that they differ.
fn free_ports(number: usize) -> Result<Vec<u16>> {
    let taken: Vec<_> =
        (0..number).map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).collect::<std::io::Result<_>>()?;
    taken.iter().map(|port| Ok(port.local_addr()?.port())).collect()
}
