// The tiers of one pattern as a table to type in: from which amount on, and what it costs.
import type { App, Both } from '../app.js';
import { attribute, freshId, h, put } from '../dom.js';
import type { Child } from '../dom.js';
import type { Editing } from './editing.js';
import { pointer } from './editing.js';
import { amountText } from './limits.js';
import type { Message } from '../fields.js';
import { button } from '../parts.js';
import { plain } from '../request.js';

/** A tier as it is typed: a fixed fee, or a share of the amount. */
export interface Tier {
  from: string;
  fee?: string;
  rate?: string;
  min?: string;
  max?: string;
  round?: string;
}

type Member = 'from' | 'fee' | 'rate' | 'min' | 'max';

const COLUMNS: readonly (readonly [Member, Both])[] = [
  ['from', { ja: '支払金額（以上）', en: 'From' }],
  ['fee', { ja: '手数料', en: 'Fee' }],
  ['rate', { ja: '率', en: 'Share' }],
  ['min', { ja: '最低', en: 'Least' }],
  ['max', { ja: '最高', en: 'Most' }],
];

export interface TierTableSpec {
  readonly caption: string;
  readonly tiers: Tier[];
  /** The tiers of the document, where it has any. */
  readonly before: readonly Tier[] | undefined;
  /** The id of what says how keys are used. */
  readonly help: string;
  /** Where the tiers are in what is typed. */
  readonly place: string;
  /** Called when something has been typed, or a tier has come or gone. */
  readonly onChange: () => void;
}

/** Shares are shown only where the table has any. */
const hasShares = (tiers: readonly Tier[]) => tiers.some((tier) => tier.rate !== undefined);

export class TierTable {
  readonly root = h('div', { class: 'tiers' });
  readonly #said = new Map<string, HTMLElement>();

  constructor(
    readonly app: App,
    readonly editing: Editing,
    readonly spec: TierTableSpec,
  ) {
    this.#draw();
  }

  #columns(): typeof COLUMNS {
    return hasShares(this.spec.tiers) ? COLUMNS : COLUMNS.slice(0, 2);
  }

  #draw(): void {
    const { app, spec } = this;
    const columns = this.#columns();
    this.editing.unbind(spec.place);
    this.#said.clear();
    put(
      this.root,
      h(
        'table',
        { 'aria-describedby': spec.help, onKeydown: (event: KeyboardEvent) => this.#key(event) },
        h('caption', null, spec.caption),
        h('thead', null, h('tr', null, columns.map(([, title]) => h('th', { scope: 'col' }, app.t(title))),
          h('th', { scope: 'col' }, h('span', { class: 'unseen' }, app.t({ ja: '操作', en: 'Actions' }))))),
        h('tbody', null, spec.tiers.map((tier, row) => this.#row(tier, row))),
      ),
      h('div', { class: 'buttons' }, this.#adder()),
    );
    this.editing.bind(spec.place, { root: this.root, isChanged: () => false, show: (messages) => this.#say(spec.place, messages) });
  }

  #adder(): HTMLButtonElement {
    const made = button(this.app.t({ ja: '金額範囲を追加', en: 'Add a tier' }), () => this.#add(this.spec.tiers.length));
    made.dataset['act'] = 'add';
    return made;
  }

  #row(tier: Tier, row: number): HTMLElement {
    const { app, spec } = this;
    const name = app.t({ ja: `${row + 1}行目`, en: `Row ${row + 1}` });
    const remove = button(app.t({ ja: '削除', en: 'Remove' }), () => this.#remove(row), 'quiet');
    remove.setAttribute('aria-label', app.t({ ja: `${name}を削除`, en: `Remove ${name.toLowerCase()}` }));
    const cells = this.#columns().map(([member, title]) => this.#cell(tier, row, member, `${name} ${app.t(title)}`));
    return h('tr', null, cells, h('td', null, spec.tiers.length === 1 ? null : remove));
  }

  #cell(tier: Tier, row: number, member: Member, label: string): HTMLElement {
    const { spec, editing } = this;
    const isShare = tier.rate !== undefined;
    if (member !== 'from' && (member === 'fee') === isShare) return h('td', null, h('span', { 'aria-hidden': 'true' }, '–'));
    const place = `${spec.place}${pointer(row, member)}`;
    const said = h('div', { class: 'messages', id: freshId('said') });
    const control = h('input', {
      type: 'text', inputmode: 'decimal', class: 'figure', autocomplete: 'off', 'aria-label': label,
      'data-pointer': place, 'data-row': row, 'data-member': member,
      value: tier[member] ?? '',
      onInput: () => {
        tier[member] = plain(control.value);
        spec.onChange();
      },
    });
    const cell = h('td', { class: 'field' }, h('span', { class: 'name' }), control, said);
    editing.bind(place, {
      root: cell,
      isChanged: () => spec.before !== undefined && amountText(spec.before[row]?.[member]) !== (tier[member] ?? ''),
      show: (messages) => {
        put(said, messages.map(({ kind, text }) => h('p', { class: `message ${kind}` }, text)));
        const isWrong = messages.some(({ kind }) => kind === 'error');
        cell.classList.toggle('wrong', isWrong);
        attribute(control, 'aria-invalid', isWrong ? 'true' : null);
        attribute(control, 'aria-describedby', messages.length > 0 ? said.id : null);
      },
    });
    return cell;
  }

  /** What is said of a tier or of the table as a whole. */
  #say(place: string, messages: readonly Message[]): void {
    let said = this.#said.get(place);
    if (said === undefined) {
      said = h('div', { class: 'messages' });
      this.#said.set(place, said);
      this.root.querySelector('table')?.after(said);
    }
    put(said, messages.map(({ kind, text }): Child => h('p', { class: `message ${kind}` }, text)));
  }

  #key(event: KeyboardEvent): void {
    const target = event.target;
    if (!(target instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = Number(target.dataset['row']);
    const member = target.dataset['member'] ?? '';
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (event.key === 'Enter' && row === this.spec.tiers.length - 1) this.#add(row + 1);
    else this.#focus(row + step, member);
  }

  #focus(row: number, member: string): void {
    const control = this.root.querySelector<HTMLInputElement>(`[data-row="${row}"][data-member="${member}"]`)
      ?? this.root.querySelector<HTMLInputElement>(`[data-row="${row}"]`);
    control?.focus();
    control?.select();
  }

  #add(row: number): void {
    this.spec.tiers.splice(row, 0, { from: '', fee: '' });
    this.#draw();
    this.spec.onChange();
    this.#focus(row, 'from');
    this.app.announce(this.app.t({ ja: `${row + 1}行目を追加しました`, en: `Row ${row + 1} is added` }));
  }

  #remove(row: number): void {
    this.spec.tiers.splice(row, 1);
    this.#draw();
    this.spec.onChange();
    this.#focus(Math.min(row, this.spec.tiers.length - 1), 'from');
    this.app.announce(this.app.t({ ja: `${row + 1}行目を削除しました`, en: `Row ${row + 1} is removed` }));
  }
}

