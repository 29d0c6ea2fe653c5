//! Where a directory entry's five letters of geohash are: near which town.

use crate::speech::{key, say, say_key};

/// Towns large enough to be known from afar: name, latitude, longitude.
const TOWNS: [(&str, f64, f64); 24] = [
    (key!("town-berlin"), 52.52, 13.40),
    (key!("town-hamburg"), 53.55, 9.99),
    (key!("town-munich"), 48.14, 11.58),
    (key!("town-vienna"), 48.21, 16.37),
    (key!("town-zurich"), 47.38, 8.54),
    (key!("town-madrid"), 40.42, -3.70),
    (key!("town-barcelona"), 41.39, 2.17),
    (key!("town-paris"), 48.86, 2.35),
    (key!("town-london"), 51.51, -0.13),
    (key!("town-new-york"), 40.71, -74.01),
    (key!("town-mexico-city"), 19.43, -99.13),
    (key!("town-bogota"), 4.71, -74.07),
    (key!("town-cairo"), 30.04, 31.24),
    (key!("town-riyadh"), 24.71, 46.68),
    (key!("town-dubai"), 25.20, 55.27),
    (key!("town-delhi"), 28.61, 77.21),
    (key!("town-mumbai"), 19.08, 72.88),
    (key!("town-bengaluru"), 12.97, 77.59),
    (key!("town-chennai"), 13.08, 80.27),
    (key!("town-kolkata"), 22.57, 88.36),
    (key!("town-beijing"), 39.90, 116.41),
    (key!("town-shanghai"), 31.23, 121.47),
    (key!("town-guangzhou"), 23.13, 113.26),
    (key!("town-singapore"), 1.35, 103.82),
];

/// Geohash leaves out a, i, l and o.
const LETTERS: &[u8; 32] = b"0123456789bcdefghjkmnpqrstuvwxyz";

/// How far a town's name reaches, in kilometres.
const REACH: f64 = 60.0;

/// "in Berlin", "31 km from Delhi", else the middle of the square as latitude and longitude.
pub(crate) fn neighbourhood(geohash: [u8; 5]) -> String {
    let Some((latitude, longitude)) = middle(geohash) else { return say!("town-unknown") };
    let distances = TOWNS.iter().map(|(key, north, east)| (*key, kilometres(latitude, longitude, *north, *east)));
    match distances.min_by(|(_, a), (_, b)| a.total_cmp(b)) {
        Some((key, distance)) if distance < 15.0 => say!("town-in", town = say_key(key, &[])),
        Some((key, distance)) if distance < REACH => {
            say!("town-near", town = say_key(key, &[]), kilometres = distance.round())
        }
        _ => say!("town-at", latitude = round(latitude), longitude = round(longitude)),
    }
}

/// Towns to choose from, each with the square around its middle.
pub(crate) fn towns() -> Vec<([u8; 5], String)> {
    let mut towns: Vec<_> =
        TOWNS.iter().map(|(key, north, east)| (geohash(*north, *east), say_key(key, &[]))).collect();
    towns.sort_by(|(_, one), (_, other)| one.cmp(other));
    towns
}

/// The square of five letters in which a place lies.
pub(crate) fn geohash(latitude: f64, longitude: f64) -> [u8; 5] {
    let (mut north, mut east) = ((-90.0, 90.0), (-180.0, 180.0));
    let mut is_east = true;
    [0; 5].map(|_: u8| {
        let mut value = 0;
        for _ in 0..5 {
            let (side, at): (&mut (f64, f64), f64) =
                if is_east { (&mut east, longitude) } else { (&mut north, latitude) };
            let half = (side.0 + side.1) / 2.0;
            let upper = at >= half;
            *side = if upper { (half, side.1) } else { (side.0, half) };
            value = value << 1 | usize::from(upper);
            is_east = !is_east;
        }
        LETTERS[value]
    })
}

/// Latitude and longitude as maps write them: "48.21, 16.37".
pub(crate) fn coordinates(text: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = text.split_once([',', ';'])?;
    let (latitude, longitude) = (latitude.trim().parse::<f64>().ok()?, longitude.trim().parse::<f64>().ok()?);
    (latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some((latitude, longitude))
}

fn round(degrees: f64) -> f64 {
    (degrees * 10.0).round() / 10.0
}

/// The middle of a geohash's square; letters that are none have no place.
fn middle(geohash: [u8; 5]) -> Option<(f64, f64)> {
    let (mut latitude, mut longitude) = ((-90.0, 90.0), (-180.0, 180.0));
    let mut east = true;
    for letter in geohash {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        for bit in (0..5).rev() {
            let side: &mut (f64, f64) = if east { &mut longitude } else { &mut latitude };
            let half = (side.0 + side.1) / 2.0;
            *side = if value >> bit & 1 == 1 { (half, side.1) } else { (side.0, half) };
            east = !east;
        }
    }
    Some(((latitude.0 + latitude.1) / 2.0, (longitude.0 + longitude.1) / 2.0))
}

/// Along the great circle.
fn kilometres(north: f64, east: f64, other_north: f64, other_east: f64) -> f64 {
    let (a, b) = (north.to_radians(), other_north.to_radians());
    let (across, along) = ((b - a) / 2.0, (other_east - east).to_radians() / 2.0);
    let part = across.sin().powi(2) + a.cos() * b.cos() * along.sin().powi(2);
    2.0 * 6371.0 * part.sqrt().asin()
}
