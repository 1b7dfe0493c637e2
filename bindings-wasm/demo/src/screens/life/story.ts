// An item, and what has happened to it: every step is a question to the engine and its answer.
import { RequestError } from 'kessai';
import type { AdvanceAnswer, AdvanceQuestion, Content, Request, State } from 'kessai';

import type { App } from '../../app.js';
import { Books, quietly } from '../../entry.js';
import { filled } from '../../request.js';

export interface Step {
  readonly question: AdvanceQuestion;
  readonly answer: AdvanceAnswer;
}

/** What an event would do: an answer, or why there is none. */
export type Tried = { readonly step: Step } | { readonly error: RequestError };

/** Events of the host, not of a person. */
export const HOST = ['expire', 'execute', 'fail'];

export class Story {
  steps: Step[] = [];

  constructor(
    readonly app: App,
    /** What is used of the limits before the item. */
    readonly books: Books,
  ) {}

  get last(): AdvanceAnswer | undefined {
    return this.steps.at(-1)?.answer;
  }

  get item(): AdvanceAnswer['item'] {
    return this.last?.item ?? null;
  }

  get state(): State | null {
    return this.item?.state ?? null;
  }

  /** The states, from none to that of now. */
  get trail(): (State | null)[] {
    return [null, ...this.steps.filter(({ answer }) => answer.outcome === 'changed').map(({ answer }) => answer.item?.state ?? null)];
  }

  /** Asks what an event would do; nothing changes by that. */
  try(type: string, user: string, now: string, request: Request): Tried {
    const event = this.#event(type, user, now, request);
    const item = this.item;
    const facts: Request = { ...request, ...item?.content, business: item?.business ?? request.business ?? null, user, now };
    const ask = (usage: Request['usage']) => this.app.company.advance({ item, event, usage: usage ?? [] });
    // What the item has taken is given back in the same entries.
    const there = this.last?.usage ?? [];
    const usage = this.books.entries(this.app, facts, there, (usage) => quietly(() => ask(usage)));
    const answer = quietly(() => ask(usage));
    if (answer instanceof RequestError) return { error: answer };
    return { step: { question: { item, event, usage }, answer } };
  }

  #event(type: string, user: string, now: string, request: Request): AdvanceQuestion['event'] {
    const revision = this.item?.revision;
    const seen = revision === undefined ? {} : { revision };
    if (HOST.includes(type)) return { type: type as 'execute', now, ...seen };
    const named = request.approvers ?? [];
    const approvers = named.length === 0 ? {} : { approvers: named };
    switch (type) {
      case 'save':
      case 'submit': {
        const own = { content: contentOf(request), ...(this.item === null ? { business: request.business ?? null } : {}) };
        return type === 'save' ? { type, now, user, ...seen, ...own } : { type, now, user, ...seen, ...own, ...approvers };
      }
      case 'switch':
        return { type, now, user, ...seen, to: this.#switchTo(), ...approvers };
      default:
        return { type: type as 'approve', now, user, ...seen };
    }
  }

  /** Another business to which items of this one can be switched. */
  #switchTo(): string {
    const { businesses } = this.app.documents.serviceObject;
    const own = this.item?.business ?? '';
    return Object.keys(businesses?.[own]?.switchTo ?? {})[0] ?? Object.keys(businesses ?? {}).find((key) => key !== own) ?? own;
  }
}

/** What was typed, without who typed it and when. */
function contentOf(request: Request): Content {
  const { account, valueDate, payee, payment, bearer, typedFee, pattern, edi, items, entry, senderName, senderCode } = filled(request);
  const content = { account, valueDate, payee, payment, bearer, typedFee, pattern, edi, items, entry, senderName, senderCode };
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as Content;
}
