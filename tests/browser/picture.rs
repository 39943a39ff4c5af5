//! A picture of the window: where it is red, as marked passages are.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// Pixels of a PNG as browsers write it: eight bits a colour, not interlaced.
pub struct Picture {
    width: usize,
    rows: Vec<Vec<u8>>,
    pixel: usize,
}

impl Picture {
    pub fn of_png(bytes: &[u8]) -> Self {
        let (mut at, mut data, mut head) = (8, Vec::new(), &bytes[..0]);
        while at + 8 <= bytes.len() {
            let length = number(&bytes[at..]);
            let content = &bytes[at + 8..at + 8 + length];
            match &bytes[at + 4..at + 8] {
                b"IHDR" => head = content,
                b"IDAT" => data.extend_from_slice(content),
                _ => {}
            }
            at += length + 12;
        }
        let pixel = match (head[8], head[9], head[12]) {
            (8, 2, 0) => 3,
            (8, 6, 0) => 4,
            other => panic!("a PNG of another kind: {other:?}"),
        };
        let width = number(head);
        let mut lines = Vec::new();
        ZlibDecoder::new(&data[..]).read_to_end(&mut lines).unwrap();
        let mut rows: Vec<Vec<u8>> = Vec::new();
        for line in lines.chunks_exact(width * pixel + 1) {
            let none = vec![0; width * pixel];
            let row = unfiltered(line[0], &line[1..], rows.last().unwrap_or(&none), pixel);
            rows.push(row);
        }
        Self { width, rows, pixel }
    }

    /// The first and last red pixel of a row, if it has one.
    fn red(&self, row: &[u8]) -> Option<(usize, usize)> {
        let is_red =
            |x: &usize| row[x * self.pixel] > 200 && row[x * self.pixel + 1] < 60 && row[x * self.pixel + 2] < 60;
        let first = (0..self.width).find(is_red)?;
        Some((first, (0..self.width).rev().find(is_red)?))
    }

    /// The rows that have a red pixel, with their first and last one.
    pub fn marked(&self) -> Vec<(usize, (usize, usize))> {
        self.rows.iter().enumerate().filter_map(|(y, row)| Some((y, self.red(row)?))).collect()
    }
}

fn number(bytes: &[u8]) -> usize {
    bytes[..4].iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

fn unfiltered(filter: u8, line: &[u8], above: &[u8], pixel: usize) -> Vec<u8> {
    let mut row: Vec<u8> = Vec::with_capacity(line.len());
    for (x, &byte) in line.iter().enumerate() {
        let left = x.checked_sub(pixel).map_or(0, |x| row[x]);
        let (up, corner) = (above[x], x.checked_sub(pixel).map_or(0, |x| above[x]));
        let guess = match filter {
            0 => 0,
            1 => left,
            2 => up,
            3 => u8::midpoint(left, up),
            4 => nearest(left, up, corner),
            other => panic!("no filter of PNG: {other}"),
        };
        row.push(byte.wrapping_add(guess));
    }
    row
}

/// The predictor of Paeth.
fn nearest(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i32::from(left) + i32::from(up) - i32::from(corner);
    [left, up, corner].into_iter().min_by_key(|value| (guess - i32::from(*value)).abs()).unwrap_or(left)
}
