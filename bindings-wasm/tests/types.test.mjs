// What the engine answers to the whole corpus, held to the types of the package: each answer becomes a constant of which the
// compiler must say that it is one of its type, for the operation, event or form that was asked.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import init, { DocumentError, Service } from 'kessai';

await init();

const root = fileURLToPath(new URL('../..', import.meta.url));
const made = process.env.KESSAI_TARGET ?? join(root, 'target');
const { documents, cases, operations } = JSON.parse(readFileSync(join(made, 'npm/answers.json'), 'utf8'));

/** A name as TypeScript spells a literal. */
const literal = (value) => (value === undefined ? 'undefined' : JSON.stringify(value));

/** Whether it is an operation of the bank's own, which has no name among the types. */
const isOwn = (operation) => Boolean(operation) && !operations.includes(operation);

/** The type of an answer, by the door and the question. */
const TYPES = {
  request: ({ operation }) => `Verdict<${isOwn(operation) ? 'K.OwnOperation' : literal(operation)}>`,
  advance: ({ event }) => `AdvanceAnswer<${literal(event.type)}>`,
  form: ({ form, rows }) => `${rows === undefined ? 'FormAnswer' : 'RowsAnswer'}<${literal(form)}>`,
  largest: () => 'LargestAnswer',
  possible: () => 'PossibleAnswer',
};

/** Where TypeScript finds the package: beside these tests, and nothing of it is left in their folder. */
const folder = join(made, 'npm/checked');

/** Where each module of the package has its types. */
const MODULES = { kessai: ['../kessai/index.d.ts'], 'kessai/*': ['../kessai/*/index.d.ts', '../kessai/*.d.ts'] };

/** Runs the compiler on these files with what is asked for most strictly. */
function compile(files, options = {}) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'esnext',
    moduleResolution: 'bundler',
    resolveJsonModule: true,
    types: [],
    paths: MODULES,
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** As `compile`, with what it says as the failure. */
function accepts(files, options) {
  try {
    compile(files, options);
  } catch (fault) {
    assert.fail(fault.stdout?.slice(0, 4_000) || fault.message);
  }
}

test('each answer of the corpus is one of its type', () => {
  const lines = ["import type * as K from 'kessai';"];
  const counts = {};
  for (const { name, door, question, answer, error } of cases) {
    const kind = answer === undefined ? "K.RequestError['code']" : `K.${TYPES[door](JSON.parse(question))}`;
    const value = answer ?? JSON.stringify(JSON.parse(error).code);
    lines.push(`// ${name.replaceAll('\n', ' ')}`, `(${value}) satisfies ${kind};`);
    counts[answer === undefined ? 'error' : door] = (counts[answer === undefined ? 'error' : door] ?? 0) + 1;
  }
  for (const door of [...Object.keys(TYPES), 'error']) assert.ok(counts[door] > 10, `only ${counts[door]} of ${door}`);
  accepts({ 'answers.ts': lines.join('\n') });
});

/** Every document of the fixtures, by what its name begins with. */
function documentsOf(kind) {
  const fixtures = join(root, 'fixtures');
  const isOne = (name) => name === `${kind}.json` || (name.startsWith(`${kind}-`) && name.endsWith('.json'));
  return readdirSync(fixtures, { recursive: true })
    .filter((name) => isOne(name.split(/[\\/]/).at(-1)))
    .map((name) => relative(folder, join(fixtures, name)).replaceAll('\\', '/'));
}

test('each document of the fixtures can be imported as it is', () => {
  const lines = ["import { Service } from 'kessai';", 'declare const service: Service;'];
  const add = (names, use) => {
    assert.ok(names.length > 50, `only ${names.length} documents`);
    for (const name of names) {
      const at = `document${lines.length}`;
      lines.push(`import ${at} from '${name}'; ${use(at)};`);
    }
  };
  add(documentsOf('service'), (name) => `new Service(${name})`);
  add(documentsOf('company'), (name) => `service.company(${name})`);
  for (const exactOptionalPropertyTypes of [true, false]) {
    accepts({ 'documents.ts': lines.join('\n') }, { exactOptionalPropertyTypes });
  }
});

