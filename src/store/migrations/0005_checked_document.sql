-- Documents as they were last checked, and as they are with the edits that came of it: nothing is edited that has changed
-- since.
CREATE TABLE checked_document (
    path       TEXT   NOT NULL,
    sha256     TEXT   NOT NULL,
    checked_at BIGINT NOT NULL,
    PRIMARY KEY (path, sha256)
);
CREATE INDEX checked_document_content ON checked_document (sha256);
