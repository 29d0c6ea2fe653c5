//! The node's program; everything it does is in the library.

fn main() -> polkadot_sdk::sc_cli::Result<()> {
    chartkey_node::main()
}
