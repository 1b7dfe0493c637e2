// The fields of a user: who, which rights, which accounts, and up to which amounts.
import type { CompanyDocument, FormView, PayeeKind } from 'kessai';

import type { App, Both } from '../app.js';
import { h } from '../dom.js';
import type { Child } from '../dom.js';
import { mark, pointer, shower } from './editing.js';
import type { Editing } from './editing.js';
import { checkField, selectField, textField } from '../fields.js';
import { CheckGrid } from './grid.js';
import { accountName, amountText, at, declared, limitField } from './limits.js';
import { notice, section } from '../parts.js';
import { rightsTable } from './rights.js';
import { PAYEE_KINDS } from '../words.js';
import { AGAIN, ROLES, ownLabel } from './words.js';

type Json = Record<string, unknown>;
export type User = NonNullable<CompanyDocument['users']>[number];

/** Members of a user that have fields of their own here. */
const MEMBERS = ['id', 'role', 'enabled', 'groups', 'accounts', 'rights', 'limits', 'approverPerItem', 'name'];

export function emptyUser(): Json {
  return { id: '', name: '', role: 'general', enabled: true, groups: [], accounts: [], rights: [], limits: {}, approverPerItem: {} };
}

/** A user's members as fields hold them. */
export function typedUser(user: User): Json {
  return structuredClone({ ...emptyUser(), accounts: undefined, rights: undefined, groups: undefined, ...user }) as Json;
}

/** A list of names, of which each may be taken in or out. */
function listOf(typed: Json, name: string): string[] {
  return (typed[name] as string[] | undefined) ?? [];
}

/** The names in the order of a document, so that choosing something again changes nothing. */
function ordered(all: readonly string[], before: readonly string[], chosen: ReadonlySet<string>): string[] {
  const kept = before.filter((name) => chosen.has(name));
  return [...kept, ...all.filter((name) => chosen.has(name) && !kept.includes(name))];
}

export class UserForm {
  #grid: CheckGrid | undefined;
  readonly #others = new Map<string, HTMLElement>();

  constructor(
    readonly app: App,
    readonly editing: Editing,
    readonly typed: Json,
    readonly isNew: boolean,
  ) {}

  /** What goes into the form: lists and maps that have nothing in them and had nothing are left out. */
  input(): Json {
    const { typed } = this;
    const caps = Object.entries(typed['approverPerItem'] as Json).filter(([, value]) => amountText(value) !== '');
    const input: Json = { ...typed, approverPerItem: caps.length === 0 ? null : Object.fromEntries(caps) };
    const before = this.#before();
    for (const name of ['groups', 'accounts', 'rights']) {
      const isThere = this.isNew ? false : at(before, name) !== undefined;
      if (listOf(typed, name).length === 0 && !isThere) delete input[name];
    }
    // What is typed twice is asked for again only where it is another.
    if (before !== undefined && input['id'] === before.id) delete input['id'];
    return input;
  }

