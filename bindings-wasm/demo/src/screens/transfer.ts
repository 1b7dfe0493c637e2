// The entry of a transfer: every rule of the bank while it is typed.
import type { CodeShape, Payee, PayeeKind, Request } from 'kessai';

import type { App, Both, Mounted, Screen } from '../app.js';
import { caseOf, caseSaver } from '../cases.js';
import { h, put } from '../dom.js';
import { ask, Books } from '../entry.js';
import type { Answer, Said } from '../entry.js';
import { amountField, choiceField, selectField, setOptions, textField } from '../fields.js';
import type { Message } from '../fields.js';
import { approvalText, feeList, limitList } from '../figures.js';
import { button, section } from '../parts.js';
import { Fields, filled, outcome, plain } from '../request.js';
import { ACCOUNT_TYPES, BEARERS, business, PAYEE_KINDS, person } from '../words.js';
import { Approvers } from './transfer/approvers.js';
import { Facts } from './transfer/facts.js';
import { slip } from './transfer/slip.js';

export const screen: Screen = {
  id: 'transfer',
  title: { ja: '振込・振替の入力', en: 'New transfer' },
  group: 'payments',
  mount: (root, app) => new Transfer(root, app),
};

export interface Draft {
  request: Request;
  readonly books: Books;
  /** Fields that somebody has left. */
  readonly left: Set<string>;
  areFactsOpen: boolean;
}

/** Businesses with one payee; all others take a list of items. */
export function singles(app: App): string[] {
  const { businesses } = app.documents.serviceObject;
  return Object.entries(businesses ?? {}).flatMap(([key, { kind }]) => (kind === 'transfer' ? [key] : []));
}

export function draftOf(app: App): Draft {
  return app.draft('transfer', () => {
    const { start, companyObject } = app.documents;
    const books = new Books(start?.used);
    const request: Request = start?.transfer ?? {
      user: companyObject.users?.[0]?.id ?? null,
      business: singles(app)[0] ?? null,
      account: companyObject.accounts?.[0]?.id ?? null,
      now: app.now(),
      payee: {},
    };
    return { request: { ...request, operation: 'create' }, books, left: new Set(), areFactsOpen: false };
  });
}

/** How wide a field is for a code of some shape. */
function size(shape: number | CodeShape | undefined, usual: number): number {
  return typeof shape === 'number' ? shape : (shape?.maxLength ?? usual);
}

