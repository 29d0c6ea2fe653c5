//! Work on a stranger's bytes happens in a process of its own, which can do little and dies alone.
//!
//! The program starts itself anew with [`VERB`] as its first word. The new process takes its limits upon itself before it
//! looks at a single byte of what it was given, answers over a pipe, and is ended when its time is up, or when the program
//! that started it is gone.

use std::io::{Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt, parent_id};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, setrlimit};
use serde::{Deserialize, Serialize};

/// The hidden verb by which the program asks itself to work in confinement.
pub const VERB: &str = "confined";

/// What a confined process may use.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// Address space, in bytes.
    pub memory: u64,
    /// Processor time, in seconds.
    pub cpu: u64,
    /// Time on the clock, in seconds.
    pub clock: u64,
    /// How much it may answer, in bytes.
    pub answer: u64,
}

/// How a confined process failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Broken {
    /// It used up the processor's time that it may have.
    #[error("it took longer than it may")]
    Time,
    /// It asked for more memory than it may have.
    #[error("it needed more memory than it may have")]
    Memory,
    /// It said more than it may.
    #[error("it answered more than it may")]
    Answer,
    /// It fell over.
    #[error("it fell over")]
    Crash,
    /// It could not be started.
    #[error("it could not be started")]
    Start,
    /// It was still at work when the clock said that it is time.
    #[error("it was not done in time")]
    Clock,
    /// Somebody else ended it, as the system does where memory runs out, or its end was not seen.
    #[error("it was gone before it had answered")]
    Gone,
}

impl Broken {
    /// Whether it was the machine that failed, and not the work: another time, or elsewhere, the same is done. Who spins is
    /// ended by the processor's limit; at the clock's, others had the processor.
    #[must_use]
    pub fn is_of_the_machine(self) -> bool {
        matches!(self, Self::Start | Self::Clock | Self::Gone)
    }
}

/// Where Linux shows each process the file that it runs.
const RUNNING: &str = "/proc/self/exe";

/// Where the program that confines itself lies; it must call [`serve`] first of all.
#[derive(Clone, Debug)]
pub struct Confined {
    program: PathBuf,
}

impl Confined {
    /// Another copy of the program that runs.
    ///
    /// # Errors
    /// When the system does not say which program that is.
    pub fn this_program() -> std::io::Result<Self> {
        let program = std::env::current_exe()?;
        // On Linux the very file that runs, also when another lies under its name by now.
        Ok(Self { program: if cfg!(target_os = "linux") { RUNNING.into() } else { program } })
    }

    /// A program by its place.
    #[must_use]
    pub fn program(program: PathBuf) -> Self {
        Self { program }
    }

    /// Has `task` done on `input` within `limits`.
    ///
    /// # Errors
    /// When the process does not live to answer in full.
    pub fn run(&self, task: &[&str], input: &[u8], limits: &Limits) -> Result<Vec<u8>, Broken> {
        let limits_as_text = serde_json::to_string(limits).map_err(|_| Broken::Start)?;
        let mut child = Command::new(&self.program)
            .arg(VERB)
            .arg(limits_as_text)
            .arg(std::process::id().to_string())
            .args(task)
            .env_clear()
            .envs(std::env::vars_os().filter(|(name, _)| name == "TESSDATA_PREFIX" || name == "PATH"))
            .current_dir("/")
            // A group of its own, so that whoever it starts ends with it.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|_| Broken::Start)?;
        let (status, answer, complaint) = converse(&mut child, input, limits)?;
        if answer.len() as u64 > limits.answer {
            return Err(Broken::Answer);
        }
        if status.success() { Ok(answer) } else { Err(cause(status, &complaint)) }
    }
}

