//! The one integration binary: the house, the real program, real servers on loopback.

mod house;
