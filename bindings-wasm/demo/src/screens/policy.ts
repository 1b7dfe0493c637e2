// Who approves which amount: each policy as a ladder, and where an amount stands on it.
import type { Approval, Band, PolicyRow, Request } from 'kessai';

import type { App, Mounted, Screen } from '../app.js';
import { h, put } from '../dom.js';
import { Books, judge } from '../entry.js';
import type { Answer } from '../entry.js';
import { amountField, selectField } from '../fields.js';
import { alternativeText, approvalText } from '../figures.js';
import { notice, section } from '../parts.js';
import { plain } from '../request.js';
import { business, MODES, PAYEE_KINDS, group, people, person } from '../words.js';
import { singles } from './transfer.js';

export const screen: Screen = {
  id: 'policy',
  title: { ja: '承認ポリシー', en: 'Approval policies' },
  group: 'administration',
  mount: (root, app) => new Policies(root, app),
};

interface Draft {
  business: string;
  user: string;
  account: string;
  payment: string;
}

type Mode = Exclude<Approval['mode'], 'policy'>;

/** What the company states for an approval group: a mode, or a policy. */
function stated(app: App, key: string): Mode | readonly PolicyRow[] {
  const { companyObject, serviceObject } = app.documents;
  const group = serviceObject.businesses?.[key]?.approvalGroup ?? key;
  const mode = companyObject.approval?.[key] ?? companyObject.approval?.[group];
  return typeof mode === 'object' && mode !== null ? mode.policy : ((mode ?? 'none') as Mode);
}

