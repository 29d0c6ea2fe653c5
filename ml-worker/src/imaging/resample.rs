//! Smaller and larger pictures by the triangle filter, which widens as pictures shrink so that no pixel is passed over.

/// Where one output pixel looks, and with which weights; they sum to one.
struct Taps {
    from: usize,
    weights: Vec<f64>,
}

fn taps(from: usize, to: usize) -> Vec<Taps> {
    let scale = from as f64 / to as f64;
    let reach = scale.max(1.0);
    let tap = |at: usize| {
        let middle = (at as f64 + 0.5) * scale;
        let first = ((middle - reach + 0.5) as isize).max(0) as usize;
        let last = ((middle + reach + 0.5) as usize).min(from);
        let weight = |at: usize| (1.0 - ((at as f64 - middle + 0.5) / reach).abs()).max(0.0);
        let mut weights: Vec<f64> = (first..last).map(weight).collect();
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
        Taps { from: first, weights }
    };
    (0..to).map(tap).collect()
}

/// Bits behind the point of the weights of bytes; with it the result is the same bytes as Pillow's, which training used.
const BITS: u32 = 22;

/// One channel of bytes in rows, resized first along rows and then along columns, rounded after each.
pub(super) fn bytes(pixels: &[u8], (width, height): (usize, usize), (to_width, to_height): (usize, usize)) -> Vec<u8> {
    let fixed = |taps: Vec<Taps>| -> Vec<(usize, Vec<i64>)> {
        let whole = |weight: &f64| (weight * f64::from(1 << BITS)).round() as i64;
        taps.into_iter().map(|taps| (taps.from, taps.weights.iter().map(whole).collect())).collect()
    };
    let byte = |sum: i64| ((sum + (1 << (BITS - 1))) >> BITS).clamp(0, 255) as u8;
    let across = fixed(taps(width, to_width));
    let mut narrow = Vec::with_capacity(to_width * height);
    for row in pixels.chunks_exact(width) {
        narrow.extend(across.iter().map(|(from, weights)| {
            byte(weights.iter().zip(&row[*from..]).map(|(weight, pixel)| weight * i64::from(*pixel)).sum())
        }));
    }
    let mut out = Vec::with_capacity(to_width * to_height);
    for (from, weights) in fixed(taps(height, to_height)) {
        for x in 0..to_width {
            let pixel = |(at, weight): (usize, &i64)| weight * i64::from(narrow[(from + at) * to_width + x]);
            out.push(byte(weights.iter().enumerate().map(pixel).sum()));
        }
    }
    out
}

/// The same for numbers.
pub(super) fn numbers(
    values: &[f32],
    (width, height): (usize, usize),
    (to_width, to_height): (usize, usize),
) -> Vec<f32> {
    let across = taps(width, to_width);
    let mut narrow = Vec::with_capacity(to_width * height);
    for row in values.chunks_exact(width) {
        narrow.extend(across.iter().map(|taps| {
            taps.weights.iter().zip(&row[taps.from..]).map(|(weight, value)| weight * f64::from(*value)).sum::<f64>()
        }));
    }
    let mut out = Vec::with_capacity(to_width * to_height);
    for taps in taps(height, to_height) {
        for x in 0..to_width {
            let value = |(at, weight): (usize, &f64)| weight * narrow[(taps.from + at) * to_width + x];
            out.push(taps.weights.iter().enumerate().map(value).sum::<f64>() as f32);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_the_right_size_stays_as_it_is() {
        let pixels: Vec<u8> = (0..35).map(|at| at * 7).collect();
        assert_eq!(bytes(&pixels, (7, 5), (7, 5)), pixels);
    }

    #[test]
    fn every_pixel_counts_when_a_picture_shrinks() {
        let mut pixels = vec![0_u8; 64 * 64];
        pixels[21 * 64 + 43] = 255;
        let small = numbers(&pixels.iter().map(|byte| f32::from(*byte)).collect::<Vec<_>>(), (64, 64), (8, 8));
        let sum: f32 = small.iter().sum();
        assert!((sum * 64.0 - 255.0).abs() < 16.0, "{sum}");
        assert!(small[2 * 8 + 5] > 1.0);
    }

    #[test]
    fn bytes_are_those_pillow_makes() {
        // Image.frombytes("L", (5, 4), bytes(range(0, 240, 12))).resize((3, 2), BILINEAR).tobytes()
        let pixels: Vec<u8> = (0..20).map(|at| at * 12).collect();
        assert_eq!(bytes(&pixels, (5, 4), (3, 2)), PILLOW_SHRUNK);
        // The same, resized to (8, 7).
        assert_eq!(bytes(&pixels, (5, 4), (8, 7)), PILLOW_GROWN);
    }

    const PILLOW_SHRUNK: [u8; 6] = [48, 67, 86, 142, 161, 180];
    const PILLOW_GROWN: [u8; 56] = [
        0, 5, 13, 20, 28, 35, 43, 48, 21, 26, 34, 41, 49, 56, 64, 69, 56, 61, 69, 76, 84, 91, 99, 104, 90, 95, 103,
        110, 118, 125, 133, 138, 124, 129, 137, 144, 152, 159, 167, 172, 159, 164, 172, 179, 187, 194, 202, 207, 180,
        185, 193, 200, 208, 215, 223, 228,
    ];
}
