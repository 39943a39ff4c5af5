-- Pages that an archive was asked to save: what has become of it, as JSON, so that the next run goes on.
CREATE TABLE save_job (
    archive  TEXT   NOT NULL,
    url      TEXT   NOT NULL,
    asked_at BIGINT NOT NULL,
    tries    BIGINT NOT NULL,
    state    TEXT   NOT NULL,
    PRIMARY KEY (archive, url)
);
