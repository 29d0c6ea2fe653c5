//! A neural network: numbers in, numbers out.

mod chain;
#[cfg(feature = "ort")]
pub mod ort;
#[cfg(test)]
mod sample;
mod window;

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sha2::{Digest, Sha256};
use tract_onnx::prelude::*;
use tract_onnx::tract_core::ops::konst::Const;

use crate::memory;

/// Something that was trained.
pub trait Model: Send + Sync {
    /// What it makes of the inputs.
    ///
    /// # Errors
    /// When the inputs have a shape the model was not made for.
    fn run(&self, inputs: &[Numbers]) -> Result<Vec<Numbers>, ModelError>;

    /// What tells this model from every other: the SHA-256 of its file.
    fn digest(&self) -> [u8; 32];
}

/// Numbers in rows of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// How many there are along each axis, outermost first.
    pub shape: Vec<usize>,
    /// All of them, the innermost axis running fastest.
    pub values: Vec<f32>,
}

/// Why a model says nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The file is missing, or cannot be read.
    #[error("the model {file} cannot be read; `tasks/setup/weights.sh` fetches it")]
    File {
        /// Which one.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no model that this program can run.
    #[error("the model {file} is damaged or of an unknown form: {reason}")]
    Form {
        /// Which one.
        file: String,
        /// What the runtime says.
        reason: String,
    },
    /// The model was given what it cannot work with.
    #[error("the model {file} failed: {reason}")]
    Run {
        /// Which one.
        file: String,
        /// What the runtime says.
        reason: String,
    },
}

/// An ONNX file that was read.
pub struct File {
    /// What it is called when it fails.
    pub name: String,
    bytes: Cow<'static, [u8]>,
}

impl File {
    /// Reads one.
    ///
    /// # Errors
    /// When there is none.
    pub fn read(path: &Path) -> Result<Self, ModelError> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self { name, bytes: bytes.into() }),
            Err(source) => Err(ModelError::File { file: path.display().to_string(), source }),
        }
    }

    /// One that is part of this program.
    #[must_use]
    pub fn carried(name: &str, bytes: &'static [u8]) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into() }
    }

    /// What tells it from every other: its SHA-256.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }
}

/// Shapes whose plan is kept. A plan takes tens of megabytes.
const PLANS_KEPT: usize = 10;

/// A model run by tract, on the processor, in one thread.
pub struct Tract {
    file: String,
    digest: [u8; 32],
    network: InferenceModel,
    /// The network simplified once for all shapes, so that a plan for one of them is soon made; nothing where tract cannot
    /// follow its sizes without knowing them.
    simplified: OnceLock<Option<TypedModel>>,
    plans: Mutex<VecDeque<Plan>>,
}

/// How a model is run on inputs of certain shapes.
type Plan = (Vec<Vec<usize>>, Arc<TypedRunnableModel>);

impl Tract {
    /// Opens an ONNX file.
    ///
    /// # Errors
    /// When it is none.
    pub fn open(file: &File) -> Result<Self, ModelError> {
        memory::keep();
        // The shapes that some exporters note beside the graph contradict each other; tract infers its own.
        let network = tract_onnx::onnx()
            .with_ignore_value_info(true)
            .model_for_read(&mut &file.bytes[..])
            .map_err(|error| ModelError::Form { file: file.name.clone(), reason: format!("{error:#}") })?;
        Ok(Self {
            file: file.name.clone(),
            digest: file.digest(),
            network,
            simplified: OnceLock::new(),
            plans: Mutex::default(),
        })
    }

    /// The same with fewer outputs: of weights that belong to `count` of them, only those at these places are kept.
    ///
    /// # Errors
    /// When a weight is no number.
    pub fn keeping(mut self, count: usize, kept: &[usize]) -> Result<Self, ModelError> {
        let mut keep = || -> TractResult<()> {
            for node in self.network.nodes_mut() {
                let Some(held) = node.op_as::<Const>().map(|held| held.val().clone()) else { continue };
                if held.shape().last() != Some(&count) || held.datum_type() != f32::datum_type() {
                    continue;
                }
                let rows = held.try_as_plain_ram()?.as_slice::<f32>()?.chunks_exact(count);
                let fewer: Vec<f32> = rows.flat_map(|row| kept.iter().map(|&at| row[at])).collect();
                let shape: Vec<usize> = held.shape()[..held.rank() - 1].iter().copied().chain([kept.len()]).collect();
                let fewer = Arc::new(Tensor::from_shape(&shape, &fewer)?);
                node.outputs[0].fact = InferenceFact::from(&TypedFact::try_from(fewer.clone())?);
                node.op = Const::new(fewer)?.into();
            }
            Ok(())
        };
        match keep() {
            Ok(()) => Ok(self),
            Err(error) => Err(ModelError::Form { file: self.file, reason: format!("{error:#}") }),
        }
    }

