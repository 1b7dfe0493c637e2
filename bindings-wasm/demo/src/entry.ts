// The one place where the page asks about a request: everything that a form shows of it at once.
import { RequestError } from 'kessai';
import type { LargestAnswer, PossibleAnswer, Reason, Request, Usage, Verdict } from 'kessai';

import type { App } from './app.js';

/** Something that is said about a place of a request. */
export interface Said {
  readonly pointer: string;
  readonly text: string;
  readonly code: string;
  /** With its figures; a missing field and an error have none. */
  readonly reason?: Reason;
}

export interface Answer {
  /** `none`: there is no answer, which counts as refused. */
  readonly outcome: Verdict['outcome'] | 'none';
  readonly reasons: readonly Said[];
  readonly missing: readonly Said[];
  /** How many reasons there are beside those that are listed. */
  readonly more: readonly string[];
  readonly verdict: Verdict | null;
  readonly largest: LargestAnswer | null;
  readonly possible: PossibleAnswer | null;
  /** The request as it was asked: with the usage that its limits need. */
  readonly request: Request;
  readonly error: RequestError | null;
}

/** Asks about a request; `books` says what has been used of the limits so far. */
export function ask(app: App, typed: Request, books: Books): Answer {
  const request = books.complete(app, typed);
  const view = app.entry.view(request, { lang: app.lang });
  const entered = view.answer;
  const said = (kind: 'reason' | 'missing') =>
    view.issues.filter((issue) => issue.kind === kind).map(({ pointer, message, code, reason }): Said => {
      const about = { pointer, text: message, code };
      return reason === null ? about : { ...about, reason };
    });
  const error = view.issues.find((issue) => issue.error !== null)?.error ?? null;
  return {
    outcome: error !== null || entered === null ? 'none' : entered.verdict.outcome,
    reasons: said('reason'),
    missing: said('missing'),
    more: entered?.texts?.more ?? [],
    verdict: entered?.verdict ?? null,
    largest: entered?.largest ?? null,
    possible: entered?.possible ?? null,
    request,
    error,
  };
}

/** Asks about a request of many items, of which neither the largest payment nor everything that is possible is looked for. */
export function judge(app: App, typed: Request, books: Books): Answer {
  const request = books.complete(app, typed);
  const { company, lang } = app;
  const verdict = quietly(() => company.evaluate(request));
  const nothing = { more: [], verdict: null, largest: null, possible: null, request };
  if (verdict instanceof RequestError) {
    const text = company.texts(verdict, lang).error ?? verdict.message;
    return { ...nothing, outcome: 'none', reasons: [{ pointer: verdict.path, text, code: verdict.code }], missing: [], error: verdict };
  }
  const texts = company.texts(verdict, lang);
  return {
    ...nothing,
    outcome: verdict.outcome,
    reasons: verdict.reasons.map((reason, at) => ({ pointer: reason.path, text: texts.reasons[at] ?? '', code: reason.code, reason })),
    missing: verdict.missing.map((pointer, at) => ({ pointer, text: texts.missing[at] ?? '', code: 'missing' })),
    more: texts.more,
    verdict,
    error: null,
  };
}

/** An answer, or why there is none. */
export function quietly<T>(question: () => T): T | RequestError {
  try {
    return question();
  } catch (fault) {
    if (fault instanceof RequestError) return fault;
    throw fault;
  }
}

type Entry = NonNullable<Usage>[number];

/**
 * What has been used of each limit before a request: in life the books of the bank's host, here what somebody types. Which limits
 * apply, and on which day they count, is what the engine says when an entry is missing or has another day.
 */
export class Books {
  /** By limit and by whose it is. */
  readonly used = new Map<string, string>();

  /** `first` is what stands there until somebody types another figure, by limit alone. */
  constructor(readonly first: Readonly<Record<string, string>> = {}) {}

  /** The request with an entry for each limit that needs one. */
  complete(app: App, typed: Request): Request {
    const usage = this.entries(app, typed, [], (usage) => quietly(() => app.company.evaluate({ ...typed, usage })));
    return { ...typed, usage };
  }

  /** The entries that a question needs: those that are there, and what the answer says is missing or of another day. */
  entries(
    app: App,
    facts: Request,
    there: readonly Entry[],
    answerOf: (usage: Entry[]) => { missing: string[]; reasons: Pick<Reason, 'code' | 'path' | 'expected'>[] } | RequestError,
  ): Entry[] {
    let usage = [...there];
    // Each round learns of entries, then of their days; there are no more rounds than kinds of these.
    for (let round = 0; round < 4; round += 1) {
      const answer = answerOf(usage);
      if (answer instanceof RequestError) return usage;
      const added = answer.missing.flatMap((pointer) => this.#entry(app, facts, pointer) ?? []);
      const moved = answer.reasons.filter((reason) => reason.code === 'limit.usage.day');
      for (const reason of moved) {
        const at = Number(reason.path.split('/')[2]);
        usage = usage.map((entry, position) => (position === at ? { ...entry, day: String(reason.expected) } : entry));
      }
      if (added.length === 0 && moved.length === 0) return usage;
      usage = [...usage, ...added];
    }
    return usage;
  }

  static key(entry: Entry): string {
    return JSON.stringify([entry.limit, entry.account ?? null, entry.business ?? null, entry.user ?? null, entry.payee ?? null]);
  }

  /** Keeps what an answer says is used now. */
  take(usage: readonly Entry[]): void {
    for (const entry of usage) this.used.set(Books.key(entry), String(entry.used));
  }

  /** The entry of a limit that `/usage/LIMIT` says is missing. */
  #entry(app: App, request: Request, pointer: string): Entry | undefined {
    const limit = /^\/usage\/([^/]+)$/.exec(pointer)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
    if (limit === undefined) return undefined;
    const row = app.documents.serviceObject.limits?.[limit];
    const of = row?.of ?? (limit.startsWith('accountPerDay') ? 'account' : 'business');
    const whose = this.#whose(of, request);
    if (whose === undefined) return undefined;
    const entry = { limit, ...whose, day: String(request.now).slice(0, 10), used: '' };
    return { ...entry, used: this.used.get(Books.key(entry)) ?? this.first[limit] ?? (row?.measure === 'count' ? '0' : app.format.zero) };
  }

  #whose(of: string, request: Request): Pick<Entry, 'account' | 'business' | 'user' | 'payee'> | undefined {
    switch (of) {
      case 'account':
        return { account: request.account ?? null };
      case 'user':
        return { user: request.user ?? null };
      case 'business':
        return { business: request.business ?? null };
      case 'payee': {
        const { bank, branch, type, number } = request.payee ?? {};
        const parts = [bank, branch, type, number];
        return parts.every((part) => typeof part === 'string' && part !== '') ? { payee: parts.join('-') } : undefined;
      }
      default:
        return {};
    }
  }
}