  #before(): User | undefined {
    const { change } = this.editing.spec.settings ?? {};
    return this.app.documents.companyObject.users?.find((user) => user.id === change);
  }

  draw(): Child {
    return [this.#basics(), this.#rights(), this.#groups(), this.#accounts(), this.#limits(), this.#caps()];
  }

  /** Marks the rights that differ from those before. */
  mark(view: FormView): void {
    const isChanged = !this.isNew && view.answer?.changed.includes('/rights') === true;
    const before = new Set(this.#before()?.rights ?? []);
    const now = new Set(listOf(this.typed, 'rights'));
    const all = Object.keys(this.app.documents.serviceObject.rights ?? {});
    const changed = new Set(isChanged ? all.filter((key) => before.has(key) !== now.has(key)) : []);
    this.#grid?.mark(changed);
    for (const [key, root] of this.#others) mark(this.app, root, changed.has(key));
  }

  #set(name: string, value: unknown): void {
    this.typed[name] = value;
    this.editing.check();
  }

  #text(label: Both, name: string): HTMLElement {
    const isSecret = /password|pin$/i.test(name.replace(/Again$/, ''));
    const made = textField(this.app, {
      label,
      pointer: pointer(name),
      value: amountText(this.typed[name]),
      onInput: (value) => this.#set(name, value),
      autocomplete: isSecret ? 'new-password' : 'off',
    });
    if (isSecret) made.control.type = 'password';
    return this.editing.bind(pointer(name), made).root;
  }

  #basics(): Child {
    const { app, typed, editing } = this;
    const rules = app.documents.serviceObject.fields?.user ?? {};
    const own = Object.keys(rules).filter((name) => !name.includes('.') && !MEMBERS.includes(name));
    const twice = (name: string, label: Both): Child => [
      this.#text(label, name),
      [rules[name] ?? []].flat().some((rule) => rule.typedTwice === true)
        ? this.#text({ ja: `${label.ja}${AGAIN.ja}`, en: `${label.en}${AGAIN.en}` }, `${name}Again`)
        : null,
    ];
    return section(
      app,
      { ja: '利用者基本情報', en: 'Who it is' },
      h(
        'div',
        { class: 'grid' },
        twice('id', ownLabel('id')),
        twice('name', ownLabel('name')),
        own.map((name) => twice(name, ownLabel(name))),
        editing.bind('/role', selectField(app, {
          label: { ja: 'ユーザ区分', en: 'Kind of user' },
          pointer: '/role',
          value: String(typed['role']),
          options: Object.entries(ROLES).map(([value, both]) => ({ value, label: app.t(both) })),
          onInput: (value) => this.#set('role', value),
        })).root,
        editing.bind('/enabled', checkField(app, {
          label: { ja: '利用者を有効にする', en: 'The user is enabled' },
          pointer: '/enabled',
          value: typed['enabled'] === true,
          onInput: (value) => this.#set('enabled', value),
        })).root,
      ),
    );
  }

  #rights(): Child {
    const { app, typed } = this;
    const all = Object.keys(app.documents.serviceObject.rights ?? {});
    const { rows, columns, cells, others } = rightsTable(app);
    const chosen = new Set(listOf(typed, 'rights'));
    const before = this.#before()?.rights ?? [];
    const set = () => this.#set('rights', ordered(all, before, chosen));
    const help = h('p', { class: 'hint', id: 'matrix-help' }, app.t({
      ja: '矢印キーで移動し、スペースキーまたはEnterキーで選択します。「全選択」の行と列では、列と行をまとめて選択できます。',
      en: 'Arrow keys move, Space or Enter chooses. The row and the column “All” choose whole columns and rows.',
    }));
    this.#grid = new CheckGrid({
      caption: app.t({ ja: 'サービス利用権限', en: 'Rights' }),
      describedBy: 'matrix-help',
      rows, columns, cells,
      corner: app.t({ ja: '業務', en: 'Business' }),
      all: app.t({ ja: '全選択', en: 'All' }),
      allOf: (label) => app.t({ ja: `${label}: 全選択`, en: `${label}: all` }),
      changed: app.t({ ja: '変更', en: 'changed' }),
      isReadonly: false,
      chosen,
      onChange: (now) => {
        for (const { key } of cells) {
          if (now.has(key)) chosen.add(key);
          else chosen.delete(key);
        }
        set();
      },
    });
    const isMaster = typed['role'] === 'master';
    const place = h('div', { class: 'teller' });
    const made = section(
      app,
      { ja: 'サービス利用権限', en: 'Rights' },
      isMaster ? notice('plain', app.t({
        ja: 'マスターユーザは、ここでの選択にかかわらずすべての権限を持ちます。',
        en: 'The master user has every right, whatever is chosen here.',
      })) : null,
      help,
      this.#grid.root,
      others.length === 0 ? null : h(
        'fieldset',
        { class: 'group' },
        h('legend', null, app.t({ ja: '照会・その他', en: 'Inquiries and others' })),
        h('div', { class: 'choices' }, others.map(({ key, label }) => this.#other(key, label, chosen, set))),
      ),
      place,
    );
    this.editing.bind('/rights', shower(place));
    return made;
  }

  #other(key: string, label: string, chosen: Set<string>, set: () => void): Child {
    const made = checkField(this.app, {
      label: { ja: label, en: label },
      value: chosen.has(key),
      onInput: (isChosen) => {
        if (isChosen) chosen.add(key);
        else chosen.delete(key);
        set();
      },
    });
    this.#others.set(key, made.root);
    return made.root;
  }

  /** Check boxes for some names of the documents. */
  #names(title: Both, name: 'groups' | 'accounts', all: readonly (readonly [string, string])[], hint?: Both): Child {
    const { app, typed } = this;
    if (all.length === 0) return null;
    const before = (at(this.#before(), name) as string[] | undefined) ?? [];
    const chosen = new Set(listOf(typed, name));
    const place = h('div', { class: 'teller' }, h('p', { class: 'unseen name' }, app.t(title)));
    const boxes = all.map(([key, label]) =>
      checkField(app, {
        label: { ja: label, en: label },
        value: chosen.has(key),
        onInput: (isChosen) => {
          if (isChosen) chosen.add(key);
          else chosen.delete(key);
          this.#set(name, ordered(all.map(([one]) => one), before, chosen));
        },
      }).root);
    const made = section(app, title, hint === undefined ? null : h('p', { class: 'hint' }, app.t(hint)), h('div', { class: 'choices' }, boxes), place);
    this.editing.bind(pointer(name), shower(place));
    return made;
  }

  #groups(): Child {
    const { app } = this;
    const groups = Object.entries(app.documents.companyObject.groups ?? {});
    return this.#names({ ja: '利用者グループ', en: 'Groups' }, 'groups', groups.map(([key, { label }]) => [key, app.label(label, key)]));
  }

  #accounts(): Child {
    const { app } = this;
    const accounts = app.documents.companyObject.accounts ?? [];
    return this.#names({ ja: '利用可能口座', en: 'Accounts' }, 'accounts', accounts.map((account) => [account.id, accountName(app, account)]), {
      ja: 'マスターユーザで1つも選択しない場合は、すべての口座を利用できます。',
      en: 'A master user of whom none was ever chosen may use all of them.',
    });
  }

  #limits(): Child {
    const { app } = this;
    const { serviceObject } = app.documents;
    const rows = Object.entries(serviceObject.businesses).map(([business, { kind, label, payeeKinds }]) => {
      const name = app.label(label, business);
      if (kind !== 'transfer') return this.#limit([business], { ja: name, en: name });
      const kinds = payeeKinds ?? (Object.keys(PAYEE_KINDS) as PayeeKind[]);
      return kinds.map((payee) => {
        const both = PAYEE_KINDS[payee];
        return this.#limit([business, payee], { ja: `${name}（${both.ja}）`, en: `${name}: ${both.en.toLowerCase()}` });
      });
    });
    const own = declared(app, ['user']).map(({ key, label, ceiling, isCount }) => this.#limit([key], label, ceiling, isCount));
    return section(
      app,
      { ja: '限度額（利用者一回当たり）', en: 'Limits of the user, for each operation' },
      h('div', { class: 'grid' }, rows, own),
    );
  }

  #limit(names: readonly string[], label: Both, ceiling?: unknown, isCount = false): Child {
    const { app, typed } = this;
    const limits = typed['limits'] as Json;
    return limitField(app, this.editing, {
      label,
      pointer: pointer('limits', ...names),
      isCount,
      ceiling: ceiling ?? at(app.documents.serviceObject, 'ceilings', 'userPerOperation', ...names),
      value: amountText(at(limits, ...names)),
      onInput: (value) => {
        const [first = '', second] = names;
        if (second === undefined) limits[first] = value;
        else limits[first] = { ...(limits[first] as Json | undefined), [second]: value };
        this.editing.check();
      },
    }).root;
  }

  #caps(): Child {
    const { app, typed } = this;
    const caps = typed['approverPerItem'] as Json;
    return section(
      app,
      { ja: '承認できる明細の上限金額', en: 'Largest item that the user may approve' },
      h('div', { class: 'grid' }, Object.entries(app.documents.serviceObject.businesses).map(([business, { label }]) => {
        const name = app.label(label, business);
        return limitField(app, this.editing, {
          label: { ja: name, en: name },
          pointer: pointer('approverPerItem', business),
          ceiling: undefined,
          value: amountText(caps[business]),
          onInput: (value) => {
            caps[business] = value;
            this.editing.check();
          },
        }).root;
      })),
    );
  }
}

