// The package in an application of Next: in the browser, in a component of the server, in a route, and at the edge.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { install, launch, root, said } from './hosts.mjs';

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

let server;
let address;
let browser;

before(async () => {
  const app = install('next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', KESSAI_ROOT: relative(app, root) };
  await promisify(execFile)(process.execPath, [next, 'build', ...(process.env.KESSAI_NEXT ?? '').split(' ').filter(Boolean)], { cwd: app, env }).catch((error) => {
    throw new Error(`${error.stdout}\n${error.stderr}`);
  });
  server = spawn(process.execPath, [next, 'start', '--hostname', '127.0.0.1', '--port', '0'], { cwd: app, env });
  server.stderr.pipe(process.stderr);
  for await (const line of createInterface({ input: server.stdout })) {
    [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address !== undefined) break;
  }
  browser = await launch();
});

after(async () => {
  server?.kill();
  await browser?.close();
});

test('in the browser', async () => {
  const { text, loaded } = await said(browser, `${address}/client`);
  assert.equal(text, 'accepted, 110');
  assert.equal(loaded.filter((url) => url.endsWith('.wasm')).length, 2);
});

test('in a component of the server', async () => {
  const { text, loaded } = await said(browser, `${address}/rendered`);
  assert.equal(text, 'accepted, 110');
  assert.equal(loaded.filter((url) => url.endsWith('.wasm')).length, 0);
});

for (const route of ['server', 'edge']) {
  test(`in a route: ${route}`, async () => {
    const response = await fetch(`${address}/${route}`);
    assert.equal(response.status, 200);
    assert.equal((await response.json()).outcome, 'accepted');
  });
}
