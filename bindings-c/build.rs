//! Gives the shared library its soname, so that programs that were linked with it find it by that name.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        // The number rises when a function, a number or a layout that callers rely on changes.
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libkessai.so.0");
    }
}
