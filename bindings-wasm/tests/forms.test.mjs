// Forms as JavaScript has them: the answer sorted by field, what form libraries hold, and Standard Schema.
import assert from 'node:assert/strict';
import test from 'node:test';

import init, { CallError, Form, RequestError, Service } from 'kessai';

import { company, request, service, thrown } from './documents.mjs';

await init();

const fields = {
  user: {
    pin: { characters: 'digits', minLength: 4, maxLength: 4, typedTwice: true, unequalTo: ['telephone'] },
    telephone: { characters: 'digits' },
    'address.city': { required: true, maxLength: 5 },
    name: { characters: 'fullWidth', required: true },
  },
};
const bank = new Service({ ...service, fields });
const firm = bank.company(company);
const form = firm.form('user');
/** A user with whom nothing is wrong. */
const whole = { id: 'taro01', role: 'general', enabled: true, name: '山田', address: { city: '東京' } };

/** What is said where, in short. */
const short = ({ issues }) => issues.map(({ pointer, code }) => `${pointer} ${code}`);

test('a view has each issue at its field, with its figures and its text', () => {
  const view = form.view({ ...whole, pin: '12', pinAgain: '13', telephone: '12', role: undefined }, { lang: 'ja' });
  assert.equal(view.outcome, 'refused');
  assert.deepEqual(short(view), ['/pin form.tooShort', '/pinAgain form.typedTwice', '/pin form.unequal', '/role missing']);
  assert.deepEqual([...view.fields.keys()], ['/pin', '/pinAgain', '/role']);
  const [length, unequal] = view.fields.get('/pin');
  assert.deepEqual({ ...length, reason: null }, {
    message: view.answer.reasons[0].message.ja, path: ['pin'], pointer: '/pin', kind: 'reason', code: 'form.tooShort', reason: null, error: null,
  });
  assert.equal(length.reason, view.answer.reasons[0]);
  assert.equal(unequal.reason.expected, 'telephone');
  assert.deepEqual(view.fields.get('/role'), [
    { message: '利用者区分を入力してください。', path: ['role'], pointer: '/role', kind: 'missing', code: 'missing', reason: null, error: null },
  ]);
  assert.deepEqual([view.rest, form.view(whole).outcome, form.view(whole).issues], [[], 'valid', []]);
});

test('many rows are told one by one, and all are taken or none', () => {
  const second = { ...whole, id: 'jiro01' };
  const good = form.checkRows([{ ...whole, id: 'goro01' }, second]);
  const result = [{ id: 'goro01', role: 'general', enabled: true, name: '山田' }, { id: 'jiro01', role: 'general', enabled: true, name: '山田' }];
  assert.deepEqual([good.outcome, good.reasons, good.result], ['valid', [], result]);
  const bad = form.checkRows([second, { ...second, pin: '1' }, { ...second, id: 'goro01', role: null }], { lang: 'ja' });
  assert.deepEqual([bad.outcome, bad.result, bad.rows.map(({ outcome }) => outcome)], ['refused', null, ['valid', 'refused', 'incomplete']]);
  assert.deepEqual(bad.rows[1].reasons.map(({ code, path }) => `${path} ${code}`), ['/pin form.tooShort', '/id user.duplicate']);
  assert.equal(bad.rows[1].missing[0], '/pinAgain');
  assert.deepEqual([bad.rows[2].missing, bad.rows[2].texts.missing], [['/role'], ['利用者区分を入力してください。']]);
  assert.equal(form.checkRows([{ ...second, role: undefined }], { fixed: { role: 'general' } }).outcome, 'valid', 'the host knows his role');
  assert.equal(form.checkRows([{ ...second, pin: '' }], { blankIsNull: true }).outcome, 'valid');
  for (const [rows, code, path] of [
    [{}, 'call.argument', ''], [null, 'call.argument', ''], [[], 'request.form', '/rows'], [[second, 5], 'request.type', '/rows/1'],
    [[second, { id: NaN }], 'value.notFinite', '/rows/1/id'], [[{ card: 1 }], 'request.field.unknown', '/rows/0/card'],
  ]) {
    const error = thrown(() => form.checkRows(rows));
    assert.deepEqual([error.code, error.path], [code, path]);
  }
  assert.equal(thrown(() => firm.form('company').checkRows([{}])).code, 'request.form');
});

