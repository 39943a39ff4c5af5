//! One pass, end to end: the only module that knows every stage.
