// The doors of the package beside zod and ajv, ready to be called: the same in Node and in a page. Nothing is timed before the
// answers of a door have been compared with those of Rust.
import Ajv from 'ajv';
import { initSync, Service } from 'kessai';
import { Company as Recorded, initSync as initRecord } from 'kessai/record';
import { Company as Transfer, initSync as initTransfer } from 'kessai/transfer';

import { ajvSchema, zodSchema } from './shapes.mjs';

/** Rows of a table, and items of a batch. */
const ROWS = 1_000;
/** Requests that are kept ready at the fast door. */
const PREPARED = 64;

/** What calls give, so that no compiler leaves them out. */
export let sink = 0;

function same(what, found, expected) {
  if (found !== expected) throw new Error(`${what} differs from Rust:\n${found}\n${expected}`);
}

/** What a form shows of a verdict. */
function read(verdict) {
  const { outcome, reasons, fee, missing } = verdict;
  sink ^= outcome.length + reasons.length + missing.length + (fee === null ? 0 : fee.deducted.length);
}

/** Calls with one element of a list after the other, beginning anew after the last. */
function over(list, call) {
  let at = 0;
  return (calls) => {
    for (let left = calls; left > 0; left -= 1) {
      call(list[at], at);
      at = at + 1 === list.length ? 0 : at + 1;
    }
  };
}

/** So many things are done by one call. */
function inOne(many, call) {
  const side = (things) => {
    for (let done = 0; done < Math.round(things / many); done += 1) call();
  };
  return Object.assign(side, { least: many });
}

/** Every door, as `[name, calls => void]`, in the order of the table. */
export function doors(modules, { service, company, requests, verdicts }) {
  initSync(modules.kessai);
  initTransfer(modules.transfer);
  initRecord(modules.record);
  const whole = new Service(service).company(company);
  const image = whole.image();
  const firm = Transfer.fromImage(image);
  const objects = requests.map((text) => JSON.parse(text));
  const list = [];
  for (const [name, one] of [['', firm], [', whole module', whole]]) {
    requests.forEach((text, at) => same('evaluateJson', one.evaluateJson(text), verdicts[at]));
    objects.forEach((object, at) => same('evaluate', JSON.stringify(one.evaluate(object)), verdicts[at]));
    list.push([`objects: evaluate, four fields read${name}`, over(objects, (object) => read(one.evaluate(object)))]);
    list.push([`JSON both ways: evaluateJson${name}`, over(requests, (text) => { sink ^= one.evaluateJson(text).length; })]);
  }
  if ('prepare' in firm) list.push(...prepared(firm, objects, verdicts));
  list.push(['batch of 1,000 items, per item', batch(firm, objects)]);
  list.push(['columns of 1,000 rows, per row', columns(Recorded.fromImage(image), objects, verdicts)]);
  const parsed = verdicts.map((text) => JSON.parse(text));
  list.push(['JSON alone: request written, verdict parsed', over(verdicts, (text, at) => {
    sink ^= JSON.stringify(objects[at]).length;
    read(JSON.parse(text));
  })]);
  list.push(['JSON alone: verdict parsed', over(verdicts, (text) => read(JSON.parse(text)))]);
  if (parsed.length !== objects.length) throw new Error('verdicts are missing');
  list.push(...shapes(objects));
  return list;
}

/** One request that is typed into. */
function prepared(firm, objects, verdicts) {
  const ready = objects.slice(0, PREPARED).map((object) => firm.prepare(object));
  ready.forEach((one, at) => {
    same('a prepared request', one.verdictJson(), verdicts[at]);
    for (const payment of [1, 30_329, 999_999_999_999_999]) {
      const verdict = firm.evaluate({ ...objects[at], payment });
      one.decide(payment);
      same('a prepared request', one.verdictJson(), JSON.stringify(verdict));
      same('an outcome', one.outcome, verdict.outcome);
      same('a fee', one.deducted === null ? undefined : String(one.deducted), verdict.fee?.deducted);
    }
  });
  let payment = 0;
  const next = () => (payment = payment > 2_000_000 ? 1 : payment + 1_237);
  const numbers = (one) => one.deducted + one.transfer + one.bankFee + one.room + one.reasonCount;
  const texts = Array.from({ length: 97 }, (_, at) => String(1_000 + at * 12_377));
  return [
    ['fast door: decide(payment), outcome read', over(ready, (one) => { sink ^= one.decide(next()).length; })],
    ['fast door: decide(payment), six answers read', over(ready, (one) => {
      sink ^= one.decide(next()).length;
      sink ^= numbers(one);
    })],
    ['fast door: decide(text of a payment)', over(texts, (text) => { sink ^= ready[0].decide(text).length; })],
    ['fast door: set({ bearer }), four answers read', over(ready, (one, at) => {
      sink ^= one.set({ bearer: (at + payment) % 2 === 0 ? 'payer' : 'payee' }).length;
      sink ^= one.reasonCount + one.missingCount + one.deducted;
      payment += 1;
    })],
    ['fast door: decide(payment), whole verdict read', over(ready, (one) => {
      one.decide(next());
      sink ^= JSON.parse(one.verdictJson()).outcome.length;
    })],
  ];
}

