//! Every statement, in the SQL that `SQLite` and `PostgreSQL` share: `$n` parameters (but in `many`), `BIGINT` and `TEXT`, no
//! booleans.
//!
//! Two words differ between the two and stand in macros of their own: the clock of the database and the larger of two
//! values. (`PostgreSQL` would add `FOR UPDATE SKIP LOCKED` to the claim.)

/// The time of the database in milliseconds: one clock for all that share the store.
macro_rules! now {
    () => {
        "CAST(round(unixepoch('now', 'subsec') * 1000) AS BIGINT)"
    };
}

/// The larger of two values, neither of them null.
macro_rules! larger {
    ($a:expr, $b:expr) => {
        concat!("max(", $a, ", ", $b, ")")
    };
}

/// Never, as the schema writes it.
macro_rules! never {
    () => {
        "9000000000000000"
    };
}

/// The earliest moment for a host that nobody leases: its pace, and what is due.
macro_rules! ready_at {
    () => {
        larger!(
            "last_fetch_at + delay_ms",
            concat!("coalesce((SELECT min(next_check_at) FROM source WHERE host_id = host.id), ", never!(), ")")
        )
    };
}

/// Clocks of machines that share a store differ by less than so many milliseconds; a later moment was written while a clock
/// was wrong.
macro_rules! skew {
    () => {
        "300000"
    };
}

/// Whether a look is of a clock that was ahead, as looks tell that were made after it and are dated before it. Which of two clocks
/// was wrong nobody knows; what was seen later holds.
macro_rules! unmade {
    () => {
        concat!(
            "EXISTS (SELECT 1 FROM clock_set_back AS back WHERE observation.id <= back.last_observation \
            AND observation.observed_at > back.noticed_at + ",
            skew!(),
            " AND EXISTS (SELECT 1 FROM observation AS later WHERE later.source_id = observation.source_id \
            AND later.id > back.last_observation AND later.observed_at < observation.observed_at - ",
            skew!(),
            "))"
        )
    };
}

/// When a source of a worklist can be looked at: its own moment, and that of its host.
macro_rules! ready {
    () => {
        larger!("host.ready_at", "source.next_check_at")
    };
}

/// Whether a run wants a source looked at that has not been.
macro_rules! wants_more {
    ($run:expr) => {
        concat!(
            "EXISTS (SELECT 1 FROM worklist JOIN source ON source.id = worklist.source_id WHERE worklist.run_id = ",
            $run,
            ".id AND worklist.due_at > source.settled_at)"
        )
    };
}

mod many;

pub(super) use many::*;

