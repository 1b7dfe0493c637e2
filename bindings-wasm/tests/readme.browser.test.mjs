// What the README of the package says to paste, pasted.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import * as vite from 'vite';

import { install, launch, made, said, serve } from './hosts.mjs';

const readme = readFileSync(join(made, 'kessai/README.md'), 'utf8');

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

test('the first lines work in a project of Vite', async () => {
  const app = install('page', 'readme');
  // As `npm create vite` makes it: a page that has a script, which is what was pasted.
  const [, pasted] = /^```js\n([\s\S]*?)^```$/m.exec(readme);
  assert.ok(readme.indexOf(pasted) < 20, 'they are the first thing');
  assert.equal(pasted.trimEnd().split('\n').length, 10);
  writeFileSync(join(app, 'main.js'), pasted);
  const outDir = join(app, 'dist');
  await vite.build({ root: app, configFile: false, logLevel: 'error', build: { outDir } });
  const { address, stop } = await serve(outDir);
  try {
    const { text } = await said(browser, `${address}/`);
    assert.match(text, /^refused\nThe account's limit per day .* is exceeded: .*\nJPY 59,999,670 is above the user's limit .*\nAt most JPY 1000330\.$/);
  } finally {
    await stop();
  }
});

test('a page without a bundler says where the package stands', async () => {
  const [map] = /\{ "imports": .*? \} \}/.exec(readme);
  const folder = join(made, 'apps/plain');
  mkdirSync(folder, { recursive: true });
  cpSync(join(made, 'kessai'), join(folder, 'kessai'), { recursive: true });
  const script = `import init, { version } from 'kessai'; await init(); document.body.textContent = version();`;
  writeFileSync(join(folder, 'index.html'), `<!doctype html><link rel="icon" href="data:,"><body></body>
    <script type="importmap">${map}</script><script type="module">${script}</script>`);
  const { address, stop } = await serve(folder);
  try {
    assert.match((await said(browser, `${address}/`)).text, /^\d+\.\d+\.\d+$/);
  } finally {
    await stop();
  }
});

test('the table names what the tests were run with', () => {
  const versionOf = (name) => JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
  for (const [row, name] of [['Vite', 'vite'], ['webpack', 'webpack'], ['Next.js', 'next'], ['esbuild', 'esbuild'], ['Vitest', 'vitest']]) {
    const [line] = new RegExp(`^\\| ${row} \\|.*$`, 'm').exec(readme);
    const [major, minor] = versionOf(name).split('.');
    assert.ok(line.includes(`| ${major}.${minor}`), `${line}: ${versionOf(name)}`);
  }
});
