// Many payments at once: pasted, judged in one question, and what is wrong with each row.
import type { Request } from 'kessai';

import type { App, Mounted, Screen } from '../app.js';
import { caseOf, caseSaver } from '../cases.js';
import { freshId, h, put } from '../dom.js';
import { Books, judge } from '../entry.js';
import type { Answer, Said } from '../entry.js';
import { field, selectField, textField } from '../fields.js';
import { approvalText, feeList, limitList } from '../figures.js';
import { button, section, table } from '../parts.js';
import type { Column } from '../parts.js';
import { Fields, filled, outcome } from '../request.js';
import { business, people, person } from '../words.js';
import { COLUMNS, items, sample, textOf } from './bulk/rows.js';
import type { Item } from './bulk/rows.js';
import { singles } from './transfer.js';

export const screen: Screen = {
  id: 'bulk',
  title: { ja: '総合振込の一括入力', en: 'Bulk entry' },
  group: 'payments',
  mount: (root, app) => new Bulk(root, app),
};

const PAGE = 50;

interface Draft {
  request: Request;
  text: string;
  readonly books: Books;
  readonly left: Set<string>;
  isFaultyOnly: boolean;
  page: number;
}

/** A row with what is said about it. */
interface Judged {
  readonly at: number;
  readonly item: Item;
  readonly said: readonly Said[];
  readonly isFaulty: boolean;
}

