-- Until when a host asked to be left alone, and when that was seen: a moment of a clock that was ahead holds nobody.
ALTER TABLE host ADD COLUMN held_from BIGINT NOT NULL DEFAULT 0;
ALTER TABLE host ADD COLUMN held_until BIGINT NOT NULL DEFAULT 0;