/// Ends a process and all that it started. Some of them may be gone already; then there is nothing to end.
fn end(child: &mut Child) {
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _ = kill_process_group(group, Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// How much of a failed process's last words is looked at.
const COMPLAINT: u64 = 4096;

/// Feeds and hears a process, and ends it when it stops answering. Each pipe has its own thread: a process that is fed
/// and does not read, or that answers and is not heard, would wait for ever.
fn converse(child: &mut Child, input: &[u8], limits: &Limits) -> Result<(ExitStatus, Vec<u8>, Vec<u8>), Broken> {
    let (Some(mut stdin), Some(stdout), Some(mut stderr)) =
        (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return Err(Broken::Start);
    };
    std::thread::scope(|scope| {
        // A process that has what it needs closes its end early; that is no failure.
        scope.spawn(move || drop(stdin.write_all(input)));
        let answer = scope.spawn(move || heard(stdout, limits.answer + 1));
        let complaint = scope.spawn(move || {
            let words = heard(&mut stderr, COMPLAINT);
            // Heard out, because a complaint that finds no ear would end who complains.
            let _ = std::io::copy(&mut stderr, &mut std::io::sink());
            words
        });
        let ended = waited(child, Duration::from_secs(limits.clock), || answer.is_finished());
        // Also when it ended by itself: what it started may live on, and hold the pipes open.
        end(child);
        let (answer, complaint) = (answer.join(), complaint.join());
        match (ended, answer, complaint) {
            (Ok(Some(status)), Ok(answer), Ok(complaint)) => Ok((status, answer, complaint)),
            (Ok(None), Ok(answer), _) if answer.len() as u64 > limits.answer => Err(Broken::Answer),
            (Ok(None), ..) => Err(Broken::Clock),
            _ => Err(Broken::Gone),
        }
    })
}

/// What comes out of a pipe, up to a number of bytes. The pipe is closed after that, which stops who writes into it.
fn heard(pipe: impl Read, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What came before a failing read is all there is.
    let _ = pipe.take(most).read_to_end(&mut bytes);
    bytes
}

/// Waits for the end, at most `clock`; once nothing more is heard, the end has to come within a second.
fn waited(child: &mut Child, clock: Duration, silent: impl Fn() -> bool) -> std::io::Result<Option<ExitStatus>> {
    let mut deadline = Instant::now() + clock;
    let mut hushed = false;
    let mut pause = Duration::from_micros(200);
    while Instant::now() < deadline {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if !hushed && silent() {
            hushed = true;
            deadline = deadline.min(Instant::now() + Duration::from_secs(1));
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
    child.try_wait()
}

/// Signals that no work sends itself.
const FOREIGN: [Signal; 5] = [Signal::KILL, Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT];

/// How a process ends that cannot take its limits upon itself, or whose parent is gone.
const UNREADY: i32 = 71;

fn cause(status: ExitStatus, complaint: &[u8]) -> Broken {
    let said = |words: &str| complaint.windows(words.len()).any(|window| window == words.as_bytes());
    let ended_by = |signals: &[Signal]| signals.iter().any(|signal| status.signal() == Some(signal.as_raw()));
    if ended_by(&[Signal::XCPU]) {
        Broken::Time
    } else if ended_by(&FOREIGN) {
        Broken::Gone
    } else if status.code() == Some(UNREADY) {
        Broken::Start
    } else if said("memory allocation of") || said("bad_alloc") || said("capacity overflow") {
        Broken::Memory
    } else {
        Broken::Crash
    }
}

/// Takes limits upon this process. Nothing it starts later can shed them.
///
/// # Errors
/// When the system refuses.
fn enclose(limits: &Limits) -> std::io::Result<()> {
    let most = |amount: u64| Rlimit { current: Some(amount), maximum: Some(amount) };
    setrlimit(Resource::As, most(limits.memory))?;
    // One second more to the hard limit: the signal of the first tells time from other ends.
    setrlimit(Resource::Cpu, Rlimit { current: Some(limits.cpu), maximum: Some(limits.cpu + 1) })?;
    setrlimit(Resource::Fsize, most(0))?;
    setrlimit(Resource::Core, most(0))?;
    setrlimit(Resource::Nofile, most(16))?;
    Ok(())
}

/// Ends this process when the program that started it ends, however that happens: nobody would end it otherwise, and
/// what it was given would stay in memory. To be exact, it ends with the thread that started it, which is the one that
/// waits for the answer.
///
/// # Errors
/// When that program is gone already.
fn tied_to(parent: u32) -> std::io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    if parent_id() == parent { Ok(()) } else { Err(std::io::ErrorKind::NotFound.into()) }
}

/// Answers, when this process was started to work in confinement: `task` gets the words of the task, the input and a
/// way out. To be called before anything else in every program that uses [`Confined::this_program`].
///
/// It returns when this is an ordinary start of the program, and not otherwise.
pub fn serve(task: fn(&[String], &[u8], &mut dyn Write) -> std::io::Result<()>) {
    let mut words = std::env::args().skip(1);
    if words.next().as_deref() != Some(VERB) {
        return;
    }
    let limits = words.next().and_then(|text| serde_json::from_str::<Limits>(&text).ok());
    let parent = words.next().and_then(|text| text.parse::<u32>().ok());
    let ready = |(limits, parent): (Limits, u32)| tied_to(parent).and_then(|()| enclose(&limits)).is_ok();
    if !limits.zip(parent).is_some_and(ready) {
        std::process::exit(UNREADY);
    }
    let words: Vec<String> = words.collect();
    // Another program in place of this one, under the limits just taken.
    if let [first, program, arguments @ ..] = words.as_slice()
        && first == "exec"
    {
        let error = Command::new(program).args(arguments).env("OMP_THREAD_LIMIT", "1").exec();
        eprintln!("{error}");
        std::process::exit(127);
    }
    let mut input = Vec::new();
    let done =
        std::io::stdin().read_to_end(&mut input).and_then(|_| task(&words, &input, &mut std::io::stdout().lock()));
    std::process::exit(if done.is_ok() { 0 } else { 1 });
}
