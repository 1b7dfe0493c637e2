//! Another library in Rust, which has the whole of Rust's own library in it as libkessai.a has.

/// Adds, by way of a panic that is caught.
#[no_mangle]
pub extern "C" fn other_add(a: i32, b: i32) -> i32 {
    let caught = std::panic::catch_unwind(|| std::panic::resume_unwind(Box::new(a)));
    caught.err().and_then(|a| a.downcast::<i32>().ok()).map_or(-1, |a| *a + b)
}
