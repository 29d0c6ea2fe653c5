//! What speaks against looking at a picture at all: too small, blurred, badly exposed, mostly margin.

use image::RgbImage;

use super::prepare::{KEPT, Small};

/// A look at one side of a picture's quality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What was looked at: `size`, `blur`, `exposure` or `crop`.
    pub what: &'static str,
    /// Whether nothing speaks against it.
    pub passes: bool,
    /// What was found, in a sentence.
    pub says: String,
}

/// What is measured of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Its shorter side, in pixels.
    pub side: u32,
    /// Its longer side in shorter ones.
    pub shape: f32,
    /// How much of its contrast lies between neighbouring pixels of the small picture.
    pub sharpness: f32,
    /// Between its darkest and brightest hundredth, of 255.
    pub contrast: f32,
    /// Its mean brightness, of 255.
    pub brightness: f32,
    /// The part of it that is as white as white can be.
    pub burnt: f32,
    /// The part of it that is not margin of one brightness.
    pub filled: f32,
}

/// From where on something is doubted.
struct Limits {
    side: u32,
    shape: f32,
    sharpness: f32,
    contrast: f32,
    brightness: (f32, f32),
    burnt: f32,
    filled: f32,
}

/// Chosen so that each of them lets at least 99 of 100 pictures of the validation split pass, whose quality nobody
/// complained of (`bench_images --split val --only quality`). The sides are not measured there: all have 224 pixels.
const CHEST: Limits = Limits {
    side: 150,
    shape: 1.8,
    sharpness: 0.009,
    contrast: 120.0,
    brightness: (65.0, 175.0),
    burnt: 0.02,
    filled: 0.8,
};

/// Likewise. Heads lie on black, so more of the picture is margin, and the whole is darker.
const BRAIN: Limits = Limits {
    side: 150,
    shape: 1.8,
    sharpness: 0.06,
    contrast: 100.0,
    brightness: (17.0, 110.0),
    burnt: 0.08,
    filled: 0.35,
};

/// Pictures that no model reads: only what spoils every picture.
const OTHER: Limits = Limits {
    side: 90,
    shape: 3.0,
    sharpness: 0.005,
    contrast: 55.0,
    brightness: (10.0, 225.0),
    burnt: 0.6,
    filled: 0.3,
};

/// Measures a picture.
#[must_use]
pub fn measured(picture: &RgbImage, small: &Small) -> Measures {
    let (shorter, longer) = (picture.width().min(picture.height()), picture.width().max(picture.height()));
    let grey = &small.grey;
    let count = grey.len() as f32;
    let mut counts = [0_usize; 256];
    grey.iter().for_each(|value| counts[usize::from(*value)] += 1);
    let rank = |part: f32| {
        let wanted = (part * count) as usize;
        let mut below = 0;
        let found = counts.iter().position(|count| {
            below += count;
            below > wanted
        });
        found.unwrap_or(255) as f32
    };
    let brightness = grey.iter().map(|value| f32::from(*value)).sum::<f32>() / count;
    Measures {
        side: shorter,
        shape: longer as f32 / shorter.max(1) as f32,
        sharpness: sharpness(grey, brightness),
        contrast: rank(0.99) - rank(0.01),
        brightness,
        burnt: counts[252..].iter().sum::<usize>() as f32 / count,
        filled: filled(grey),
    }
}

/// The mean square of the Laplacian in parts of the mean square of the brightness around its mean.
fn sharpness(grey: &[u8], brightness: f32) -> f32 {
    let at = |x: usize, y: usize| f64::from(grey[y * KEPT + x]);
    let mut edges = 0.0;
    for y in 1..KEPT - 1 {
        for x in 1..KEPT - 1 {
            let edge = 4.0 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
            edges += edge * edge;
        }
    }
    let around: f64 = grey.iter().map(|value| (f64::from(*value) - f64::from(brightness)).powi(2)).sum();
    if around <= 0.0 { 0.0 } else { (edges / around) as f32 }
}

/// The part that is left when rows and columns of one brightness are cut off the edges.
fn filled(grey: &[u8]) -> f32 {
    const FLAT: u8 = 12;
    let flat = |line: &mut dyn Iterator<Item = u8>| {
        let (low, high) = line.fold((255, 0), |(low, high), value| (value.min(low), value.max(high)));
        high.saturating_sub(low) <= FLAT
    };
    let row = |y: usize| flat(&mut grey[y * KEPT..(y + 1) * KEPT].iter().copied());
    let column = |x: usize| flat(&mut grey.iter().skip(x).step_by(KEPT).copied());
    let left = |flat: &dyn Fn(usize) -> bool| {
        let from = (0..KEPT).take_while(|at| flat(*at)).count();
        let to = (from..KEPT).rev().take_while(|at| flat(*at)).count();
        (KEPT - from - to) as f32 / KEPT as f32
    };
    left(&row) * left(&column)
}

/// Looks at a picture's quality from all sides, as its kind asks for it.
#[must_use]
pub fn of(kind: &str, picture: &RgbImage, small: &Small) -> Vec<Doubt> {
    let limits = match kind {
        "chest-xray" => CHEST,
        "brain-mri" => BRAIN,
        _ => OTHER,
    };
    judged(&measured(picture, small), &limits)
}

fn judged(found: &Measures, limits: &Limits) -> Vec<Doubt> {
    let Measures { side, shape, sharpness, contrast, brightness, burnt, filled } = *found;
    let doubt = |what, reason: Option<String>, fine: &str| Doubt {
        what,
        passes: reason.is_none(),
        says: reason.unwrap_or_else(|| fine.to_owned()),
    };
    let size = if side < limits.side {
        Some(format!("The picture's shorter side has only {side} pixels."))
    } else {
        (shape > limits.shape)
            .then(|| format!("The picture is {shape:.1} times as long as wide, and is pressed into a square."))
    };
    let exposure = if contrast < limits.contrast {
        Some("The picture has little contrast.")
    } else if brightness < limits.brightness.0 {
        Some("The picture is very dark.")
    } else if brightness > limits.brightness.1 || burnt > limits.burnt {
        Some("Much of the picture is burnt out.")
    } else {
        None
    };
    let crop = (filled < limits.filled)
        .then(|| format!("Only {:.0} % of the picture is filled; the rest is margin. Cut it off.", filled * 100.0));
    vec![
        doubt("size", size, "The picture is large enough."),
        doubt(
            "blur",
            (sharpness < limits.sharpness).then(|| "The picture is blurred.".into()),
            "The picture is sharp.",
        ),
        doubt("exposure", exposure.map(str::to_owned), "The picture is well exposed."),
        doubt("crop", crop, "The picture is filled."),
    ]
}