test('each finding is one of its type', () => {
  const lines = ["import type * as K from 'kessai';"];
  const add = (finding, type) => lines.push(`(${JSON.stringify(finding)}) satisfies K.${type};`);
  const services = new Map();
  for (const { service, company } of cases) {
    if (!services.has(service)) services.set(service, { checked: new Service(documents[service]), companies: new Set() });
    const { checked, companies } = services.get(service);
    if (companies.has(company)) continue;
    companies.add(company);
    for (const finding of checked.warnings) add(finding, 'WarningFinding');
    try {
      checked.company(documents[company]).warnings.forEach((finding) => add(finding, 'WarningFinding'));
    } catch (error) {
      assert.ok(error instanceof DocumentError, error.message);
    }
    // The other document, and half of one, are wrong in many ways.
    for (const wrong of [documents[company], documents[service].slice(0, 200), documents[service].replaceAll('"0', '"x')]) {
      try {
        new Service(wrong).free();
      } catch (error) {
        for (const finding of error.findings) add(finding, 'Finding');
      }
    }
  }
  assert.ok(lines.length > 1_000, `only ${lines.length} findings`);
  accepts({ 'findings.ts': [...new Set(lines)].join('\n') });
});

/** The declarations of the package, by their names. */
function declarations() {
  const kept = join(made, 'npm/kessai');
  const names = readdirSync(kept, { recursive: true }).filter((name) => name.endsWith('.d.ts'));
  return names.map((name) => [name, readFileSync(join(kept, name), 'utf8')]);
}

/** The members of a union of texts in `documents.d.ts`. */
function union(name) {
  const [, text] = declarations().find(([file]) => file === 'documents.d.ts');
  const [, members] = new RegExp(`export type ${name} =([^;]*);`).exec(text);
  return [...members.matchAll(/'([^']+)'/g)].map(([, member]) => member).sort();
}

/** What a pattern finds in files. */
function found(pattern, files) {
  const texts = files.map((name) => readFileSync(join(root, name), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code)))].sort();
}

test('the codes of what is not the engine are those that stand in the scripts', () => {
  const scripts = readdirSync(join(root, 'bindings-wasm/npm'), { recursive: true }).filter((name) => name.endsWith('.js'));
  const files = scripts.map((name) => join('bindings-wasm/npm', name));
  assert.deepEqual(union('CallErrorCode'), found(/'(call\.\w+)'/g, files));
  assert.deepEqual(union('ValueCode'), found(/'(value\.\w+)'/g, files));
  assert.deepEqual(union('ImageErrorCode'), found(/"(image\.\w+)"/g, ['engine/src/image/error.rs', 'bindings-wasm/src/forms.rs']));
});

test('every declaration, and every member, says what it is', () => {
  const declared = /^(?: *(?:(?:readonly|static) )?(?:'[^']+'|\w+)\??[(:<].*[;{]|export (?:interface|type|class|function) \w.*)$/;
  const silent = [];
  for (const [name, text] of declarations()) {
    const lines = text.split('\n');
    lines.forEach((line, at) => {
      const before = lines[at - 1]?.trim() ?? '';
      const isOverload = before.split('(')[0].split('<')[0] === line.trim().split('(')[0].split('<')[0];
      const isClass = /^export class/.test(line) && /^export interface/.test(before);
      const isSaid = before.endsWith('*/') || isOverload || isClass;
      if (declared.test(line) && !isSaid && !/^ *(?:private|protected)? ?constructor\(\)|^export type \{|^export type \*/.test(line)) {
        silent.push(`${name}:${at + 1}: ${line}`);
      }
    });
  }
  assert.deepEqual(silent, []);
});

test('what the modules export is typed, and nothing else', async () => {
  const lines = [];
  for (const [at, name] of ['kessai', 'kessai/transfer', 'kessai/record', 'kessai/inline'].entries()) {
    lines.push(`import * as m${at} from '${name}';`);
    for (const key of Object.keys(await import(name))) lines.push(`void m${at}.${key};`);
  }
  accepts({ 'modules.ts': lines.join('\n') }, { paths: MODULES });
});

test('what the page shows before forms is right by the types', () => {
  const page = readFileSync(join(root, 'bindings-wasm/npm/README.md'), 'utf8');
  const examples = [...page.slice(0, page.indexOf('## Forms')).matchAll(/^```(?:js|ts)\n([^]*?)^```$/gm)];
  assert.equal(examples.length, 2);
  const files = examples.map(([, text], at) => [`example${at}.ts`, text]);
  accepts(Object.fromEntries(files), { lib: ['es2022', 'dom'], paths: MODULES });
});