test('the language is that of the call, else that of the form, else English', () => {
  const said = (view) => view.issues[0].message;
  const odd = { ...whole, role: 'boss' };
  const ja = form.with({ lang: 'ja' });
  assert.match(said(form.view(odd)), /is not one of/);
  assert.match(said(ja.view(odd)), /指定できません/);
  assert.match(said(ja.view(odd, { lang: 'en' })), /is not one of/);
  assert.match(said(ja.view(odd, { lang: null })), /指定できません/);
  assert.equal(thrown(() => form.view(odd, { lang: 5 })).path, '/lang');
  assert.match(said(form.view(odd, { lang: 'ja-JP' })), /指定できません/);
  assert.equal(form.view({ id: 1.5 }, { lang: 'ja-JP' }).issues[0].message, '数値は整数でなければなりません（1.5）');
  assert.equal(form.check(odd).texts, undefined);
  assert.equal(form.check(odd, { lang: 'en' }).texts.reasons[0], said(form.view(odd)));
});

test('positions in lists are numbers, names of objects are none', () => {
  const paths = (input) => form.view(input).issues.filter(({ kind }) => kind === 'reason').map(({ path }) => path);
  assert.deepEqual(paths({ ...whole, rights: ['transfer.request', 'x'] }), [['rights', 1]]);
  assert.deepEqual(paths({ ...whole, limits: { 0: { adHoc: 'x' } } })[0].slice(0, 2), ['limits', '0']);
  assert.deepEqual(paths({ ...whole, 'a/b~c': 1 }), [['a/b~c']]);
  // Where nothing typed is a list, and there is no result: by the pointer alone.
  assert.deepEqual(firm.form('request', { fixed: { usage: [{ limit: 5 }] } }).view({}).issues[0].path, ['usage', 0, 'limit']);
});

test('what the page shows no field for is in the rest', () => {
  const input = { id: 'taro01', role: 'boss', rights: ['x', 'y'], address: { city: '東京都千代田区' } };
  const of = (fields) => {
    const view = form.view(input, { fields });
    return [[...view.fields.keys()].sort(), view.rest.map(({ pointer }) => pointer).sort()];
  };
  assert.deepEqual(of(undefined), [['/address/city', '/enabled', '/name', '/rights/0', '/rights/1', '/role'], []]);
  assert.deepEqual(of(['/rights', '/address', '/rol']), [['/address/city', '/rights/0', '/rights/1'], ['/enabled', '/name', '/role']]);
  assert.deepEqual(of([]), [[], ['/address/city', '/enabled', '/name', '/rights/0', '/rights/1', '/role']]);
  assert.deepEqual(form.view(input).at('/rights').map(({ path }) => path), [['rights', 0], ['rights', 1]]);
  assert.deepEqual(form.view(input).at('/right'), []);
});

test('a reason outside of the element is in the rest', () => {
  const full = new Service({ ...service, settings: { roles: { maxUsers: 1 } } }).company(company).form('user');
  const { outcome, rest, fields } = full.view({ id: 'taro01', role: 'general', enabled: true });
  assert.deepEqual([outcome, fields.size, rest.length], ['refused', 0, 1]);
  assert.deepEqual([rest[0].path, rest[0].pointer, rest[0].reason.place], [[], '', '/users']);
});

