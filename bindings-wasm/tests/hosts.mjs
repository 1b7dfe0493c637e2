// What the tests share that put the package into other hosts: small applications with the package installed, pages, a browser.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { company, request, service } from './documents.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export const root = at('../..');
export const made = join(process.env.KESSAI_TARGET ?? join(root, 'target'), 'npm');

/**
 * A fresh copy of an application of `apps`, with the package in its own `node_modules`: as a copy, as npm installs it. What is
 * linked is not treated by bundlers as packages are.
 */
export function install(app, place = app) {
  const folder = join(made, 'apps', place);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(at(`apps/${app}`), folder, { recursive: true });
  cpSync(join(made, 'kessai'), join(folder, 'node_modules/kessai'), { recursive: true });
  writeFileSync(join(folder, 'documents.json'), JSON.stringify({ service, company, request }));
  return folder;
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves a folder with some headers; gives its address and how to stop. */
export async function serve(folder, headers = {}) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    try {
      const path = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
      const bytes = await readFile(path);
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...headers }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${server.address().port}`, stop };
}

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export function launch() {
  return chromium.launch({ executablePath: process.env.KESSAI_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** What a page says in `body` once it says anything, and the addresses of what it loaded. */
export async function said(browser, url) {
  const page = await browser.newPage();
  const loaded = [];
  const faults = [];
  page.on('response', (response) => loaded.push(response.url()));
  page.on('pageerror', (fault) => faults.push(String(fault)));
  try {
    await page.goto(url);
    await page.waitForFunction(() => document.body.innerText.trim() !== '', undefined, { timeout: 60_000 }).catch(() => {});
    const text = (await page.evaluate(() => document.body.innerText)).trim();
    return { text: faults.length === 0 ? text : `${text} ${faults.join(' ')}`, loaded };
  } finally {
    await page.close();
  }
}
