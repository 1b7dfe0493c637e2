// The demo page's screens for administration, as somebody uses them: settings of the company, users with their rights, fees.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import { build } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const made = join(process.env.KESSAI_TARGET ?? at('../../target'), 'npm');
const dist = join(made, 'demo-forms');
const pictures = join(made, 'screenshots');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  try {
    const bytes = await readFile(join(dist, normalize(pathname === '/' ? 'index.html' : pathname)));
    response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/html' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

let browser;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  await build({
    configFile: at('../demo/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: dist, emptyOutDir: true },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: process.env.KESSAI_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
});

after(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

/** Opens a screen; whatever the page says to the console is a fault. */
async function opens(screen, run, { lang = 'ja', scheme = 'light' } = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: lang, colorScheme: scheme });
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => faults.push(message.text()));
  // The tables in force are those of the day.
  await page.clock.setFixedTime(new Date('2026-11-20T01:00:00Z'));
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/#/${screen}`);
    await page.locator('.screen .outcome').first().waitFor({ state: 'attached' });
    await run(page);
    assert.deepEqual(faults, []);
  } finally {
    await page.close();
  }
}

/** The field of a pointer, with all that is said of it. */
const field = (page, pointer) => page.locator(`.field:has([data-pointer="${pointer}"])`);
const control = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const said = async (page, pointer) => (await field(page, pointer).locator('.message').allInnerTexts()).join('\n');
const title = (page) => page.locator('.outcome .title').first().innerText();

/** What has the focus, by its name for readers. */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

async function axeSaysNothing(page, about) {
  // The page's own policy lets no script in that is not its own; the browser's tools are not bound by it.
  await page.evaluate(await readFile(axe, 'utf8'));
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
  assert.deepEqual(violations, [], about);
}

test('axe finds nothing, and no screen is wider than its window', async () => {
  for (const screen of ['company', 'users', 'fees']) {
    for (const [scheme, lang] of [['light', 'ja'], ['dark', 'en']]) {
      await opens(screen, async (page) => {
        if (screen === 'fees') {
          await page.locator('[data-pointer="/basis"] input[value="individual"]').check();
          await page.locator('[data-act="copy"]').click();
          await control(page, '/tables/0/otherBank/1/fee').fill('440 yen');
        }
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 900 });
          const [whole, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
          assert.ok(whole <= seen, `${screen} at ${width}: ${whole} > ${seen}`);
          await axeSaysNothing(page, `${screen} ${width} ${scheme}`);
          await page.screenshot({ path: join(pictures, `demo-${screen}-${width}-${lang}-${scheme}.png`), fullPage: true });
        }
      }, { lang, scheme });
    }
  }
});

test('the company’s settings: what is wrong is said while it is typed, and what has changed is marked', async () => {
  await opens('company', async (page) => {
    assert.equal(await title(page), '変更はありません');
    const limit = '/limits/payroll';
    await control(page, limit).fill('99999999999');
    assert.equal(await said(page, limit), '');
    assert.equal(await field(page, limit).locator('.changed-tag').innerText(), '変更');
    await control(page, limit).fill('100,000,000,000');
    assert.match(await said(page, limit), /99999999999/);
    assert.equal(await control(page, limit).getAttribute('aria-invalid'), 'true');
    assert.match(await title(page), /エラーが1件/);
    await control(page, limit).fill('');
    assert.equal(await said(page, limit), '', 'what is missing is not said while somebody is at it');
    await control(page, limit).blur();
    assert.notEqual(await said(page, limit), '');
    await control(page, limit).fill('500000000');
    assert.equal(await said(page, limit), '');
    assert.equal(await title(page), '変更はありません');
    assert.equal(await page.locator('.changed-tag').count(), 0);
  });
});

test('settings that are taken in are those of the page, and can be kept', async () => {
  await opens('company', async (page) => {
    await control(page, '/nameKana').fill('みどり');
    assert.notEqual(await said(page, '/nameKana'), '');
    await control(page, '/nameKana').fill('ﾐﾄﾞﾘ');
    await page.getByRole('group', { name: '振込振替' }).getByLabel('承認なし').check();
    await page.getByRole('button', { name: '変更を反映する' }).click();
    assert.equal(await page.locator('.done .title').innerText(), '企業情報を変更しました');
    assert.equal(await control(page, '/nameKana').inputValue(), 'ﾐﾄﾞﾘ');
    assert.equal(await title(page), '変更はありません');
    const download = page.waitForEvent('download');
    await page.locator('.done').getByRole('button', { name: /company\.json/ }).click();
    const kept = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    assert.deepEqual([kept.nameKana, kept.approval.transfer], ['ﾐﾄﾞﾘ', 'none']);
    assert.ok(kept.users.length > 3 && kept.accounts.length > 1);
  });
});

