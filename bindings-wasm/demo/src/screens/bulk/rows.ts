// Rows of a batch as they come from a spreadsheet.
import type { Request } from 'kessai';

import type { App } from '../../app.js';
import { plain } from '../../request.js';

export type Item = NonNullable<Request['items']>[number];

/** The columns, in their order. */
export const COLUMNS = ['bank', 'branch', 'type', 'number', 'name', 'payment', 'bearer', 'kind'] as const;

const PAYMENT = COLUMNS.indexOf('payment');

/** What people write for those who bear the fee; anything else is left for the engine to refuse. */
const BEARERS: Readonly<Record<string, string>> = { 当方: 'payer', 当方負担: 'payer', 先方: 'payee', 先方負担: 'payee' };

/** Cells of tab- or comma-separated lines; quotes are those of spreadsheets. */
export function cells(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator || character === '\n') {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += character;
  }
  rows.push([...row, cell.replace(/\r$/, '')]);
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** The items of pasted text. A first line of titles, which has no digit where the payment stands, is passed over. */
export function items(text: string): Item[] {
  const rows = cells(text);
  const first = rows[0];
  const hasTitles = first !== undefined && rows.length > 1 && !/[\d０-９]/.test(first[PAYMENT] ?? '') && !/[\d０-９]/.test(first[0] ?? '');
  return (hasTitles ? rows.slice(1) : rows).map((row) => {
    const at = (name: (typeof COLUMNS)[number]) => (row[COLUMNS.indexOf(name)] ?? '').trim();
    const payee = Object.fromEntries((['bank', 'branch', 'type', 'number', 'name'] as const).map((name) => [name, at(name)]));
    const [bearer, kind] = [at('bearer'), at('kind')];
    return { payee: kind === '' ? payee : { ...payee, kind }, payment: plain(at('payment')), ...(bearer === '' ? {} : { bearer: BEARERS[bearer] ?? bearer }) };
  });
}

/** Items as text, tab-separated: what a spreadsheet takes. */
export function textOf(items: readonly Item[]): string {
  const line = (item: Item) => COLUMNS.map((name) => String((name === 'payment' || name === 'bearer' ? item[name] : item.payee?.[name]) ?? '')).join('\t');
  return items.map(line).join('\n');
}

const NAMES = ['ﾔﾏﾀﾞｼﾖｳｼﾞ(ｶ', 'ｶ)ｻｸﾗｾｲｻｸｼﾖ', 'ミナトウンユ（カ', 'ﾕ)ﾌｼﾞｻﾞﾝｷﾞﾖｳ', 'ｱｵﾊﾞ ﾀﾛｳ', 'スズキ　ハナコ', 'KAWA TRADING', 'ｶ)ﾋｶﾘｺｳｷﾞﾖｳ'];

/** Rows to try things out with: always the same ones, a few of them faulty in ways in which lists are. */
export function sample(app: App, business: string, count: number): Item[] {
  const { start, companyObject, serviceObject } = app.documents;
  const isPayeeOffered = serviceObject.businesses?.[business]?.fees?.payeeBorne !== undefined;
  const like = start?.transfer.payee ?? companyObject.accounts?.[0] ?? {};
  const own = companyObject.accounts?.[0];
  // A small generator of numbers: the same rows for everybody.
  let state = 20_261_120;
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const decimals = app.format.zero.slice(1);
  return Array.from({ length: count }, (_, at): Item => {
    const digits = String(1_000_000 + next(9_000_000)).slice(-4);
    const isOwn = next(6) === 0;
    const payee = {
      bank: String((isOwn ? own?.bank : like.bank) ?? ''),
      branch: String((isOwn ? own?.branch : like.branch) ?? ''),
      type: '1',
      number: String(like.number ?? '0000000').slice(0, -4) + digits,
      name: NAMES[next(NAMES.length)] ?? '',
      kind: 'preRegistered',
    };
    const whole = decimals === '' ? 1_000 + next(400) * 250 : 1 + next(60);
    const item: Item = { payee, payment: `${whole}${decimals}`, bearer: next(3) === 0 && isPayeeOffered ? 'payee' : 'payer' };
    switch (at % 97) {
      case 23:
        return { ...item, payee: { ...payee, number: digits.slice(1) } };
      case 51:
        return { ...item, payee: { ...payee, name: '山田商事' } };
      case 80:
        return { ...item, payment: `${whole}x` };
      case 91:
        return { ...item, payment: '' };
      default:
        return item;
    }
  });
}
