// What an answer says in figures: the fee, the limits, who approves.
import type { Approval, Fee, LimitLine } from 'kessai';

import type { App } from './app.js';
import { h, put } from './dom.js';
import type { Child } from './dom.js';
import { bar, pairs } from './parts.js';
import { ACTS, MODES, group, limitFigure, limitName, people } from './words.js';

/** What is paid, kept back and charged. */
export function feeList(app: App, fee: Fee | null): HTMLElement {
  const { format } = app;
  if (fee === null) {
    return h('p', { class: 'empty' }, app.t({ ja: '金額と振込先を入力すると表示されます', en: 'Shown when the payee and the payment are known' }));
  }
  const figure = (value: string) => h('span', { class: 'amount' }, format.amount(value));
  const rows: [string, Child][] = [
    [app.t({ ja: '支払金額', en: 'Payment' }), figure(fee.payment)],
    [app.t({ ja: '差引手数料', en: 'Deducted from the payment' }), figure(fee.deducted)],
    [app.t({ ja: '振込金額', en: 'Transfer' }), h('strong', { class: 'amount' }, format.amount(fee.transfer))],
    [app.t({ ja: '振込手数料', en: 'Bank’s fee' }), figure(fee.bankFee)],
    [app.t({ ja: '出金額', en: 'Withdrawn' }), h('strong', { class: 'amount' }, format.amount(fee.withdrawal))],
  ];
  return h(
    'div',
    null,
    pairs(...rows),
    /^-?0(\.0+)?$/.test(fee.difference)
      ? null
      : h(
          'p',
          { class: 'difference' },
          h('span', null, app.t({ ja: '差額（差引手数料 − 振込手数料）', en: 'Difference (deducted − bank’s fee)' })),
          ' ',
          h('strong', { class: 'amount' }, format.amount(fee.difference)),
        ),
    fee.provisional === true ? h('p', { class: 'hint' }, app.t({ ja: '手数料は実行時に変わることがあります', en: 'The fee may change until execution' })) : null,
  );
}

/** A figure of a limit as a whole number of its smallest unit, for the length of a bar. */
function units(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

/** Each limit as a bar, and the same in words. The company's own first; the bank's ceilings where somebody asks for them. */
export function limitList(app: App, place: HTMLElement, limits: readonly LimitLine[]): void {
  if (limits.length === 0) {
    put(place, h('p', { class: 'empty' }, app.t({ ja: '入力に応じて表示されます', en: 'Shown as the fields are filled' })));
    return;
  }
  const isBanks = (limit: LimitLine) => /^limit\.(ceiling\.|perItem|perBatch)/.test(limit.code);
  const isTight = (limit: LimitLine) => limit.remaining.startsWith('-');
  const first = limits.filter((limit) => !isBanks(limit) || isTight(limit));
  const others = limits.filter((limit) => !first.includes(limit));
  const wasOpen = place.querySelector('details')?.open ?? false;
  const hadFocus = place.querySelector('summary') === document.activeElement;
  const more = h(
    'details',
    { open: wasOpen },
    h('summary', null, app.t({ ja: `銀行の上限（${others.length}件）`, en: `Ceilings of the bank (${others.length})` })),
    h('ul', { class: 'limits' }, others.map((limit) => limitLine(app, limit))),
  );
  put(place, h('ul', { class: 'limits' }, first.map((limit) => limitLine(app, limit))), others.length === 0 ? null : more);
  if (hadFocus) more.querySelector('summary')?.focus();
}

function limitLine(app: App, limit: LimitLine): HTMLElement {
  const figure = (value: string) => limitFigure(app, limit, value);
  const number = (value: string) => app.format.number(value);
  const isOver = limit.remaining.startsWith('-');
  const left = isOver
    ? app.t({ ja: `${figure(limit.remaining.slice(1))} 超過`, en: `${figure(limit.remaining.slice(1))} over` })
    : app.t({ ja: `残り ${figure(limit.remaining)}`, en: `${figure(limit.remaining)} left` });
  return h(
    'li',
    { class: isOver ? 'over' : null },
    h('div', { class: 'line' }, h('span', { class: 'name' }, limitName(app, limit.code, limit.key)), h('strong', { class: 'left' }, left)),
    bar(units(limit.used), units(limit.requested), units(limit.limit)),
    h(
      'p',
      { class: 'hint' },
      app.t({
        ja: `限度額 ${number(limit.limit)}　使用済み ${number(limit.used)}　今回 ${number(limit.requested)}`,
        en: `Limit ${number(limit.limit)} · used ${number(limit.used)} · this one ${number(limit.requested)}`,
      }),
    ),
  );
}

/** Who approves, in which order. */
export function approvalText(app: App, approval: Approval): Child {
  if (approval.mode !== 'policy') {
    const steps = approval.steps.map((step) => h('li', null, people(app, step)));
    return [h('p', null, app.t(MODES[approval.mode])), steps.length === 0 ? null : h('ol', { class: 'steps' }, steps)];
  }
  const bound = approval.upTo === null ? '' : app.t({ ja: `（${app.format.amount(approval.upTo)}まで）`, en: ` (up to ${app.format.amount(approval.upTo)})` });
  return [
    h('p', null, app.t({ ja: `${MODES.policy.ja}「${approval.policy}」${bound}`, en: `${MODES.policy.en} “${approval.policy}”${bound}` })),
    approval.alternatives.length === 0 ? h('p', null, app.t({ ja: '承認は不要です', en: 'Nobody has to approve' })) : null,
    h('ul', { class: 'alternatives' }, approval.alternatives.map((one) => h('li', null, alternativeText(app, one)))),
  ];
}

interface Way {
  readonly ordered?: boolean | undefined;
  readonly steps: readonly {
    readonly act?: 'approve' | 'verify' | 'release' | undefined;
    readonly group?: string | null | undefined;
    readonly count?: number | undefined;
    readonly who?: readonly string[] | undefined;
  }[];
}

/** One way to approve, in a line: `Managers × 2 → Directors`. */
export function alternativeText(app: App, way: Way): string {
  const steps = way.steps.map((step) => {
    const act = step.act === undefined || step.act === 'approve' ? '' : `${app.t(ACTS[step.act])}: `;
    const count = step.count === undefined || step.count === 1 ? '' : ` × ${step.count}`;
    return `${act}${group(app, step.group ?? null)}${count}`;
  });
  return steps.join(way.ordered === true ? ' → ' : app.t({ ja: ' ＋ ', en: ' + ' }));
}
