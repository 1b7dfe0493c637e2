//! The demo page: `bindings-wasm/demo`.

use crate::run::{Program, program};
use crate::{Result, npm, root, target, test, tools};

/// Where the page is.
const PAGE: &str = "bindings-wasm/demo";

/// Builds the package, and the page with it into `bindings-wasm/demo/dist`, which any server of files can serve.
pub(crate) fn build() -> Result {
    tools::for_npm()?;
    npm::build()?;
    test::installed()?;
    vite(&["build", PAGE]).run()
}

/// Builds the page and serves it to this machine until it is stopped; the address is printed.
pub(crate) fn serve() -> Result {
    build()?;
    vite(&["preview", PAGE]).run()
}

/// Takes the picture of the page that the README shows.
pub(crate) fn picture() -> Result {
    tools::for_tests()?;
    npm::build()?;
    test::installed()?;
    let script = program("node").args([format!("{PAGE}/picture.mjs")]);
    script.env("KESSAI_TARGET", target()).env("KESSAI_CHROMIUM", tools::chromium()).run()
}

fn vite(arguments: &[&str]) -> Program {
    let settings = format!("{PAGE}/vite.config.ts");
    program(root().join("node_modules/.bin/vite")).args(arguments).args(["--config", &settings])
}
