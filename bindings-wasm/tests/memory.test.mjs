// Memory is given back, by hand and by the collector, and a fault of the engine leaves nothing behind that still answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { transform } from 'esbuild';

/** What a script prints that runs in a process of its own, with the memory of each engine at hand as `memories`. */
function run(script, ...flags) {
  const before = `
    const memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      const { exports } = made.instance ?? made;
      // Node has engines of its own.
      if (exports.__wbg_company_free !== undefined) memories.push(exports.memory);
      return made;
    };
    const { default: init, CallError, Company, Service } = await import('kessai');
    const transfer = await import('kessai/transfer');
    const { company, request, service, thrown } = await import('./tests/documents.mjs');
    await init();
    await transfer.init();
    const sizes = () => memories.map((memory) => memory.buffer.byteLength);
    const text = JSON.stringify(request);
  `;
  const options = { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) };
  return execFileSync(process.execPath, [...flags, '--input-type=module', '-e', before + script], options).trim();
}

test('100,000 evaluations need no more memory than the first', () => {
  assert.match(run(`
    const whole = new Service(service).company(company);
    const small = transfer.Company.fromImage(whole.image());
    const ask = (firm) => {
      firm.evaluateJson(text);
      firm.evaluate(request);
      firm.possibleJson(text);
      thrown(() => firm.evaluate({ ...request, user: 'nobody' }));
      firm.texts(firm.evaluate({ ...request, payment: '110' }), 'ja');
    };
    for (const firm of [whole, small]) ask(firm);
    const typed = [whole, small].map((firm) => firm.prepare(request));
    for (const one of typed) one.set({ bearer: 'payer' });
    const before = String(sizes());
    for (let at = 0; at < 50_000; at += 1) {
      whole.evaluateJson(text);
      small.evaluateJson(text);
      for (const one of typed) one.decide(at);
    }
    for (let at = 0; at < 5_000; at += 1) for (const one of typed) one.set({ payment: String(at), bearer: 'payer' });
    for (let at = 0; at < 500; at += 1) for (const firm of [whole, small]) ask(firm);
    console.log(before === String(sizes()), memories.length);
  `), /^true 2$/);
});

test('requests of every length are answered while the memory grows', () => {
  assert.equal(run(`
    const whole = new Service(service).company(company);
    const firms = [whole, transfer.Company.fromImage(whole.image())];
    const right = whole.evaluateJson(text);
    const before = sizes();
    let wrong = 0;
    for (let length = text.length; length < 150_000; length += 997) {
      for (const firm of firms) if (firm.evaluateJson(text.padEnd(length)) !== right) wrong += 1;
    }
    console.log(wrong, sizes().some((size, at) => size > before[at]));
  `), '0 true');
});

test('1,000 rounds of loading and freeing need no more memory than the first', () => {
  assert.equal(run(`
    const documents = [JSON.stringify(service), JSON.stringify(company)];
    const round = () => {
      const bank = new Service(documents[0]);
      const firm = bank.company(documents[1]);
      const image = firm.image();
      const form = firm.form('user');
      const [again, small] = [Company.fromImage(image), transfer.Company.fromImage(image)];
      form.check({ id: 'taro01' });
      small.evaluateJson(text);
      thrown(() => bank.company('{}'));
      const typed = small.prepare(text);
      typed.decide(1);
      for (const one of [bank, firm, form, again, small, typed]) one.free();
    };
    for (let at = 0; at < 10; at += 1) round();
    const before = String(sizes());
    for (let at = 0; at < 1_000; at += 1) round();
    console.log(before === String(sizes()));
  `), 'true');
});

test('what nobody holds any more is freed by the collector, and what is freed by hand is not freed again', () => {
  assert.equal(run(`
    const image = new Service(service).company(company).image();
    const rounds = async (count) => {
      for (let at = 0; at < count; at += 1) {
        for (let one = 0; one < 50; one += 1) {
          const firm = transfer.Company.fromImage(image);
          if (one % 2 === 0) firm.free();
        }
        globalThis.gc();
        // Finalizers run between tasks.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    };
    await rounds(10);
    const before = sizes()[1];
    await rounds(40);
    const after = sizes()[1];
    // As many as were left to the collector, for the test to see that they would have shown.
    const held = Array.from({ length: 1_000 }, () => transfer.Company.fromImage(image));
    console.log(after === before, sizes()[1] > after, held[0].evaluateJson(text).length > 0);
  `, '--expose-gc'), 'true true true');
});