class Transfer implements Mounted {
  readonly draft: Draft;
  readonly fields: Fields;
  readonly outcome = h('div', { class: 'verdict' });
  readonly fee = h('div');
  readonly limits = h('div', { class: 'limit-place' });
  readonly approval = h('div');
  readonly largest = h('div', { class: 'largest', 'aria-live': 'polite' });
  readonly paper = h('div', { class: 'paper-only', 'aria-hidden': 'true' });
  readonly approvers: Approvers;
  readonly facts: Facts;
  readonly account;
  readonly kind;
  readonly payment;
  answer: Answer;

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    this.draft = draftOf(app);
    this.fields = new Fields(this.draft.left);
    const change = (part: Partial<Request>) => this.change(part);
    this.approvers = new Approvers(app, this.fields, (approvers) => change({ approvers }));
    this.facts = new Facts(app, this.fields, this.draft, () => this.judge(), change);
    const { request } = this.draft;
    this.account = this.fields.add('/account', this.accountField());
    this.kind = this.fields.add('/payee/kind', this.kindField());
    this.payment = this.fields.add('/payment', this.paymentField());
    if (singles(app).length === 0) put(root, h('p', null, app.t({ ja: 'この銀行には振込の業務がありません', en: 'This bank has no business for single transfers' })));
    else put(root, this.paper, h('div', { class: 'sides' }, this.form(request), h('div', { class: 'beside' }, this.outcome, this.summary())));
    this.answer = ask(app, filled(request), this.draft.books);
    this.judge();
  }

  destroy(): void {
    this.root.replaceChildren();
  }

  change(part: Partial<Request>): void {
    this.draft.request = { ...this.draft.request, ...part };
    this.judge();
  }

  payee(part: Partial<NonNullable<Payee>>): void {
    this.change({ payee: { ...this.draft.request.payee, ...part } });
  }

  form(request: Request): HTMLElement {
    const { app } = this;
    const lengths = app.documents.serviceObject.settings?.account;
    return h(
      'form',
      { class: 'entry screen-only', novalidate: true, onSubmit: (event: Event) => event.preventDefault() },
      section(app, { ja: '依頼', en: 'From' }, h('div', { class: 'grid' }, this.userField(), this.businessField(), this.account.root)),
      section(
        app,
        { ja: '振込先', en: 'To' },
        this.kind.root,
        h(
          'div',
          { class: 'codes' },
          this.payeeField('bank', { ja: '銀行コード', en: 'Bank code' }, size(lengths?.bank, 4)),
          this.payeeField('branch', { ja: '支店コード', en: 'Branch' }, size(lengths?.branch, 3)),
          this.typeField(),
          this.payeeField('number', { ja: '口座番号', en: 'Number' }, size(lengths?.number, 7)),
        ),
        this.payeeField('name', { ja: '受取人名', en: 'Name of the payee' }, 28),
      ),
      section(
        app,
        { ja: '支払い', en: 'Payment' },
        h(
          'div',
          { class: 'grid' },
          this.payment.root,
          this.fields.add('/valueDate', textField(app, {
            label: { ja: '振込指定日', en: 'Value date' }, pointer: '/valueDate', type: 'date', size: 14, value: String(request.valueDate ?? ''),
            onInput: (valueDate) => this.change({ valueDate }),
          })).root,
        ),
        this.largest,
        this.fields.add('/bearer', choiceField(app, {
          label: { ja: '手数料の負担', en: 'Fee borne by' }, pointer: '/bearer', value: String(request.bearer ?? ''),
          options: (['payer', 'payee'] as const).map((value) => ({ value, label: app.t(BEARERS[value]) })),
          onInput: (bearer) => this.change({ bearer }),
        })).root,
      ),
      this.approvers.root,
      this.facts.root,
      caseSaver(app, 'transfer', () => ({ ja: this.answer.outcome, en: this.answer.outcome }), () => caseOf(this.answer)),
    );
  }

  summary(): HTMLElement {
    const { app } = this;
    return h(
      'div',
      { class: 'summary screen-only' },
      section(app, { ja: '手数料', en: 'Fee' }, this.fee),
      section(app, { ja: '限度額', en: 'Limits' }, this.limits),
      section(app, { ja: '承認', en: 'Approval' }, this.approval),
      h(
        'div',
        { class: 'buttons' },
        h('a', { class: 'button', href: '#/life' }, app.t({ ja: '承認依頼へ進む', en: 'Go on to approval' })),
        button(app.t({ ja: '印刷', en: 'Print' }), () => window.print()),
      ),
    );
  }

  userField(): HTMLElement {
    const { app } = this;
    const users = app.documents.companyObject.users ?? [];
    const field = selectField(app, {
      label: { ja: '入力者', en: 'Entered by' }, pointer: '/user', value: String(this.draft.request.user ?? ''),
      options: users.map(({ id }) => ({ value: id, label: person(app, id) })),
      onInput: (user) => this.change({ user }),
    });
    return this.fields.add('/user', field).root;
  }

  businessField(): HTMLElement | null {
    const { app } = this;
    const keys = singles(app);
    const field = selectField(app, {
      label: { ja: '業務', en: 'Business' }, pointer: '/business', value: String(this.draft.request.business ?? ''),
      options: keys.map((key) => ({ value: key, label: business(app, key) })),
      onInput: (value) => this.change({ business: value }),
    });
    this.fields.add('/business', field);
    return keys.length > 1 ? field.root : null;
  }

  accountField() {
    return selectField(this.app, {
      label: { ja: '出金口座', en: 'Debit account' }, pointer: '/account', value: String(this.draft.request.account ?? ''), options: [],
      onInput: (account) => this.change({ account }),
    });
  }

  kindField() {
    const { app } = this;
    const { businesses } = app.documents.serviceObject;
    const offered = businesses?.[this.draft.request.business ?? '']?.payeeKinds ?? (Object.keys(PAYEE_KINDS) as PayeeKind[]);
    return choiceField(app, {
      label: { ja: '振込先の種類', en: 'Kind of payee' }, pointer: '/payee/kind', value: String(this.draft.request.payee?.kind ?? ''),
      options: offered.map((kind) => ({ value: kind, label: app.t(PAYEE_KINDS[kind]) })),
      onInput: (kind) => this.payee({ kind }),
    });
  }

  payeeField(name: 'bank' | 'branch' | 'number' | 'name', label: Both, size: number): HTMLElement {
    const pointer = `/payee/${name}`;
    const field = textField(this.app, {
      label, pointer, size, value: String(this.draft.request.payee?.[name] ?? ''),
      onInput: (value) => this.payee({ [name]: value }),
    });
    return this.fields.add(pointer, field).root;
  }

  typeField(): HTMLElement {
    const { app } = this;
    const value = String(this.draft.request.payee?.type ?? '');
    const options = [
      { value: '', label: app.t({ ja: '選択', en: 'Choose' }) },
      ...ACCOUNT_TYPES.map(([code, name]) => ({ value: code, label: `${code} ${app.t(name)}` })),
    ];
    const field = selectField(app, { label: { ja: '科目', en: 'Type' }, pointer: '/payee/type', value, options, onInput: (type) => this.payee({ type }) });
    return this.fields.add('/payee/type', field).root;
  }

  paymentField() {
    const { app } = this;
    const value = String(this.draft.request.payment ?? '');
    const field = amountField(app, {
      label: { ja: '支払金額', en: 'Payment' }, pointer: '/payment', value: app.format.number(value),
      onInput: (typed) => this.change({ payment: plain(typed) }),
    });
    field.control.addEventListener('blur', () => (field.control.value = app.format.number(plain(field.control.value))));
    return field;
  }

  /** Asks the engine and shows what it says, everywhere. */
  judge(): void {
    const { app, draft } = this;
    const answer = ask(app, filled(draft.request), draft.books);
    this.answer = answer;
    this.approvers.show(answer, draft.request);
    this.facts.show(answer);
    this.choices(answer);
    const rest = this.fields.show(answer, this.notes(answer), (said) => this.wayOut(said));
    outcome(app, this.outcome, answer, rest, (pointer) => this.fields.focus(pointer));
    put(this.fee, feeList(app, answer.verdict?.fee ?? null));
    limitList(app, this.limits, answer.verdict?.limits ?? []);
    const approval = answer.verdict?.approval ?? null;
    put(this.approval, approval === null ? h('p', { class: 'empty' }, app.t({ ja: '未定', en: 'Not known yet' })) : approvalText(app, approval));
    this.drawLargest(answer);
    put(this.paper, slip(app, draft.request, answer));
  }

  /** What can still be chosen is told apart from what cannot; nothing is taken away. */
  choices(answer: Answer): void {
    const { app } = this;
    const accounts = app.documents.companyObject.accounts ?? [];
    const possible = answer.possible;
    setOptions(
      this.account.control,
      accounts.map(({ id }) => {
        const isPossible = possible === null || possible.accounts.includes(id);
        return { value: id, label: isPossible ? id : `${id}${app.t({ ja: '（この内容では不可）', en: ' (not possible as it is)' })}` };
      }),
      String(this.draft.request.account ?? ''),
    );
    for (const input of this.kind.control.querySelectorAll('input')) {
      const isPossible = possible === null || possible.payeeKinds.includes(input.value as PayeeKind);
      input.closest('label')?.classList.toggle('unlikely', !isPossible);
    }
  }

  notes(answer: Answer): ReadonlyMap<string, Message[]> {
    const { app } = this;
    const notes = (answer.verdict?.normalised ?? []).map(({ path, value }): [string, Message[]] => [
      path,
      [{ kind: 'note', text: app.t({ ja: `送信される文字：${value}`, en: `Sent as ${value}` }) }],
    ]);
    return new Map(notes);
  }

  wayOut(said: Said): Message['action'] {
    const { app } = this;
    const day = said.reason?.earliest ?? said.reason?.latest;
    if (said.pointer !== '/valueDate' || day === undefined) return undefined;
    return {
      label: app.t({ ja: `${app.format.date(day)}にする`, en: `Take ${app.format.date(day)}` }),
      run: () => {
        const control = this.fields.get('/valueDate')?.control;
        if (control instanceof HTMLInputElement) {
          control.value = day;
          control.focus();
        }
        this.change({ valueDate: day });
      },
    };
  }

  drawLargest(answer: Answer): void {
    const { app } = this;
    const largest = answer.largest?.largest ?? null;
    if (largest === null) {
      const said = answer.largest !== null && answer.largest.stops.length > 0
        ? app.t({ ja: 'この内容で支払える金額はありません', en: 'No payment is possible as it is' })
        : app.t({ ja: '支払える最大の金額は、入力が進むと表示されます', en: 'The largest payment is shown as the fields are filled' });
      put(this.largest, h('p', { class: 'hint' }, said));
      return;
    }
    const shown = app.format.amount(largest);
    const take = button(app.t({ ja: 'この金額にする', en: 'Use this amount' }), () => {
      this.payment.control.value = app.format.number(largest);
      this.change({ payment: largest });
      this.payment.control.focus();
    });
    take.dataset['take'] = 'largest';
    const hadFocus = this.largest.contains(document.activeElement);
    put(
      this.largest,
      h('p', null, app.t({ ja: '支払える最大の金額 ', en: 'Largest payment ' }), h('strong', { class: 'amount' }, shown)),
      take,
    );
    if (hadFocus) take.focus();
  }
}
