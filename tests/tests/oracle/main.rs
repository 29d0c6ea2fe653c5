//! The service and its clients against real nodes, stores and databases. One program, because what they stand on takes
//! longer to link than they take to run.

mod crash;
mod demo;
mod history;
mod hostile;
mod openapi;
mod revocation;
mod shell;
mod strangers;
mod weather;
