// `kessai/abi.wasm` in Node, without any of the package's JavaScript: what docs/abi.md says to hosts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { company, request, service } from './documents.mjs';

const require = createRequire(import.meta.url);
const module = new WebAssembly.Module(readFileSync(require.resolve('kessai/abi.wasm')));
const made = process.env.KESSAI_TARGET ?? fileURLToPath(new URL('../../target', import.meta.url));
const root = new URL('../../', import.meta.url);

const STATUS = { ok: 0, nullPointer: 1 };
const NO_ITEM = -1n;

/** A host: an instance, and what it takes to pass texts. */
function host() {
  const { exports } = new WebAssembly.Instance(module, {});
  const out = exports.kessai_alloc(8);
  // A view for each use: memory that grows leaves the old ones empty.
  const words = () => new DataView(exports.memory.buffer);
  const bytes = (address, length) => new Uint8Array(exports.memory.buffer, address >>> 0, length);
  const put = (data) => {
    const address = exports.kessai_alloc(data.length) >>> 0;
    bytes(address, data.length).set(data);
    return address;
  };
  const text = (address) => new TextDecoder().decode(bytes(exports.kessai_text_data(address), exports.kessai_text_len(address)));

  function ask(name, ...given) {
    const kept = [];
    const passed = given.flatMap((one) => {
      if (typeof one === 'number' || typeof one === 'bigint') return one;
      const data = typeof one === 'string' ? new TextEncoder().encode(one) : one;
      kept.push([put(data), data.length]);
      return kept.at(-1);
    });
    const status = exports[`kessai_${name}`](...passed, out, out + 4);
    for (const one of kept) exports.kessai_dealloc(...one);
    if (status === STATUS.ok) return { result: words().getUint32(out, true) };
    const error = words().getUint32(out + 4, true);
    const said = text(exports.kessai_error_json(error));
    exports.kessai_error_free(error);
    return { status, error: said };
  }

  /** The text of an answer, which is given back. */
  function answer(name, ...given) {
    const asked = ask(name, ...given);
    if (asked.result === undefined) return asked;
    const said = text(asked.result);
    const outcome = exports.kessai_text_outcome(asked.result);
    exports.kessai_text_free(asked.result);
    return { answer: said, outcome };
  }

  return { exports, ask, answer, bytes, put, text };
}

test('the module asks for nothing', () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const functions = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function');
  const header = readFileSync(new URL('bindings-c/include/kessai.h', root), 'utf8');
  const declared = new Set([...header.matchAll(/\b(kessai_\w+)\(/g)].map(([, name]) => name));
  const page = readFileSync(new URL('docs/abi.md', root), 'utf8');
  const without = page.match(/are not in the module: ([^.]*)\./)[1].match(/kessai_\w+\*?/g);
  const isWithout = (name) => without.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
  // What the header's comments call a kessai_T_new is no function.
  const lacking = [...declared].filter((name) => !functions.some((one) => one.name === name));
  assert.deepEqual(lacking.filter((name) => !isWithout(name)), []);
  assert.deepEqual(functions.map(({ name }) => name).filter(isWithout), []);
  // No family is named of which the header knows nothing.
  for (const one of without) {
    assert.ok(lacking.some((name) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one)), one);
  }
  const beside = functions.map(({ name }) => name).filter((name) => !declared.has(name)).sort();
  assert.deepEqual(beside, ['kessai_alloc', 'kessai_dealloc']);
  for (const name of beside) assert.ok(page.includes(`\`${name}`), `docs/abi.md does not tell of ${name}`);
});

test('the page shows the example as it is', () => {
  const page = readFileSync(new URL('docs/abi.md', root), 'utf8');
  const example = readFileSync(new URL('bindings-c/examples/evaluate.py', root), 'utf8');
  assert.ok(page.includes(`\`\`\`python\n${example}\`\`\`\n`), 'docs/abi.md does not show examples/evaluate.py as it is');
});