class Policies implements Mounted {
  readonly draft: Draft;
  readonly ladders = h('div', { class: 'ladders' });
  readonly answer = h('div', { class: 'verdict', role: 'status' });

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    const { start, companyObject, serviceObject } = app.documents;
    const keys = Object.keys(serviceObject.businesses ?? {}).filter((key) => isContracted(app, key));
    this.draft = app.draft('policy', () => ({
      business: keys.find((key) => typeof stated(app, key) === 'object') ?? keys[0] ?? '',
      user: start?.transfer.user ?? companyObject.users?.[0]?.id ?? '',
      account: String(start?.batch.account ?? companyObject.accounts?.[0]?.id ?? ''),
      payment: String(start?.policy ?? start?.transfer.payment ?? ''),
    }));
    const change = (part: Partial<Draft>) => {
      Object.assign(this.draft, part);
      this.draw();
    };
    const amount = amountField(app, {
      label: { ja: '金額', en: 'Amount' }, value: app.format.number(this.draft.payment), onInput: (typed) => change({ payment: plain(typed) }),
    });
    amount.control.addEventListener('blur', () => (amount.control.value = app.format.number(this.draft.payment)));
    put(
      root,
      section(
        app,
        { ja: 'この金額は誰が承認するか', en: 'Who approves this amount' },
        h(
          'div',
          { class: 'grid' },
          selectField(app, {
            label: { ja: '業務', en: 'Business' }, value: this.draft.business,
            options: keys.map((key) => ({ value: key, label: business(app, key) })), onInput: (value) => change({ business: value }),
          }).root,
          selectField(app, {
            label: { ja: '依頼者', en: 'Requested by' }, value: this.draft.user,
            options: (companyObject.users ?? []).map(({ id }) => ({ value: id, label: person(app, id) })), onInput: (user) => change({ user }),
          }).root,
          selectField(app, {
            label: { ja: '出金口座', en: 'Debit account' }, value: this.draft.account,
            options: (companyObject.accounts ?? []).map(({ id }) => ({ value: id, label: id })), onInput: (account) => change({ account }),
          }).root,
          amount.root,
        ),
        this.answer,
      ),
      this.ladders,
    );
    this.draw();
  }

  destroy(): void {
    this.root.replaceChildren();
  }

  /** The same amount as a request: what of it the policy compares, and which band that is, is the engine's to say. */
  ask(): Answer {
    const { app, draft } = this;
    const { start } = app.documents;
    const isSingle = singles(app).includes(draft.business);
    const like = start?.transfer.payee ?? {};
    const { kind: _kind, ...payee } = like;
    const one = isSingle
      ? { payee: like, payment: draft.payment, bearer: 'payer' }
      : { entry: 'screen' as const, items: [{ payee, payment: draft.payment, bearer: 'payer' }] };
    const request: Request = {
      user: draft.user, business: draft.business, operation: 'create', account: draft.account,
      now: start?.transfer.now ?? app.now(), valueDate: start?.batch.valueDate ?? null, ...one,
    };
    return judge(app, request, new Books(start?.used));
  }

  draw(): void {
    const { app, draft } = this;
    const answer = this.ask();
    const approval = answer.verdict?.approval ?? null;
    put(
      this.answer,
      approval === null
        ? notice('wait', app.t({ ja: 'まだ決まりません', en: 'Not decided yet' }), h('ul', null, [...answer.reasons, ...answer.missing].map((said) => h('li', null, said.text))))
        : notice('plain', answer.verdict?.fee ? app.format.amount(answer.verdict.fee.payment) : app.t({ ja: '承認の方法', en: 'How it is approved' }), approvalText(app, approval), this.who(approval)),
    );
    const said = stated(app, draft.business);
    put(
      this.ladders,
      typeof said === 'string'
        ? section(app, { ja: business(app, draft.business), en: business(app, draft.business) }, h('p', null, app.t(MODES[said])), h('p', { class: 'hint' }, app.t({
            ja: 'この業務では金額にかかわらず同じ方法で承認します', en: 'In this business every amount is approved in the same way',
          })))
        : said.map((row) => this.ladder(row, approval)),
    );
  }

  /** Everybody who may still take part. */
  who(approval: Approval): HTMLElement | null {
    if (approval.mode !== 'policy') return null;
    const who = [...new Set(approval.alternatives.flatMap((way) => way.steps.flatMap((step) => step.who)))].sort();
    return who.length === 0 ? null : h('p', { class: 'hint' }, people(this.app, who));
  }

  ladder(row: PolicyRow, approval: Approval | null): HTMLElement {
    const { app } = this;
    const isHeld = approval?.mode === 'policy' && approval.policy === row.key;
    const bands = row.bands ?? [];
    // The highest stands at the top, as on a ladder.
    const rungs = bands.map((band, at) => this.rung(band, bands[at - 1], isHeld && approval.upTo === bound(band))).reverse();
    return section(
      app,
      { ja: `ポリシー「${row.key}」`, en: `Policy “${row.key}”` },
      h('p', { class: 'hint' }, this.condition(row)),
      h(
        'table',
        { class: isHeld ? 'ladder held' : 'ladder' },
        h('caption', null, app.t({ ja: '金額の段階と承認の方法（上ほど高額）', en: 'Steps of amounts and how they are approved, the highest at the top' })),
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, app.t({ ja: '金額', en: 'Amount' })), h('th', { scope: 'col' }, app.t({ ja: '承認の方法（いずれか）', en: 'Approved by one of these' })))),
        h('tbody', null, rungs),
      ),
    );
  }

  rung(band: Band, below: Band | undefined, isHere: boolean): HTMLElement {
    const { app } = this;
    const ways = band.anyOf ?? [];
    const from = below === undefined ? null : bound(below);
    const to = bound(band);
    const amount = (value: string) => app.format.amount(value);
    const range = to === null
      ? from === null ? app.t({ ja: 'すべての金額', en: 'Every amount' }) : app.t({ ja: `${amount(from)}超`, en: `over ${amount(from)}` })
      : app.t({ ja: `${amount(to)}まで`, en: `up to ${amount(to)}` });
    return h(
      'tr',
      { 'aria-current': isHere ? 'true' : null, class: isHere ? 'here' : null },
      h('th', { scope: 'row' }, h('span', { class: 'amount' }, range), isHere ? h('span', { class: 'marker' }, `◀ ${this.marker()}`) : null),
      h('td', null, ways.length === 0
        ? h('span', { class: 'free' }, app.t({ ja: '承認不要', en: 'Nobody has to approve' }))
        : h('ul', { class: 'alternatives' }, ways.map((way) => h('li', null, alternativeText(app, way))))),
    );
  }

  marker(): string {
    return this.app.format.amount(this.draft.payment);
  }

  /** For whom the row is. */
  condition(row: PolicyRow): string {
    const { app } = this;
    const { accounts, payeeKinds, requesterGroups } = row.when ?? {};
    const parts = [
      requesterGroups === undefined ? null
        : requesterGroups === null ? app.t({ ja: 'ほかのポリシーに当たらない依頼者', en: 'Requesters whom no other policy names' })
          : app.t({ ja: `依頼者：${app.format.list(requesterGroups.map((key) => group(app, key)))}`, en: `Requested by ${app.format.list(requesterGroups.map((key) => group(app, key)))}` }),
      accounts === undefined ? null : app.t({ ja: `口座：${app.format.list(accounts)}`, en: `From ${app.format.list(accounts)}` }),
      payeeKinds === undefined ? null : app.format.list(payeeKinds.map((kind) => app.t(PAYEE_KINDS[kind]))),
    ].filter((part) => part !== null);
    return parts.length === 0 ? app.t({ ja: 'すべての依頼に適用', en: 'For every request' }) : parts.join(app.t({ ja: '、', en: '; ' }));
  }
}

function bound(band: Band): string | null {
  return band.upTo === undefined ? null : String(band.upTo);
}

function isContracted(app: App, key: string): boolean {
  const { companyObject, serviceObject } = app.documents;
  const group = serviceObject.businesses?.[key]?.approvalGroup ?? key;
  return companyObject.approval?.[key] !== undefined || companyObject.approval?.[group] !== undefined;
}
