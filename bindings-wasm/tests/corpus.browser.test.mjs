// The package in a browser, which loads it unaided: from a plain page and from what a bundler makes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import { build } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const made = join(process.env.KESSAI_TARGET ?? at('../../target'), 'npm');
const page = at('./page');
const built = join(made, 'page');
const answers = JSON.parse(readFileSync(join(made, 'answers.json'), 'utf8'));

/** Folders by the beginning of their addresses; the longest that fits counts. */
const FOLDERS = { '/kessai/': join(made, 'kessai'), '/plain/': page, '/built/': built };

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const prefix = Object.keys(FOLDERS).find((prefix) => pathname.startsWith(prefix));
  try {
    const path = join(FOLDERS[prefix], normalize(pathname.slice(prefix.length) || 'index.html'));
    const bytes = await readFile(path);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

let browser;

before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: process.env.KESSAI_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
});

after(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

/** Opens a page and asks the whole corpus there. */
async function opens(path, modules = 2) {
  const view = await browser.newPage();
  const faults = [];
  const loaded = [];
  view.on('pageerror', (error) => faults.push(error.message));
  view.on('console', (message) => faults.push(message.text()));
  view.on('response', (response) => {
    if (!response.ok()) faults.push(`${response.status()} ${response.url()}`);
    if (response.url().endsWith('.wasm')) loaded.push(response.url());
  });
  try {
    await view.goto(`http://127.0.0.1:${server.address().port}${path}`);
    await view.waitForFunction(() => globalThis.kessai !== undefined, undefined, { timeout: 30_000 }).catch(() => {});
    assert.deepEqual(faults, []);
    assert.match(await view.evaluate(async () => (await globalThis.kessai).version), /^\d+\.\d+\.\d+$/);
    assert.equal(loaded.length, modules, 'each module is loaded once, from beside the package');
    const differing = await view.evaluate(async (answers) => (await globalThis.kessai).differing(answers), answers);
    assert.deepEqual(differing, []);
    assert.equal(await view.evaluate(async () => (await globalThis.kessai).transferVersion), await view.evaluate(async () => (await globalThis.kessai).version));
    const transfer = await view.evaluate(async (answers) => (await globalThis.kessai).differingInTransfer(answers), answers);
    assert.deepEqual(transfer, []);
    const thrown = await view.evaluate(async (answers) => (await globalThis.kessai).thrown(answers), answers);
    assert.deepEqual(thrown, { isRequestError: true, code: 'value.notFinite', path: '/payment' });
    assert.deepEqual(faults, []);
  } finally {
    await view.close();
  }
}

test('a plain page opens the package, and the corpus has the same bytes as in Rust', async () => {
  await opens('/plain/index.html');
});

test('with the bytes inside nothing is loaded, and the answers are the same', async () => {
  await opens('/plain/inline.html', 0);
});

test('what a bundler makes of the page does too', async () => {
  await build({
    root: page,
    configFile: false,
    logLevel: 'warn',
    base: '/built/',
    build: { outDir: built, emptyOutDir: true, target: 'esnext' },
  });
  await opens('/built/index.html');
});
