// The demo page in a browser, as a person uses it: built as it is shipped, and driven by mouse and keyboard.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { open, target } from './demo.mjs';

const made = join(target, 'npm');
const pictures = join(made, 'screenshots');
const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let demo;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  demo = await open();
});

after(async () => {
  await demo?.close();
});

/** Opens the page and hands it over; whatever it complains of, and whatever it asks of others, is a fault. */
async function on(screen, work, settings = {}) {
  const context = await demo.browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...settings });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => faults.push(message.text()));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') faults.push(`asked ${request.url()}`);
  });
  try {
    await page.goto(`${demo.address}#/${screen}`);
    await page.waitForSelector('h1');
    await work(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** Goes to another screen, and waits until it is there. */
async function go(page, screen) {
  await page.evaluate((screen) => (location.hash = `#/${screen}`), screen);
  await page.waitForSelector(`.screen-${screen}`);
}

/** Waits until something says a thing: files are read in their own time. */
const says = (page, place, text) => page.locator(place).filter({ hasText: text }).waitFor();

const typed = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const messages = (page, pointer) => page.locator('.field', { has: typed(page, pointer) }).locator('.message.error').allTextContents();
const verdict = (page) => page.locator('.verdict .title').textContent();

/** The text of what stands beside a name in the list of figures. */
const figure = async (page, name) => (await page.locator('.summary .pairs > div', { hasText: name }).locator('dd').textContent()).trim();

/** Saves the case on the screen, and gives it. */
async function saved(page) {
  await page.locator('summary', { hasText: 'Save as a regression case' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save=case]').click()]);
  return readFile(await download.path(), 'utf8');
}

const program = ['debug', 'release'].map((profile) => join(target, profile, 'kessai')).find((path) => existsSync(path));

/** Has the program run a case file; its documents lie beside it as in the corpus. */
function run(name, text) {
  const folder = join(made, 'demo-cases');
  const bank = JSON.parse(text).service.split('/')[0];
  mkdirSync(join(folder, bank), { recursive: true });
  for (const file of ['service.json', 'company.json']) copyFileSync(join(fixtures, bank, file), join(folder, bank, file));
  const path = join(folder, name);
  writeFileSync(path, text);
  return execFileSync(program, ['test', path], { encoding: 'utf8' });
}

test('while a payment is typed, reasons come and go, and the fee changes', async () => {
  await on('transfer', async (page) => {
    assert.equal(await verdict(page), 'This can be sent for approval');
    assert.equal(await figure(page, 'Transfer'), 'JPY 29,999');
    assert.equal(await page.locator('.summary .difference .amount').textContent(), 'JPY 220');

    const payment = typed(page, '/payment');
    await payment.fill('30330');
    assert.equal(await figure(page, 'Bank’s fee'), 'JPY 330');
    assert.equal(await page.locator('.summary .difference').count(), 0);

    await payment.fill('3x');
    assert.equal(await verdict(page), 'This cannot be accepted');
    assert.equal(await payment.getAttribute('aria-invalid'), 'true');
    const [reason] = await messages(page, '/payment');
    assert.ok(reason.length > 0);
    const described = await payment.getAttribute('aria-describedby');
    assert.ok((await page.locator(`[id="${described.split(' ').at(-1)}"]`).textContent()).includes(reason));

    await payment.fill('30,331');
    assert.deepEqual(await messages(page, '/payment'), []);
    assert.equal(await payment.getAttribute('aria-invalid'), null);
    assert.equal(await figure(page, 'Transfer'), 'JPY 30,001');

    await payment.fill('');
    assert.deepEqual(await page.locator('.field', { has: payment }).locator('.message').allTextContents(), [], 'nobody is told of a field before leaving it');
    await payment.blur();
    assert.equal(await page.locator('.field', { has: payment }).locator('.message.missing').count(), 1);
  });
});

test('the largest payment is taken, and one yen more is over the limit', async () => {
  await on('transfer', async (page) => {
    assert.match(await page.locator('.largest').textContent(), /JPY 180,330/);
    await page.locator('[data-take=largest]').click();
    assert.equal(await verdict(page), 'This can be sent for approval');
    assert.match(await page.locator('.limits li', { hasText: /^Account, per day, ad hoc/ }).textContent(), /JPY 0 left/);
    await typed(page, '/payment').fill('180331');
    assert.equal(await verdict(page), 'This cannot be accepted');
    assert.match(await page.locator('.limits li.over').textContent(), /JPY 1 over/);
    await typed(page, '/payment').fill('30329');
    await page.locator('summary', { hasText: 'What the bank knows' }).click();
    await page.getByLabel('Used: Account, per day, ad hoc payees').fill('300000');
    assert.match(await page.locator('.limits li.over').textContent(), /JPY 29,999 over/);
  });
});

test('the language changes, and what was typed stays', async () => {
  await on('transfer', async (page) => {
    await typed(page, '/payment').fill('12x');
    const [english] = await messages(page, '/payment');
    await page.getByRole('button', { name: '日本語' }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
    assert.equal(await typed(page, '/payment').inputValue(), '12x');
    const [japanese] = await messages(page, '/payment');
    assert.notEqual(japanese, english);
    assert.match(japanese, /[ぁ-ん]/);
    assert.equal(await page.locator('h1').textContent(), '振込・振替の入力');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '日本語');
  });
});

test('a name is shown as it will be sent, and a day that is none has its way out', async () => {
  await on('transfer', async (page) => {
    assert.match(await page.locator('.field', { has: typed(page, '/payee/name') }).textContent(), /Sent as ﾔﾏﾀﾞｼﾖｳｼﾞ\(ｶ/);
    await typed(page, '/valueDate').fill('2026-11-23');
    assert.equal((await messages(page, '/valueDate')).length, 1);
    await page.locator('.message.error button', { hasText: 'Take Tue 24 Nov 2026' }).click();
    assert.equal(await typed(page, '/valueDate').inputValue(), '2026-11-24');
    assert.equal(await verdict(page), 'This can be sent for approval');
  });
});

test('approvers are named and removed', async () => {
  await on('transfer', async (page) => {
    await page.getByRole('button', { name: /^Remove/ }).click();
    assert.equal(await verdict(page), 'Some fields are still empty');
    const offered = await page.locator('[data-approver]').evaluateAll((buttons) => buttons.map((button) => button.dataset.approver));
    assert.deepEqual(offered, ['ichiro01', 'master01'], 'those who may use the account');
    await page.locator('[data-approver=master01]').click();
    assert.match(await page.locator('.verdict').textContent(), /master01/);
  });
});

test('everything can be done by keyboard alone', async () => {
  await on('transfer', async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.dataset.pointer ?? document.activeElement.textContent.trim());
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), '/user');
    const until = async (wanted) => {
      for (let steps = 0; steps < 60 && (await focused()) !== wanted; steps += 1) await page.keyboard.press('Tab');
      assert.equal(await focused(), wanted);
    };
    await until('/payment');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('180331');
    assert.equal(await verdict(page), 'This cannot be accepted');
    await until('Use this amount');
    await page.keyboard.press('Enter');
    assert.equal(await focused(), '/payment');
    assert.equal(await typed(page, '/payment').inputValue(), '180,330');
    await go(page, 'policy');
    assert.equal(await focused(), 'Approval policies', 'who comes to a screen is at its heading');
  });
});

