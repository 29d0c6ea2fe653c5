//! Tables of made documents, ruled or not.

use super::Paper;

/// A table: rows of cells, the first is the head. `starts` are left edges; a column whose start is negative ends there.
pub(in crate::bench) fn table(
    paper: &mut Paper,
    style: usize,
    starts: &[f32],
    rows: &[Vec<String>],
    headings: &[(usize, String)],
) {
    let step = paper.size * 1.75;
    let (top, size) = (paper.y, paper.size);
    let mut ys = vec![top];
    let mut y = top;
    let lefts: Vec<f32> = starts.iter().map(|start| start.abs()).collect();
    for (place, row) in rows.iter().enumerate() {
        if let Some((_, heading)) = headings.iter().find(|(before, _)| *before == place) {
            paper.sheet.bold(lefts[0] + 5.0, y + size * 0.35, size, heading);
            y += step;
            ys.push(y);
        }
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let y = y + size * 0.35;
            if starts[column] < 0.0 {
                paper.sheet.say_right(-starts[column] - 6.0, y, size, cell);
            } else if place == 0 {
                paper.sheet.bold(lefts[column] + 5.0, y, size, cell);
            } else {
                paper.sheet.say(lefts[column] + 5.0, y, size, cell);
            }
        }
        y += step;
        ys.push(y);
    }
    match style {
        // All lines.
        0 => {
            let mut xs: Vec<f32> = Vec::new();
            for (column, start) in starts.iter().enumerate() {
                // A column that ends at a place begins where the one before it ends.
                let from =
                    if *start < 0.0 { if column == 0 { paper.left } else { edge(starts, column) } } else { *start };
                xs.push(from);
            }
            xs.push(paper.right.max(starts.iter().map(|start| start.abs()).fold(0.0, f32::max)));
            paper.sheet.grid(&xs, &ys);
        }
        // Level lines above and below the head and at the end.
        1 => {
            for y in [top, top + step, y] {
                paper.sheet.rule(paper.left, y, paper.right, y + 1.0);
            }
        }
        _ => {}
    }
    paper.y = y + size * 0.6;
}

/// Where a column that is flush right begins: where the one before it ends, else so far before its own end.
fn edge(starts: &[f32], column: usize) -> f32 {
    let before = starts[column - 1];
    if before < 0.0 { -before } else { -starts[column] - 90.0 }
}
