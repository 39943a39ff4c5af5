//! Statements over many rows. A statement has as many parameters as its text says, so each has a text for a few numbers of
//! rows, and rows are parted into those. Their parameters have no numbers and are bound in the order of the text: for each
//! that has one `SQLite` goes through the names of all.
//!
//! Each row that a statement gives wakes the task that waits for it, which costs more than the row: what is read for many
//! is joined to one text by the database, a line for each.

use std::sync::LazyLock;

/// Rows of one statement, most first: a batch of any size takes few statements, and each text is prepared once.
const SIZES: [usize; 5] = [100, 50, 20, 5, 1];

/// A statement is kept ready for each number of rows, in memory that grows with its parameters.
const PARAMETERS: usize = 500;

/// A statement over many rows.
pub(in crate::store) struct Many {
    texts: LazyLock<Vec<(usize, String)>>,
}

/// The text of a statement, and for how many rows it is.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct ForRows {
    pub(in crate::store) rows: usize,
    pub(in crate::store) text: &'static str,
}

impl Many {
    const fn new(texts: fn() -> Vec<(usize, String)>) -> Self {
        Self { texts: LazyLock::new(texts) }
    }

    /// `rows` in parts, each with the text for its size.
    pub(in crate::store) fn parts<'a, T>(
        &'static self,
        rows: &'a [T],
    ) -> impl Iterator<Item = (&'a [T], &'static str)> {
        let mut left = rows;
        self.texts_for(rows.len()).map(move |ForRows { rows, text }| {
            let (part, rest) = left.split_at(rows);
            left = rest;
            (part, text)
        })
    }

    /// The texts for so many rows, one after the other.
    pub(in crate::store) fn texts_for(&'static self, rows: usize) -> impl Iterator<Item = ForRows> {
        let mut left = rows;
        std::iter::from_fn(move || {
            let (rows, text) = self.texts.iter().find(|(rows, _)| (1..=left).contains(rows))?;
            left -= rows;
            Some(ForRows { rows: *rows, text })
        })
    }

    /// Every text, for the test that prepares each.
    #[cfg(test)]
    pub(in crate::store) fn texts(&'static self) -> impl Iterator<Item = &'static str> {
        self.texts.iter().map(|(_, text)| text.as_str())
    }
}

macro_rules! many {
    ($($name:ident = |$values:ident| $columns:expr => $text:expr;)*) => {
        $(pub(in crate::store) static $name: Many = Many::new(|| {
            let text = |rows: usize| {
                let $values = values(rows, &$columns);
                (rows, $text)
            };
            SIZES.into_iter().filter(|rows| rows * $columns.len() <= PARAMETERS).map(text).collect()
        });)*

        /// Every statement, for the test that prepares each.
        #[cfg(test)]
        pub(in crate::store) static ALL_MANY: &[(&str, &Many)] = &[$((stringify!($name), &$name)),*];
    };
}

/// A parameter as it stands, and one whose type its place does not tell.
const PLAIN: &str = "";
const BIGINT: &str = "BIGINT";

/// `(?, ?), (?, ?)` and so on, a column for each type.
fn values(rows: usize, columns: &[&str]) -> String {
    let parameter = |kind: &&str| if *kind == PLAIN { "?".to_owned() } else { format!("CAST(? AS {kind})") };
    let row = format!("({})", columns.iter().map(parameter).collect::<Vec<_>>().join(", "));
    vec![row; rows].join(", ")
}