test('what cannot be judged is said at its place, and everything else still is', () => {
  const view = form.view({ id: NaN, role: 'boss', enabled: true, name: new Date(0), address: { city: 1.5 }, pin: 2n ** 60n, rights: ['x', undefined, Symbol('x')], nothing: 1 });
  assert.deepEqual([view.outcome, view.answer], ['refused', null]);
  const said = short(view).sort();
  assert.deepEqual(said.filter((one) => !one.startsWith('/pin')), [
    '/address/city value.fraction', '/id missing', '/name value.notPlain', '/nothing request.field.unknown',
    '/rights/0 right.unknown', '/rights/1 value.undefined', '/rights/2 value.symbol', '/role choice.unknown',
  ].sort());
  const fault = view.fields.get('/name')[0];
  assert.ok(fault.error instanceof RequestError);
  assert.deepEqual([fault.reason, fault.kind, fault.message], [null, 'reason', fault.error.message]);
  assert.equal(form.view({ name: new Date(0) }, { lang: 'ja' }).fields.get('/name')[0].message, fault.error.messageJa);
});

test('a number field with nothing in it is missing where something is needed, and else no number', () => {
  assert.deepEqual(short(form.view({ ...whole, id: NaN })), ['/id missing']);
  assert.equal(form.view({ ...whole, id: NaN }).outcome, 'incomplete');
  assert.deepEqual(short(form.view({ ...whole, telephone: NaN })), ['/telephone value.notFinite']);
  assert.deepEqual([form.view({ ...whole, telephone: NaN }).outcome, form.view({ ...whole, telephone: NaN }).answer], ['refused', null]);
  assert.deepEqual(short(form.view({ ...whole, id: Infinity })), ['/id value.notFinite']);
});

test('"" is nothing for a view, and a text for who asks for that', () => {
  const typed = { ...whole, name: '', limits: { transfer: { newAccount: '' } }, rights: [''] };
  assert.deepEqual(short(form.view(typed)), ['/rights/0 right.unknown', '/name missing']);
  assert.ok(short(form.view(typed, { blankIsNull: false })).includes('/limits/transfer/newAccount amount.malformed'));
  assert.ok(form.check(typed).reasons.some(({ path }) => path === '/limits/transfer/newAccount'));
  assert.ok(!form.check(typed, { blankIsNull: true }).reasons.some(({ path }) => path === '/limits/transfer/newAccount'));
});

test('hostile values are issues, and the form is of use afterwards', () => {
  const cyclic = { id: 'x' };
  cyclic.limits = { cyclic };
  let deep = 'x';
  for (let at = 0; at < 40; at += 1) deep = { deep };
  const evil = {
    get id() {
      throw new Error('no');
    },
    role: 'boss',
  };
  const proxy = new Proxy({}, { ownKeys: () => { throw new Error('no'); } });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const twice = { get id() { return form.view({ ...whole }).outcome; } };
  for (const input of [
    cyclic, deep, { limits: deep }, evil, proxy, revoked.proxy, { id: revoked.proxy }, [], 5, 'x', Symbol('x'), () => {}, new Map(), new Date(), true, 1n,
    { id: '\ud800' }, { __proto__: { id: 'x' } }, JSON.parse('{"__proto__": {"id": "x"}}'), { toJSON: () => whole }, { id: 'x'.repeat(33 * 1024 * 1024) }, new Array(2 ** 30),
    Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`n${at}`, NaN])), { [Symbol('x')]: 1 }, { rights: { length: 3 } },
  ]) {
    for (const given of [form, form.with({ fixed: { limits: { transfer: {} }, enabled: true } })]) {
      const { outcome, issues } = given.view(input);
      assert.notEqual(outcome, 'valid');
      assert.ok(issues.length > 0);
      assert.ok(given['~standard'].validate(input).issues.length > 0);
    }
  }
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`n${at}`, NaN]));
  assert.equal(form.view(many).issues.length, 16, 'it gives up');
  assert.equal(form.view(twice).fields.get('/id'), undefined, 'a getter may ask the form itself');
  assert.ok(form.view(evil).fields.get('/role'), 'what stands beside it is judged');
  assert.equal(form.view(whole).outcome, 'valid');
  assert.equal({}.id, undefined);
});

