//! The `citewatch` command: arguments in, exit code out.

/// Pages are read, searched and written by different threads, and their memory moves with them.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    citewatch::main()
}