many! {
    // A slot that is open stays, whoever asked for it, and so does the second look that it has come to: two runs at once
    // share it.
    ENROL_SOURCE_MANY = |sources| [PLAIN; 5] => format!(
        concat!("INSERT INTO source (url, same_page_key, host_id, next_check_at, wanted_at, settled_at) \
            SELECT column1, column2, column3, column4, column5, 0 FROM (VALUES {}) AS wanted WHERE true \
            ON CONFLICT (url) DO UPDATE SET \
            next_check_at = CASE WHEN source.settled_at < excluded.wanted_at AND source.next_check_at = ", never!(), " \
                THEN excluded.next_check_at ELSE source.next_check_at END, \
            wanted_at = ", larger!("source.wanted_at", "excluded.wanted_at")), sources);

    SOURCE_IDS_MANY = |urls| [PLAIN] => format!(
        "SELECT string_agg(id || ' ' || host_id || ' ' || url, '\n') FROM source WHERE url IN (VALUES {urls})");

    ADD_TO_WORKLIST_MANY = |wanted| [PLAIN; 5] => format!(
        "INSERT INTO worklist (run_id, host_id, source_id, due_at, ordinal) VALUES {wanted} \
        ON CONFLICT (run_id, host_id, source_id) DO NOTHING");

    TOUCH_MANY = |leases| [BIGINT, BIGINT] => format!(
        concat!("UPDATE host SET last_fetch_at = ", now!(), ", ready_at = ", now!(), " + lease_ms \
            FROM (VALUES {}) AS held WHERE host.id = held.column1 AND host.fence = held.column2 \
            AND lease_owner IS NOT NULL"), leases);

    HELD_MANY = |leases| [BIGINT, BIGINT] => format!(
        "SELECT string_agg(id || ' ' || fence, '\n') FROM host WHERE (id, fence) IN (VALUES {leases}) AND lease_owner IS NOT NULL");

    RECORDED_MANY = |slots| [BIGINT, BIGINT] => format!(
        "SELECT string_agg(source_id || ' ' || due_at, '\n') FROM observation WHERE (source_id, due_at) IN (VALUES {slots})");

    RECORD_MANY = |looks| [PLAIN; 5] => format!(
        "INSERT INTO observation (source_id, due_at, run_id, observed_at, body) VALUES {looks}");

    // A look made while another run was finding out what is due fills that run's slots up to its moment, too.
    SETTLE_MANY = |slots| [BIGINT, BIGINT, BIGINT] => format!(
        concat!("UPDATE source SET next_check_at = ", never!(), ", settled_at = ", larger!("wanted_at", "done.column3"), " \
            FROM (VALUES {}) AS done WHERE source.id = done.column1 AND source.next_check_at = done.column2"), slots);

    KEEP_TEXT_MANY = |texts| [PLAIN; 5] => format!(
        "INSERT INTO page_text (source_id, digest, extractor, read_at, page) VALUES {texts} \
        ON CONFLICT (source_id, digest, extractor) DO UPDATE SET read_at = excluded.read_at, page = excluded.page");

    KEEP_READING_MANY = |readings| [PLAIN; 5] => format!(
        "INSERT INTO page_reading (source_id, digest, extractor, matcher, reading) VALUES {readings} \
        ON CONFLICT (source_id) DO UPDATE SET digest = excluded.digest, extractor = excluded.extractor, \
        matcher = excluded.matcher, reading = excluded.reading");

    KEEP_PART_MANY = |parts| [PLAIN; 4] => format!(
        "INSERT INTO document_part (run_id, ordinal, part, bytes) VALUES {parts}");

    // That its text is there still is told by an index.
    SOURCES_MANY = |sources| [BIGINT] => format!(
        "SELECT string_agg(source.id || ' ' || source.url || ' ' || coalesce(reading, ''), '\n') FROM source LEFT JOIN page_reading \
        ON page_reading.source_id = source.id AND page_reading.extractor = ? AND matcher = ? \
        AND EXISTS (SELECT 1 FROM page_text WHERE page_text.source_id = source.id \
            AND page_text.digest = page_reading.digest AND page_text.extractor = page_reading.extractor) \
        WHERE source.id IN (VALUES {sources})");

    // Of sources with a new text: the readings of others.
    DROP_OTHER_READINGS_MANY = |texts| [BIGINT, PLAIN, BIGINT] => format!(
        "DELETE FROM page_reading WHERE source_id IN (SELECT column1 FROM (VALUES {texts}) AS kept JOIN page_reading AS own \
        ON own.source_id = column1 WHERE own.digest <> column2 OR own.extractor <> column3)");

    // Few sources have so many, which an index tells.
    DROP_OLD_TEXTS_MANY = |sources| [BIGINT] => format!(
        "DELETE FROM page_text WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER \
        (PARTITION BY source_id ORDER BY read_at DESC, id DESC) AS place FROM page_text \
        WHERE source_id IN (SELECT source_id FROM page_text WHERE source_id IN (VALUES {sources}) \
            GROUP BY source_id HAVING count(*) > ?)) AS placed WHERE place > ?)");

    // The latest of each source up to a moment. Most are asked for one only, which needs no numbering of all; which it is, is
    // found without the others' bodies.
    LAST_OBSERVATION_MANY = |urls| [PLAIN] => format!(
        concat!("SELECT string_agg(source.url || ' ' || (SELECT body FROM observation WHERE observation.id = \
            (SELECT observation.id FROM observation WHERE observation.source_id = source.id \
            AND observation.observed_at <= ? AND NOT ", unmade!(), " \
            ORDER BY observation.observed_at DESC, observation.id DESC LIMIT 1)), '\n') \
        FROM source WHERE source.url IN (VALUES {})"), urls);

    // The latest of each source up to a moment, oldest first; the others are numbered without their bodies.
    OBSERVATIONS_MANY = |urls| [PLAIN] => format!(
        concat!("SELECT string_agg(seen.url || ' ' || whole.body, '\n' ORDER BY seen.observed_at, seen.id) FROM (SELECT source.url, observation.observed_at, observation.id, \
        row_number() OVER (PARTITION BY source.id ORDER BY observation.observed_at DESC, observation.id DESC) AS place \
        FROM source JOIN observation ON observation.source_id = source.id WHERE source.url IN (VALUES {}) \
        AND observation.observed_at <= ? AND NOT ", unmade!(), ") AS seen \
        JOIN observation AS whole ON whole.id = seen.id WHERE seen.place <= ?"), urls);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_parted_into_few_statements() {
        let rows: Vec<usize> = (0..83).collect();
        let sizes: Vec<usize> = RECORDED_MANY.parts(&rows).map(|(part, _)| part.len()).collect();
        assert_eq!(sizes, [50, 20, 5, 5, 1, 1, 1]);
        let sizes: Vec<usize> = RECORD_MANY.parts(&[0; 152]).map(|(part, _)| part.len()).collect();
        assert_eq!(sizes, [100, 50, 1, 1]);
        assert_eq!(SETTLE_MANY.parts(&[] as &[usize]).count(), 0);
    }

    #[test]
    fn every_row_has_its_parameters() {
        assert_eq!(values(2, &[PLAIN, BIGINT]), "(?, CAST(? AS BIGINT)), (?, CAST(? AS BIGINT))");
    }
}