test('what the host knows stands, whatever is typed', () => {
  const known = { id: 'taro01', enabled: true, limits: { transfer: { adHoc: '5', total: '6' } }, rights: ['transfer.request'] };
  const given = form.with({ fixed: known, blankIsNull: true });
  const result = (input) => given.check(input).result;
  for (const input of [
    {}, undefined,
    // Somebody who posts what no field of the page has.
    { id: 'hanako01', enabled: false, rights: [] }, { id: null, limits: null }, { limits: { transfer: { adHoc: '7' } }, enabled: undefined },
    { limits: '' }, { limits: { transfer: null } },
  ]) {
    assert.deepEqual(result(input), known, JSON.stringify(input));
  }
  assert.deepEqual(result({ name: '太郎', limits: { bonus: '9' } }), { ...known, name: '太郎', limits: { ...known.limits, bonus: '9' } }, 'what it does not say is typed');
  assert.equal(given.view({ limits: 'all' }).outcome, 'refused', 'what is no object is not passed over');
  known.id = 'other';
  assert.equal(result({}).id, 'taro01', 'settings are read once');
  assert.equal(given.check({}, { fixed: { id: 'third' } }).result.id, 'third');
  assert.equal(thrown(() => form.with({ fixed: { id: NaN } })).path, '/fixed/id');
  // An error in it is at its place, as if it had been typed.
  assert.deepEqual(short(form.view({}, { fixed: { ...whole, nothing: 1 } })), ['/nothing request.field.unknown']);
});

test('settings that there are not, or of the wrong kind, throw', () => {
  for (const wrong of [{ language: 'ja' }, { fixed: [] }, { fixed: 'x' }, { fields: '/id' }, { fields: ['id'] }, { fields: [1] }, { blankIsNull: 1 }, 5, [], 'ja']) {
    for (const call of [() => form.with(wrong), () => form.view({}, wrong), () => firm.form('user', wrong), () => bank.form(company, 'user', wrong)]) {
      const error = thrown(call);
      assert.ok(error instanceof CallError);
      assert.equal(error.code, 'call.argument');
    }
  }
  for (const call of [() => form.with(), () => form.view({}, {}, 1), () => form.with({}, 1)]) assert.equal(thrown(call).code, 'call.argument');
  assert.equal(thrown(() => form.view({}, { change: 'nobody' })).path, '/change');
});

test('forms that share one of the engine are freed in any order', () => {
  const [one, other] = [firm.form('user'), firm.form('request')];
  for (const first of [one, other]) {
    const second = first.with({ lang: 'ja' });
    const third = second.with({ lang: 'en' });
    assert.ok(third instanceof Form);
    first.free();
    first.free();
    assert.equal(thrown(() => first.view({})).code, 'call.freed');
    assert.equal(thrown(() => first.with({})).code, 'call.freed');
    assert.equal(second.view({}).outcome, 'incomplete');
    third.free();
    assert.equal(second.view({}).outcome, 'incomplete');
    second.free();
    assert.equal(thrown(() => second.view({})).code, 'call.freed');
  }
  const own = bank.company(company);
  const its = own.form('request');
  own.free();
  assert.equal(thrown(() => own.evaluate(request)).code, 'call.freed');
  assert.equal(its.view(request).outcome, 'valid');
  its.free();
});

test('a proxy around a form, or one that is frozen, is a form', () => {
  assert.equal(new Proxy(form, {}).view(whole).outcome, 'valid');
  assert.ok('~standard' in new Proxy(form, {}));
  assert.equal(Object.freeze(form.with({})).with({ lang: 'ja' }).view(whole).outcome, 'valid');
});

