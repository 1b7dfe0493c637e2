// 企業情報の変更: the company's name, how its payments are approved, and its limits.
import type { CompanyDocument } from 'kessai';

import type { App, Both, Mounted, Screen } from '../app.js';
import { copied, keep, lastDone, takeIn, within } from '../administration/document.js';
import { h, put } from '../dom.js';
import type { Child } from '../dom.js';
import { Editing, Touched, goToFirst, outcome, pointer } from '../administration/editing.js';
import { choiceField, textField } from '../fields.js';
import type { Option } from '../fields.js';
import { accountName, amountText, at, declared, group, limitField } from '../administration/limits.js';
import { button, section } from '../parts.js';
import { ACCOUNT_PARTS, ownLabel } from '../administration/words.js';
import { MODES } from '../words.js';

type Json = Record<string, unknown>;
type Account = NonNullable<CompanyDocument['accounts']>[number];

/** What is typed. */
interface Draft {
  readonly company: Json;
  readonly accounts: Record<string, Json>;
  readonly touched: Touched;
}

export const screen: Screen = {
  id: 'company',
  title: { ja: '企業情報の変更', en: 'Company settings' },
  group: 'administration',
  mount: (root, app) => new CompanySettings(root, app),
};

/** Members of the document that have fields of their own here. */
const MEMBERS = ['name', 'nameKana', 'approval', 'groups', 'limits', 'access'];

function copy(value: unknown): Json {
  return structuredClone((value ?? {}) as Json);
}