class Bulk implements Mounted {
  readonly draft: Draft;
  readonly fields: Fields;
  readonly outcome = h('div', { class: 'verdict' });
  readonly totals = h('div');
  readonly limits = h('div', { class: 'limit-place' });
  readonly approval = h('div');
  readonly result = h('div', { class: 'result' });
  readonly pasted: HTMLTextAreaElement;
  answer: Answer | undefined;
  rows: readonly Judged[] = [];

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    this.draft = app.draft('bulk', () => first(app));
    this.fields = new Fields(this.draft.left);
    this.pasted = h('textarea', {
      rows: '6', spellcheck: 'false', wrap: 'off', class: 'pasted', value: this.draft.text,
      onInput: () => this.take(this.pasted.value),
    });
    const batches = Object.keys(app.documents.serviceObject.businesses ?? {}).filter((key) => !singles(app).includes(key));
    if (batches.length === 0) {
      put(root, h('p', null, app.t({ ja: 'この銀行には一括依頼の業務がありません', en: 'This bank has no business that takes batches' })));
      return;
    }
    put(root, h('div', { class: 'sides' }, h('div', { class: 'entry' }, this.head(batches), this.paste()), h('div', { class: 'beside' }, this.outcome, this.summary())), this.result);
    this.judge();
  }

  destroy(): void {
    this.root.replaceChildren();
  }

  change(part: Partial<Request>): void {
    this.draft.request = { ...this.draft.request, ...part };
    this.judge();
  }

  take(text: string): void {
    this.draft.text = text;
    this.draft.page = 0;
    this.judge();
  }

  head(batches: readonly string[]): HTMLElement {
    const { app } = this;
    const { request } = this.draft;
    const { users, accounts } = app.documents.companyObject;
    const select = (name: 'user' | 'business' | 'account', label: { ja: string; en: string }, options: { value: string; label: string }[]) =>
      this.fields.add(`/${name}`, selectField(app, {
        label, pointer: `/${name}`, value: String(request[name] ?? ''), options, onInput: (value) => this.change({ [name]: value }),
      })).root;
    return section(
      app,
      { ja: '依頼', en: 'The batch' },
      h(
        'div',
        { class: 'grid' },
        select('business', { ja: '業務', en: 'Business' }, batches.map((key) => ({ value: key, label: business(app, key) }))),
        select('user', { ja: '入力者', en: 'Entered by' }, (users ?? []).map(({ id }) => ({ value: id, label: person(app, id) }))),
        select('account', { ja: '出金口座', en: 'Debit account' }, (accounts ?? []).map(({ id }) => ({ value: id, label: id }))),
        this.fields.add('/valueDate', textField(app, {
          label: { ja: '振込指定日', en: 'Value date' }, pointer: '/valueDate', type: 'date', size: 14, value: String(request.valueDate ?? ''),
          onInput: (valueDate) => this.change({ valueDate }),
        })).root,
      ),
      this.fields.add('/approvers', textField(app, {
        label: { ja: '承認者（IDを読点で区切る）', en: 'Approvers (ids with commas between)' }, pointer: '/approvers', size: 28,
        value: app.format.list(request.approvers ?? []),
        onInput: (typed) => this.change({ approvers: typed.split(/[,、\s]+/).filter((id) => id !== '') }),
      })).root,
    );
  }

  paste(): HTMLElement {
    const { app } = this;
    const titles = {
      ja: '銀行、支店、科目、口座番号、受取人名、金額、手数料負担（payer / payee）、振込先の種類（任意）',
      en: 'bank, branch, type, number, name, payment, fee borne by (payer / payee), kind of payee (optional)',
    };
    const pasted = field(app, {
      label: { ja: '明細の貼り付け', en: 'Paste the rows' },
      hint: { ja: `表計算ソフトから、またはタブ・カンマ区切りで：${titles.ja}`, en: `From a spreadsheet, or with tabs or commas: ${titles.en}` },
      pointer: '/items',
    }, this.pasted);
    const set = (rows: readonly Item[]) => {
      this.pasted.value = textOf(rows);
      this.take(this.pasted.value);
    };
    const thousand = button(app.t({ ja: '例の1,000件を入れる', en: 'Put in 1,000 sample rows' }), () => set(sample(app, this.draft.request.business ?? '', 1000)));
    thousand.dataset['rows'] = 'sample';
    const remove = button(app.t({ ja: '誤りのある行を除く', en: 'Take the faulty rows out' }), () =>
      set(this.rows.filter((row) => !row.isFaulty).map((row) => row.item)));
    remove.dataset['rows'] = 'remove';
    return section(
      app,
      { ja: '明細', en: 'Rows' },
      this.fields.add('/items', pasted).root,
      h('div', { class: 'buttons' }, thousand, remove, button(app.t({ ja: 'すべて消す', en: 'Clear' }), () => set([]))),
    );
  }

  summary(): HTMLElement {
    const { app } = this;
    return h(
      'div',
      { class: 'summary' },
      section(app, { ja: '合計', en: 'Totals' }, this.totals),
      section(app, { ja: '限度額', en: 'Limits' }, this.limits),
      section(app, { ja: '承認', en: 'Approval' }, this.approval),
      caseSaver(app, 'bulk', () => ({ ja: this.answer?.outcome ?? '', en: this.answer?.outcome ?? '' }), () => this.answer && caseOf(this.answer)),
    );
  }

  judge(): void {
    const { app, draft } = this;
    const rows = items(draft.text);
    const begin = performance.now();
    const answer = judge(app, { ...filled(draft.request), operation: 'create', items: rows.length === 0 ? null : rows }, draft.books);
    const took = performance.now() - begin;
    this.answer = answer;
    this.rows = judged(rows, answer);
    const ofRows = (said: Said) => /^\/items\/\d/.test(said.pointer);
    const whole: Answer = { ...answer, reasons: answer.reasons.filter((said) => !ofRows(said)), missing: answer.missing.filter((said) => !ofRows(said)) };
    const rest = this.fields.show(whole, new Map(), () => undefined);
    const faulty = this.rows.filter((row) => row.isFaulty).length;
    const shown: Answer = faulty === 0 ? whole : { ...whole, reasons: [this.faultyRows(faulty), ...whole.reasons], missing: [this.faultyRows(faulty), ...whole.missing] };
    outcome(app, this.outcome, shown, rest, (pointer) => this.focus(pointer));
    this.drawTotals(answer, faulty, took);
    limitList(app, this.limits, answer.verdict?.limits ?? []);
    const approval = answer.verdict?.approval ?? null;
    const who = approval !== null && approval.mode === 'policy' ? [...new Set(approval.alternatives.flatMap((way) => way.steps.flatMap((step) => step.who)))].sort() : [];
    put(
      this.approval,
      approval === null ? h('p', { class: 'empty' }, app.t({ ja: '未定', en: 'Not known yet' })) : approvalText(app, approval),
      who.length === 0 ? null : h('p', { class: 'hint' }, people(app, who)),
    );
    this.drawRows();
  }

  faultyRows(count: number): Said {
    const { app } = this;
    const shown = app.format.number(count);
    return { pointer: '/items', code: 'rows', text: app.t({ ja: `${shown}件の明細に不備があります`, en: `${shown} ${count === 1 ? 'row needs' : 'rows need'} correcting` }) };
  }

  focus(pointer: string): void {
    if (pointer !== '/items' || this.rows.length === 0) {
      this.fields.focus(pointer);
      return;
    }
    this.draft.isFaultyOnly = true;
    this.draft.page = 0;
    this.drawRows();
    this.result.querySelector<HTMLElement>('.table')?.focus();
  }

  drawTotals(answer: Answer, faulty: number, took: number): void {
    const { app } = this;
    const fee = answer.verdict?.fee ?? null;
    const count = app.format.number(this.rows.length);
    const differences = fee?.differences;
    put(
      this.totals,
      h('p', { class: 'count' }, h('strong', null, app.t({ ja: `${count}件`, en: `${count} ${this.rows.length === 1 ? 'row' : 'rows'}` })), ' ',
        app.t({ ja: `不備 ${app.format.number(faulty)}件`, en: `${app.format.number(faulty)} to correct` })),
      fee === null && this.rows.length > 0
        ? h('p', { class: 'empty' }, app.t({ ja: '合計は、すべての明細の手数料が決まると表示されます', en: 'Sums are shown when every row has its fee' }))
        : feeList(app, fee),
      differences === undefined ? null : h('p', { class: 'hint' }, app.t({
        ja: `差額のある明細 ${app.format.number(differences.count)}件`,
        en: `${app.format.number(differences.count)} rows with a difference`,
      })),
      this.rows.length === 0 ? null : h('p', { class: 'hint took' }, app.t({
        ja: `このブラウザーで ${took.toFixed(1)} ミリ秒で判定しました`,
        en: `Judged in this browser in ${took.toFixed(1)} ms`,
      })),
    );
  }

  drawRows(): void {
    const { app, draft } = this;
    const shown = draft.isFaultyOnly ? this.rows.filter((row) => row.isFaulty) : this.rows;
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    draft.page = Math.min(draft.page, pages - 1);
    const from = draft.page * PAGE;
    const part = shown.slice(from, from + PAGE);
    const caption = shown.length === 0
      ? app.t({ ja: '表示する明細はありません', en: 'No rows to show' })
      : app.t({
          ja: `明細 ${app.format.number(shown.length)}件中 ${app.format.number(from + 1)}〜${app.format.number(from + part.length)}件`,
          en: `Rows ${app.format.number(from + 1)} to ${app.format.number(from + part.length)} of ${app.format.number(shown.length)}`,
        });
    const focused = this.result.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['key'] : undefined;
    put(
      this.result,
      this.rows.length === 0 ? null : section(app, { ja: '明細ごとの結果', en: 'Row by row' }, this.controls(pages), table(caption, this.columns(), part)),
    );
    if (focused !== undefined) this.result.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  controls(pages: number): HTMLElement {
    const { app, draft } = this;
    const id = freshId('faulty');
    const check = h('input', {
      type: 'checkbox', id, checked: draft.isFaultyOnly, 'data-key': 'faulty',
      onChange: () => {
        draft.isFaultyOnly = check.checked;
        draft.page = 0;
        this.drawRows();
      },
    });
    const turn = (key: string, label: string, by: number) => {
      const made = button(label, () => {
        draft.page += by;
        this.drawRows();
      });
      made.dataset['key'] = key;
      made.disabled = draft.page + by < 0 || draft.page + by >= pages;
      return made;
    };
    return h(
      'div',
      { class: 'controls' },
      h('label', { class: 'option', for: id }, check, h('span', null, app.t({ ja: '不備のある明細のみ', en: 'Only rows to correct' }))),
      h(
        'div',
        { class: 'buttons', role: 'group', 'aria-label': app.t({ ja: 'ページ', en: 'Pages' }) },
        turn('previous', app.t({ ja: '前へ', en: 'Previous' }), -1),
        h('span', { class: 'page' }, `${draft.page + 1} / ${pages}`),
        turn('next', app.t({ ja: '次へ', en: 'Next' }), 1),
      ),
    );
  }

  columns(): Column<Judged>[] {
    const { app } = this;
    const fee = (row: Judged) => this.answer?.verdict?.items?.[row.at]?.fee ?? null;
    const figure = (title: string, value: (row: Judged) => string | undefined): Column<Judged> => ({
      title, figure: true, cell: (row) => app.format.number(value(row) ?? '—'),
    });
    const payee = (row: Judged) => COLUMNS.slice(0, 4).map((name) => row.item.payee?.[name as 'bank'] ?? '').join(' ');
    return [
      { title: app.t({ ja: '行', en: 'Row' }), figure: true, head: true, cell: (row) => app.format.number(row.at + 1) },
      {
        title: app.t({ ja: '結果', en: 'Result' }),
        wide: true,
        cell: (row) => row.said.length === 0
          ? h('span', { class: 'right' }, app.t({ ja: '問題なし', en: 'OK' }))
          : row.said.map((said) => h('p', { class: 'message error' }, said.text)),
      },
      { title: app.t({ ja: '振込先', en: 'Payee' }), wide: true, cell: (row) => [payee(row), h('br'), row.item.payee?.name ?? ''] },
      figure(app.t({ ja: '支払金額', en: 'Payment' }), (row) => String(row.item.payment ?? '')),
      figure(app.t({ ja: '差引', en: 'Deducted' }), (row) => fee(row)?.deducted),
      figure(app.t({ ja: '振込金額', en: 'Transfer' }), (row) => fee(row)?.transfer),
      figure(app.t({ ja: '手数料', en: 'Fee' }), (row) => fee(row)?.bankFee),
      figure(app.t({ ja: '差額', en: 'Difference' }), (row) => fee(row)?.difference),
    ];
  }
}

function first(app: App): Draft {
  const { start, companyObject, serviceObject } = app.documents;
  const batch = Object.keys(serviceObject.businesses ?? {}).find((key) => !singles(app).includes(key)) ?? null;
  const request: Request = start?.batch ?? {
    user: companyObject.users?.[0]?.id ?? null, business: batch, account: companyObject.accounts?.[0]?.id ?? null, now: app.now(), entry: 'screen',
  };
  return { request, text: '', books: new Books(start?.used), left: new Set(), isFaultyOnly: false, page: 0 };
}

/** Every row with what is said about it. */
function judged(rows: readonly Item[], answer: Answer): Judged[] {
  const said = new Map<number, Said[]>();
  for (const one of [...answer.reasons, ...answer.missing]) {
    const at = /^\/items\/(\d+)/.exec(one.pointer)?.[1];
    if (at !== undefined) said.set(Number(at), [...(said.get(Number(at)) ?? []), one]);
  }
  return rows.map((item, at) => ({ at, item, said: said.get(at) ?? [], isFaulty: said.has(at) }));
}
