// The demo page as it is shipped, below a folder of its own on a server of this machine, and a browser to see it with.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import { build } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Where everything that is built goes. */
export const target = process.env.KESSAI_TARGET ?? at('../../target');

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Builds the page, serves it and starts a browser. */
export async function open() {
  // A folder for each process: tests that run side by side do not empty each other's.
  const dist = join(target, `npm/demo/${process.pid}`);
  await build({ configFile: at('../demo/vite.config.ts'), logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      if (!pathname.startsWith('/some/where/')) throw new Error('elsewhere');
      const path = join(dist, normalize(pathname.slice('/some/where/'.length) || 'index.html'));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(await readFile(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: process.env.KESSAI_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  return {
    address: `http://127.0.0.1:${server.address().port}/some/where/`,
    browser,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
