// Plain HTML forms in a browser, under a strict content security policy: what is typed, said, read out and submitted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { company, service } from './documents.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = process.env.KESSAI_TARGET ?? at('../../target');

const FOLDERS = { '/kessai/': join(target, 'npm/kessai'), '/tests/': at('.'), '/fixtures/': at('../../fixtures') };
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** What was submitted, as it came. */
const sent = [];

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (request.method === 'POST') {
    let text = '';
    for await (const part of request) text += part;
    sent.push(new URLSearchParams(text));
    response.writeHead(204).end();
    return;
  }
  if (pathname === '/documents.json') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ company, service }));
    return;
  }
  const prefix = Object.keys(FOLDERS).find((prefix) => pathname.startsWith(prefix));
  try {
    const path = join(FOLDERS[prefix], normalize(pathname.slice(prefix.length)));
    const bytes = await readFile(path);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

let browser;
let view;
const faults = [];

before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: process.env.KESSAI_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
});

after(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

/** Opens a page anew. */
async function open(name) {
  await view?.close();
  faults.length = 0;
  sent.length = 0;
  view = await browser.newPage();
  view.setDefaultTimeout(20_000);
  view.on('pageerror', (error) => faults.push(error.message));
  view.on('console', (message) => message.type() === 'error' && !message.location().url.endsWith('favicon.ico') && faults.push(message.text()));
  await view.goto(`http://127.0.0.1:${server.address().port}/tests/forms-page/${name}.html`);
  await view.waitForFunction(() => globalThis.page !== undefined).catch((error) => faults.push(error.message));
  assert.deepEqual(faults, []);
}

const field = (name) => view.locator(`[name="${name}"]`).first();

/** What is said of a field, and how: by its first control, and by what describes it. */
const said = (name) =>
  view.evaluate((name) => {
    const [control] = document.getElementsByName(name);
    const part = control.type === 'radio' || control.type === 'checkbox' ? control.closest('fieldset') ?? control : control;
    const described = (part.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '' && id !== 'hint');
    return {
      invalid: control.getAttribute('aria-invalid'),
      validity: control.validationMessage,
      texts: described.flatMap((id) => [...document.getElementById(id).children].filter((one) => one.checkVisibility()).map((one) => one.textContent)),
    };
  }, name);

const rest = () => view.locator('.kessai-rest > *').allTextContents();
const focused = () => view.evaluate(() => document.activeElement.name ?? document.activeElement.className);

async function isQuiet(name) {
  const { invalid, texts } = await said(name);
  assert.deepEqual([invalid, texts], [null, []], name);
}

async function isSaid(name, pattern, invalid = 'true') {
  const seen = await said(name);
  assert.match(seen.texts.join('|'), pattern);
  assert.match(seen.validity, pattern);
  assert.equal(seen.invalid, invalid);
}

test('a user is registered: errors come and go while somebody types, and the result is what is kept', async () => {
  await open('user');
  for (const name of ['id', 'role', 'enabled', 'rights', 'pin', 'pinAgain', 'telephone', 'home']) await isQuiet(name);
  assert.deepEqual(await view.evaluate(() => page.views), ['incomplete']);

  await field('/limits/transfer/newAccount').fill('12x');
  await isSaid('/limits/transfer/newAccount', /12x/);
  await field('/limits/transfer/newAccount').fill('');
  await isQuiet('/limits/transfer/newAccount');

  // Nothing is missing where nobody was; where somebody was, it is.
  await field('id').focus();
  await isQuiet('id');
  await field('pin').focus();
  await isSaid('id', /missing/);
  assert.equal(await field('id').getAttribute('aria-describedby').then((ids) => ids.startsWith('hint ')), true);
  assert.equal(await view.getByLabel('User id', { exact: true }).count(), 1, 'what is said is no part of its name');

  // One field makes another wrong, and right again.
  await field('pinAgain').fill('1234');
  await field('pin').fill('9999');
  await isSaid('pinAgain', /not the same/);
  await field('pin').fill('1234');
  await isQuiet('pinAgain');
  await field('telephone').fill('1234');
  await isSaid('pin', /telephone/);
  await field('telephone').fill('123x');
  await isQuiet('pin');
  assert.equal(await view.locator('#of-telephone > span').count(), 1, 'the page has its own element for this one');
  await field('telephone').fill('123');

  await field('id').fill('taro01');
  await isQuiet('id');
  assert.equal(await field('id').getAttribute('aria-describedby'), 'hint');
  await view.getByLabel('boss').check();
  await isSaid('role', /boss/, null);
  await view.getByLabel('general').check();
  await isQuiet('role');
  await view.getByLabel('fly').check();
  await isSaid('rights', /transfer.fly/);
  await view.getByLabel('fly').uncheck();
  await view.getByLabel('enter transfers').check();
  await field('accounts').selectOption(['main', 'gone']);
  await isSaid('accounts', /gone/);
  await field('accounts').selectOption(['main']);
  await view.getByLabel('may use').check();

  await view.evaluate(() => {
    page.bound.destroy();
    page.bind({ onSubmit: (result) => page.results.push(result) });
  });
  await view.getByRole('button', { name: 'Register' }).click();
  assert.deepEqual(await view.evaluate(() => page.results), [
    { id: 'taro01', role: 'general', enabled: true, rights: ['transfer.request'], accounts: ['main'], limits: { transfer: {} } },
  ]);
  assert.deepEqual(sent, []);
  assert.deepEqual(faults, []);
});

test('nothing is submitted that is not valid: the first faulty field has the focus, and everything is said', async () => {
  await open('user');
  await view.evaluate(() => {
    // Even one that was there before hears nothing of it.
    page.bound.destroy();
    document.forms[0].addEventListener('submit', () => page.results.push('heard'));
    page.bind();
  });
  await field('pin').fill('1234');
  await view.getByRole('button', { name: 'Register' }).click();
  await isSaid('id', /missing/);
  await isSaid('role', /missing/, null);
  await isSaid('pinAgain', /missing/);
  assert.equal(await focused(), 'id');
  await field('id').fill('taro01');
  await field('pin').press('Enter');
  assert.equal(await focused(), 'role');
  assert.deepEqual([await view.evaluate(() => page.results), sent], [[], []]);

  await view.getByLabel('general').check();
  await field('pinAgain').fill('1234');
  const answered = view.waitForResponse((response) => response.url().endsWith('/sent'));
  await view.getByRole('button', { name: 'Register' }).click();
  await answered;
  assert.deepEqual(await view.evaluate(() => page.results), ['heard']);
  assert.equal(sent[0].get('id'), 'taro01');
  assert.deepEqual(faults, []);
});

test('a button that validates nothing submits what is there', async () => {
  await open('user');
  const answered = view.waitForResponse((response) => response.url().endsWith('/sent'));
  await view.locator('#draft').click();
  await answered;
  assert.equal(sent[0].get('as'), 'draft');
});

test('what no field shows is read out, and what is missing there when the form is submitted', async () => {
  await open('user');
  await view.evaluate(() => {
    page.settings = { fixed: { groups: ['nobody'] } };
    page.bound.refresh();
  });
  assert.match((await rest()).join(), /nobody/);
  assert.deepEqual(await view.locator('.kessai-rest').evaluate((one) => [one.getAttribute('role'), one.getAttribute('aria-live'), one.lang]), ['status', 'polite', 'en']);
  await field('id').fill('taro01');
  await view.getByLabel('general').check();
  await view.getByRole('button', { name: 'Register' }).click();
  assert.equal(await focused(), 'kessai-rest');
  assert.deepEqual(sent, []);
  // Of a field that is hidden or disabled nobody sees anything.
  await view.evaluate(() => {
    page.settings = {};
    document.getElementsByName('id')[0].disabled = true;
    page.bound.refresh();
  });
  assert.match((await rest()).join(), /The id is missing/);
  await isQuiet('id');
  await view.evaluate(() => {
    document.getElementsByName('id')[0].disabled = false;
    page.bound.refresh();
  });
  assert.deepEqual(await rest(), []);
});

test('before it is submitted, nothing is missing where no field shows it', async () => {
  await open('user');
  await view.evaluate(() => {
    document.getElementsByName('id')[0].type = 'hidden';
    document.getElementsByName('id')[0].value = '';
    page.bound.refresh();
  });
  await view.getByLabel('general').check();
  assert.deepEqual(await rest(), []);
  await view.getByRole('button', { name: 'Register' }).click();
  assert.match((await rest()).join(), /The id is missing/);
  assert.deepEqual(sent, []);
});

test('the language changes with one call', async () => {
  await open('user');
  await field('pin').fill('12');
  await isSaid('pin', /4/);
  const before = await said('pin');
  await view.evaluate(() => page.bound.setLang('ja'));
  await isSaid('pin', /文字/);
  assert.notDeepEqual(await said('pin'), before);
  const lang = await view.evaluate(() => document.getElementById(document.getElementsByName('pin')[0].getAttribute('aria-describedby')).lang);
  assert.equal(lang, 'ja');
  await view.evaluate(() => page.bound.setLang('en'));
  assert.deepEqual(await said('pin'), before);
});

test('what the browser knows of a field counts too', async () => {
  await open('user');
  await field('memo').fill('nobody');
  await isSaid('memo', /@/);
  await field('memo').fill('taro@example.com');
  await isQuiet('memo');
  // Letters in a number field: the browser hides them, so that nobody may go by what it gives.
  await field('rank').pressSequentially('1e');
  await isSaid('rank', /enter a number/i);
  assert.equal(await view.evaluate(() => page.bound.view.outcome), 'refused');
  await field('rank').press('Backspace');
  await isQuiet('rank');
});

test('a control outside of its form belongs to it', async () => {
  await open('user');
  await field('home').fill('x');
  await isSaid('home', /x/);
  await field('home').fill('12');
  await isQuiet('home');
});

test('a word that is still being composed is not judged', async () => {
  await open('user');
  await field('telephone').focus();
  const session = await view.context().newCDPSession(view);
  await session.send('Input.imeSetComposition', { text: 'ｄ', selectionStart: 1, selectionEnd: 1 });
  await isQuiet('telephone');
  await session.send('Input.insertText', { text: '電' });
  await isSaid('telephone', /電/);
});

test('a form that begins anew is untouched', async () => {
  await open('user');
  await field('pin').fill('12');
  await view.getByRole('button', { name: 'Register' }).click();
  await isSaid('id', /missing/);
  await view.getByRole('button', { name: 'Begin anew' }).click();
  await view.waitForFunction(() => document.getElementsByName('pin')[0].getAttribute('aria-invalid') === null);
  for (const name of ['id', 'role', 'pin']) await isQuiet(name);
});

test('it lets go of the form, which is as it was', async () => {
  await open('user');
  const page = () => view.evaluate(() => document.querySelector('main').outerHTML);
  await view.evaluate(() => globalThis.page.bound.destroy());
  const bare = await page();
  await view.evaluate(() => globalThis.page.bind());
  await field('pin').fill('12');
  await view.getByRole('button', { name: 'Register' }).click();
  assert.notEqual(await page(), bare);
  await view.evaluate(() => globalThis.page.bound.destroy());
  assert.equal(await page(), bare);
  assert.equal((await said('pin')).validity, '');
  assert.equal(await view.evaluate(() => document.forms[0].noValidate), false);
  await field('pin').fill('1');
  await isQuiet('pin');
});

test('markup in what is typed or said stays text', async () => {
  await open('user');
  await field('/limits/transfer/newAccount').fill('<img src=x onerror=alert(1)>');
  await isSaid('/limits/transfer/newAccount', /<img/);
  assert.equal(await view.locator('form img').count(), 0);
});

test('a form that cannot be asked is not submitted', async () => {
  await open('user');
  await view.evaluate(() => {
    page.settings = { fixed: { enabled: true, id: 'taro01', role: 'general' } };
    page.form.free();
  });
  await view.getByRole('button', { name: 'Register' }).click();
  await view.evaluate(() => undefined);
  assert.match(faults.join(), /freed/);
  assert.deepEqual(sent, []);
});

test('with everything said, axe finds nothing', async () => {
  await open('user');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await view.getByRole('button', { name: 'Register' }).click();
  await view.getByLabel('fly').check();
  await view.evaluate(axe);
  const { violations } = await view.evaluate(() => axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
});

test('a transfer is entered: the fee follows, and a limit says so only as long as it is true', async () => {
  await open('request');
  const output = (id) => view.locator(`#${id}`).textContent();
  await field('account').selectOption('081-1-0253326');
  await field('valueDate').fill('2026-11-24');
  await field('payee.bank').fill('0169');
  await field('payee.branch').fill('101');
  await view.getByLabel('先方負担').check();
  await field('payment').fill('5000');
  assert.equal(await output('fee'), '110');
  await field('payment').fill('30329');
  assert.equal(await output('fee'), '110', 'what reaches the payee is below 30,000');
  await isSaid('payment', /限度/);
  assert.equal(await output('left'), '-19999');
  await field('payment').fill('10110');
  await isQuiet('payment');
  assert.equal(await output('largest'), '10110');
  await field('payment').fill('40000');
  assert.equal(await output('fee'), '330');
  await isSaid('payment', /限度/);
  // The fault is the amount's, and another field takes it away.
  await field('payee.kind').selectOption('preRegistered');
  await isQuiet('payment');
  await field('payee.kind').selectOption('newAccount');
  await isSaid('payment', /限度/);
  await view.evaluate(() => page.bound.setLang('en'));
  await isSaid('payment', /limit/i);
  await field('payment').fill('');
  assert.equal(await output('fee'), '');
  await field('payment').fill('5000');
  await view.getByRole('button').click();
  await isSaid('approvers', /missing/);
  assert.deepEqual(await view.evaluate(() => page.results), []);
  await view.getByLabel('hanako01').check();
  await view.getByRole('button').click();
  const [result] = await view.evaluate(() => page.results);
  assert.deepEqual([result.user, result.payment, result.payee, result.approvers], ['taro01', '5000', { kind: 'newAccount', bank: '0169', branch: '101' }, ['hanako01']]);
  assert.deepEqual(faults, []);
});