test('the permission matrix is gone through and set by keys alone', async () => {
  await opens('users', async (page) => {
    const grid = page.getByRole('grid');
    const box = (name) => grid.getByRole('checkbox', { name, exact: true });
    const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    assert.equal(await grid.locator('input[tabindex="0"]').count(), 1, 'one box is in the order of tabs');
    await grid.locator('input[tabindex="0"]').focus();
    assert.equal(await focused(page), '全選択');
    await press('ArrowDown');
    assert.equal(await focused(page), '振込振替: 全選択');
    await press('ArrowRight');
    assert.equal(await focused(page), '振込振替 依頼（事前登録口座）');
    await press('Space');
    assert.ok(await box('振込振替 依頼（事前登録口座）').isChecked());
    const state = (name) => box(name).evaluate((input) => [input.checked, input.indeterminate]);
    assert.deepEqual(await state('振込振替: 全選択'), [false, true]);
    assert.deepEqual(await state('全選択'), [false, true]);
    await press('Home');
    assert.equal(await focused(page), '振込振替: 全選択');
    await press('Enter');
    assert.deepEqual(await state('振込振替: 全選択'), [true, false], 'what has some takes all');
    assert.ok(await box('振込振替 承認').isChecked());
    await press('Space');
    assert.deepEqual(await state('振込振替: 全選択'), [false, false]);
    await press('End');
    const last = await focused(page);
    assert.match(last, /^振込振替 /);
    await press('Control+End');
    assert.match(await focused(page), /^口座振替 /);
    await press('Control+Home');
    assert.equal(await focused(page), '全選択');
    await press('ArrowUp', 'ArrowLeft');
    assert.equal(await focused(page), '全選択', 'nothing lies beyond the edge');
    assert.equal(await grid.locator('input[tabindex="0"]').count(), 1);
    // A whole column.
    for (let steps = 0; steps < 20 && (await focused(page)) !== '承認: 全選択'; steps += 1) await press('ArrowRight');
    assert.equal(await focused(page), '承認: 全選択');
    await press('Space');
    for (const business of ['振込振替', '総合振込', '給与・賞与振込', '口座振替']) {
      assert.ok(await box(`${business} 承認`).isChecked(), business);
    }
    // Out and in again: where somebody was is where he comes back to.
    await press('Shift+Tab', 'Tab');
    assert.equal(await focused(page), '承認: 全選択');
    assert.equal(await grid.getByRole('rowheader', { name: '振込振替' }).count(), 1);
    assert.equal(await grid.getByRole('columnheader', { name: '承認', exact: true }).count(), 1);
  });
});

test('a user is registered with the bank’s own fields', async () => {
  await opens('users', async (page) => {
    await control(page, '/id').fill('tanaka');
    assert.match(await said(page, '/id'), /数字/);
    await control(page, '/id').fill('tanaka01');
    assert.equal(await said(page, '/id'), '');
    await page.getByRole('button', { name: '登録する' }).click();
    assert.notEqual(await said(page, '/name'), '', 'whoever wants to be done is told what is missing');
    await control(page, '/idAgain').fill('tanaka02');
    assert.notEqual(await said(page, '/idAgain'), '');
    await control(page, '/idAgain').fill('tanaka01');
    assert.equal(await said(page, '/idAgain'), '');
    await control(page, '/name').fill('田中　健');
    await control(page, '/mail').fill('tanaka@example.jp');
    await control(page, '/mailAgain').fill('tanaka@example.jp');
    const right = page.getByRole('checkbox', { name: '振込振替 依頼（新規口座指定）', exact: true });
    await right.check();
    await control(page, '/limits/transfer/newAccount').fill('2000000000');
    assert.match(await said(page, '/limits/transfer/newAccount'), /1000000000/);
    await control(page, '/limits/transfer/newAccount').fill('500,000');
    assert.equal(await said(page, '/limits/transfer/newAccount'), '');
    await page.getByRole('button', { name: '登録する' }).click();
    assert.equal(await page.locator('.done .title').innerText(), '田中　健を登録しました');
    assert.equal(await page.getByRole('rowheader', { name: 'tanaka01' }).count(), 1);
    await page.getByRole('button', { name: '田中　健を変更' }).click();
    assert.ok(await right.isChecked());
    await right.uncheck();
    assert.equal(await page.getByRole('checkbox', { name: '振込振替 依頼（新規口座指定） (変更)' }).count(), 1);
  });
});

