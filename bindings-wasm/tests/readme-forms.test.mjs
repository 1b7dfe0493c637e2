// What the package's page shows of libraries for forms compiles as it stands there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const page = readFileSync(at('../npm/README.md'), 'utf8');

const SETTINGS = {
  compilerOptions: {
    strict: true, noEmit: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true,
    target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'esnext.disposable'], jsx: 'react-jsx', types: [], skipLibCheck: true,
  },
};

test('the examples for each library compile', () => {
  const [section] = page.slice(page.indexOf('\n## Forms') + 1).split('\n## ');
  const examples = [...section.matchAll(/^```(tsx?)\n(.*?)^```$/gms)];
  assert.deepEqual(examples.map(([, kind]) => kind), ['ts', 'tsx', 'tsx', 'tsx', 'ts']);
  const folder = mkdtempSync(join(tmpdir(), 'kessai-readme-'));
  try {
    symlinkSync(at('../../node_modules'), join(folder, 'node_modules'));
    const files = examples.map(([, kind, text], at) => {
      writeFileSync(join(folder, `example${at}.${kind}`), text);
      return `example${at}.${kind}`;
    });
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...SETTINGS, files }));
    const { status, stdout, stderr } = spawnSync(at('../../node_modules/.bin/tsc'), ['--project', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