test('a transfer is saved as a case that the program takes', { skip: program === undefined ? 'the program is not built' : false }, async () => {
  await on('transfer', async (page) => {
    await typed(page, '/payment').fill('180331');
    const text = await saved(page);
    const { cases, service } = JSON.parse(text);
    assert.equal(service, 'kusunoki/service.json');
    assert.equal(cases[0].expect.outcome, 'refused');
    assert.equal(cases[0].request.payment, '180331');
    assert.match(run('transfer.json', text), /1 passed, 0 failed/);
  });
});

test('a thousand pasted rows are judged at once, each by itself', async () => {
  await on('bulk', async (page) => {
    await page.locator('[data-rows=sample]').click();
    assert.match(await page.locator('.count').textContent(), /1,000 rows 41 to correct/);
    const first = await page.locator('.result tbody tr').first().textContent();
    assert.match(first, /^1OK/);
    await page.getByLabel('Only rows to correct').check();
    assert.equal(await page.locator('.result tbody tr').count(), 41);
    assert.match(await page.locator('.result caption').textContent(), /Rows 1 to 41 of 41/);

    await page.locator('[data-rows=remove]').click();
    assert.match(await page.locator('.count').textContent(), /959 rows 0 to correct/);
    assert.equal(await verdict(page), 'This can be sent for approval');
    await page.getByLabel('Only rows to correct').uncheck();
    await page.getByRole('button', { name: 'Next' }).click();
    assert.match(await page.locator('.result caption').textContent(), /Rows 51 to 100 of 959/);

    await page.getByLabel('Paste the rows').fill('"bank","branch","type","number","name","payment"\n0169,101,1,1234567,ﾔﾏﾀﾞ,"30,329",payee\n0169,101,1,1234567,ﾔﾏﾀﾞ,,payer\n');
    assert.match(await page.locator('.count').textContent(), /2 rows 1 to correct/);
    await page.locator('[data-rows=sample]').click();
    if (program !== undefined) assert.match(run('bulk.json', await saved(page)), /1 passed, 0 failed/);
  });
});

test('an item goes through its life, and its story is a case', async () => {
  await on('life', async (page) => {
    const state = () => page.locator('.state-now').textContent();
    const event = (type) => page.locator(`[data-event=${type}]`);
    await event('submit').click();
    assert.match(await state(), /Awaiting final approval/);
    assert.equal(await page.locator('g.state.now').getAttribute('data-state'), 'pendingFinal');
    assert.match(await page.locator('.changed').first().textContent(), /JPY 479,999/);
    assert.equal(await event('approve').count(), 0, 'who asked for it may not approve it');
    await page.getByLabel('Who acts').selectOption('ichiro01');
    await event('approve').click();
    assert.match(await state(), /Approved/);
    assert.equal(await event('execute').count(), 0, 'not before its day');
    await page.getByRole('button', { name: 'Value date, 09:00' }).click();
    await event('execute').click();
    assert.match(await state(), /Executed/);
    assert.equal(await page.locator('.history li').count(), 3);
    if (program !== undefined) assert.match(run('life.json', await saved(page)), /1 passed, 0 failed/);
    await page.getByRole('button', { name: 'One step back' }).click();
    assert.match(await state(), /Approved/);
  });
});