test('using frees, as compilers write it for hosts that do not know it', async () => {
  const script = await transform(`
    const freed = [];
    {
      using bank = new Service(service);
      using firm = bank.company(company);
      using form = firm.form('user');
      using small = transfer.Company.fromImage(firm.image());
      freed.push(bank, firm, form, small);
      console.log(small.evaluate(request).outcome);
    }
    console.log(freed.map((one) => thrown(() => (one.check ?? one.evaluate ?? one.company).call(one, {})).code).join());
  `, { target: 'es2022', format: 'esm' });
  assert.equal(run(script.code), `accepted\n${Array(4).fill('call.freed').join()}`);
});

test('what was given out stays as it is, whatever becomes of its origin', () => {
  assert.equal(run(`
    const bank = new Service(service);
    const firm = bank.company(company);
    const form = firm.form('user', { lang: 'ja' });
    const [image, verdict, view] = [firm.image(), firm.evaluate(request), form.view({ id: 'x' })];
    const [fields, issues] = [view.fields.entries(), view.issues[Symbol.iterator]()];
    const said = () => JSON.stringify([Array.from(image), verdict, view, [...view.fields]]);
    const before = said();
    for (const one of [form, firm, bank]) one.free();
    // Over what they had, in a memory that has grown.
    const held = Array.from({ length: 300 }, () => new Service(service));
    thrown(() => held[0].company('[' + '1,'.repeat(2_000_000) + '1]'));
    console.log(said() === before, [...fields].length === view.fields.size, [...issues].length === view.issues.length);
  `), 'true true true');
});

test('whatever holds an object may freeze it or put a proxy around each part of it', () => {
  assert.equal(run(`
    /** As frameworks do that watch what is read: with a proxy for each object that comes out. */
    const watched = (value) => (typeof value !== 'object' || value === null ? value : new Proxy(value, {
      get: (target, name, self) => watched(Reflect.get(target, name, self)),
    }));
    const bank = watched(new Service(service));
    const firm = watched(Object.freeze(bank.company(company)));
    const { outcome } = firm.evaluate(request);
    firm.free();
    firm.free();
    console.log(outcome, thrown(() => firm.evaluate(request)).code, watched(Object.seal(bank)).id);
  `), 'accepted call.freed bank');
});

test('an engine that has run out of memory says so, and answers no more', () => {
  assert.equal(run(`
    const bank = new Service(service);
    const firm = bank.company(company);
    const small = transfer.Company.fromImage(firm.image());
    const right = small.evaluateJson(text);
    const [memory] = memories;
    // All that there may be: what is then asked for is not there.
    for (let pages = 2 ** 15; pages >= 1; ) try { memory.grow(pages); } catch { pages >>= 1; }
    const said = [thrown(() => firm.evaluateJson('x'.repeat(2 ** 20)))];
    const dead = [
      () => firm.evaluate(request), () => firm.evaluateJson(text), () => new Service(service), () => bank.company(company), () => firm.id,
      () => bank.warnings, () => Company.fromImage(new Uint8Array(3)), () => firm.image(), () => firm.form('user'),
    ].map(thrown);
    firm.free();
    bank.free();
    console.log([...said, ...dead].map((error) => error instanceof CallError && error.code).join());
    console.log(said[0]?.cause instanceof WebAssembly.RuntimeError, thrown(() => firm.id).code, small.evaluateJson(text) === right);
  `), `${Array(10).fill('call.fault').join()}\ntrue call.freed true`);
});

test('objects of an engine that has stopped are collected without a word', () => {
  assert.equal(run(`
    const [memory] = memories;
    let firm = new Service(service).company(company);
    const breakIt = () => {
      new Uint8Array(memory.buffer).fill(0xff);
      return thrown(() => firm.evaluateJson(text)).code;
    };
    const code = breakIt();
    firm = null;
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
    globalThis.gc();
    console.log(code);
  `, '--expose-gc'), 'call.fault');
});
