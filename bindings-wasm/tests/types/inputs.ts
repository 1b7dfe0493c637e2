// Checked, not run: what may be given, as it is given in a program.
import type {
  AdvanceQuestion, Company, CompanyDocument, Imported, Item, ItemEvent, Payee, Request, Service, ServiceDocument, UsageEntry, Verdict,
} from 'kessai';

/** A document in a program, without a type and with one. */
const plain = { format: 1, id: 'firm', accounts: [], users: [{ id: 'a', role: 'master', enabled: true }] };

const checked = {
  format: 1,
  id: 'firm',
  accounts: [],
  users: [{ id: 'a', role: 'master', enabled: true }],
} as const satisfies Imported<CompanyDocument>;

const typed = { ...plain, format: 1, users: [{ id: 'a', role: 'master', enabled: true }] } satisfies CompanyDocument;

// @ts-expect-error: with its type a document is checked word by word
const boss = { ...typed, users: [{ id: 'a', role: 'boss', enabled: true }] } satisfies CompanyDocument;

// @ts-expect-error: there is no such member
const odd = { ...typed, acounts: [] } satisfies CompanyDocument;

// @ts-expect-error: the members that a document needs are needed in any form
const empty: Imported<ServiceDocument> = { format: 1, id: 'bank' };

export function documents(service: Service): Company[] {
  // @ts-expect-error: a number is no document
  service.company(1);
  // @ts-expect-error: a member of another kind
  service.company({ ...plain, accounts: 'none' });
  return [plain, checked, typed, '{}'].map((document) => service.company(document));
}

/** A member that is undefined is one that is not there. */
export function typing(payment: string | undefined, payee: Payee | undefined): Request<'create'> {
  return { user: 'a', operation: 'create', payment, payee, approvers: undefined, usage: null, items: [{ payment: 30_329n, bearer: '' }] };
}

// @ts-expect-error: no such operation
const approving: Request = { operation: 'approveAll' };

// @ts-expect-error: a moment is a text
const now: Request = { now: new Date(0) };

/** What an answer has is given back with the next question. */
export function again(verdict: Verdict, item: Item, request: Request, event: ItemEvent): [Request, AdvanceQuestion] {
  const usage: UsageEntry[] = verdict.usage;
  return [{ ...request, usage }, { item, event, usage }];
}

export { approving, boss, empty, now, odd };
