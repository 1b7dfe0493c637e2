// What people call the words of the documents, where the documents do not say it themselves.
import type { Approval, Bearer, PayeeKind, Usage, LimitLine } from 'kessai';

import type { App, Both } from './app.js';

export const PAYEE_KINDS: Readonly<Record<PayeeKind, Both>> = {
  preRegistered: { ja: '事前登録口座', en: 'Pre-registered' },
  userRegistered: { ja: '利用者登録口座', en: 'Registered by users' },
  newAccount: { ja: '新規口座', en: 'New account' },
};

export const BEARERS: Readonly<Record<Bearer, Both>> = {
  payer: { ja: '当方負担', en: 'Our company' },
  payee: { ja: '先方負担', en: 'The payee' },
};

export const MODES: Readonly<Record<Approval['mode'], Both>> = {
  none: { ja: '承認なし', en: 'No approval' },
  single: { ja: 'シングル承認', en: 'One approver' },
  doubleAnyOrder: { ja: 'ダブル承認（順序なし）', en: 'Two approvers, in any order' },
  doubleInOrder: { ja: 'ダブル承認（順序あり）', en: 'Two approvers, in order' },
  policy: { ja: '承認ポリシー', en: 'Approval policy' },
};

export const ACTS: Readonly<Record<'approve' | 'verify' | 'release', Both>> = {
  verify: { ja: '検印', en: 'Check' },
  approve: { ja: '承認', en: 'Approve' },
  release: { ja: '送信', en: 'Send' },
};

/** 預金種目, where accounts have the codes of the Japanese clearing. */
export const ACCOUNT_TYPES: readonly (readonly [string, Both])[] = [
  ['1', { ja: '普通', en: 'Ordinary' }],
  ['2', { ja: '当座', en: 'Current' }],
  ['4', { ja: '貯蓄', en: 'Savings' }],
];

const LIMITS: Readonly<Record<string, Both>> = {
  'accountPerDay.total': { ja: '口座・1日（合計）', en: 'Account, per day' },
  'accountPerDay.adHoc': { ja: '口座・1日（都度指定）', en: 'Account, per day, ad hoc payees' },
  'accountPerDay.preRegistered': { ja: '口座・1日（事前登録）', en: 'Account, per day, pre-registered' },
  companyPerDay: { ja: '企業・1日', en: 'Company, per day' },
  userPerOperation: { ja: '利用者・1回', en: 'User, per entry' },
  approverPerItem: { ja: '承認者・1明細', en: 'Approver, per item' },
  perItem: { ja: '1明細', en: 'Per item' },
  perBatch: { ja: '1回の一括依頼', en: 'Per batch' },
};

/** The name of a limit: that of the bank's document where it declares it. */
export function limitName(app: App, code: string, key?: string): string {
  const limits = app.documents.serviceObject.limits;
  const isCeiling = code.startsWith('limit.ceiling.');
  const name = code.replace(/^limit\.(ceiling\.)?/, '');
  const declared = key ?? (limits?.[name] === undefined ? undefined : name);
  const known = LIMITS[name];
  const text =
    declared !== undefined ? app.label(limits?.[declared]?.label, declared) : known === undefined ? name : app.t(known);
  return isCeiling ? app.t({ ja: `銀行の上限：${text}`, en: `Bank’s ceiling: ${text}` }) : text;
}

/** Whether the figures of a limit are numbers of items. */
export function isCount(app: App, limit: { code?: string; key?: string } | NonNullable<Usage>[number]): boolean {
  const key = 'limit' in limit && typeof limit.limit === 'string' && !('code' in limit) ? limit.limit : (limit as LimitLine).key;
  return key !== undefined && app.documents.serviceObject.limits?.[key]?.measure === 'count';
}

/** A figure of a limit, with its unit. */
export function limitFigure(app: App, limit: LimitLine, value: string): string {
  return isCount(app, limit) ? app.t({ ja: `${app.format.number(value)}件`, en: app.format.number(value) }) : app.format.amount(value);
}

/** A person: the name of the document, and the id. */
export function person(app: App, id: string): string {
  const user = app.documents.companyObject.users?.find((user) => user.id === id);
  return user?.name === undefined ? id : `${user.name} (${id})`;
}

export function people(app: App, ids: readonly string[]): string {
  return app.format.list(ids.map((id) => person(app, id)));
}

export function group(app: App, key: string | null): string {
  if (key === null) return app.t({ ja: '承認できる方', en: 'anybody who may' });
  return app.label(app.documents.companyObject.groups?.[key]?.label, key);
}

export function business(app: App, key: string): string {
  return app.label(app.documents.serviceObject.businesses?.[key]?.label, key);
}
