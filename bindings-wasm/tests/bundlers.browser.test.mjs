// The package in what each bundler makes of a page, opened in a browser. Nothing is configured, but where it is said.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import * as esbuild from 'esbuild';
import * as vite from 'vite';
import webpack from 'webpack';

import { install, launch, said, serve } from './hosts.mjs';

let browser;
let app;

before(async () => {
  app = install('page');
  browser = await launch();
});

after(() => browser?.close());

/** The page in a folder answers as it should; gives what it loaded. */
async function answers(folder) {
  const { address, stop } = await serve(folder);
  try {
    const { text, loaded } = await said(browser, `${address}/`);
    assert.equal(text, 'accepted, 110');
    return loaded.map((url) => url.slice(address.length));
  } finally {
    await stop();
  }
}

/** A page for a script that stands beside it. */
function page(folder, script) {
  writeFileSync(join(folder, 'index.html'), `<!doctype html><link rel="icon" href="data:,"><body></body><script type="module" src="${script}"></script>`);
}

const modulesOf = (loaded) => loaded.filter((path) => path.endsWith('.wasm')).length;

test('the server of vite', async () => {
  const cacheDir = join(app, 'cache');
  const server = await vite.createServer({
    root: app, cacheDir, configFile: false, logLevel: 'error', server: { port: 0, host: '127.0.0.1', ws: false, watch: null },
  });
  await server.listen();
  try {
    const { text, loaded } = await said(browser, `http://127.0.0.1:${server.httpServer.address().port}/`);
    assert.equal(text, 'accepted, 110');
    assert.equal(modulesOf(loaded), 2);
    // As a package of an application is: put together beforehand, away from its place.
    assert.ok(loaded.some((url) => url.includes('/cache/deps/kessai.js')), loaded.join('\n'));
  } finally {
    await server.close();
  }
});

test('vite', async () => {
  const outDir = join(app, 'vite');
  await vite.build({ root: app, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  assert.equal(modulesOf(await answers(outDir)), 2);
  // Nobody asked for these, which would be more than all the rest.
  const scripts = readdirSync(join(outDir, 'assets')).filter((name) => name.endsWith('.js'));
  for (const name of scripts) assert.ok(readFileSync(join(outDir, 'assets', name)).length < 120_000, name);
});

/** What webpack makes of the page, with some settings. */
function pack(name, settings = {}) {
  const path = join(app, name);
  const given = { mode: 'production', context: app, entry: './main.js', output: { path }, performance: { hints: false }, ...settings };
  return new Promise((resolve, reject) => {
    webpack(given, (error, stats) => {
      if (error !== null || stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
      else {
        page(path, './main.js');
        resolve(path);
      }
    });
  });
}

/** What is asked of these is not how small they get. */
const QUICK = { optimization: { minimize: false } };

for (const [name, settings, modules] of [
  ['webpack', {}, 2],
  ['webpack-development', { mode: 'development' }, 2],
  ['webpack-resource', { ...QUICK, module: { rules: [{ test: /\.wasm$/, type: 'asset/resource' }] } }, 2],
  ['webpack-inline', { ...QUICK, module: { rules: [{ test: /\.wasm$/, type: 'asset/inline' }] } }, 0],
  ['webpack-async', { ...QUICK, experiments: { asyncWebAssembly: true } }, 2],
]) {
  test(name, async () => {
    assert.equal(modulesOf(await answers(await pack(name, settings))), modules);
  });
}

/** What esbuild makes of a script, with some settings. */
async function bundle(name, script, settings) {
  const outdir = join(app, name);
  const { warnings } = await esbuild.build({
    entryPoints: [join(app, script)], outdir, bundle: true, format: 'esm', minify: true, logLevel: 'silent', ...settings,
  });
  assert.deepEqual(warnings, []);
  page(outdir, `./${script}`);
  return outdir;
}

test('esbuild, told that the file is one', async () => {
  assert.equal(modulesOf(await answers(await bundle('esbuild-file', 'file.js', { loader: { '.wasm': 'file' } }))), 1);
});

test('esbuild, with the file copied beside what it makes', async () => {
  const outdir = await bundle('esbuild-copied', 'one.js', {});
  cpSync(join(app, 'node_modules/kessai/core_bg.wasm'), join(outdir, 'core_bg.wasm'));
  assert.equal(modulesOf(await answers(outdir)), 1);
});

test('esbuild, with everything inside', async () => {
  assert.equal(modulesOf(await answers(await bundle('esbuild-inline', 'inline.js', {}))), 0);
});
