// Fields for limits: each with what the bank sets above it, as far as its document says so.
import type { CompanyDocument } from 'kessai';

import type { App, Both } from '../app.js';
import { h } from '../dom.js';
import type { Child } from '../dom.js';
import type { Editing } from './editing.js';
import { amountField, textField } from '../fields.js';
import type { Field } from '../fields.js';
import { plain } from '../request.js';
import { ACCOUNT_TYPES } from '../words.js';

type Json = Record<string, unknown>;

/** What stands at names within objects; undefined where nothing does. */
export function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((around, name) => (typeof around === 'object' && around !== null ? (around as Json)[name] : undefined), value);
}

/** The text of an amount in a document, where it may be a number. */
export function amountText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export interface LimitSpec {
  readonly label: Both;
  readonly pointer: string;
  readonly ceiling: unknown;
  /** Whether it is a number of items, which has no currency. */
  readonly isCount?: boolean;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** `上限 999,999円`, where the bank has set one. */
export function ceilingText(app: App, ceiling: unknown): Both | undefined {
  const text = amountText(ceiling);
  if (text === '') return undefined;
  const amount = app.format.amount(text);
  return { ja: `銀行の上限 ${amount}`, en: `Bank’s ceiling ${amount}` };
}

export function limitField(app: App, editing: Editing, spec: LimitSpec): Field<HTMLInputElement> {
  const hint = spec.isCount === true ? undefined : ceilingText(app, spec.ceiling);
  const { label, pointer, value, onInput } = spec;
  const make = spec.isCount === true ? textField : amountField;
  return editing.bind(pointer, make(app, { label, pointer, value, onInput: (typed) => onInput(plain(typed)), ...(hint === undefined ? {} : { hint }) }));
}

/** Fields beside each other under a heading of their own. */
export function group(title: string, ...children: Child[]): HTMLElement {
  return h('fieldset', { class: 'group' }, h('legend', null, title), h('div', { class: 'grid' }, children));
}

/** The declared limits of a bearer that somebody may set, with their labels and ceilings. */
export function declared(app: App, of: readonly string[]): { key: string; label: Both; ceiling: unknown; isCount: boolean }[] {
  return Object.entries(app.documents.serviceObject.limits ?? {}).flatMap(([key, limit]) => {
    if (!of.includes(limit.of) || limit.amount !== undefined) return [];
    const label = { ja: limit.label?.ja ?? limit.label?.en ?? key, en: limit.label?.en ?? limit.label?.ja ?? key };
    return [{ key, label, ceiling: limit.ceiling, isCount: limit.measure === 'count' }];
  });
}

/** `0034-081 普通 0100001`: bank, branch, kind and number. */
export function accountName(app: App, account: NonNullable<CompanyDocument['accounts']>[number]): string {
  const { bank, branch, type, number } = account;
  const kind = ACCOUNT_TYPES.find(([code]) => code === type)?.[1];
  return `${bank}-${branch} ${kind === undefined ? type : app.t(kind)} ${number}`;
}