/** Rows of one batch, as they are pasted into a table. */
function batch(firm, objects) {
  const { now, valueDate, approvers } = objects[0];
  const items = Array.from({ length: ROWS }, (_, at) => {
    const { kind, ...payee } = objects[at].payee;
    // Enough to cover its fee: a batch with a payment that does not has no sum.
    return { payee, payment: String(Number(objects[at].payment) + 1_000), bearer: objects[at].bearer };
  });
  const request = { user: 'user000', business: 'bulkTransfer', operation: 'create', entry: 'screen', account: objects[0].account, now, valueDate, approvers, items };
  const { items: answers, fee } = firm.evaluate(request);
  if (answers?.length !== ROWS || fee === null) throw new Error('the batch has no fee');
  same('the sum of a batch', fee.transfer, String(answers.reduce((sum, { fee }) => sum + Number(fee.transfer), 0)));
  return inOne(ROWS, () => read(firm.evaluate(request)));
}

/** The same requests as rows. */
function columns(firm, objects, verdicts) {
  const rows = objects.slice(0, ROWS);
  const days = (text) => Date.parse(text) / 86_400_000;
  const column = (Type, value) => Type.from(rows, value);
  const position = (kind, name) => (name === undefined ? 0xffff : firm.position(kind, name));
  const account = column(Uint16Array, ({ account }) => position('account', account));
  const limits = [...new Set(rows.flatMap(({ usage }) => usage.map(({ limit }) => limit)))];
  const least = -(2 ** 31);
  const input = {
    user: column(Uint16Array, ({ user }) => position('user', user)),
    business: column(Uint16Array, ({ business }) => position('business', business)),
    account,
    operation: column(Uint8Array, () => 0),
    now: column(BigInt64Array, ({ now }) => BigInt(Date.parse(now) / 1000)),
    valueDate: column(Int32Array, ({ valueDate }) => days(valueDate)),
    payeeKind: column(Uint8Array, ({ payee }) => ['preRegistered', 'userRegistered', 'newAccount'].indexOf(payee.kind)),
    place: Uint8Array.from(rows, ({ payee }, at) => firm.place(account[at], payee.bank, payee.branch)),
    document: column(Uint8Array, ({ payee }) => Number(payee.document ?? false)),
    payment: column(BigInt64Array, ({ payment }) => BigInt(payment)),
    bearer: column(Uint8Array, ({ bearer }) => ['payer', 'payee'].indexOf(bearer)),
    approvers: [0, 1].map((place) => column(Uint16Array, ({ approvers }) => (approvers[place] === undefined ? 0xffff : firm.position('approver', approvers[place])))),
    usage: limits.map((limit) => {
      const entry = ({ usage }) => usage.find((one) => one.limit === limit);
      return {
        limit: firm.position('limit', limit),
        day: column(Int32Array, (row) => (entry(row) === undefined ? least : days(entry(row).day))),
        used: column(BigInt64Array, (row) => (entry(row) === undefined ? -(2n ** 63n) : BigInt(entry(row).used))),
      };
    }),
  };
  const outcomes = ['refused', 'incomplete', 'needsApproval', 'accepted'];
  const answers = firm.decideColumns(input);
  rows.forEach((_, at) => {
    const { outcome, fee } = JSON.parse(verdicts[at]);
    same('a row', outcomes[answers.outcome[at]], outcome);
    same('a fee', fee === null ? undefined : String(answers.deducted[at]), fee?.deducted);
  });
  return inOne(ROWS, () => { sink ^= firm.decideColumns(input).outcome[7]; });
}

/** Validators of the request's shape. They know no user, account, fee, limit or approver. */
function shapes(objects) {
  const validate = new Ajv().compile(ajvSchema);
  objects.forEach((object) => {
    if (!validate(object) || !zodSchema.safeParse(object).success) throw new Error('a shape is wrong');
    const wrong = { ...object, payment: {} };
    if (validate(wrong) || zodSchema.safeParse(wrong).success) throw new Error('a wrong shape is taken');
  });
  return [
    ['zod: shape of the object only', over(objects, (object) => { sink ^= Number(zodSchema.safeParse(object).success); })],
    ['ajv: shape of the object only', over(objects, (object) => { sink ^= Number(validate(object)); })],
  ];
}

/** Nanoseconds per call over a while, by a clock of milliseconds. */
export function sample(side, milliseconds, clock = () => performance.now()) {
  let round = side.least ?? 1;
  let calls = 0;
  const start = clock();
  for (;;) {
    side(round);
    calls += round;
    const elapsed = clock() - start;
    if (elapsed >= milliseconds) return (elapsed * 1e6) / calls;
    if (elapsed < milliseconds / 50) round *= 2;
  }
}
