// Sizes and times of the package in Node and Chromium, beside the engine compiled for this machine, zod and ajv, in one run:
// `cargo xtask bench browser`. Prints CSV: what, where, figure; medians of samples that are taken in turn. A call's time is that of the
// thread that makes it, so that a busy machine disturbs little; a first verdict's is by the clock, as compiling is done elsewhere.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { build } from 'esbuild';
import { chromium } from 'playwright-core';

import init, { Service } from 'kessai';

import { WAYS } from './cold.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const made = process.env.KESSAI_TARGET ?? at('../../target');
const folder = join(made, 'browser-bench');
const inputsPath = join(folder, 'inputs.json');
const program = (name) => join(made, 'release', name);

/** Every sample is so long, and there are so many of each row: rounds in turn, each with so many inside. */
const MILLISECONDS = Number(process.env.KESSAI_BENCH_MILLISECONDS ?? 60);
const ROUNDS = Number(process.env.KESSAI_BENCH_ROUNDS ?? 3);
const INNER = 3;
const COLD = 5;

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];
const wasm = (name) => readFileSync(join(made, 'npm/kessai', name === 'kessai' ? '' : name, 'core_bg.wasm'));

/** What a page loads for one module: the WebAssembly, and everything of JavaScript as a bundler makes it. */
async function sizes(name) {
  const contents = `export * from '${name === 'kessai' ? name : `kessai/${name}`}';`;
  const bundle = { stdin: { contents, resolveDir: at('.') }, bundle: true, minify: true, format: 'esm', write: false, logLevel: 'error' };
  const { outputFiles } = await build({ ...bundle, loader: { '.wasm': 'file' }, outdir: folder });
  const script = outputFiles.find(({ path }) => path.endsWith('.js')).contents;
  for (const [what, bytes] of [['module', wasm(name)], ['scripts', script]]) {
    row(`size of ${name}, ${what}`, 'raw bytes', bytes.length);
    row(`size of ${name}, ${what}`, 'gzip -9', execFileSync('gzip', ['-9', '-n', '-c'], { input: bytes, maxBuffer: 2 ** 26 }).length);
    row(`size of ${name}, ${what}`, 'brotli', brotliCompressSync(bytes).length);
  }
}

function row(what, where, figure) {
  console.log(`${JSON.stringify(what)},${where},${figure}`);
}

/** Milliseconds for which the page's own thread has had the processor, whatever else runs beside it. */
async function busy(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime').value * 1e3;
}

/** Nanoseconds per call of a door of a page. */
async function sampled(page, session, door, calls) {
  const before = await busy(session);
  await page.evaluate(([door, calls]) => globalThis.bench.run(door, calls), [door, calls]);
  return (((await busy(session)) - before) * 1e6) / calls;
}

/** Samples by row and place. */
const samples = new Map();

function note(what, where, ...values) {
  const key = JSON.stringify([what, where]);
  samples.set(key, [...(samples.get(key) ?? []), ...values]);
}

/** The engine for this machine, at the same doors. */
function native() {
  const scenarios = { resolved: 'native: prepared keys', keyed: 'native: text keys', json: 'native: JSON both ways', columns: 'native: columns, per row' };
  const csv = execFileSync(program('ratios'), [...Object.keys(scenarios), 'load-image'], { encoding: 'utf8' });
  for (const line of csv.trim().split('\n').slice(1)) {
    const [name, engine] = line.split(',');
    note(scenarios[name] ?? 'native: company and service of an image', 'native', Number(engine));
  }
}

function node(...rest) {
  return JSON.parse(execFileSync(process.execPath, [at('node.mjs'), rest[0], inputsPath, ...rest.slice(1).map(String)], { encoding: 'utf8' }));
}

const DOCUMENT = '<!doctype html><script type="module" src="/page.js"></script>';
const TYPES = { js: 'text/javascript', wasm: 'application/wasm', html: 'text/html; charset=utf-8' };

/** What the page loads. */
async function serve() {
  const bundle = { entryPoints: [at('page.mjs')], bundle: true, minify: true, format: 'esm', write: false, outdir: folder, loader: { '.wasm': 'file' }, logLevel: 'error' };
  const { outputFiles } = await build({ ...bundle, conditions: ['browser'] });
  const files = {
    '/': [DOCUMENT, 'html'],
    '/page.js': [outputFiles.find(({ path }) => path.endsWith('.js')).contents, 'js'],
    ...Object.fromEntries(['kessai', 'transfer', 'record'].map((name) => [`/${name}.wasm`, [wasm(name), 'wasm']])),
  };
  const server = createServer(({ url }, response) => {
    const [body, type] = files[url] ?? [undefined, 'html'];
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[type] }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function opened(browser, server) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  return { page, close: () => context.close() };
}

mkdirSync(folder, { recursive: true });
const inputs = JSON.parse(execFileSync(program('inputs'), { encoding: 'utf8', maxBuffer: 2 ** 28 }));
await init();
const image = [...new Service(inputs.service).company(inputs.company).image()];
const cold = { service: inputs.service, company: inputs.company, image, request: inputs.requests[0], verdict: inputs.verdicts[0] };
writeFileSync(inputsPath, JSON.stringify({ ...inputs, ...cold }));

console.log(`# ${cpus()[0].model} (${cpus().length} cores), Node ${process.versions.node}, V8 ${process.versions.v8}, load average ${loadavg()[0].toFixed(1)}`);
console.log('what,where,figure');
for (const name of ['kessai', 'transfer', 'record']) await sizes(name);

const server = await serve();
const browser = await chromium.launch({ executablePath: process.env.KESSAI_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
try {
  const { page, close } = await opened(browser, server);
  const names = await page.evaluate((inputs) => globalThis.bench.doors(inputs), inputs);
  const calls = await page.evaluate((milliseconds) => globalThis.bench.calls(milliseconds), MILLISECONDS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (let round = 0; round < ROUNDS; round += 1) {
    native();
    for (const [name, values] of node('warm', INNER, MILLISECONDS)) note(name, 'Node', ...values);
    for (let inner = 0; inner < INNER; inner += 1) {
      for (const [door, name] of names.entries()) note(name, 'Chromium', await sampled(page, session, door, calls[door]));
    }
  }
  await close();
  for (let round = 0; round < COLD; round += 1) {
    for (const [way, { needs }] of Object.entries(WAYS)) {
      if (needs === undefined) note(`first verdict: ${way}`, 'Node', node('cold', way) * 1e6);
      const { page, close } = await opened(browser, server);
      note(`first verdict: ${way}`, 'Chromium', (await page.evaluate(([way, inputs]) => globalThis.bench.cold(way, inputs), [way, cold])) * 1e6);
      await close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
for (const [key, values] of samples) {
  const [what, where] = JSON.parse(key);
  const nanoseconds = median(values);
  row(what, where, nanoseconds >= 1e5 ? `${(nanoseconds / 1e6).toFixed(2)} ms` : `${nanoseconds.toFixed(0)} ns`);
}
