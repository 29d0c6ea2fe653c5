//! A picture out of a DICOM file, and how it is painted.

/// A picture: brightness as the machine measured it, or colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// What is shown.
    pub light: Light,
}

/// What a picture is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Light {
    /// One value a pixel, to be seen through a window.
    Grey {
        /// The values.
        values: Vec<f32>,
        /// The window the file asks for, or one over all values.
        window: Window,
        /// Whether high is dark.
        inverted: bool,
    },
    /// Red, green, blue.
    Colour(Vec<u8>),
}

/// Which values are told apart: those around `level`, `width` wide; below is black, above is white.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The middle.
    pub level: f32,
    /// How wide; at least 1.
    pub width: f32,
}

impl Frame {
    /// The picture as red, green, blue and opacity; grey through a window.
    pub fn paint(&self, window: Option<Window>) -> Vec<u8> {
        match &self.light {
            Light::Colour(colours) => colours.chunks_exact(3).flat_map(|rgb| [rgb[0], rgb[1], rgb[2], 255]).collect(),
            Light::Grey { values, window: own, inverted } => {
                let Window { level, width } = window.unwrap_or(*own);
                let (from, width) = (level - width.max(1.0) / 2.0, width.max(1.0));
                let grey = |value: &f32| {
                    let light = ((value - from) / width).clamp(0.0, 1.0);
                    let light = ((if *inverted { 1.0 - light } else { light }) * 255.0) as u8;
                    [light, light, light, 255]
                };
                values.iter().flat_map(grey).collect()
            }
        }
    }

    /// The lowest and highest value of a grey picture.
    pub fn span(&self) -> Option<(f32, f32)> {
        let Light::Grey { values, .. } = &self.light else { return None };
        let (low, high) = ends(values);
        (low < high).then_some((low, high))
    }
}

/// The lowest and the highest value.
pub(super) fn ends(values: &[f32]) -> (f32, f32) {
    values.iter().fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(*value), high.max(*value)))
}
