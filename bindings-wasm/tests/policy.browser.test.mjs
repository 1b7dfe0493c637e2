// Pages under a content security policy, and workers.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { install, launch, said, serve } from './hosts.mjs';

let browser;
let app;

before(async () => {
  app = install('policy');
  // No bundler: the package's own modules are the page's.
  cpSync(join(app, 'node_modules/kessai'), join(app, 'kessai'), { recursive: true });
  const documents = JSON.parse(readFileSync(join(app, 'documents.json'), 'utf8'));
  const constants = Object.entries(documents).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  writeFileSync(join(app, 'documents.js'), constants.join(''));
  browser = await launch();
});

after(() => browser?.close());

/** What the page says under a policy, asked in a way. */
async function says(policy, query) {
  const { address, stop } = await serve(app, { 'content-security-policy': policy });
  try {
    return (await said(browser, `${address}/?${query}`)).text;
  } finally {
    await stop();
  }
}

const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const WITHOUT = "default-src 'self'; script-src 'self'";

for (const way of ['init', 'bytes', 'bytesSync', 'inline', 'transfer', 'record', 'worker', 'shared']) {
  test(`${way}: the one directive is enough`, async () => {
    // Registering a worker is what the page does, and trusts.
    const policy = ['worker', 'shared'].includes(way) ? STRICT : `${STRICT}; require-trusted-types-for 'script'`;
    assert.equal(await says(policy, `way=${way}`), 'accepted');
  });
}

for (const way of ['init', 'bytes', 'bytesSync', 'inline', 'transfer', 'record', 'worker']) {
  test(`${way}: without it the error says which is missing`, async () => {
    const text = await says(WITHOUT, `way=${way}`);
    assert.match(text, /^CallError call\.compile: .*'wasm-unsafe-eval'.*`script-src`/);
  });
}

test('a module that is not there is another error', async () => {
  assert.match(await says(STRICT, 'way=absent'), /^CallError call\.init: .*404/);
  // As servers do that answer with their page whatever is asked.
  assert.match(await says(STRICT, 'way=page'), /^CallError call\.init: .*no module: "Where it runs"/);
});
