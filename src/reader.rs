//! Runs `page::read` off the async threads, with deadlines.
