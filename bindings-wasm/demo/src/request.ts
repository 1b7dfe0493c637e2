// Fields of a request and what is said about them.
import type { Request } from 'kessai';

import type { App } from './app.js';
import { h } from './dom.js';
import type { Answer, Said } from './entry.js';
import type { Field, Message } from './fields.js';
import { notice, refill } from './parts.js';
import type { Tone } from './parts.js';
import { people } from './words.js';

/** An amount as somebody types it, without the signs between thousands: what it means is said by the engine. */
export function plain(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[,\s]/g, '');
}

/** The fields that a screen shows, by their pointers. */
export class Fields {
  readonly #fields = new Map<string, Field>();
  /** Those that somebody has left: only these say that they are empty. */
  readonly #left: Set<string>;
  #again: () => void = () => {};

  constructor(left: Set<string>) {
    this.#left = left;
  }

  add<F extends Field>(pointer: string, field: F): F {
    this.#fields.set(pointer, field);
    field.root.addEventListener('focusout', () => {
      if (this.#left.has(pointer)) return;
      this.#left.add(pointer);
      // Only the messages: a button that is being pressed must stay where it is.
      this.#again();
    });
    return field;
  }

  get(pointer: string): Field | undefined {
    return this.#fields.get(pointer);
  }

  /** The field of a pointer, or that of the whole to which it belongs. */
  of(pointer: string): string | undefined {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (this.#fields.has(at)) return at;
    return undefined;
  }

  /** Puts everything beside its field; what has none comes back. */
  show(answer: Answer, notes: ReadonlyMap<string, readonly Message[]>, actions: (said: Said) => Message['action']): Said[] {
    this.#again = () => void this.show(answer, notes, actions);
    const messages = new Map<string, Message[]>();
    const rest: Said[] = [];
    const sort = (said: Said, kind: 'error' | 'missing') => {
      const pointer = this.of(said.pointer);
      if (pointer === undefined) rest.push(said);
      else if (kind === 'error' || this.#left.has(pointer)) {
        const action = kind === 'error' ? actions(said) : undefined;
        const message: Message = action === undefined ? { kind, text: said.text } : { kind, text: said.text, action };
        messages.set(pointer, [...(messages.get(pointer) ?? []), message]);
      }
    };
    for (const said of answer.reasons) sort(said, 'error');
    for (const said of answer.missing) sort(said, 'missing');
    for (const [pointer, field] of this.#fields) field.show([...(messages.get(pointer) ?? []), ...(notes.get(pointer) ?? [])]);
    return rest;
  }

  focus(pointer: string): void {
    const at = this.of(pointer);
    if (at === undefined) return;
    const { control } = this.#fields.get(at) as Field;
    // A field in a closed part cannot have the focus.
    for (let part = control.closest('details'); part !== null; part = part.parentElement?.closest('details') ?? null) part.open = true;
    const target = control.matches('fieldset') ? (control.querySelector<HTMLElement>('input, button, select') ?? control) : control;
    target.focus();
    target.scrollIntoView({ block: 'center' });
  }
}

const OUTCOMES: Readonly<Record<Answer['outcome'], { tone: Tone; ja: string; en: string }>> = {
  accepted: { tone: 'good', ja: 'この内容で受け付けられます', en: 'This can be accepted' },
  needsApproval: { tone: 'good', ja: 'この内容で承認依頼できます', en: 'This can be sent for approval' },
  incomplete: { tone: 'wait', ja: '入力の途中です', en: 'Some fields are still empty' },
  refused: { tone: 'bad', ja: 'この内容では受け付けられません', en: 'This cannot be accepted' },
  none: { tone: 'bad', ja: 'この内容では判定できません', en: 'This cannot be judged' },
};

/** The outcome in one sentence, and what is in the way of a better one. */
export function outcome(app: App, place: HTMLElement, answer: Answer, rest: readonly Said[], focus: (pointer: string) => void): void {
  const { tone, ...title } = OUTCOMES[answer.outcome];
  const reasons = answer.outcome === 'refused' || answer.outcome === 'none' ? answer.reasons : answer.missing;
  const line = (said: Said) =>
    rest.includes(said)
      ? h('li', null, said.text, ' ', h('code', null, said.pointer))
      : h('li', null, h('button', { type: 'button', class: 'quiet', 'data-key': said.pointer, onClick: () => focus(said.pointer) }, said.text));
  // The same sentence about four places is worth saying once for each place, but not more often than somebody reads.
  const shown = reasons.slice(0, 8);
  const others = reasons.length - shown.length;
  app.announce(app.t(title));
  refill(
    place,
    notice(
      tone,
      app.t(title),
      waiting(app, answer),
      shown.length === 0 ? null : h('ul', { class: 'reasons' }, shown.map(line)),
      others === 0 ? null : h('p', null, app.t({ ja: `ほか${others}件`, en: `and ${others} more` })),
      answer.more.map((text) => h('p', null, text)),
    ),
  );
}

/** Who has to act next. */
function waiting(app: App, answer: Answer): HTMLElement | null {
  const approval = answer.verdict?.approval;
  if (answer.outcome !== 'needsApproval' || approval === null || approval === undefined || approval.mode === 'policy') return null;
  const said = approval.steps.map((step) => people(app, step)).join(app.t({ ja: ' → ', en: ', then ' }));
  return h('p', null, app.t({ ja: `承認者：${said}`, en: `To be approved by ${said}` }));
}

/** A request without what nobody has typed. */
export function filled(request: Request): Request {
  const keep = ([, value]: [string, unknown]) => value !== '' && value !== undefined && value !== null;
  const payee = request.payee === undefined || request.payee === null ? {} : Object.fromEntries(Object.entries(request.payee).filter(keep));
  const rest = Object.fromEntries(Object.entries({ ...request, payee: undefined }).filter(keep));
  return Object.keys(payee).length === 0 ? rest : { ...rest, payee };
}
