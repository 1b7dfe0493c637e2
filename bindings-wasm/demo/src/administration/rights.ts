// The rights of a service as a table: what they are called `BUSINESS.REST`, the business is the row and the rest the column.
import type { ServiceDocument } from 'kessai';

import type { App } from '../app.js';
import type { Cell, Line } from './grid.js';

export interface RightsTable {
  readonly rows: Line[];
  readonly columns: Line[];
  readonly cells: Cell[];
  /** Rights that share no column with others: they are no table. */
  readonly others: readonly { readonly key: string; readonly label: string }[];
}

type Rights = NonNullable<ServiceDocument['rights']>;

/** What a right is called. */
export function rightLabel(app: App, key: string): string {
  return app.label(app.documents.serviceObject.rights?.[key]?.label, key);
}

/** What some texts begin with alike. */
export function common(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}

/** Marks between the name of a business and that of a right. */
const JOINT = /^[\s:：・の／/-]+|[\s:：・の／/-]+$/gu;
const trimmed = (text: string) => text.replaceAll(JOINT, '');
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function parts(key: string): [string, string] {
  const dot = key.indexOf('.');
  return dot < 0 ? ['', key] : [key.slice(0, dot), key.slice(dot + 1)];
}

function grouped(keys: readonly string[], part: 0 | 1): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) groups.set(parts(key)[part], [...(groups.get(parts(key)[part]) ?? []), key]);
  return groups;
}

export function rightsTable(app: App): RightsTable {
  const { serviceObject } = app.documents;
  const rights: Rights = serviceObject.rights ?? {};
  const keys = Object.keys(rights);
  const byRow = grouped(keys, 0);
  const byColumn = grouped(keys, 1);
  const isShared = (key: string) => (byColumn.get(parts(key)[1])?.length ?? 0) > 1;
  // A business of which no right is like one of another business has no row.
  const inTable = [...byRow].filter(([, members]) => members.some(isShared) || byRow.size === 1);
  const tabled = inTable.flatMap(([, members]) => members);
  const rowLabels = new Map(inTable.map(([row, members]) => [row, rowLabel(app, row, members)]));
  const rows = inTable.map(([row]) => ({ key: row, label: rowLabels.get(row) ?? row }));
  const byTabled = grouped(tabled, 1);
  const columns = orderOf(inTable.map(([, members]) => members.map((key) => parts(key)[1]))).map((column) => ({
    key: column,
    label: columnLabel(app, column, byTabled.get(column) ?? [], rowLabels),
  }));
  const cells = tabled.map((key) => ({ row: parts(key)[0], column: parts(key)[1], key, label: rightLabel(app, key) }));
  const others = keys.filter((key) => !tabled.includes(key)).map((key) => ({ key, label: rightLabel(app, key) }));
  return { rows, columns, cells, others };
}

/** The columns, each row's in its order: one that only a later row has stands before what follows it there. */
export function orderOf(rows: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const row of rows) {
    row.forEach((column, position) => {
      if (order.includes(column)) return;
      const next = row.slice(position + 1).find((one) => order.includes(one));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, column);
    });
  }
  return order;
}

/** The name of a business, or what the names of its rights begin with. */
function rowLabel(app: App, row: string, members: readonly string[]): string {
  const { businesses } = app.documents.serviceObject;
  const label = businesses[row]?.label;
  if (label !== undefined) return app.label(label, row);
  return trimmed(common(members.map((key) => rightLabel(app, key)))) || row;
}

/** The name of a right without that of its business. */
function columnLabel(app: App, column: string, members: readonly string[], rowLabels: ReadonlyMap<string, string>): string {
  const rests = members.map((key) => {
    const business = rowLabels.get(parts(key)[0]) ?? '';
    const label = rightLabel(app, key);
    return label.startsWith(business) ? trimmed(label.slice(business.length)) : label;
  });
  const [first = column] = rests;
  const isWhole = members.every((key, at) => rests[at] !== rightLabel(app, key));
  if (isWhole) return capital(first);
  return capital(trimmed(common(rests)) || trimmed(lastCommon(rests)) || column);
}

/** What some texts end with alike. */
function lastCommon(texts: readonly string[]): string {
  const turned = texts.map((text) => [...text].reverse().join(''));
  return [...common(turned)].reverse().join('');
}
