// The approvers that are named, in their order, and those who could be.
import type { Request } from 'kessai';

import type { App } from '../../app.js';
import { freshId, h, put } from '../../dom.js';
import type { Answer } from '../../entry.js';
import type { Field, Message } from '../../fields.js';
import { button, refill } from '../../parts.js';
import type { Fields } from '../../request.js';
import { person } from '../../words.js';

export class Approvers {
  readonly root: HTMLElement;
  readonly #list = h('ol', { class: 'named' });
  readonly #offer = h('div', { class: 'offer' });
  readonly #messages: HTMLElement;
  #named: readonly string[] = [];
  #said: readonly Message[] = [];

  constructor(
    readonly app: App,
    fields: Fields,
    readonly change: (approvers: string[]) => void,
  ) {
    const title = freshId('approvers');
    this.#messages = h('div', { class: 'messages' });
    this.root = h(
      'section',
      { class: 'card', 'aria-labelledby': title },
      h('h2', { id: title }, app.t({ ja: '承認者の指定', en: 'Approvers' })),
      this.#list,
      this.#messages,
      this.#offer,
    );
    const whole: Field = {
      root: this.root,
      control: this.#offer,
      show: (messages) => {
        this.#said = messages;
        this.#draw();
      },
    };
    fields.add('/approvers', whole);
    // Those whose places are empty are told at once: there is nothing to leave.
    this.#offer.tabIndex = -1;
  }

  show(answer: Answer, request: Request): void {
    this.#named = request.approvers ?? [];
    const { app } = this;
    const errors = (at: number) => answer.reasons.filter((said) => said.pointer === `/approvers/${at}`);
    refill(
      this.#list,
      this.#named.map((id, at) =>
        h(
          'li',
          { class: errors(at).length > 0 ? 'wrong' : null },
          h('span', null, person(app, id)),
          button(app.t({ ja: '外す', en: 'Remove' }), () => this.#remove(at), 'quiet'),
          errors(at).map((said) => h('p', { class: 'message error' }, said.text)),
        ),
      ),
    );
    for (const [at, remove] of [...this.#list.querySelectorAll('button')].entries()) {
      remove.setAttribute('aria-label', app.t({ ja: `${person(app, this.#named[at] ?? '')}を外す`, en: `Remove ${person(app, this.#named[at] ?? '')}` }));
    }
    this.#list.hidden = this.#named.length === 0;
    const mode = answer.verdict?.approval?.mode;
    const offered = (answer.possible?.approvers ?? []).filter((id) => !this.#named.includes(id));
    const wanted = answer.missing.some((said) => said.pointer.startsWith('/approvers'));
    refill(
      this.#offer,
      h('p', { class: 'hint' }, this.#hint(mode, offered.length, wanted)),
      h(
        'div',
        { class: 'buttons' },
        offered.map((id) => {
          const add = button(app.t({ ja: `＋ ${person(app, id)}`, en: `+ ${person(app, id)}` }), () => this.#add(id));
          add.dataset['approver'] = id;
          return add;
        }),
      ),
    );
  }

  #hint(mode: string | undefined, offered: number, wanted: boolean): string {
    const { app } = this;
    if (mode === 'none') return app.t({ ja: '承認は不要です', en: 'Nobody has to approve' });
    if (offered === 0 && !wanted) return app.t({ ja: 'ほかに指定が必要な方はいません', en: 'Nobody else has to be named' });
    if (offered === 0) return app.t({ ja: 'この内容で指定できる方がいません', en: 'Nobody can be named as it is' });
    return wanted ? app.t({ ja: '承認者を指定してください', en: 'Please name an approver' }) : app.t({ ja: '追加で指定できる方', en: 'Who else could be named' });
  }

  #add(id: string): void {
    this.change([...this.#named, id]);
    this.#list.querySelector<HTMLElement>('li:last-child button')?.focus();
  }

  #remove(at: number): void {
    this.change(this.#named.filter((_, position) => position !== at));
    const remaining = this.#list.querySelectorAll<HTMLElement>('button');
    (remaining[Math.min(at, remaining.length - 1)] ?? this.#offer.querySelector<HTMLElement>('button') ?? this.#offer).focus();
  }

  /** What is wrong with the list; what is wrong with one of them stands beside the name. */
  #draw(): void {
    const errors = this.#said.filter((message) => message.kind === 'error');
    const own = [...this.#list.querySelectorAll('.message')].map((element) => element.textContent);
    put(this.#messages, errors.filter(({ text }) => !own.includes(text)).map(({ text }) => h('p', { class: 'message error' }, text)));
  }
}
