// Items that depend on a user. The page keeps none, so it takes one for each business that waits for its approvers, made of what
// the engine says is possible under the documents.
import type { FormAnswer, FormQuestion } from 'kessai';
import { instant, RequestError } from 'kessai';

import type { App } from '../app.js';
import { h } from '../dom.js';
import type { Child } from '../dom.js';
import { notice, table } from '../parts.js';

type Items = NonNullable<FormQuestion['items']>;
/** What the page says of an item. */
type Waiting = Items[number] & { readonly business: string; readonly requester: string; readonly approvers: readonly string[] };
type Hanging = FormAnswer<'user'>['hanging'];

/** So many approvers has an item under a mode. */
const PEOPLE: Readonly<Record<string, number>> = { single: 1, doubleAnyOrder: 2, doubleInOrder: 2 };

/** An item of each business that waits for approval. */
export function sampleItems(app: App): Waiting[] {
  return app.draft('items', () => {
    const { serviceObject } = app.documents;
    const now = instant(new Date(), serviceObject.utcOffset);
    return Object.keys(serviceObject.businesses).flatMap((business) => item(app, business, now));
  });
}

function item(app: App, business: string, now: string): Waiting[] {
  const { serviceObject, companyObject } = app.documents;
  const group = serviceObject.businesses[business]?.approvalGroup ?? '';
  const mode = companyObject.approval?.[business] ?? companyObject.approval?.[group];
  const people = PEOPLE[typeof mode === 'string' ? mode : ''] ?? 0;
  if (people === 0) return [];
  for (const { id } of companyObject.users ?? []) {
    const request = { user: id, operation: 'create', now } as const;
    if (!possible(app, request)?.businesses.includes(business)) continue;
    const approvers = possible(app, { ...request, business })?.approvers.filter((approver) => approver !== id) ?? [];
    if (approvers.length < people) continue;
    const state = people === 1 ? 'pendingFinal' : 'pendingFirst';
    const waiting = { business, state, revision: 1, requester: id, mode, approvers: approvers.slice(0, people) };
    return isItem(app, id, waiting) ? [waiting] : [];
  }
  return [];
}

function possible(app: App, request: Parameters<App['company']['possible']>[0]) {
  try {
    return app.company.possible(request);
  } catch (fault) {
    if (fault instanceof RequestError) return undefined;
    throw fault;
  }
}

/** Whether the engine takes an item at all. */
function isItem(app: App, user: string, waiting: Items[number]): boolean {
  const form = app.company.form('user');
  try {
    form.check(undefined, { change: user, remove: true, items: [waiting] });
    return true;
  } catch (fault) {
    if (fault instanceof RequestError) return false;
    throw fault;
  } finally {
    form.free();
  }
}

/** The items that depend on the user, if any. */
export function hanging(app: App, found: Hanging, items: readonly Waiting[]): Child {
  if (found === undefined || found.length === 0) return null;
  const { businesses } = app.documents.serviceObject;
  const nameOf = (id: string) => app.documents.companyObject.users?.find((user) => user.id === id)?.name ?? id;
  const rows = found.flatMap(({ item: at, as }) => {
    const waiting = items[at];
    return waiting === undefined ? [] : [{ waiting, as }];
  });
  return notice(
    'wait',
    app.t({ ja: 'この利用者に関わる取引があります', en: 'Items depend on this user' }),
    h('p', null, app.t({
      ja: '変更の前に処理を済ませるか、変更後に救済の操作が必要です。各業務に承認待ちの取引が1件ずつあるものとして判定しています。',
      en: 'They should be dealt with before the change, or be helped after it. One item of each business is taken to be waiting for approval.',
    })),
    table(
      app.t({ ja: '関わる取引', en: 'Items that depend on the user' }),
      [
        { title: app.t({ ja: '業務', en: 'Business' }), head: true, cell: ({ waiting }) => app.label(businesses[waiting.business]?.label, waiting.business) },
        { title: app.t({ ja: '依頼者', en: 'Requested by' }), cell: ({ waiting }) => nameOf(waiting.requester) },
        { title: app.t({ ja: '承認者', en: 'Approvers' }), cell: ({ waiting }) => app.format.list(waiting.approvers.map(nameOf)) },
        {
          title: app.t({ ja: 'この利用者の立場', en: 'The user is' }),
          cell: ({ as }) => (as === 'requester' ? app.t({ ja: '依頼者', en: 'requester' }) : app.t({ ja: '承認者', en: 'approver' })),
        },
      ],
      rows,
    ),
  );
}
