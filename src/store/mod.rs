//! Keeps observations, runs and the host frontier.
