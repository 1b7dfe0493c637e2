// 手数料情報の変更: who bears which fee, by which table and method, and what that means for every payment.
import type { Bearer, CompanyDocument, FeeCurve, FeePiece, FormView } from 'kessai';
import { instant, RequestError } from 'kessai';

import type { App, Both, Mounted, Screen } from '../app.js';
import { copied, keep, lastDone, takeIn, within } from '../administration/document.js';
import { h, put } from '../dom.js';
import type { Child } from '../dom.js';
import { differenceText, drawCurve, isPriced, legend, windowsOf, zonesOf } from '../administration/curve.js';
import type { Window } from '../administration/curve.js';
import { Editing, Touched, goToFirst, outcome, pointer } from '../administration/editing.js';
import { TierTable } from '../administration/feetable.js';
import type { Tier } from '../administration/feetable.js';
import { amountField, choiceField, selectField, textField } from '../fields.js';
import { amountText, at } from '../administration/limits.js';
import { button, notice, section, table } from '../parts.js';
import { plain } from '../request.js';
import { METHODS } from '../administration/words.js';

type Json = Record<string, unknown>;
/** A version of a company's own table: its first day, and tiers by pattern. */
type Version = { from: string } & Record<string, Tier[] | string>;

interface Draft {
  place: string;
  typed: Json;
  touched: Touched;
  /** The pattern and the version that are shown, and the day of the curve. */
  pattern: string;
  version: number;
  day: string;
  typedFee: string;
  /** Which of the windows of the curve is shown; -1 is the whole. */
  window: number;
}

export const screen: Screen = {
  id: 'fees',
  title: { ja: '手数料情報の変更', en: 'Fees' },
  group: 'administration',
  mount: (root, app) => new Fees(root, app),
};

interface Place {
  readonly business: string;
  readonly bearer: Bearer;
  readonly name: string;
}

/** The fees that the bank lets companies set. */
function places(app: App): Place[] {
  return Object.entries(app.documents.serviceObject.businesses).flatMap(([business, { label, fees }]) => {
    const name = app.label(label, business);
    const payee = { business, bearer: 'payee', name: app.t({ ja: `先方負担手数料［${name}］`, en: `Borne by the payee: ${name}` }) } as const;
    const payer = { business, bearer: 'payer', name: app.t({ ja: `当方負担手数料［${name}］`, en: `Borne by the payer: ${name}` }) } as const;
    return [...(fees?.payeeBorne === undefined ? [] : [payee]), ...(fees?.payerBorne === undefined ? [] : [payer])];
  });
}

const keyOf = ({ business, bearer }: Place) => `${bearer}:${business}`;

/** The entry of the document. */
function entryOf(document: CompanyDocument, { business, bearer }: Place): Json | undefined {
  return at(document, 'fees', `${bearer}Borne`, business) as Json | undefined;
}

function typedOf(app: App, place: Place | undefined): Json {
  const entry = place === undefined ? undefined : entryOf(app.documents.companyObject, place);
  return structuredClone({ basis: 'standard', ...entry });
}

class Fees implements Mounted {
  readonly #places: readonly Place[];
  readonly #draft: Draft;
  readonly #body = h('div', { class: 'screen' });
  readonly #tables = h('div', { class: 'tables' });
  readonly #curve = h('div', { class: 'drawing' });
  readonly #outcome = h('div', { class: 'outcome', 'aria-live': 'polite', tabindex: '-1' });
  readonly #watch = new ResizeObserver(() => this.#draw());
  #editing: Editing | undefined;
  /** What every payment costs, as far as what is typed is valid. */
  #curves: FeeCurve[] | undefined;
  #none: Both | undefined;
  #width = 0;

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    this.#places = places(app);
    this.#draft = app.draft('fees', () => this.#first());
    put(root, lastDone(app), this.#chooser(), this.#body);
    this.#show();
    this.#watch.observe(this.#curve);
  }

  destroy(): void {
    this.#watch.disconnect();
    this.#editing?.free();
  }

