// The package as it is published: what its package.json promises is there, and nothing is in it that strict hosts forbid.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import * as esbuild from 'esbuild';

import { install, made } from './hosts.mjs';

const place = join(made, 'kessai');
const about = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
const read = (path) => readFileSync(join(place, path), 'utf8');

/** Every file of the package. */
function filesOf(folder = place) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [relative(place, path)];
  });
}

const files = filesOf();
const scripts = files.filter((path) => path.endsWith('.js'));

test('what is exported is there, with its types first and a default last', () => {
  for (const [name, target] of Object.entries(about.exports)) {
    const targets = typeof target === 'string' ? { default: target } : target;
    for (const path of Object.values(targets)) assert.ok(path.startsWith('./') && existsSync(join(place, path)), `${name}: ${path}`);
    if (typeof target === 'string') {
      assert.match(target, /\.(wasm|json)$/);
      continue;
    }
    const conditions = Object.keys(target);
    assert.deepEqual([conditions[0], conditions.at(-1)], ['types', 'default'], name);
    // The more special one comes first: runtimes at the edge name Node's condition as well.
    const order = ['types', 'edge-light', 'workerd', 'node', 'default'];
    assert.deepEqual(conditions, order.filter((one) => conditions.includes(one)), name);
  }
  assert.equal(about.types, about.exports['.'].types);
  assert.equal(about.sideEffects, false);
  assert.equal(about.type, 'module');
  assert.match(about.version, /^\d+\.\d+\.\d+$/);
  assert.ok(!('dependencies' in about) && !('scripts' in about));
});

test('every module can be imported where there is no page', async () => {
  const app = install('page', 'imported');
  for (const [name, target] of Object.entries(about.exports)) {
    if (typeof target === 'string') continue;
    const path = join(app, 'node_modules/kessai', target.node ?? target.default);
    assert.ok(Object.keys(await import(pathToFileURL(path).href)).length > 0, name);
  }
});

test('every file is used by another, or exported', () => {
  const exported = Object.values(about.exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  const used = new Set([...exported.map((path) => path.slice(2)), 'README.md', 'LICENSE-MIT', 'LICENSE-APACHE']);
  for (const path of files.filter((path) => /\.(js|ts)$/.test(path))) {
    for (const [, , named] of read(path).matchAll(/(from|import\(|import) '(\.[^']+)'/g)) {
      const to = join(dirname(path), named.replace(/\?.*$/, ''));
      used.add(path.endsWith('.ts') ? to.replace(/\.js$/, '.d.ts') : to);
      assert.ok(files.includes(path.endsWith('.ts') ? to.replace(/\.js$/, '.d.ts') : to), `${path}: ${named}`);
    }
  }
  assert.deepEqual(files.filter((path) => !used.has(path)), []);
});

test('nothing stands in it that strict hosts forbid, or that is not synchronous after one load', () => {
  for (const path of scripts) {
    const source = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    assert.doesNotMatch(source, /\beval\(|new Function\b|\bimportScripts\b|new (Shared)?Worker\b|SharedArrayBuffer|\bAtomics\b|^await |XMLHttpRequest|\brequire\(/m, path);
    // Where the file is, only the entries for pages say, for bundlers to find it there and nowhere else.
    const asks = /\bimport\.meta\b/.test(source);
    assert.equal(asks, /(^|\/)index\.js$/.test(path), path);
    assert.doesNotMatch(source, /from 'node:|import\('node:/, path);
  }
});

const MODULES = { kessai: '', 'kessai/transfer': 'transfer/', 'kessai/record': 'record/' };

for (const [name, folder] of Object.entries(MODULES)) {
  test(`${name}: the same names by every entry, and the same bytes inside as in the file`, async () => {
    const open = async (file) => import(pathToFileURL(join(place, folder, file)).href);
    const [page, server, inline, bytes] = await Promise.all(['index.js', 'node.js', 'inline.js', 'core_bytes.js'].map(open));
    assert.deepEqual(Object.keys(server), Object.keys(page));
    assert.deepEqual(Object.keys(inline), Object.keys(page));
    for (const named of Object.keys(page)) {
      if (!['init', 'initSync', 'default'].includes(named)) assert.equal(inline[named], page[named], named);
    }
    const exportsOf = (file) => read(`${folder}${file}`).split('\n').filter((line) => line.startsWith('export'));
    assert.deepEqual(exportsOf('edge.js'), exportsOf('index.js'));
    assert.ok(Buffer.from(bytes.default, 'base64').equals(readFileSync(join(place, folder, 'core_bg.wasm'))));
    inline.initSync();
    assert.equal(inline.version(), about.version);
  });
}

test('who needs little gets little', async () => {
  const app = install('page', 'shaken');
  const sizeOf = async (contents) => {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: app }, bundle: true, format: 'esm', minify: true, write: false, logLevel: 'silent',
    });
    return outputFiles[0].contents.length;
  };
  const sizes = {
    nothing: await sizeOf(`import 'kessai';`),
    errors: await sizeOf(`import { RequestError } from 'kessai'; console.log(RequestError);`),
    transfer: await sizeOf(`import init, { Company } from 'kessai/transfer'; console.log(init, Company);`),
    whole: await sizeOf(`import init, { Service } from 'kessai'; console.log(init, Service);`),
  };
  console.log(sizes);
  assert.equal(sizes.nothing, 0);
  assert.ok(sizes.errors < 3_000, `${sizes.errors}`);
  assert.ok(sizes.transfer < sizes.whole && sizes.whole < 60_000, JSON.stringify(sizes));
});
