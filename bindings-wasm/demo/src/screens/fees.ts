// 手数料情報の変更: who bears which fee, by which table and method, and what that means for every payment.
import type { Bearer, CompanyDocument, FormView } from 'kessai';
import { instant, RequestError } from 'kessai';

import type { App, Mounted, Screen } from '../app.js';
import { copied, keep, lastDone, takeIn, within } from '../administration/document.js';
import { h, put } from '../dom.js';
import type { Child } from '../dom.js';
import { CurvePane, patternName } from '../administration/curvepane.js';
import type { Shown } from '../administration/curvepane.js';
import { Editing, Touched, goToFirst, outcome, pointer } from '../administration/editing.js';
import { TierTable } from '../administration/feetable.js';
import type { Tier } from '../administration/feetable.js';
import { amountField, choiceField, selectField, textField } from '../fields.js';
import { amountText, at } from '../administration/limits.js';
import { button, notice, section } from '../parts.js';
import { plain } from '../request.js';
import { METHODS } from '../administration/words.js';

type Json = Record<string, unknown>;
/** A version of a company's own table: its first day, and tiers by pattern. */
type Version = { from: string } & Record<string, Tier[] | string>;

interface Draft extends Shown {
  place: string;
  typed: Json;
  touched: Touched;
  /** The version that is shown. */
  version: number;
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

/** The id of what says how keys are used in the tables. */
const HELP = 'tiers-help';

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
  readonly #outcome = h('div', { class: 'outcome', 'aria-live': 'polite', tabindex: '-1' });
  #editing: Editing | undefined;
  #curve: CurvePane | undefined;

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    this.#places = places(app);
    this.#draft = app.draft('fees', () => this.#first());
    put(root, lastDone(app), this.#chooser(), this.#body);
    this.#show();
  }

  destroy(): void {
    this.#curve?.free();
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
    this.#curve?.free();
    const curve = new CurvePane(app, this.#draft, place, () => editing.check());
    this.#curve = curve;
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
      section(app, { ja: '支払金額と手数料', en: 'Payments and their fees' }, curve.chooser, curve.root),
      this.#outcome,
      h(
        'div',
        { class: 'buttons' },
        button(app.t({ ja: '変更する', en: 'Change' }), () => this.#apply(place), 'primary'),
        button(app.t({ ja: '入力を取り消す', en: 'Undo what was typed' }), () => this.#undo(place)),
        keep(app),
      ),
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
      isOwn ? h('p', { class: 'name' }, app.t({ ja: '個別手数料', en: 'The company’s own table' })) : null,
      isOwn ? h('div', { class: 'buttons' }, this.#reader(place), versions.length > 1 ? this.#remover(place) : null) : null,
      versions.length > 1 ? this.#chooseVersion(place, versions) : null,
      version === undefined ? null : this.#from(version),
      version === undefined ? null : h('p', { class: 'hint screen-only', id: HELP }, app.t({
        ja: '上下の矢印キーで行を移動します。Enterキーで次の行へ移り、最後の行では行を追加します。',
        en: 'Arrow up and down go between the rows. Enter goes to the next row, and adds one behind the last.',
      })),
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
      before: this.#before(version.from, pattern),
      help: HELP,
      place: pointer('tables', this.#draft.version, pattern),
      onChange: () => editing.check(),
    }).root;
  }

  /** The tiers of the document, of the version that begins on the same day. */
  #before(from: string, pattern: string): Tier[] | undefined {
    const place = this.#place();
    const entry = place === undefined ? undefined : entryOf(this.app.documents.companyObject, place);
    const versions = (entry?.['tables'] as Version[] | undefined) ?? [];
    return versions.find((version) => version.from === from)?.[pattern] as Tier[] | undefined;
  }

  /** The curve of what is typed. While that is not valid, the last one stays, and is said to be so. */
  #told(view: FormView): void {
    const editing = this.#editing;
    const place = this.#place();
    if (editing === undefined || place === undefined) return;
    put(this.#outcome, outcome(this.app, [editing]));
    const isValid = view.outcome === 'valid';
    this.#curve?.show(this.#document(place, isValid ? view.answer?.result : undefined), isValid, this.#draft.typed['method'] === 'typed');
  }

  #document(place: Place, entry: unknown): CompanyDocument {
    const document = copied(this.app);
    if (entry !== undefined && entry !== null) {
      within(within(document as unknown as Json, 'fees'), `${place.bearer}Borne`)[place.business] = entry;
    }
    return document;
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
