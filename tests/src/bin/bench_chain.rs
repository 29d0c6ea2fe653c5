//! Measures the chain: throughput, waiting times, prices, sizes.
//!
//! `./dev bench chain` runs it; `--quick` does everything with a tenth of the load, to see that it works. What it
//! prints to stdout is one JSON object, the same for every bench of the project.

use anyhow::Result;
use chartkey_tests::{
    actors::Person,
    bench::{
        latency::{self, Waits},
        load::{Batch, Delivered, Pace, deliver},
        node_log, prices,
        report::{Figures, Target, percentile, progress, quick},
        sizes,
        town::{PURPOSES, Town},
    },
    stack::Stack,
};
use chartkey_vocabulary::Contract;
use std::time::Duration;

/// A contract's code stays under this.
const CODE: f64 = 24.0 * 1024.0;
/// Most transactions that wait for a block at once under full load: two or three blocks' worth. A longer queue makes
/// the pool work beside the block maker, and each slower.
const WAITING: usize = 800;
/// Between two probes of the waiting time.
const APART: Duration = Duration::from_millis(250);

/// A steady load beside the probes, a third of what three validators promise.
const STEADY: usize = 100;

/// How much is sent.
struct Size {
    patients: usize,
    doctors: usize,
    /// By each patient.
    on_dev: usize,
    on_local3: usize,
    probes: usize,
}

const FULL: Size = Size { patients: 220, doctors: 12, on_dev: 48, on_local3: 24, probes: 60 };
const QUICK: Size = Size { patients: 40, doctors: 4, on_dev: 16, on_local3: 12, probes: 16 };

/// What is asked of each chain.
struct Promise {
    name: &'static str,
    grants: Target,
    /// Grants, and then records, of each patient.
    each: usize,
    finality: Option<Target>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let size = if quick()? { QUICK } else { FULL };
    let mut figures = Figures::begin();
    codes(&mut figures)?;
    on_dev(&size, &mut figures).await?;
    on_local3(&size, &mut figures).await?;
    println!("{}", figures.report("chain"));
    Ok(())
}

fn codes(figures: &mut Figures) -> Result<()> {
    for (name, bytes) in sizes::codes()? {
        figures.hold(format!("code of {name}"), bytes as f64, "B", Target::Below(CODE));
    }
    Ok(())
}

async fn on_dev(size: &Size, figures: &mut Figures) -> Result<()> {
    progress("A development node, with the contracts deployed");
    let stack = Stack::start().await?;
    // Before any load, which makes fees rise.
    prices::measure(&stack, figures).await?;

    progress("Patients and doctors register");
    let before = sizes::held(&stack, Contract::Registry).await?;
    let patients = Town::patients(&stack, size.patients).await?;
    let between = sizes::held(&stack, Contract::Registry).await?;
    let doctors = Town::doctors(&stack, size.doctors).await?;
    let after = sizes::held(&stack, Contract::Registry).await?;
    figures.tell("state of a patient", (between - before) as f64 / size.patients as f64, "B");
    figures.tell("state of a professional", (after - between) as f64 / size.doctors as f64, "B");

    let (town, probes) = split(patients, doctors, size);
    let (consent, records) =
        (sizes::held(&stack, Contract::Consent).await?, sizes::held(&stack, Contract::Records).await?);
    let promise = Promise { name: "dev", grants: Target::AtLeast(600.0), each: size.on_dev, finality: None };
    let (grants, added) = throughput(&stack, &town, &promise, figures).await?;
    let held = sizes::held(&stack, Contract::Consent).await?;
    figures.tell("state of a grant", (held - consent) as f64 / grants as f64, "B");
    let held = sizes::held(&stack, Contract::Records).await?;
    figures.tell("state of a record", (held - records) as f64 / added as f64, "B");
    waiting(&stack, &probes, &promise, figures).await
}

async fn on_local3(size: &Size, figures: &mut Figures) -> Result<()> {
    progress("Three validators, with the contracts deployed");
    let stack = Stack::three_validators().await?;
    progress("Patients and doctors register");
    let patients = Town::patients(&stack, size.patients).await?;
    let doctors = Town::doctors(&stack, size.doctors.min(8)).await?;
    let (town, probes) = split(patients, doctors, size);
    let finality = Some(Target::Below(6.0));
    let promise = Promise { name: "local3", grants: Target::AtLeast(300.0), each: size.on_local3, finality };
    waiting(&stack, &probes, &promise, figures).await?;
    waiting_beside_load(&stack, (&town, &probes), &promise, figures).await?;
    throughput(&stack, &town, &promise, figures).await?;
    Ok(())
}

/// Some patients make the load, others the probes.
fn split(mut patients: Vec<Person>, doctors: Vec<Person>, size: &Size) -> (Town, Town) {
    let load = patients.split_off(size.probes.min(patients.len() / 3));
    (Town { patients: load, doctors: doctors.clone() }, Town { patients, doctors })
}

