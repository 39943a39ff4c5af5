//! Asks web archives for captures, through fetch.
