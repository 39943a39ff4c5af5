//! What the exit codes mean: the contract's table as a type.

use std::process::ExitCode;

use crate::run::stop::Signal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Checked, and nothing at or above the failing level; or the command did what it was asked.
    Fine,
    /// Checked, and something reaches the failing level.
    Broken,
    /// Could not check.
    Failed,
    /// The network is not there.
    NoNetwork,
    /// Stopped by SIGINT.
    Interrupted,
    /// Stopped by SIGTERM.
    Terminated,
}

impl Exit {
    /// The number that the shell sees.
    pub(crate) fn number(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Broken => 1,
            Self::Failed => 2,
            Self::NoNetwork => 3,
            Self::Interrupted => 130,
            Self::Terminated => 143,
        }
    }

    /// The one of two that counts: signal, then 2, then 3, then 1.
    #[must_use]
    pub(crate) fn or_worse(self, other: Self) -> Self {
        let rank = |exit: Self| match exit {
            Self::Fine => 0,
            Self::Broken => 1,
            Self::NoNetwork => 2,
            Self::Failed => 3,
            Self::Interrupted | Self::Terminated => 4,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

impl From<Signal> for Exit {
    fn from(signal: Signal) -> Self {
        match signal {
            Signal::Interrupt => Self::Interrupted,
            Signal::Terminate => Self::Terminated,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_counts_before_two_before_three_before_one() {
        assert_eq!(Exit::Broken.or_worse(Exit::Failed), Exit::Failed);
        assert_eq!(Exit::Failed.or_worse(Exit::NoNetwork), Exit::Failed);
        assert_eq!(Exit::NoNetwork.or_worse(Exit::Broken), Exit::NoNetwork);
        assert_eq!(Exit::Failed.or_worse(Exit::Terminated), Exit::Terminated);
        assert_eq!(Exit::Fine.or_worse(Exit::Broken), Exit::Broken);
    }
}
