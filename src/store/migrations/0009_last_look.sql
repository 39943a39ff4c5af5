-- The last look at a source is found without the ones before it, however many there are.
CREATE INDEX observation_seen ON observation (source_id, observed_at);
