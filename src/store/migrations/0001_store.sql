-- Times are milliseconds since 1970-01-01 UTC. Nine quadrillion (the year 287,000) stands for never.

CREATE TABLE run (
    id          TEXT   PRIMARY KEY NOT NULL,
    started_at  BIGINT NOT NULL,
    finished_at BIGINT,
    mode        TEXT   NOT NULL,
    version     TEXT   NOT NULL,
    -- What the next run compares with, compressed; there from the end of the run on.
    snapshot    BLOB
);
CREATE INDEX run_started ON run (started_at);

-- The frontier: a host is leased, not a source. `ready_at` is the earliest moment at which anyone may touch the host:
-- due time, politeness gate and end of lease at once. `fence` counts the leases and rejects late writers.
CREATE TABLE host (
    id            INTEGER PRIMARY KEY,
    name          TEXT    NOT NULL UNIQUE,
    ready_at      BIGINT  NOT NULL,
    fence         BIGINT  NOT NULL DEFAULT 0,
    lease_owner   TEXT,
    lease_ms      BIGINT  NOT NULL DEFAULT 0,
    last_fetch_at BIGINT  NOT NULL DEFAULT 0,
    delay_ms      BIGINT  NOT NULL DEFAULT 0
);
CREATE INDEX host_ready ON host (ready_at);

-- `next_check_at` is the slot that is due next; runs that asked up to `wanted_at` want it looked at, and those up to
-- `settled_at` have been served.
CREATE TABLE source (
    id            INTEGER PRIMARY KEY,
    url           TEXT    NOT NULL UNIQUE,
    same_page_key TEXT    NOT NULL,
    host_id       BIGINT  NOT NULL REFERENCES host (id),
    next_check_at BIGINT  NOT NULL,
    wanted_at     BIGINT  NOT NULL,
    settled_at    BIGINT  NOT NULL
);
CREATE INDEX source_same_page ON source (same_page_key);
CREATE INDEX source_due ON source (host_id, next_check_at);

-- What a run under way wants looked at.
CREATE TABLE worklist (
    run_id    TEXT    NOT NULL REFERENCES run (id),
    host_id   BIGINT  NOT NULL REFERENCES host (id),
    source_id BIGINT  NOT NULL REFERENCES source (id),
    due_at    BIGINT  NOT NULL,
    ordinal   BIGINT  NOT NULL,
    PRIMARY KEY (run_id, host_id, source_id)
);

CREATE TABLE observation (
    id          INTEGER PRIMARY KEY,
    source_id   BIGINT  NOT NULL REFERENCES source (id),
    due_at      BIGINT  NOT NULL,
    run_id      TEXT    NOT NULL REFERENCES run (id),
    observed_at BIGINT  NOT NULL,
    body        TEXT    NOT NULL,
    UNIQUE (source_id, due_at)
);

CREATE TRIGGER observation_is_never_changed BEFORE UPDATE ON observation
BEGIN
    SELECT RAISE(ABORT, 'an observation is never changed');
END;

CREATE TRIGGER observation_is_never_removed BEFORE DELETE ON observation
BEGIN
    SELECT RAISE(ABORT, 'an observation is never removed');
END;

-- The latest texts of a source: `page` is a page as JSON, zlib.
CREATE TABLE page_text (
    id        INTEGER PRIMARY KEY,
    source_id BIGINT  NOT NULL REFERENCES source (id),
    digest    TEXT    NOT NULL,
    extractor BIGINT  NOT NULL,
    read_at   BIGINT  NOT NULL,
    page      BLOB    NOT NULL,
    UNIQUE (source_id, digest, extractor)
);

-- The last search for captures of a source near a date; never for the newest.
CREATE TABLE capture_search (
    source_id   BIGINT NOT NULL REFERENCES source (id),
    anchor_at   BIGINT NOT NULL,
    searched_at BIGINT NOT NULL,
    found       TEXT   NOT NULL,
    PRIMARY KEY (source_id, anchor_at)
);

CREATE TABLE document_report (
    run_id  TEXT    NOT NULL REFERENCES run (id),
    ordinal BIGINT  NOT NULL,
    path    TEXT    NOT NULL,
    report  BLOB    NOT NULL,
    PRIMARY KEY (run_id, ordinal)
);

CREATE TABLE quote_verdict (
    run_id  TEXT    NOT NULL REFERENCES run (id),
    ordinal BIGINT  NOT NULL,
    path    TEXT    NOT NULL,
    quote   TEXT    NOT NULL,
    verdict TEXT    NOT NULL,
    standing TEXT,
    PRIMARY KEY (run_id, ordinal)
);
