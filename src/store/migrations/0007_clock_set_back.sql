-- Moments at which the clock was found to have been set back, or to have been ahead before: looks that were kept by then and
-- are dated later are of a clock that was wrong, wherever the page was looked at again since.
CREATE TABLE clock_set_back (
    noticed_at       BIGINT NOT NULL,
    last_observation BIGINT NOT NULL
);
