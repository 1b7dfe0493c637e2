// The part of the screen of fees that draws: which pattern and day, the curve, and the table of its pieces.
import type { Bearer, CompanyDocument, FeeCurve, FeePiece } from 'kessai';
import { RequestError } from 'kessai';

import type { App, Both } from '../app.js';
import { h, put } from '../dom.js';
import type { Child } from '../dom.js';
import { amountField, selectField, textField } from '../fields.js';
import { button, notice, table } from '../parts.js';
import { plain } from '../request.js';
import { differenceText, drawCurve, isPriced, legend, windowsOf, zonesOf } from './curve.js';
import type { Window } from './curve.js';

/** What is shown of the curves. */
export interface Shown {
  pattern: string;
  day: string;
  /** A fee to try, where the method asks for one that is typed. */
  typedFee: string;
  /** Which of the neighbourhoods is shown; -1 is the whole. */
  window: number;
}

export class CurvePane {
  readonly root = h('div', { class: 'drawing' });
  readonly chooser: HTMLElement;
  readonly #typed: HTMLElement;
  readonly #watch = new ResizeObserver(() => this.#resized());
  #curves: FeeCurve[] | undefined;
  #none: Both | undefined;
  #width = 0;

  constructor(
    readonly app: App,
    readonly shown: Shown,
    readonly of: { readonly business: string; readonly bearer: Bearer },
    /** Called when another curve is wanted. */
    readonly onAsk: () => void,
  ) {
    const asked = () => {
      this.#curves = undefined;
      onAsk();
    };
    this.#typed = amountField(app, {
      label: { ja: '指定金額（試算用）', en: 'Fee that is typed, to try' },
      value: shown.typedFee,
      onInput: (value) => {
        shown.typedFee = plain(value);
        asked();
      },
    }).root;
    const patterns = (app.documents.serviceObject.patterns ?? []).map(({ key }) => ({ value: key, label: patternName(app, key) }));
    this.chooser = h(
      'div',
      { class: 'grid' },
      selectField(app, {
        label: { ja: '振込パターン', en: 'Pattern' },
        value: shown.pattern,
        options: patterns,
        onInput: (value) => {
          shown.pattern = value;
          shown.window = 0;
          this.#draw();
        },
      }).root,
      textField(app, {
        label: { ja: '振込指定日', en: 'Value date' },
        type: 'date',
        value: shown.day,
        size: 14,
        onInput: (value) => {
          shown.day = value;
          asked();
        },
      }).root,
      this.#typed,
    );
    this.#watch.observe(this.root);
  }

  free(): void {
    this.#watch.disconnect();
  }

  /** Shows the curves of a document. While what is typed is not right, the last one that was stays, and is said to be so. */
  show(document: CompanyDocument, isValid: boolean, takesTyped: boolean): void {
    this.#typed.hidden = !takesTyped;
    if (isValid || this.#curves === undefined) this.#ask(document);
    this.root.classList.toggle('stale', !isValid);
    this.#draw();
  }

  #ask(document: CompanyDocument): void {
    const { app, of, shown } = this;
    const company = app.service.company(document);
    try {
      this.#curves = company.feeCurve(of.business, of.bearer, shown.day, shown.typedFee === '' ? undefined : shown.typedFee);
      this.#none = undefined;
    } catch (fault) {
      if (!(fault instanceof RequestError)) throw fault;
      this.#curves = [];
      this.#none = { ja: fault.messageJa, en: fault.message };
    } finally {
      company.free();
    }
  }

  #resized(): void {
    if (Math.floor(this.root.clientWidth) !== this.#width) this.#draw();
  }

  #draw(): void {
    const { app } = this;
    this.#width = Math.floor(this.root.clientWidth);
    const pieces = this.#pieces();
    const stale = this.root.classList.contains('stale');
    if (pieces === undefined) {
      put(this.root, notice('plain', this.#none === undefined
        ? app.t({ ja: 'このパターンの手数料表はありません', en: 'There is no table for this pattern' })
        : app.t(this.#none)));
      return;
    }
    const { whole, near } = windowsOf(pieces);
    const chosen = near[Math.min(this.shown.window, near.length - 1)];
    const window = this.shown.window < 0 ? whole : (chosen ?? whole);
    const title = app.t({ ja: '支払金額ごとの差引手数料と振込手数料', en: 'What is kept back and what the bank charges, by payment' });
    put(
      this.root,
      stale ? h('p', { class: 'hint' }, app.t({
        ja: '入力に誤りまたは不足があるため、直前の正しい内容で表示しています。',
        en: 'What is typed is not right yet: this is the last that was.',
      })) : null,
      near.length === 0 ? null : this.#windows(near),
      h('figure', null, drawCurve(app, pieces, window, Math.max(this.#width, 280), title), legend(app)),
      pieceTable(app, pieces),
    );
  }

  #windows(near: readonly Window[]): Child {
    const { app } = this;
    const one = (position: number, label: string) => {
      const made = button(label, () => {
        this.shown.window = position;
        this.#draw();
        this.root.querySelector<HTMLElement>(`[data-window="${position}"]`)?.focus();
      });
      made.dataset['window'] = String(position);
      const shown = this.shown.window < 0 ? -1 : Math.min(this.shown.window, near.length - 1);
      made.setAttribute('aria-pressed', String(position === shown));
      return made;
    };
    const zones = zonesOf(this.#pieces() ?? []);
    return h(
      'div',
      { class: 'buttons', role: 'group', 'aria-label': app.t({ ja: '表示範囲', en: 'Range shown' }) },
      near.map((_, position) => {
        const from = app.format.number(zones[position]?.from ?? '');
        return one(position, app.t({ ja: `${app.format.currency === 'JPY' ? `${from}円` : from}付近`, en: `near ${from}` }));
      }),
      one(-1, app.t({ ja: '全体', en: 'all' })),
    );
  }

  /** The pieces of the pattern that is chosen. */
  #pieces(): FeePiece[] | undefined {
    return this.#curves?.find(({ pattern }) => pattern === this.shown.pattern)?.pieces;
  }
}

/** The name of a pattern; one that is not among the usual is called as the bank's document calls it. */
export function patternName(app: App, pattern: string): string {
  const names: Record<string, Both> = {
    sameBranch: { ja: '当行同一支店あて', en: 'Same branch' },
    ownBank: { ja: '当行他支店あて', en: 'Own bank, another branch' },
    sameBank: { ja: '当行あて', en: 'Own bank' },
    otherBank: { ja: '他行あて', en: 'Other banks' },
  };
  const name = names[pattern];
  return name === undefined ? pattern : app.t(name);
}

/** The pieces as a table: what the drawing shows, exactly. */
function pieceTable(app: App, pieces: readonly FeePiece[]): HTMLElement {
  const { format } = app;
  const last = pieces.at(-1);
  const range = (first: string, other: string) => (first === other ? format.number(first) : `${format.number(first)} – ${format.number(other)}`);
  return table(
    app.t({ ja: '支払金額の区間ごとの手数料', en: 'Fees by ranges of payments' }),
    [
      {
        title: app.t({ ja: '支払金額', en: 'Payment' }), head: true, figure: true,
        cell: (piece: FeePiece) => (piece === last
          ? app.t({ ja: `${format.number(piece.from)} 以上`, en: `from ${format.number(piece.from)}` })
          : range(piece.from, piece.to)),
      },
      {
        title: app.t({ ja: '差引手数料', en: 'Kept back' }), figure: true,
        cell: (piece: FeePiece) => (isPriced(piece) ? range(piece.first.deducted, piece.last.deducted) : app.t({ ja: '振込不可', en: 'no transfer' })),
      },
      {
        title: app.t({ ja: '振込手数料', en: 'Bank’s fee' }), figure: true,
        cell: (piece: FeePiece) => (isPriced(piece) ? range(piece.first.bankFee, piece.last.bankFee) : '–'),
      },
      {
        title: app.t({ ja: '差額', en: 'Difference' }), figure: true,
        cell: (piece: FeePiece) => {
          if (!isPriced(piece)) return '–';
          const [least, most] = [piece.first.difference, piece.last.difference];
          const sign = zonesOf([piece])[0]?.isLeft;
          return h('span', { class: sign === undefined ? null : sign ? 'left' : 'paid' }, differenceText(app, { least, most }));
        },
      },
    ],
    pieces,
  );
}
