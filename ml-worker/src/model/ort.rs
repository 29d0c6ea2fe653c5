//! The same networks in ONNX Runtime, for those who have it: it takes about half of tract's time. Nothing of it is built or fetched
//! with this program; the library is the one that `ORT_DYLIB_PATH` names.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use ort::environment::Environment;
use ort::session::{Session, SessionInputValue};
use ort::value::Tensor;

use super::{File, Model, ModelError, Numbers};

/// Names the library.
pub const LIBRARY: &str = "ORT_DYLIB_PATH";

/// A model run by ONNX Runtime, on the processor; each run in one thread, and as many at once as are asked for.
pub struct OnnxRuntime {
    file: String,
    digest: [u8; 32],
    bytes: Cow<'static, [u8]>,
    /// Those that wait for work: one does one run at a time.
    idle: Mutex<Vec<Session>>,
}

/// Where the library is; nothing when nobody says so.
#[must_use]
pub fn library() -> Option<PathBuf> {
    std::env::var_os(LIBRARY).filter(|place| !place.is_empty()).map(PathBuf::from)
}

impl OnnxRuntime {
    /// Opens an ONNX file.
    ///
    /// # Errors
    /// When it is none, or the library is not where it should be.
    pub fn open(file: &File) -> Result<Self, ModelError> {
        let (name, bytes) = (file.name.clone(), file.bytes.clone());
        let model = Self { file: name, digest: file.digest(), bytes, idle: Mutex::default() };
        let session = model.session().map_err(|reason| ModelError::Form { file: model.file.clone(), reason })?;
        model.rest(session);
        Ok(model)
    }

    fn session(&self) -> Result<Session, String> {
        let said = |error: ort::Error| error.to_string();
        let builder = Session::builder(environment()?).map_err(said)?;
        let mut builder = builder
            .with_intra_threads(1)
            .and_then(|builder| builder.with_inter_threads(1))
            .map_err(|error| error.to_string())?;
        builder.commit_from_memory(&self.bytes).map_err(said)
    }

    fn rest(&self, session: Session) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(session);
    }

    fn answer(&self, session: &mut Session, inputs: &[Numbers]) -> ort::Result<Vec<Numbers>> {
        let inputs = inputs
            .iter()
            .map(|input| Ok(Tensor::from_array((input.shape.clone(), input.values.clone()))?.into()))
            .collect::<ort::Result<Vec<SessionInputValue<'_>>>>()?;
        let outputs = session.run(inputs.as_slice())?;
        outputs
            .values()
            .map(|output| {
                let (shape, values) = output.try_extract_tensor::<f32>()?;
                let shape = shape.iter().map(|&size| usize::try_from(size).unwrap_or(0)).collect();
                Ok(Numbers { shape, values: values.to_vec() })
            })
            .collect()
    }
}

impl Model for OnnxRuntime {
    fn run(&self, inputs: &[Numbers]) -> Result<Vec<Numbers>, ModelError> {
        let failed = |reason: String| ModelError::Run { file: self.file.clone(), reason };
        let waiting = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut session = waiting.map_or_else(|| self.session(), Ok).map_err(failed)?;
        let answer = self.answer(&mut session, inputs).map_err(|error| failed(error.to_string()));
        self.rest(session);
        answer
    }

    fn digest(&self) -> [u8; 32] {
        self.digest
    }
}

/// The library, opened once.
fn environment() -> Result<&'static Environment, String> {
    static ENVIRONMENT: OnceLock<Result<Environment, String>> = OnceLock::new();
    let open = || {
        let library = library().ok_or_else(|| format!("{LIBRARY} names no library"))?;
        let builder = ort::init_from(&library).map_err(|error| format!("{}: {error}", library.display()))?;
        builder.with_telemetry(false).build().map_err(|error| error.to_string())
    };
    ENVIRONMENT.get_or_init(open).as_ref().map_err(Clone::clone)
}