    /// A text that the file carries along under a name.
    #[must_use]
    pub fn note(&self, name: &str) -> Option<String> {
        let note = self.network.properties.get(&format!("onnx.metadata_props.{name}"))?;
        Some(note.try_as_plain_ram().ok()?.to_scalar::<String>().ok()?.clone())
    }

    fn plan(&self, shapes: Vec<Vec<usize>>) -> TractResult<Arc<TypedRunnableModel>> {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = plans.iter().position(|(known, _)| *known == shapes)
            && let Some(found) = plans.remove(at)
        {
            plans.push_back(found.clone());
            return Ok(found.1);
        }
        let network = window::replaced(chain::replaced(self.fitted(&shapes)?.into_decluttered()?)?)?;
        let plan = network.into_optimized()?.into_runnable()?;
        if plans.len() == PLANS_KEPT {
            plans.pop_front();
        }
        plans.push_back((shapes, plan.clone()));
        Ok(plan)
    }

    /// The network for inputs of certain shapes.
    fn fitted(&self, shapes: &[Vec<usize>]) -> TractResult<TypedModel> {
        let simplified = || self.network.clone().into_typed().and_then(TypedModel::into_decluttered).ok();
        if let Some(network) = self.simplified.get_or_init(simplified)
            && let Some(sizes) = sizes(network, shapes)?
        {
            return network.set_symbols(&sizes);
        }
        let mut network = self.network.clone();
        for (input, shape) in shapes.iter().enumerate() {
            network.set_input_fact(input, f32::fact(shape.as_slice()).into())?;
        }
        network.into_typed()
    }
}

impl Model for Tract {
    fn run(&self, inputs: &[Numbers]) -> Result<Vec<Numbers>, ModelError> {
        let run = || -> TractResult<Vec<Numbers>> {
            let plan = self.plan(inputs.iter().map(|input| input.shape.clone()).collect())?;
            let inputs = inputs.iter().map(|input| Ok(Tensor::from_shape(&input.shape, &input.values)?.into_tvalue()));
            plan.run(inputs.collect::<TractResult<TVec<TValue>>>()?)?
                .iter()
                .map(|output| {
                    let output = output.cast_to::<f32>()?;
                    Ok(Numbers {
                        shape: output.shape().to_vec(),
                        values: output.try_as_plain_ram()?.as_slice::<f32>()?.to_vec(),
                    })
                })
                .collect()
        };
        run().map_err(|error| ModelError::Run { file: self.file.clone(), reason: format!("{error:#}") })
    }

    fn digest(&self) -> [u8; 32] {
        self.digest
    }
}

/// The model, in the faster runtime where there is one, else in tract.
///
/// # Errors
/// When the file is no model, or the faster runtime is named and does not work.
pub fn open(file: &File) -> Result<Box<dyn Model>, ModelError> {
    match faster(file)? {
        Some(model) => Ok(model),
        None => Ok(Box::new(Tract::open(file)?)),
    }
}

/// Whether models run in ONNX Runtime, which this program was built with and the person has.
#[must_use]
pub fn is_faster() -> bool {
    #[cfg(feature = "ort")]
    return ort::library().is_some();
    #[cfg(not(feature = "ort"))]
    false
}

/// The model in ONNX Runtime, where this program was built with it and the person has it.
///
/// # Errors
/// When it is named and does not work, or the file is no model.
#[cfg_attr(not(feature = "ort"), expect(unused_variables, reason = "without it there is no other runtime"))]
pub fn faster(file: &File) -> Result<Option<Box<dyn Model>>, ModelError> {
    #[cfg(feature = "ort")]
    if is_faster() {
        return Ok(Some(Box::new(ort::OnnxRuntime::open(file)?)));
    }
    Ok(None)
}

/// What the sizes that a network leaves open are in these shapes; nothing where they do not fit it.
fn sizes(network: &TypedModel, shapes: &[Vec<usize>]) -> TractResult<Option<HashMap<Symbol, TDim>>> {
    let mut sizes = HashMap::new();
    for (input, shape) in shapes.iter().enumerate() {
        let open = &network.input_fact(input)?.shape;
        if open.rank() != shape.len() {
            return Ok(None);
        }
        for (open, &size) in open.iter().zip(shape) {
            let size = TDim::from(size);
            let fits = match open {
                TDim::Sym(symbol) => *sizes.entry(symbol.clone()).or_insert_with(|| size.clone()) == size,
                fixed => *fixed == size,
            };
            if !fits {
                return Ok(None);
            }
        }
    }
    Ok(Some(sizes))
}

/// Where models lie when nobody says otherwise: `models` in Chartkey's cache.
#[must_use]
pub fn folder() -> std::path::PathBuf {
    let place = |name: &str| std::env::var_os(name).filter(|place| !place.is_empty()).map(std::path::PathBuf::from);
    place("CHARTKEY_CACHE")
        .or_else(|| place("XDG_CACHE_HOME").map(|cache| cache.join("chartkey")))
        .or_else(|| place("HOME").map(|home| home.join(".cache/chartkey")))
        .unwrap_or_default()
        .join("models")
}