/// Grants, then records, as fast as they are taken. Says how many of each there were.
async fn throughput(stack: &Stack, town: &Town, promise: &Promise, figures: &mut Figures) -> Result<(usize, usize)> {
    let name = promise.name;
    let each = promise.each.min(town.doctors.len() * PURPOSES.len());
    progress(format_args!("Signing {} grants", each * town.patients.len()));
    let batches = town.grants(stack, each).await?;
    progress(format_args!("Handing them in to {name}"));
    let database = stack.node(0).database_bytes()?;
    let grants = load(stack, batches, "granted", "grants", name, Some(promise.grants), figures).await?;
    let grown = stack.node(0).database_bytes()?.saturating_sub(database);
    figures.tell(format!("database per grant on {name}, with its block"), grown as f64 / grants as f64, "B");

    progress(format_args!("Signing {} records", each * town.patients.len()));
    let batches = town.records(stack, "load", each).await?;
    progress(format_args!("Handing them in to {name}"));
    let records = load(stack, batches, "added", "records", name, None, figures).await?;
    Ok((grants, records))
}

async fn load(
    stack: &Stack,
    batches: Vec<Batch>,
    event: &str,
    what: &str,
    name: &str,
    target: Option<Target>,
    figures: &mut Figures,
) -> Result<usize> {
    let sent: usize = batches.iter().map(|batch| batch.transactions.len()).sum();
    let done = deliver(stack, batches, Pace::AtOnce(WAITING)).await?;
    let label = format!("{what} on {name}");
    match target {
        Some(target) => figures.hold(&label, done.rate(event), "/s", target),
        None => figures.tell(&label, done.rate(event), "/s"),
    }
    figures.tell(format!("{label}: succeeded"), done.said(event) as f64, "");
    figures.tell(format!("{label}: failed"), (sent - done.said(event)) as f64, "");
    limits(&done, sent, &label, figures);
    Ok(done.said(event))
}

/// What kept it from being faster: the making of blocks, their weight, or the cores.
fn limits(done: &Delivered, sent: usize, label: &str, figures: &mut Figures) {
    figures.tell(format!("{label}: sustained for"), done.took.as_secs_f64(), "s");
    figures.tell(format!("{label}: blocks"), done.blocks.len() as f64, "");
    figures.tell(format!("{label}: making a block, for each call in it"), done.authoring(), "ms");
    let making: u64 = done.blocks.iter().map(|block| block.milliseconds).sum();
    let share = making as f64 / 10.0 / done.took.as_secs_f64();
    figures.tell(format!("{label}: of the time, blocks were being made"), share, "%");
    figures.tell(format!("{label}: weight of the fullest block"), done.fullest * 100.0, "%");
    figures.tell(format!("{label}: calls that fit a block by weight"), sent as f64 / done.weight, "");
    figures.tell(
        format!("{label}: all nodes together, for each call"),
        done.cpu / sent as f64 * 1000.0,
        "ms of a core",
    );
    figures.tell(format!("{label}: cores the nodes kept busy"), done.cpu / done.took.as_secs_f64(), "");
    figures.say(format!("{label}: what ended the blocks"), node_log::ends(&done.blocks));
}

/// One person after another hands something in and waits: alone, and beside a steady load.
async fn waiting(stack: &Stack, probes: &Town, promise: &Promise, figures: &mut Figures) -> Result<()> {
    progress(format_args!("Waiting times on {}", promise.name));
    let batches = probes.grants(stack, 1).await?;
    let waits = latency::measure(stack.node(0), &batches, APART).await?;
    told(&waits, promise.name, promise.finality, figures);
    Ok(())
}

async fn waiting_beside_load(
    stack: &Stack,
    (town, probes): (&Town, &Town),
    promise: &Promise,
    figures: &mut Figures,
) -> Result<()> {
    let lasting = APART.as_secs_f64() * probes.patients.len() as f64;
    let each = (STEADY as f64 * lasting / town.patients.len() as f64).ceil() as usize;
    progress(format_args!("Waiting times on {} beside {STEADY} records a second", promise.name));
    let load = town.records(stack, "beside", each).await?;
    let batches = probes.records(stack, "probe", 1).await?;
    let (_, waits) = tokio::try_join!(
        deliver(stack, load, Pace::PerSecond(STEADY)),
        latency::measure(stack.node(0), &batches, APART)
    )?;
    let label = format!("{} beside {STEADY} records/s", promise.name);
    told(&waits, &label, promise.finality, figures);
    Ok(())
}

fn told(waits: &Waits, label: &str, finality: Option<Target>, figures: &mut Figures) {
    figures.tell(format!("until it is in a block on {label}, p50"), percentile(&waits.inclusion, 0.5), "s");
    figures.tell(format!("until it is in a block on {label}, p95"), percentile(&waits.inclusion, 0.95), "s");
    figures.tell(format!("until it is final on {label}, p50"), percentile(&waits.finality, 0.5), "s");
    let p95 = percentile(&waits.finality, 0.95);
    match finality {
        Some(target) => figures.hold(format!("until it is final on {label}, p95"), p95, "s", target),
        None => figures.tell(format!("until it is final on {label}, p95"), p95, "s"),
    }
}