test('an amount stands on the ladder where the engine puts it', async () => {
  await on('policy', async (page) => {
    const here = () => page.locator('tr[aria-current=true] th .amount').textContent();
    assert.equal(await here(), 'up to JPY 10,000,000');
    await page.getByRole('textbox', { name: 'Amount' }).fill('1000000');
    assert.equal(await here(), 'up to JPY 1,000,000');
    await page.getByRole('textbox', { name: 'Amount' }).fill('10,000,001');
    assert.equal(await here(), 'over JPY 10,000,000');
    assert.match(await page.locator('tr[aria-current=true] td').textContent(), /Managers → Directors → Send: Treasury/);
  });
});

test('somebody’s own documents are taken, and wrong ones are refused with every finding', async () => {
  await on('documents', async (page) => {
    const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    const service = readFileSync(join(fixtures, 'hinode/service.json'), 'utf8');
    const company = readFileSync(join(fixtures, 'hinode/company.json'), 'utf8');
    await page.locator('#file-service').setInputFiles(file('bank.json', service));
    await says(page, '.outcome', 'Now choose the company’s document');
    await page.locator('#file-company').setInputFiles(file('firm.json', company.replace('"single"', '"twice"').replace('"10000000"', '"x"')));
    await says(page, '.outcome', 'cannot be used (2 errors)');
    assert.equal(await page.locator('.findings .error').count(), 2);
    assert.match(await page.locator('.findings').textContent(), /\/approval\/webBatch/);
    assert.match(await page.locator('.customer').textContent(), /みどり商事/, 'nothing is replaced');
    await page.locator('#file-company').setInputFiles(file('firm.json', company));
    await says(page, '.bank', 'Hinode Net Bank');
    await page.evaluate((texts) => {
      const dropped = new DataTransfer();
      for (const [name, text] of Object.entries(texts)) dropped.items.add(new File([text], name));
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    }, { 'firm.json': readFileSync(join(fixtures, 'kasumi/company.json'), 'utf8'), 'bank.json': readFileSync(join(fixtures, 'kasumi/service.json'), 'utf8') });
    await says(page, '.bank', 'Kasumi Bank');
    for (const screen of ['transfer', 'bulk', 'life', 'policy']) {
      await go(page, screen);
      assert.ok((await page.locator('main').textContent()).length > 200);
    }
  });
});

test('every bank of the page has something on every screen', async () => {
  await on('documents', async (page) => {
    for (const bank of ['caravel', 'kasumi', 'kusunoki']) {
      await go(page, 'documents');
      await page.locator(`[data-sample=${bank}]`).click();
      assert.equal(await page.locator(`[data-sample=${bank}]`).getAttribute('aria-pressed'), 'true');
      await go(page, 'transfer');
      assert.equal(await verdict(page), 'This can be sent for approval');
      await go(page, 'bulk');
      await page.locator('[data-rows=sample]').click();
      await page.locator('[data-rows=remove]').click();
      assert.match(await page.locator('.count').textContent(), / 0 to correct/);
      await go(page, 'life');
      await page.locator('[data-event=submit]').click();
      assert.match(await page.locator('.state-now').textContent(), /Awaiting/);
      await go(page, 'policy');
      assert.equal(await page.locator('tr[aria-current=true]').count(), 1);
    }
  });
});

test('on paper there is the slip, not the form', async () => {
  await on('transfer', async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.entry').isVisible(), false);
    assert.match(await page.locator('.paper-only').innerText(), /ﾔﾏﾀﾞｼﾖｳｼﾞ\(ｶ/);
    await page.screenshot({ path: join(pictures, 'transfer-print.png'), fullPage: true });
  });
});

const LOOKS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 360, height: 740 }, locale: 'ja-JP' },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { name: 'contrast', forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } },
];

for (const { name, ...settings } of LOOKS) {
  test(`every screen can be read by everybody: ${name}`, async () => {
    await on('', async (page) => {
      await page.evaluate(axe);
      const screens = await page.locator('.ways a').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(2)));
      assert.ok(screens.length >= 5);
      for (const screen of screens) {
        await go(page, screen);
        if (screen === 'bulk') await page.locator('[data-rows=sample]').click();
        if (screen === 'life') await page.locator('[data-event=submit]').click();
        await page.locator('details').evaluateAll((parts) => parts.forEach((part) => (part.open = true)));
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, `${screen} scrolls sideways`);
        // Colours that the system gives are the system's; what the page is made of is the same in every look.
        const found = settings.forcedColors === 'active' ? [] : await page.evaluate(async () => {
          const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
        });
        assert.deepEqual(found, [], screen);
        await page.screenshot({ path: join(pictures, `${screen}-${name}.png`), fullPage: true });
      }
    }, settings);
  });
}