macro_rules! statements {
    ($($name:ident = $sql:expr;)*) => {
        $(pub(super) const $name: &str = $sql;)*

        /// Every statement, for the test that prepares each.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

statements! {
    BEGIN_RUN = "INSERT INTO run (id, started_at, mode, version) VALUES ($1, $2, $3, $4)";

    FORGET_RUN = "DELETE FROM run WHERE id = $1 \
        AND NOT EXISTS (SELECT 1 FROM observation WHERE run_id = $1)";

    FINISH_RUN = "UPDATE run SET finished_at = $2, snapshot = $3 WHERE id = $1 AND finished_at IS NULL";

    LAST_RUNS = concat!("SELECT id, started_at, finished_at, mode, version, coalesce(snapshot, x'') FROM run \
        WHERE finished_at IS NOT NULL AND finished_at <= ", now!(), " + ", skew!(), " ORDER BY finished_at DESC, id DESC LIMIT $1");

    SNAPSHOT = concat!("SELECT id, snapshot FROM run WHERE finished_at IS NOT NULL AND snapshot IS NOT NULL \
        AND finished_at <= ", now!(), " + ", skew!(), " ORDER BY finished_at DESC, id DESC LIMIT 1 OFFSET $1");

    // A run that was killed has no end; one that was stopped has an end and an open worklist. Of several the first, since
    // each goes on from it; none of them once a later run has done all that it wanted.
    UNFINISHED_RUN = concat!("SELECT id, started_at, finished_at, mode, version FROM run \
        WHERE started_at >= $1 AND started_at <= ", now!(), " + ", skew!(), " AND mode = $2 AND (finished_at IS NULL OR ", wants_more!("run"), ") \
        AND NOT EXISTS (SELECT 1 FROM run AS later WHERE later.mode = run.mode AND later.started_at > run.started_at \
            AND later.started_at <= ", now!(), " + ", skew!(), " AND later.finished_at IS NOT NULL AND NOT ", wants_more!("later"), ") \
        ORDER BY started_at, id LIMIT 1");

    // Moments that are yet to come are of a clock that was wrong, and nothing must wait for them.
    FORGET_FUTURE_SLOTS = concat!("UPDATE source SET settled_at = 0, wanted_at = 0, next_check_at = ", never!(), " \
        WHERE settled_at > ", now!(), " + ", skew!(), " OR wanted_at > ", now!(), " + ", skew!(), " \
        OR (next_check_at > ", now!(), " + ", skew!(), " AND next_check_at < ", never!(), ")");

    FREE_FUTURE_HOSTS = concat!("UPDATE host SET lease_owner = NULL, fence = fence + 1, last_fetch_at = ", now!(), ", \
        ready_at = ", now!(), " + delay_ms WHERE last_fetch_at > ", now!(), " + ", skew!(), " \
        OR (lease_owner IS NOT NULL AND ready_at > ", now!(), " + lease_ms + ", skew!(), ")");

    // The same for a run that is under way: whatever of it is open is due now.
    OPEN_NOW = concat!("UPDATE source SET next_check_at = ", now!(), " WHERE next_check_at > ", now!(), " + ", skew!(), " \
        AND EXISTS (SELECT 1 FROM worklist WHERE worklist.run_id = $1 AND worklist.source_id = source.id \
            AND worklist.due_at > source.settled_at)");

    CLEAR_WORKLIST = "DELETE FROM worklist WHERE run_id = $1";

    CLEAR_SETTLED = "DELETE FROM worklist WHERE run_id = $1 \
        AND due_at <= (SELECT settled_at FROM source WHERE source.id = worklist.source_id)";

    CLEAR_OLD_WORKLISTS = "DELETE FROM worklist WHERE run_id IN (SELECT id FROM run WHERE started_at < $1)";

    // Without a delay, the one that is known stays.
    ENROL_HOST = concat!("INSERT INTO host (name, ready_at, delay_ms) \
        VALUES ($1, ", never!(), ", coalesce(CAST($2 AS BIGINT), 0)) \
        ON CONFLICT (name) DO UPDATE SET delay_ms = coalesce(CAST($2 AS BIGINT), host.delay_ms) RETURNING id");

    // The moment of a lease is its end, so it is left alone.
    WAKE_HOSTS = concat!("UPDATE host SET ready_at = ", ready_at!(), " WHERE lease_owner IS NULL \
        AND id IN (SELECT host_id FROM worklist WHERE run_id = $1)");

    // A run never takes a host from itself, however long the machine slept or the clock leapt.
    CLAIM = concat!("WITH ready AS (SELECT id FROM host WHERE ready_at <= ", now!(), " \
            AND (lease_owner IS NULL OR lease_owner <> $3) AND EXISTS (\
            SELECT 1 FROM worklist JOIN source ON source.id = worklist.source_id \
            WHERE worklist.run_id = $1 AND worklist.host_id = host.id AND worklist.due_at > source.settled_at \
            AND source.next_check_at <= ", now!(), ") \
            ORDER BY ready_at, id LIMIT $2) \
        UPDATE host SET fence = fence + 1, lease_owner = $3, lease_ms = CAST($4 AS BIGINT), \
            ready_at = ", now!(), " + CAST($4 AS BIGINT) \
        FROM ready WHERE host.id = ready.id \
        RETURNING host.id, host.name, host.fence, \
            CASE WHEN host.held_from <= ", now!(), " + ", skew!(), " THEN ", larger!(concat!("host.held_until - ", now!()), "0"), " ELSE 0 END");

    HELD = concat!("SELECT CASE WHEN held_from <= ", now!(), " + ", skew!(), " THEN held_until - ", now!(), " ELSE 0 END \
        FROM host WHERE name = $1");

    // The longest of what it asked for, but of a clock that was ahead.
    HOLD_HOST = concat!("UPDATE host SET held_until = CASE WHEN held_from <= ", now!(), " + ", skew!(), " \
            THEN ", larger!("held_until", concat!(now!(), " + CAST($2 AS BIGINT)")), " ELSE ", now!(), " + CAST($2 AS BIGINT) END, \
        held_from = ", now!(), " WHERE id = $1");

    // A host may have thousands, joined to one text: see `many`.
    DUE = concat!("SELECT string_agg(source.id || ' ' || source.next_check_at, '\n' ORDER BY worklist.ordinal) FROM worklist \
        JOIN source ON source.id = worklist.source_id \
        WHERE worklist.run_id = $1 AND worklist.host_id = $2 AND worklist.due_at > source.settled_at \
        AND source.next_check_at <= ", now!());

    // How long until something of the run can be claimed; no row's value where nothing of it is open.
    NEXT_MOMENT = concat!("SELECT min(", ready!(), ") - ", now!(), " FROM worklist \
        JOIN source ON source.id = worklist.source_id JOIN host ON host.id = source.host_id \
        WHERE worklist.run_id = $1 AND worklist.due_at > source.settled_at");

    // The same of the hosts that the run does not hold: of those that nobody holds, and of those that another run does.
    NEXT_ELSEWHERE = concat!("SELECT min(CASE WHEN host.lease_owner IS NULL THEN ", ready!(), " END) - ", now!(), ", \
        min(CASE WHEN host.lease_owner IS NOT NULL THEN ", ready!(), " END) - ", now!(), " FROM worklist \
        JOIN source ON source.id = worklist.source_id JOIN host ON host.id = source.host_id \
        WHERE worklist.run_id = $1 AND worklist.due_at > source.settled_at \
        AND (host.lease_owner IS NULL OR host.lease_owner <> $1)");

    TOUCH = concat!("UPDATE host SET last_fetch_at = ", now!(), ", ready_at = ", now!(), " + lease_ms \
        WHERE id = $1 AND fence = $2 AND lease_owner IS NOT NULL");

    // A late write of the dead is rejected by the fence.
    FREE_HOSTS_OF = concat!("UPDATE host SET lease_owner = NULL, fence = fence + 1, \
        ready_at = ", larger!(ready_at!(), concat!(now!(), " + delay_ms")), " WHERE lease_owner = $1");

    RELEASE = concat!("UPDATE host SET lease_owner = NULL, ready_at = ", ready_at!(), " WHERE id = $1 AND fence = $2");

    CLOCK_SET_BACK = concat!("INSERT INTO clock_set_back (noticed_at, last_observation) \
        SELECT ", now!(), ", coalesce(max(id), 0) FROM observation");

    // Whether a slot was filled by a look that is yet to come, for a look that is not; or by one of a clock that was ahead.
    SLOT_FROM_THE_FUTURE = concat!("SELECT (observed_at > ", now!(), " + ", skew!(), " AND CAST($3 AS BIGINT) <= ", now!(), " + ", skew!(), ") \
        OR ", unmade!(), " FROM observation WHERE source_id = $1 AND due_at = $2");

    LOOK_AGAIN = "UPDATE source SET next_check_at = $3 WHERE id = $1 AND next_check_at = $2";

    KEEP_CAPTURES = "INSERT INTO capture_search (source_id, anchor_at, searched_at, thorough, found) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (source_id, anchor_at) DO UPDATE \
        SET searched_at = excluded.searched_at, thorough = excluded.thorough, found = excluded.found";

    CAPTURES = "SELECT searched_at, thorough, found FROM capture_search \
        WHERE source_id = (SELECT id FROM source WHERE url = $1) AND anchor_at = $2";

    CAPTURES_NEAR_ANY_DATE = "SELECT searched_at, thorough, found FROM capture_search \
        WHERE source_id = (SELECT id FROM source WHERE url = $1) ORDER BY searched_at DESC, anchor_at";

    // An address holds no line end.
    SEARCHED = "SELECT string_agg(url, '\n') FROM source WHERE id IN (SELECT source_id FROM capture_search)";

    SAVE_JOBS = "SELECT url, asked_at, tries, state FROM save_job WHERE archive = $1";

    KEEP_SAVE_JOB = "INSERT INTO save_job (archive, url, asked_at, tries, state) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (archive, url) DO UPDATE \
        SET asked_at = excluded.asked_at, tries = excluded.tries, state = excluded.state";

    LAST_TEXT = "SELECT digest, extractor, page FROM page_text \
        WHERE source_id = (SELECT id FROM source WHERE url = $1) ORDER BY read_at DESC, id DESC LIMIT 1";

    TEXTS = "SELECT read_at, digest, extractor, page FROM page_text \
        WHERE source_id = (SELECT id FROM source WHERE url = $1) ORDER BY read_at DESC, id DESC";

    DROP_READING = "DELETE FROM page_reading WHERE source_id = $1";

    // Newest first.
    LAST_LOOKS = concat!("SELECT body FROM observation JOIN source ON source.id = observation.source_id \
        WHERE source.url = $1 AND observation.observed_at <= $2 AND NOT ", unmade!(), " \
        ORDER BY observation.observed_at DESC, observation.id DESC LIMIT $3");

    HISTORY = "SELECT body FROM observation JOIN source ON source.id = observation.source_id \
        WHERE source.url = $1 OR source.same_page_key = $2 ORDER BY observation.observed_at, observation.id";

    KEEP_DOCUMENT = "INSERT INTO document_report (run_id, ordinal, path, report) VALUES ($1, $2, $3, $4)";

    DOCUMENTS = "SELECT ordinal, path, report FROM document_report WHERE run_id = $1 ORDER BY ordinal";

    PARTS = "SELECT bytes FROM document_part WHERE run_id = $1 AND ordinal = $2 ORDER BY part";

    DROP_OLD_DOCUMENTS = "DELETE FROM document_report WHERE run_id NOT IN \
        (SELECT id FROM run WHERE finished_at IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT $1)";

    DROP_OLD_PARTS = "DELETE FROM document_part WHERE run_id NOT IN \
        (SELECT id FROM run WHERE finished_at IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT $1)";

    KEEP_CHECKED = "INSERT INTO checked_document (path, sha256, checked_at) VALUES ($1, $2, $3) \
        ON CONFLICT (path, sha256) DO UPDATE SET checked_at = excluded.checked_at";

    FORGET_CHECKED = "DELETE FROM checked_document WHERE path = $1";

    CHECKED = "SELECT path, sha256, checked_at FROM checked_document WHERE sha256 = $1 OR path = $2 \
        ORDER BY checked_at DESC";

    DROP_OLD_SNAPSHOTS = "UPDATE run SET snapshot = NULL WHERE snapshot IS NOT NULL AND id NOT IN \
        (SELECT id FROM run WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, id DESC LIMIT $1)";
}
