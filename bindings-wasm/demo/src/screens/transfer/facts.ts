// What a bank's host knows and nobody types there: the clock, what is used of the limits, when a payee was filed.
import type { Request, Usage } from 'kessai';

import type { App } from '../../app.js';
import { h, put } from '../../dom.js';
import { Books } from '../../entry.js';
import type { Answer } from '../../entry.js';
import { amountField, textField } from '../../fields.js';
import { details } from '../../parts.js';
import { plain } from '../../request.js';
import type { Fields } from '../../request.js';
import { isCount, limitName } from '../../words.js';
import type { Draft } from '../transfer.js';

type Entry = NonNullable<Usage>[number];

export class Facts {
  readonly root: HTMLElement;
  readonly #usage = h('div', { class: 'grid' });
  #shown = '';

  constructor(
    readonly app: App,
    readonly fields: Fields,
    readonly draft: Draft,
    readonly judge: () => void,
    change: (part: Partial<Request>) => void,
  ) {
    const { request } = draft;
    const offset = app.documents.serviceObject.utcOffset ?? 'Z';
    const payee = (part: object) => change({ payee: { ...draft.request.payee, ...part } });
    const local = (instant: string | null | undefined) => (instant ?? '').slice(0, 16);
    const field = (pointer: string, spec: Parameters<typeof textField>[1]) => fields.add(pointer, textField(app, { ...spec, pointer })).root;
    this.root = details(
      app,
      { ja: '銀行側の情報（時刻・累積額など）', en: 'What the bank knows: time, amounts used so far' },
      draft.areFactsOpen,
      (open) => (draft.areFactsOpen = open),
      h('p', { class: 'hint' }, app.t({
        ja: '実際には銀行のシステムが渡す値です。ここでは自由に変えて試せます。',
        en: 'In life the bank’s own systems supply these. Here they can be changed to try things out.',
      })),
      h(
        'div',
        { class: 'grid' },
        field('/now', {
          label: { ja: '受付日時', en: 'Bank’s clock' }, type: 'datetime-local', value: local(request.now),
          onInput: (value) => change({ now: value === '' ? null : `${value}:00${offset}` }),
        }),
        field('/payee/registeredAt', {
          label: { ja: '振込先の登録日時', en: 'Payee filed at' }, type: 'datetime-local', optional: true, value: local(request.payee?.registeredAt),
          onInput: (value) => payee({ registeredAt: value === '' ? null : `${value}:00${offset}` }),
        }),
        field('/payee/registeredOn', {
          label: { ja: '振込先の登録日', en: 'Payee filed on' }, type: 'date', optional: true, value: String(request.payee?.registeredOn ?? ''),
          onInput: (registeredOn) => payee({ registeredOn }),
        }),
        field('/edi', {
          label: { ja: 'EDI情報', en: 'EDI' }, optional: true, value: String(request.edi ?? ''), onInput: (edi) => change({ edi }),
        }),
      ),
      this.#usage,
    );
  }

  /** A field for each limit that has been asked for. While they are the same ones, what is typed stays. */
  show(answer: Answer): void {
    const usage = answer.request.usage ?? [];
    const which = JSON.stringify(usage.map((entry) => [Books.key(entry), entry.day]));
    if (which === this.#shown) return;
    this.#shown = which;
    put(this.#usage, usage.map((entry, at) => this.#field(entry, at)));
  }

  #field(entry: Entry, at: number): HTMLElement {
    const { app } = this;
    const name = limitName(app, `limit.${entry.limit}`);
    const day = app.format.date(entry.day);
    const spec = {
      label: { ja: `使用済み：${name}`, en: `Used: ${name}` },
      hint: { ja: `${day}から`, en: `from ${day}` },
      pointer: `/usage/${at}`,
      value: app.format.number(String(entry.used)),
      onInput: (typed: string) => {
        this.draft.books.used.set(Books.key(entry), plain(typed));
        this.judge();
      },
    };
    const field = isCount(app, entry) ? textField(app, { ...spec, size: 14, inputMode: 'numeric' as const }) : amountField(app, spec);
    return this.fields.add(`/usage/${at}`, field).root;
  }
}