  #first(): Draft {
    const { serviceObject } = this.app.documents;
    const [place] = this.#places;
    const patterns = (serviceObject.patterns ?? []).map(({ key }) => key);
    return {
      place: place === undefined ? '' : keyOf(place),
      typed: typedOf(this.app, place),
      touched: new Touched(),
      // That of other banks is the one with tiers, and stands last.
      pattern: patterns.at(-1) ?? '',
      version: 0,
      day: instant(new Date(), serviceObject.utcOffset).slice(0, 10),
      typedFee: '',
      window: 0,
    };
  }

  #place(): Place | undefined {
    return this.#places.find((place) => keyOf(place) === this.#draft.place);
  }

  #chooser(): Child {
    const { app } = this;
    if (this.#places.length === 0) {
      return notice('plain', app.t({ ja: 'この銀行には、企業が設定する手数料はありません', en: 'At this bank no fees are set by companies' }));
    }
    return section(app, { ja: '手数料情報', en: 'Which fees' }, selectField(app, {
      label: { ja: '変更する手数料', en: 'Fees to change' },
      value: this.#draft.place,
      options: this.#places.map((place) => ({ value: keyOf(place), label: place.name })),
      onInput: (value) => {
        this.#draft.place = value;
        this.#draft.typed = typedOf(app, this.#place());
        this.#draft.touched = new Touched();
        this.#draft.version = 0;
        this.#show();
      },
    }).root);
  }

  /** Draws the fields of the fees that are chosen. */
  #show(): void {
    const { app } = this;
    const place = this.#place();
    if (place === undefined) return;
    const { typed, touched } = this.#draft;
    this.#editing?.free();
    const editing = new Editing(app, { name: 'feeTable', input: () => this.#input(place), onView: (view) => this.#told(view) }, touched);
    this.#editing = editing;
    const set = (name: string, value: unknown) => {
      typed[name] = value;
      editing.check();
    };
    const basis = editing.bind('/basis', choiceField(app, {
      label: { ja: '基準手数料', en: 'The bank’s table' },
      pointer: '/basis',
      value: String(typed['basis']),
      options: [
        { value: 'standard', label: app.t({ ja: '使用する（常に最新の基準手数料を使用する）', en: 'used, always as it is in force' }) },
        { value: 'individual', label: app.t({ ja: '使用しない', en: 'not used: a table of one’s own' }) },
      ],
      onInput: (value) => {
        typed['basis'] = value;
        this.#drawTables(place);
        editing.check();
      },
    }));
    put(
      this.#body,
      section(
        app,
        { ja: place.name, en: place.name },
        basis.root,
        place.bearer === 'payee' ? h('div', { class: 'grid' }, this.#method(place, set), this.#minimum(set)) : null,
        this.#tables,
      ),
      this.#outcome,
      h(
        'div',
        { class: 'buttons' },
        button(app.t({ ja: '変更する', en: 'Change' }), () => this.#apply(place), 'primary'),
        button(app.t({ ja: '入力を取り消す', en: 'Undo what was typed' }), () => this.#undo(place)),
        keep(app),
      ),
      section(app, { ja: '支払金額と手数料', en: 'Payments and their fees' }, this.#chooseCurve(place), this.#curve),
    );
    this.#drawTables(place);
    editing.check();
  }

  #undo(place: Place): void {
    this.#draft.typed = typedOf(this.app, place);
    this.#draft.touched = new Touched();
    this.#draft.version = 0;
    this.#show();
    this.app.announce(this.app.t({ ja: '入力を取り消しました', en: 'What was typed is undone' }));
  }

  /** What goes into the form: of tiers only what is filled, and tables only where they are the company's own. */
  #input({ business, bearer }: Place): Json {
    const { basis, method, minimum, tables, tax } = this.#draft.typed as Json & { tables?: Version[] };
    const filled = (tier: Tier) => Object.fromEntries(Object.entries(tier).filter(([, value]) => value !== ''));
    const own = tables?.map((version) =>
      Object.fromEntries(Object.entries(version).map(([key, value]) => [key, typeof value === 'string' ? value : value.map(filled)])));
    return {
      business,
      bearer,
      basis,
      ...(bearer === 'payee' ? { method: method ?? null, minimum: minimum ?? null } : {}),
      tables: basis === 'individual' ? (own ?? null) : null,
      tax: basis === 'individual' ? (tax ?? null) : null,
    };
  }

  /** The methods that the engine lets the company name here. */
  #method(place: Place, set: (name: string, value: unknown) => void): Child {
    const { app } = this;
    const editing = this.#editing;
    const value = amountText(this.#draft.typed['method']);
    if (editing === undefined) return null;
    const form = app.company.form('feeTable', { blankIsNull: true });
    const goes = (method: string) => {
      const answer = form.check({ business: place.business, bearer: place.bearer, method });
      return !answer.reasons.some(({ path }) => path === '/method');
    };
    const methods = Object.entries(METHODS).filter(([method]) => method === value || goes(method));
    form.free();
    // Where a method may not be named, the one that the bank has is all that is left.
    if (methods.length <= 1 && value === '') return null;
    return editing.bind('/method', selectField(app, {
      label: { ja: '手数料計算方法', en: 'How the fee in a payment is found' },
      pointer: '/method',
      value,
      options: [
        { value: '', label: app.t({ ja: '銀行の定めによる', en: 'As the bank says' }) },
        ...methods.map(([method, both]) => ({ value: method, label: app.t(both) })),
      ],
      onInput: (chosen) => set('method', chosen),
    })).root;
  }

  #minimum(set: (name: string, value: unknown) => void): Child {
    const { app } = this;
    return this.#editing?.bind('/minimum', amountField(app, {
      label: { ja: '適用最低支払金額', en: 'Smallest payment from which the payee bears the fee' },
      pointer: '/minimum',
      value: amountText(this.#draft.typed['minimum']),
      optional: true,
      onInput: (value) => set('minimum', plain(value)),
    })).root;
  }

  #versions(): Version[] {
    const { typed } = this.#draft;
    const tables = (typed['tables'] as Version[] | undefined) ?? [];
    typed['tables'] = tables;
    return tables;
  }

  /** The company's own tables: which version, and the tiers of which pattern. */
  #drawTables(place: Place): void {
    const { app } = this;
    const draft = this.#draft;
    const editing = this.#editing;
    if (editing === undefined) return;
    editing.unbind('/tables');
    const isOwn = draft.typed['basis'] === 'individual';
    const versions = isOwn ? this.#versions() : [];
    draft.version = Math.max(0, Math.min(draft.version, versions.length - 1));
    const version = versions[draft.version];
    const patterns = (app.documents.serviceObject.patterns ?? []).map(({ key }) => key);
    put(
      this.#tables,
      isOwn ? h('div', { class: 'buttons' }, this.#reader(place), versions.length > 1 ? this.#remover(place) : null) : null,
      versions.length > 1 ? this.#chooseVersion(place, versions) : null,
      version === undefined ? null : this.#from(version),
      version === undefined ? null : patterns.map((pattern) => this.#tiers(version, pattern)),
    );
    const messages = h('div', { class: 'messages' });
    this.#tables.append(messages);
    editing.bind('/tables', {
      root: this.#tables,
      show: (said) => put(messages, said.map(({ kind, text }) => h('p', { class: `message ${kind}` }, text))),
    });
  }

  /** 手数料を読み込む: the bank's table in force on the day of the curve, as a version of the company's own. */
  #reader(place: Place): HTMLButtonElement {
    const { app } = this;
    const made = button(app.t({ ja: '手数料を読み込む', en: 'Copy the bank’s table' }), () => {
      const { day } = this.#draft;
      try {
        const [copy] = app.service.copyFees(place.business, place.bearer, day) as unknown as Version[];
        if (copy === undefined) return;
        const versions = this.#versions();
        const kept = versions.filter(({ from }) => from !== copy.from);
        versions.splice(0, versions.length, ...[...kept, copy].sort((one, other) => (one.from < other.from ? -1 : 1)));
        this.#draft.version = versions.indexOf(copy);
        this.#drawTables(place);
        this.#editing?.check();
        app.announce(app.t({ ja: `${app.format.date(day)}の基準手数料を読み込みました`, en: `The bank’s table of ${app.format.date(day)} is copied` }));
      } catch (fault) {
        if (!(fault instanceof RequestError)) throw fault;
        put(this.#outcome, notice('bad', app.lang === 'ja' ? fault.messageJa : fault.message));
      }
    });
    made.dataset['act'] = 'copy';
    return made;
  }

  #remover(place: Place): HTMLButtonElement {
    return button(this.app.t({ ja: 'この版を削除', en: 'Remove this version' }), () => {
      this.#versions().splice(this.#draft.version, 1);
      this.#drawTables(place);
      this.#editing?.check();
    });
  }

  #chooseVersion(place: Place, versions: readonly Version[]): Child {
    const { app } = this;
    return selectField(app, {
      label: { ja: '版（適用開始日）', en: 'Version, by its first day' },
      value: String(this.#draft.version),
      options: versions.map(({ from }, position) => ({ value: String(position), label: app.format.date(from) })),
      onInput: (value) => {
        this.#draft.version = Number(value);
        this.#drawTables(place);
        this.#editing?.check();
      },
    }).root;
  }

  #from(version: Version): Child {
    const { app } = this;
    return this.#editing?.bind(pointer('tables', this.#draft.version, 'from'), textField(app, {
      label: { ja: '適用開始日', en: 'First day' },
      pointer: pointer('tables', this.#draft.version, 'from'),
      type: 'date',
      size: 14,
      value: version.from,
      onInput: (value) => {
        version.from = value;
        this.#editing?.check();
      },
    })).root;
  }

  #tiers(version: Version, pattern: string): Child {
    const { app } = this;
    const editing = this.#editing;
    if (editing === undefined) return null;
    const there = version[pattern];
    if (!Array.isArray(there)) {
      return h('p', { class: 'hint' }, app.t({ ja: `${patternName(app, pattern)}: 定めなし`, en: `${patternName(app, pattern)}: none` }));
    }
    for (const tier of there) {
      for (const [key, value] of Object.entries(tier)) (tier as unknown as Record<string, string>)[key] = amountText(value);
    }
    return new TierTable(app, editing, {
      caption: patternName(app, pattern),
      tiers: there,
      place: pointer('tables', this.#draft.version, pattern),
      onChange: () => editing.check(),
    }).root;
  }

  /** The curve of what is typed. While that is not valid, the last one stays, and is said to be so. */
  #told(view: FormView): void {
    const editing = this.#editing;
    const place = this.#place();
    if (editing === undefined || place === undefined) return;
    put(this.#outcome, outcome(this.app, [editing]));
    const isValid = view.outcome === 'valid';
    if (isValid || this.#curves === undefined) this.#ask(place, isValid ? view.answer?.result : undefined);
    this.#curve.classList.toggle('stale', !isValid);
    this.#draw();
  }

  #document(place: Place, entry: unknown): CompanyDocument {
    const document = copied(this.app);
    if (entry !== undefined && entry !== null) {
      within(within(document as unknown as Json, 'fees'), `${place.bearer}Borne`)[place.business] = entry;
    }
    return document;
  }

  #ask(place: Place, entry: unknown): void {
    const { app } = this;
    const { day, typedFee } = this.#draft;
    const company = app.service.company(this.#document(place, entry));
    try {
      this.#curves = company.feeCurve(place.business, place.bearer, day, typedFee === '' ? undefined : typedFee);
      this.#none = undefined;
    } catch (fault) {
      if (!(fault instanceof RequestError)) throw fault;
      this.#curves = [];
      this.#none = { ja: fault.messageJa, en: fault.message };
    } finally {
      company.free();
    }
  }

  /** What the curve is of: the pattern, the day, and a fee that is typed where the method asks for one. */
  #chooseCurve(place: Place): Child {
    const { app } = this;
    const draft = this.#draft;
    const asked = () => {
      this.#curves = undefined;
      this.#editing?.check();
    };
    const patterns = (app.documents.serviceObject.patterns ?? []).map(({ key }) => ({ value: key, label: patternName(app, key) }));
    return h(
      'div',
      { class: 'grid' },
      selectField(app, {
        label: { ja: '振込パターン', en: 'Pattern' },
        value: draft.pattern,
        options: patterns,
        onInput: (value) => {
          draft.pattern = value;
          draft.window = 0;
          this.#draw();
        },
      }).root,
      textField(app, {
        label: { ja: '振込指定日', en: 'Value date' },
        type: 'date',
        value: draft.day,
        size: 14,
        onInput: (value) => {
          draft.day = value;
          asked();
        },
      }).root,
      place.bearer === 'payee' && draft.typed['method'] === 'typed'
        ? amountField(app, {
            label: { ja: '指定金額（試算用）', en: 'Fee that is typed, to try' },
            value: draft.typedFee,
            onInput: (value) => {
              draft.typedFee = plain(value);
              asked();
            },
          }).root
        : null,
    );
  }

  #draw(): void {
    const { app } = this;
    const width = Math.floor(this.#curve.clientWidth);
    const pieces = this.#curves?.find(({ pattern }) => pattern === this.#draft.pattern)?.pieces;
    const stale = this.#curve.classList.contains('stale');
    if (pieces === undefined) {
      put(this.#curve, notice('plain', this.#none === undefined
        ? app.t({ ja: 'このパターンの手数料表はありません', en: 'There is no table for this pattern' })
        : app.t(this.#none)));
      return;
    }
    const { whole, near } = windowsOf(pieces);
    const chosen = near[Math.min(this.#draft.window, near.length - 1)];
    const window = this.#draft.window < 0 ? whole : (chosen ?? whole);
    this.#width = Math.max(width, 280);
    const title = app.t({ ja: '支払金額ごとの差引手数料と振込手数料', en: 'What is kept back and what the bank charges, by payment' });
    put(
      this.#curve,
      stale ? h('p', { class: 'hint' }, app.t({
        ja: '入力に誤りまたは不足があるため、直前の正しい内容で表示しています。',
        en: 'What is typed is not right yet: this is the last that was.',
      })) : null,
      near.length === 0 ? null : this.#windows(near),
      h('figure', null, drawCurve(app, pieces, window, this.#width, title), legend(app)),
      pieceTable(app, pieces),
    );
  }

  #windows(near: readonly Window[]): Child {
    const { app } = this;
    const one = (position: number, label: string) => {
      const made = button(label, () => {
        this.#draft.window = position;
        this.#draw();
        this.#curve.querySelector<HTMLElement>(`[data-window="${position}"]`)?.focus();
      });
      made.dataset['window'] = String(position);
      const shown = this.#draft.window < 0 ? -1 : Math.min(this.#draft.window, near.length - 1);
      made.setAttribute('aria-pressed', String(position === shown));
      return made;
    };
    const zones = zonesOf(this.#curves?.find(({ pattern }) => pattern === this.#draft.pattern)?.pieces ?? []);
    return h(
      'div',
      { class: 'buttons', role: 'group', 'aria-label': app.t({ ja: '表示範囲', en: 'Range shown' }) },
      near.map((_, position) => {
        const from = app.format.number(zones[position]?.from ?? '');
        return one(position, app.t({ ja: `${from}円付近`.replace('円', app.format.currency === 'JPY' ? '円' : ''), en: `near ${from}` }));
      }),
      one(-1, app.t({ ja: '全体', en: 'all' })),
    );
  }

  #apply(place: Place): void {
    const { app } = this;
    this.#draft.touched.isSubmitted = true;
    const view = this.#editing?.check();
    if (view?.outcome !== 'valid') {
      goToFirst(this.root);
      return;
    }
    takeIn(app, this.#document(place, view.answer?.result), {
      ja: `${place.name}を変更しました`,
      en: `Changed: ${place.name}`,
    }, this.#outcome);
  }
}

/** The name of a pattern; one that is not among the usual is called as the bank's document calls it. */
function patternName(app: App, pattern: string): string {
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
