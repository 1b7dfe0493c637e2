// The package where there is no page: in Node by `import` and `require`, in one file that a bundler has made, in Vitest.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { promisify } from 'node:util';

import * as esbuild from 'esbuild';
import * as vite from 'vite';
import webpack from 'webpack';

import { install } from './hosts.mjs';

const require = createRequire(import.meta.url);

let app;

before(() => {
  app = install('server');
});

/** What a file prints that stands all alone. */
function alone(file) {
  const folder = mkdtempSync(join(tmpdir(), 'kessai-'));
  try {
    const name = file.endsWith('.cjs') ? 'server.cjs' : 'server.mjs';
    copyFileSync(file, join(folder, name));
    return execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const script of ['main.js', 'inline.js']) {
  for (const [format, end] of [['esm', 'mjs'], ['cjs', 'cjs']]) {
    test(`esbuild: ${script} as one file, ${format}`, async () => {
      const outfile = join(app, `esbuild-${script}.${end}`);
      const made = await esbuild.build({
        entryPoints: [join(app, script)], outfile, bundle: true, platform: 'node', format, logLevel: 'silent',
      });
      assert.deepEqual(made.warnings, []);
      assert.equal(alone(outfile), 'accepted, 110');
    });
  }

  test(`vite: ${script} as one file`, async () => {
    const outDir = join(app, `vite-${script}`);
    await vite.build({
      root: app, configFile: false, logLevel: 'error', ssr: { noExternal: true },
      build: { ssr: join(app, script), outDir, emptyOutDir: true, rolldownOptions: { output: { codeSplitting: false } } },
    });
    const [file] = readdirSync(outDir);
    assert.equal(alone(join(outDir, file)), 'accepted, 110');
  });
}

test('webpack: one file', async () => {
  const output = { path: app, filename: 'webpack.cjs' };
  const settings = {
    mode: 'development', devtool: false, target: 'node20', context: app, entry: './main.js', output,
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  };
  const stats = await promisify(webpack)(settings);
  assert.equal(stats.toString({ all: false, errors: true, warnings: true }).trim(), '');
  assert.equal(alone(join(app, 'webpack.cjs')), 'accepted, 110');
});

/** What Node prints for a script, as an ES module or as a CommonJS one. */
function node(script, type, ...flags) {
  return execFileSync(process.execPath, [...flags, `--input-type=${type}`, '-e', script], { cwd: app, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

const ASK = `new Service(documents.service).company(documents.company).evaluate(documents.request).outcome`;
const OUTCOME = `const documents = JSON.parse(require('node:fs').readFileSync('documents.json', 'utf8')); console.log(${ASK});`;

test('import, in Node', () => {
  const script = `import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/x.js');`;
  assert.equal(node(`${script} import init, { Service } from 'kessai'; await init(); ${OUTCOME}`, 'module'), 'accepted');
  assert.equal(node(`${script} import { initSync, Service } from 'kessai/inline'; initSync(); ${OUTCOME}`, 'module'), 'accepted');
  // From the bytes alone, and from the module compiled of them.
  const bytes = `require('node:fs').readFileSync(require.resolve('kessai/kessai.wasm'))`;
  for (const given of [bytes, `new WebAssembly.Module(${bytes})`]) {
    assert.equal(node(`${script} import { initSync, Service } from 'kessai'; initSync(${given}); ${OUTCOME}`, 'module'), 'accepted');
  }
});

test('require, in Node', () => {
  assert.equal(node(`const { default: init, Service } = require('kessai'); init().then(() => { ${OUTCOME} });`, 'commonjs'), 'accepted');
  assert.equal(node(`const { initSync, Service } = require('kessai/inline'); initSync(); ${OUTCOME}`, 'commonjs'), 'accepted');
  // As compilers write an import with a default.
  const kept = `const { Service } = require('kessai'); const { default: init, __esModule } = require('kessai/inline');`;
  assert.equal(node(`${kept} if (__esModule) init().then(() => { ${OUTCOME} });`, 'commonjs'), 'accepted');
});

test('import and require give the same classes, and one engine', () => {
  const script = `
    const all = [require('kessai'), require('kessai/inline')];
    Promise.all([import('kessai'), import('kessai/inline')]).then(async (imported) => {
      all.push(...imported);
      await all[3].init();
      console.log(new Set(all.map(({ Service }) => Service)).size, new Set(all.map(({ RequestError }) => RequestError)).size, all.every(({ version }) => version() !== ''));
    });
  `;
  assert.equal(node(script, 'commonjs'), '1 1 true');
});

for (const condition of ['deno', 'bun', 'electron', 'development', 'production', 'module', 'browser']) {
  test(`a host that also goes by the condition ${condition} is served as Node is`, () => {
    const script = `const { init, Service } = require('kessai'); init().then(() => { ${OUTCOME} });`;
    assert.equal(node(script, 'commonjs', `--conditions=${condition}`), 'accepted');
  });
}

for (const environment of ['node', 'jsdom']) {
  for (const inline of [false, true]) {
    test(`Vitest: ${environment}${inline ? ', with the package inline' : ''}`, async () => {
      const folder = install('vitest', `vitest-${environment}-${inline}`);
      const cli = join(require.resolve('vitest/package.json'), '../vitest.mjs');
      const flags = ['run', '--root', folder, '--environment', environment, '--reporter', 'json', '--no-cache'];
      const env = { ...process.env, KESSAI_INLINE: String(inline) };
      const { stdout } = await promisify(execFile)(process.execPath, [cli, ...flags], { env }).catch((failed) => failed);
      const { numPassedTests, numFailedTests } = JSON.parse(stdout.slice(stdout.indexOf('{')));
      assert.deepEqual([numPassedTests, numFailedTests], [2, 0], stdout);
    });
  }
}
