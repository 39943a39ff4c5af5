//! What to look at now, in host lanes.
