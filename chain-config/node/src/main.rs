//! The node's program; everything it does is in the library.

/// A block is thousands of short-lived buffers; the system's allocator spent a tenth of the block-making thread on them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> polkadot_sdk::sc_cli::Result<()> {
    chartkey_node::main()
}
