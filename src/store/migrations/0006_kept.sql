-- How far a search for captures went: one that stopped at the first answer is no answer where every interface is to be asked.
ALTER TABLE capture_search ADD COLUMN thorough BIGINT NOT NULL DEFAULT 0;

-- What a run thought of a quote stands in its report, and is judged anew by the next.
DROP TABLE quote_verdict;

CREATE INDEX run_finished ON run (finished_at);
