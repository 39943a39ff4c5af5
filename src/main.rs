//! The `citewatch` command: arguments in, exit code out.

fn main() -> std::process::ExitCode {
    citewatch::main()
}
