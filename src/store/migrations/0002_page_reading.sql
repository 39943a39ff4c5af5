-- What the last whole page of a source was found to say, as JSON: with it an unchanged page is neither read nor searched
-- again. `digest` and `extractor` name its text.
CREATE TABLE page_reading (
    source_id BIGINT  PRIMARY KEY NOT NULL REFERENCES source (id),
    digest    TEXT    NOT NULL,
    extractor BIGINT  NOT NULL,
    matcher   BIGINT  NOT NULL,
    reading   TEXT    NOT NULL
);
