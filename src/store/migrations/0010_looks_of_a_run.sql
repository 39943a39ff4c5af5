-- Whether a run has recorded anything is told without going through all looks: 45 bytes a look.
CREATE INDEX observation_of_run ON observation (run_id);