test('Standard Schema: the value is the result, and each issue is whole', () => {
  const { version, vendor, validate } = form['~standard'];
  assert.deepEqual([version, vendor], [1, 'kessai']);
  const { address, ...kept } = whole;
  assert.deepEqual(validate({ ...whole, pin: '1234', pinAgain: '1234' }), { value: kept }, 'the bank\'s own fields are no part of it');
  const { issues, value } = validate({ ...whole, role: 'boss', pin: '1' });
  assert.equal(value, undefined);
  assert.deepEqual(issues.map(({ path }) => path), [['pin'], ['role'], ['pinAgain']]);
  assert.deepEqual(issues[1].reason.code, 'choice.unknown');
  for (const none of [undefined, null, 5, 'x', []]) assert.ok(validate(none).issues.length > 0);
  assert.ok(form.with({ fixed: whole })['~standard'].validate(undefined).issues.length > 0, 'no values are not those that the host knows');
  assert.match(validate({ ...whole, role: 'boss' }, { libraryOptions: { lang: 'ja', ofOthers: 1 } }).issues[0].message, /指定できません/);
  assert.match(validate({ ...whole, role: 'boss' }, {}).issues[0].message, /is not one of/);
  assert.deepEqual(validate({}, { libraryOptions: { fixed: whole } }).value, kept);
});

test('the form of a request is sorted like the others', () => {
  const entry = firm.form('request', { fixed: { user: 'hanako01', business: 'transfer', operation: 'create', now: request.now }, fields: ['/account', '/payee', '/payment', '/bearer', '/valueDate'] });
  const typed = { account: 'main', valueDate: '2026-11-24', payee: request.payee, payment: '30329', bearer: 'payee' };
  const view = entry.view(typed, { lang: 'ja' });
  assert.deepEqual([view.outcome, view.issues], ['valid', []]);
  assert.equal(view.answer.verdict.fee.bankFee, firm.evaluate(request).fee.bankFee);
  assert.deepEqual(view.answer.result, { ...typed, user: 'hanako01', business: 'transfer', operation: 'create', now: request.now });
  const less = entry.view({ ...typed, payment: '100', bearer: '' }, { lang: 'ja' });
  assert.ok(less.fields.get('/bearer')[0].kind === 'missing');
  const unknown = entry.view({ ...typed, account: 'gone', payment: 'x' });
  assert.deepEqual([unknown.outcome, unknown.answer], ['refused', null]);
  assert.deepEqual(short(unknown).map((one) => one.split(' ')[0]), ['/account', '/payment']);
  const nobody = entry.view(typed, { fixed: { user: 'nobody' } });
  assert.deepEqual(nobody.rest.map(({ pointer }) => pointer).includes('/user'), true);
  assert.deepEqual(entry.view({ ...typed, payment: '200' }, { before: request }).answer.changed.includes('/payment'), true);
});

test('Standard JSON Schema: in both drafts and languages, and no other', () => {
  const { input, output } = form['~standard'].jsonSchema;
  for (const target of ['draft-2020-12', 'draft-07']) {
    const schema = input({ target, libraryOptions: { lang: 'ja', ofOthers: 1 } });
    assert.match(schema.$schema, target === 'draft-07' ? /draft-07/ : /2020-12/);
    assert.deepEqual(schema, form.jsonSchema({ target }, { lang: 'ja' }));
    assert.deepEqual(schema, form.with({ lang: 'ja' }).jsonSchema({ target }));
    assert.deepEqual(schema, output({ target, libraryOptions: { lang: 'ja' } }));
    assert.notDeepEqual(schema, input({ target }));
    for (const name of ['id', 'role', 'pin', 'pinAgain']) assert.ok(name in schema.properties, name);
  }
  for (const target of ['openapi-3.0', 'draft-04', '', undefined, 7]) {
    assert.ok(thrown(() => input({ target })) instanceof RequestError);
    assert.ok(thrown(() => form.jsonSchema({ target })) instanceof RequestError);
  }
  assert.ok(thrown(() => input()) instanceof RequestError);
  assert.equal(form.view(whole).outcome, 'valid');
  const entry = firm.form('request').jsonSchema({ target: 'draft-07' });
  assert.ok('payment' in entry.properties);
});
