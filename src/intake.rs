//! Documents in: paths, globs and standard input to text.