test('memory is given at multiples of 8, all zero, and none where there is none', () => {
  const { exports, bytes } = host();
  for (const length of [0, 1, 7, 8, 9, 65_536, 10_000_000]) {
    const address = exports.kessai_alloc(length) >>> 0;
    assert.ok(address !== 0 && address % 8 === 0, String(length));
    assert.ok(bytes(address, length).every((byte) => byte === 0), String(length));
    bytes(address, length).fill(255);
    exports.kessai_dealloc(address, length);
  }
  assert.equal(exports.kessai_alloc(-1), 0);
  assert.equal(exports.kessai_alloc(2 ** 31 - 1), 0);
  exports.kessai_dealloc(0, 8);
});

test('an answer, an answer that refuses, and none', () => {
  const { exports, ask, answer } = host();
  const bank = ask('service_new', JSON.stringify(service)).result;
  const firm = ask('company_new', bank, JSON.stringify(company)).result;
  exports.kessai_service_free(bank);
  const accepted = answer('evaluate_json', firm, JSON.stringify(request));
  assert.deepEqual([JSON.parse(accepted.answer).outcome, accepted.outcome], ['accepted', 1]);
  const refused = answer('evaluate_json', firm, JSON.stringify({ ...request, payment: '110' }));
  assert.deepEqual([JSON.parse(refused.answer).outcome, refused.outcome], ['refused', 4]);
  const none = answer('evaluate_json', firm, JSON.stringify({ ...request, user: 'nobody' }));
  assert.deepEqual([JSON.parse(none.error).code, JSON.parse(none.error).path], ['request.user.unknown', '/user']);
  assert.ok(JSON.parse(ask('service_new', '{}').error).length > 2, 'every finding');
});

test('wrong calls are statuses', () => {
  const { exports, ask, answer } = host();
  assert.equal(answer('evaluate_json', 0, '{}').status, STATUS.nullPointer);
  assert.equal(ask('service_new', 0, 5).status, STATUS.nullPointer);
  assert.equal(exports.kessai_service_new(0, 0, 0, 0), STATUS.nullPointer);
  assert.match(ask('service_new', Uint8Array.of(0xff, 0xfe)).error, /UTF-8/);
  for (const name of ['service', 'company', 'text', 'error', 'image']) exports[`kessai_${name}_free`](0);
});

test('an image goes from one instance to another', () => {
  const one = host();
  const bank = one.ask('service_new', JSON.stringify(service)).result;
  const firm = one.ask('company_new', bank, JSON.stringify(company)).result;
  const image = one.ask('company_image', firm).result;
  const bytes = one.bytes(one.exports.kessai_image_data(image), one.exports.kessai_image_len(image)).slice();
  const other = host();
  const same = other.ask('company_from_image', bytes).result;
  const text = JSON.stringify(request);
  assert.deepEqual(other.answer('evaluate_json', same, text), one.answer('evaluate_json', firm, text));
  bytes[bytes.length - 1] ^= 1;
  assert.match(other.ask('company_from_image', bytes).error, /image\.checksum/);
});

test('the corpus has the same bytes as in Rust, and all memory comes back', () => {
  const { documents, cases } = JSON.parse(readFileSync(join(made, 'npm/answers.json'), 'utf8'));
  const { exports, ask, answer } = host();
  const doors = {
    request: ({ question }, bank, firm) => answer('evaluate_json', firm, question),
    advance: ({ question }, bank, firm) => answer('advance_json', firm, question),
    largest: ({ question, item }, bank, firm) => answer('largest_payment_json', firm, question, item === null ? NO_ITEM : BigInt(item)),
    possible: ({ question }, bank, firm) => answer('possible_json', firm, question),
    form: ({ question, company }, bank) => answer('form_json', bank, documents[company], question),
  };
  const groups = new Map();
  for (const one of cases) {
    const key = `${one.service} ${one.company}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(one);
  }
  const round = () => {
    for (const group of groups.values()) {
      const [{ service, company }] = group;
      const bank = ask('service_new', documents[service]).result;
      const firm = ask('company_new', bank, documents[company]).result;
      for (const one of group) {
        const got = doors[one.door](one, bank, firm);
        const wanted = one.error && JSON.stringify(JSON.parse(one.error));
        assert.deepEqual([got.answer, got.error && JSON.stringify(JSON.parse(got.error))], [one.answer, wanted], one.name);
      }
      exports.kessai_company_free(firm);
      exports.kessai_service_free(bank);
    }
  };
  round();
  const { byteLength } = exports.memory.buffer;
  round();
  assert.equal(exports.memory.buffer.byteLength, byteLength);
});
