-- A report is kept in parts, so that neither it nor its column is ever in memory whole: `report` of `document_report` is
-- what stands before the lists, `bytes` a part of them, both as JSON, zlib. Reports from before have all in `report`.
CREATE TABLE document_part (
    run_id  TEXT   NOT NULL REFERENCES run (id),
    ordinal BIGINT NOT NULL,
    part    BIGINT NOT NULL,
    bytes   BLOB   NOT NULL,
    PRIMARY KEY (run_id, ordinal, part)
);