class CompanySettings implements Mounted {
  readonly #draft: Draft;
  readonly #company: Editing;
  readonly #accounts: readonly (readonly [string, Editing])[];
  readonly #outcome = h('div', { class: 'outcome', 'aria-live': 'polite', tabindex: '-1' });

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    const { companyObject } = app.documents;
    this.#draft = app.draft('company', () => {
      const { name, nameKana, approval, limits, groups } = companyObject;
      const accounts = (companyObject.accounts ?? []).map((account) => [account.id, { limits: copy(account.limits) }] as const);
      const company = { name: name ?? '', nameKana: nameKana ?? '', approval: copy(approval), limits: copy(limits), groups: copy(groups) };
      return { company, accounts: Object.fromEntries(accounts), touched: new Touched() };
    });
    const { touched } = this.#draft;
    this.#company = new Editing(app, { name: 'company', input: () => this.#draft.company }, touched);
    this.#accounts = (companyObject.accounts ?? []).map(({ id }) => [
      id,
      new Editing(app, { name: 'account', settings: { change: id }, input: () => this.#draft.accounts[id] }, touched),
    ]);
    this.#draw();
    this.#check();
  }

  destroy(): void {
    for (const editing of this.#editing()) editing.free();
  }

  #editing(): Editing[] {
    return [this.#company, ...this.#accounts.map(([, editing]) => editing)];
  }

  #draw(): void {
    const { app } = this;
    put(
      this.root,
      lastDone(app),
      section(app, { ja: '企業情報', en: 'Company' }, h('div', { class: 'grid' }, this.#names(), this.#own())),
      section(app, { ja: '承認機能の利用有無', en: 'Approval' }, this.#approval()),
      this.#limits(),
      this.#accountLimits(),
      this.#groups(),
      this.#outcome,
      h(
        'div',
        { class: 'buttons' },
        button(app.t({ ja: '変更を反映する', en: 'Take the changes in' }), () => this.#apply(), 'primary'),
        button(app.t({ ja: '入力を取り消す', en: 'Undo what was typed' }), () => this.#undo()),
        keep(app),
      ),
    );
  }

  #check(): void {
    for (const editing of this.#editing()) editing.check();
    this.#told();
  }

  #told(): void {
    put(this.#outcome, outcome(this.app, this.#editing()));
  }

  /** Checks one form and says what all of them come to. */
  #typed(editing: Editing): void {
    editing.check();
    this.#told();
  }

  #text(label: Both, object: Json, name: string, place: string, isPassword = false): Child {
    const made = textField(this.app, {
      label,
      pointer: place,
      value: amountText(object[name]),
      onInput: (value) => {
        object[name] = value;
        this.#typed(this.#company);
      },
    });
    if (isPassword) made.control.type = 'password';
    return this.#company.bind(place, made).root;
  }

  #names(): Child {
    const { company } = this.#draft;
    return [
      this.#text({ ja: '企業名', en: 'Name' }, company, 'name', '/name'),
      this.#text({ ja: '企業名（カナ）', en: 'Name in kana' }, company, 'nameKana', '/nameKana'),
    ];
  }

  /** Fields of the bank that are no part of the document. */
  #own(): Child {
    const rules = this.app.documents.serviceObject.fields?.company ?? {};
    return Object.keys(rules)
      .filter((name) => !MEMBERS.includes(name.split('.')[0] ?? '') && !name.includes('.'))
      .map((name) => this.#text(ownLabel(name), this.#draft.company, name, pointer(name)));
  }

  /** A choice for each business, or for each group that has one mode. */
  #approval(): Child {
    const { app } = this;
    const { businesses } = app.documents.serviceObject;
    const approval = this.#draft.company['approval'] as Json;
    const rows = new Map<string, string[]>();
    for (const [key, { approvalGroup }] of Object.entries(businesses)) {
      // A group's mode may stand under its own name or under one member's.
      const row = approvalGroup ?? key;
      rows.set(row, [...(rows.get(row) ?? []), key]);
    }
    return h('div', { class: 'rows' }, [...rows].map(([row, members]) => {
      const name = [row, ...members].find((key) => approval[key] !== undefined) ?? row;
      const [first = row] = members;
      const labels = members.map((key) => app.label(businesses[key]?.label, key));
      return this.#mode(name, labels.join(app.lang === 'ja' ? '・' : ' / '), businesses[first]?.approvalModes ?? []);
    }));
  }

  #mode(name: string, label: string, modes: readonly string[]): Child {
    const { app } = this;
    const approval = this.#draft.company['approval'] as Json;
    const before = at(app.documents.companyObject, 'approval', name);
    const value = approval[name];
    const isPolicy = typeof before === 'object' && before !== null;
    const options: Option[] = [
      ...Object.entries(MODES).filter(([mode]) => mode !== 'policy' && modes.includes(mode)).map(([mode, both]) => ({ value: mode, label: app.t(both) })),
      ...(isPolicy ? [{ value: 'policy', label: app.t({ ja: '承認ポリシー（現在の設定）', en: 'Approval policy (as it is)' }) }] : []),
      { value: '', label: app.t({ ja: '利用しない', en: 'Not used' }) },
    ];
    const place = pointer('approval', name);
    return this.#company.bind(place, choiceField(app, {
      label: { ja: label, en: label },
      pointer: place,
      value: typeof value === 'string' ? value : typeof value === 'object' && value !== null ? 'policy' : '',
      options,
      onInput: (chosen) => {
        approval[name] = chosen === 'policy' ? structuredClone(before) : chosen === '' ? null : chosen;
        this.#check();
      },
    })).root;
  }

  #limits(): Child {
    const { app } = this;
    const { serviceObject } = app.documents;
    const limits = this.#draft.company['limits'] as Json;
    const own = declared(app, ['company', 'payee']);
    const batch = Object.entries(serviceObject.businesses).filter(([, { kind }]) => kind !== 'transfer');
    const rows = [
      ...batch.map(([key, { label }]) => {
        const name = app.label(label, key);
        return { key, label: { ja: name, en: name }, ceiling: at(serviceObject, 'ceilings', 'companyPerDay', key), isCount: false };
      }),
      ...own,
    ];
    if (rows.length === 0) return null;
    return section(
      app,
      own.length === 0 ? { ja: '企業一日当たりの限度額', en: 'Limits of the company, a day' } : { ja: '企業の限度額', en: 'Limits of the company' },
      h('div', { class: 'grid' }, rows.map(({ key, label, ceiling, isCount }) =>
        limitField(app, this.#company, {
          label,
          ceiling,
          isCount,
          pointer: pointer('limits', key),
          value: amountText(limits[key]),
          onInput: (value) => {
            limits[key] = value;
            this.#typed(this.#company);
          },
        }).root)),
    );
  }

  #accountLimits(): Child {
    const { app } = this;
    const { serviceObject, companyObject } = app.documents;
    const singles = Object.entries(serviceObject.businesses).filter(([, { kind }]) => kind === 'transfer');
    const own = declared(app, ['account']);
    const accounts = companyObject.accounts ?? [];
    if (accounts.length === 0 || (singles.length === 0 && own.length === 0)) return null;
    const fields = (account: Account, editing: Editing) => [
      ...singles.flatMap(([business, { label }]) =>
        ACCOUNT_PARTS.map(([part, both]) => {
          const name = app.label(label, business);
          const ceiling = at(serviceObject, 'ceilings', 'accountPerDay', business, part);
          return this.#accountLimit(account, editing, [business, part], { ja: `${name}（${both.ja}）`, en: `${name}, ${both.en}` }, ceiling);
        })),
      ...own.map(({ key, label, ceiling, isCount }) => this.#accountLimit(account, editing, [key], label, ceiling, isCount)),
    ];
    return section(
      app,
      { ja: '口座一日当たりの限度額', en: 'Limits of each account' },
      this.#accounts.map(([id, editing]) => {
        const account = accounts.find((one) => one.id === id);
        return account === undefined ? null : group(accountName(app, account), fields(account, editing));
      }),
    );
  }

  #accountLimit(account: Account, editing: Editing, names: readonly string[], label: Both, ceiling: unknown, isCount = false): Child {
    const draft = this.#draft.accounts[account.id] ?? {};
    return limitField(this.app, editing, {
      label,
      ceiling,
      isCount,
      pointer: pointer('limits', ...names),
      value: amountText(at(draft, 'limits', ...names)),
      onInput: (value) => {
        const [last = ''] = names.slice(-1);
        names.slice(0, -1).reduce((around, name) => within(around, name), within(draft, 'limits'))[last] = value;
        this.#typed(editing);
      },
    }).root;
  }

  /** Groups of users, by their names: what is in them is given with the users. */
  #groups(): Child {
    const { app } = this;
    const groups = this.#draft.company['groups'] as Record<string, { label?: Json }>;
    const keys = Object.keys(groups);
    if (keys.length === 0) return null;
    return section(
      app,
      { ja: '利用者グループ', en: 'Groups of users' },
      keys.map((key) => {
        const entry = groups[key] ?? {};
        const members = (app.documents.companyObject.users ?? []).filter((user) => user.groups?.includes(key) === true);
        const names = members.map((user) => user.name ?? user.id);
        return h(
          'div',
          { class: 'group-row' },
          groupName(app, key, entry.label, (label) => {
            groups[key] = { ...entry, label };
            this.#check();
          }, this.#company),
          h('p', { class: 'hint' }, names.length === 0
            ? app.t({ ja: '所属する利用者はいません', en: 'Nobody is in it' })
            : app.t({ ja: `所属: ${app.format.list(names)}`, en: `In it: ${app.format.list(names)}` })),
        );
      }),
    );
  }

  #apply(): void {
    this.#draft.touched.isSubmitted = true;
    this.#check();
    const editing = this.#editing();
    if (editing.some(({ view }) => view?.outcome !== 'valid')) {
      goToFirst(this.root);
      return;
    }
    const result = this.#company.view?.answer?.result as Partial<CompanyDocument> | undefined;
    const document: CompanyDocument = { ...copied(this.app), ...result };
    const accounts = this.#accounts.map(([, { view }]) => view?.answer?.result as unknown as Account);
    if (accounts.length > 0) document.accounts = accounts;
    takeIn(this.app, document, { ja: '企業情報を変更しました', en: 'The company settings have changed' }, this.#outcome);
  }

  #undo(): void {
    const { companyObject } = this.app.documents;
    const { company, accounts, touched } = this.#draft;
    const { name, nameKana, approval, limits, groups } = companyObject;
    for (const key of Object.keys(company)) company[key] = '';
    Object.assign(company, { name: name ?? '', nameKana: nameKana ?? '', approval: copy(approval), limits: copy(limits), groups: copy(groups) });
    for (const account of companyObject.accounts ?? []) accounts[account.id] = { limits: copy(account.limits) };
    touched.places.clear();
    touched.isSubmitted = false;
    this.#draw();
    this.#check();
    this.app.announce(this.app.t({ ja: '入力を取り消しました', en: 'What was typed is undone' }));
  }
}

function groupName(app: App, key: string, label: Json | undefined, onInput: (label: Json) => void, editing: Editing): Child {
  const place = pointer('groups', key);
  return editing.bind(place, textField(app, {
    label: { ja: `グループ ${key} の名称`, en: `Name of group ${key}` },
    pointer: place,
    value: amountText(label?.[app.lang]),
    onInput: (value) => onInput({ ...label, [app.lang]: value === '' ? undefined : value }),
  })).root;
}