test('who removes a user is told what depends on him', async () => {
  await opens('users', async (page) => {
    const rows = page.getByRole('button', { name: /を削除$/ });
    const told = [];
    for (let position = 0; position < await rows.count(); position += 1) {
      await rows.nth(position).click();
      const items = page.locator('.notice:has(.table)');
      if (await items.count() > 0) told.push(await items.innerText());
    }
    assert.ok(told.some((text) => /依頼者/.test(text)) && told.some((text) => /承認者/.test(text)), told.join('\n'));
    const users = await page.locator('tbody th').count();
    await page.getByRole('button', { name: '削除する' }).click();
    assert.equal(await page.locator('.screen > .done').count(), 1);
    assert.equal(await page.locator('tbody th[scope="row"]:not([role])').count(), users - 1);
  });
});

/** The rows of the table under the curve. */
const pieces = (page) => page.locator('.drawing tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

test('the curve says what the engine says, and follows what is typed', async () => {
  await opens('fees', async (page) => {
    await page.getByLabel('適用最低支払金額').fill('');
    // 30,000 yen cost 330, but what is left of it costs 110: 220 yen are left over, up to 30,329.
    assert.deepEqual(await pieces(page), [
      ['1 – 110', '振込不可', '–', '–'],
      ['111 – 29,999', '110', '110', '0'],
      ['30,000 – 30,329', '330', '110', '+220'],
      ['30,330 以上', '330', '330', '0'],
    ]);
    assert.equal(await page.locator('.curve .gap').textContent(), '+220');
    assert.match(await page.locator('.curve desc').textContent(), /30,000–30,329: \+220/);
    const line = () => page.locator('.curve .line.deducted').getAttribute('d');
    const first = await line();
    await page.getByLabel('使用しない').check();
    await page.locator('[data-act="copy"]').click();
    assert.equal(await line(), first, 'a copy of the bank’s table costs what the bank’s costs');
    const fee = control(page, '/tables/0/otherBank/1/fee');
    await fee.fill('44x');
    assert.notEqual(await page.locator('td.field.wrong .message').first().innerText(), '');
    assert.equal(await line(), first, 'while it is wrong, the last curve stays');
    await fee.fill('440');
    assert.notEqual(await line(), first);
    assert.deepEqual((await pieces(page)).slice(2), [
      ['30,000 – 30,439', '440', '110', '+330'],
      ['30,440 以上', '440', '330', '+110'],
    ]);
    // A tier more, by keys: Enter in the last row adds one.
    await fee.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.dataset.pointer), '/tables/0/otherBank/2/from');
    await page.keyboard.type('1000000');
    await page.keyboard.press('Tab');
    await page.keyboard.type('880');
    assert.match((await pieces(page)).at(-1)[0], /^1,000,000/);
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement?.dataset.pointer), '/tables/0/otherBank/1/fee');
    await page.getByRole('button', { name: '3行目を削除' }).click();
    assert.deepEqual((await pieces(page)).at(-1), ['30,440 以上', '440', '330', '+110']);
    await page.getByRole('button', { name: '変更する', exact: true }).click();
    assert.match(await page.locator('.done .title').innerText(), /変更しました/);
    assert.equal(await control(page, '/tables/0/otherBank/1/fee').inputValue(), '440');
    // Transfers are decided by it from here on: 30,329 yen keep back 440, of which the bank takes 110.
    await page.goto(`${page.url().split('#')[0]}#/transfer`);
    assert.match(await page.locator('.difference').filter({ visible: true }).innerText(), /330円/);
  });
});

test('another method, another curve', async () => {
  await opens('fees', async (page) => {
    await page.getByLabel('変更する手数料').selectOption('payee:bulkTransfer');
    const methods = await page.locator('[data-pointer="/method"] option').allInnerTexts();
    assert.deepEqual(methods.slice(1), ['据置型', '未満手数料加算型', '以上手数料加算型'], 'those that the bank allows');
    await page.locator('[data-pointer="/method"]').selectOption('fixed');
    const before = await pieces(page);
    await page.locator('[data-pointer="/method"]').selectOption('addLowerFee');
    const now = await pieces(page);
    assert.notDeepEqual(now, before);
    assert.ok(now.some(([payments]) => payments.startsWith('30,110')), 'the bound of 30,000 moves by the fee below it');
  });
});

test('the language changes, and what was typed stays', async () => {
  await opens('company', async (page) => {
    await control(page, '/limits/payroll').fill('100000000000');
    const ja = await said(page, '/limits/payroll');
    await page.getByRole('button', { name: 'English' }).click();
    assert.equal(await page.locator('h1').innerText(), 'Company settings');
    assert.equal(await control(page, '/limits/payroll').inputValue(), '100000000000');
    const en = await said(page, '/limits/payroll');
    assert.notEqual(en, ja);
    assert.match(en, /99999999999/);
    assert.equal(await field(page, '/limits/payroll').locator('.changed-tag').innerText(), 'changed');
  });
});
