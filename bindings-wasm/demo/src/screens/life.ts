// An item's life, to click through: who may do what to it now, and what that does to the limits.
import type { AdvanceAnswer } from 'kessai';

import type { App, Both, Mounted, Screen } from '../app.js';
import { caseSaver, storyOf } from '../cases.js';
import { h, put } from '../dom.js';
import { Books } from '../entry.js';
import { selectField, setOptions, textField } from '../fields.js';
import type { Field } from '../fields.js';
import { button, notice, pairs, refill, section, table } from '../parts.js';
import { isCount, limitName, people, person } from '../words.js';
import { eventsFrom, picture, stateName } from './life/graph.js';
import { HOST, Story } from './life/story.js';
import type { Tried } from './life/story.js';
import { draftOf } from './transfer.js';

export const screen: Screen = {
  id: 'life',
  title: { ja: '明細の状態遷移', en: 'Life of an item' },
  group: 'payments',
  mount: (root, app) => new Life(root, app),
};

const EVENTS: Readonly<Record<string, Both>> = {
  save: { ja: '保存', en: 'Save' },
  submit: { ja: '確定', en: 'Submit' },
  pullBack: { ja: '引戻し', en: 'Pull back' },
  verify: { ja: '検印', en: 'Check' },
  approve: { ja: '承認', en: 'Approve' },
  release: { ja: '送信', en: 'Send' },
  sendBack: { ja: '差戻し', en: 'Send back' },
  discard: { ja: '削除', en: 'Delete' },
  revoke: { ja: '承認取消', en: 'Revoke the approval' },
  cancel: { ja: '取消', en: 'Cancel' },
  switch: { ja: '切替', en: 'Switch' },
  expire: { ja: '期限切れ', en: 'Expire' },
  execute: { ja: '実行', en: 'Execute' },
  fail: { ja: '失敗', en: 'Fail' },
};

interface Draft {
  user: string;
  now: string;
  story: Story;
}

class Life implements Mounted {
  readonly draft: Draft;
  readonly graph = h('div');
  readonly state = h('div', { class: 'state-now', role: 'status' });
  readonly ways = h('div', { class: 'events' });
  readonly usage = h('div');
  readonly history = h('div');
  readonly user: Field<HTMLSelectElement>;
  readonly clock: Field<HTMLInputElement>;

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    const { request, books } = draftOf(app);
    this.draft = app.draft('life', () => ({
      user: request.user ?? '',
      now: request.now ?? app.now(),
      story: new Story(app, new Books(books.first)),
    }));
    this.user = this.userField();
    this.clock = this.clockField();
    put(
      root,
      h('p', { class: 'lead' }, app.t({
        ja: '「振込・振替の入力」の内容で明細を作り、その後の操作を人と日時を選んで進めます。操作の可否はすべて銀行の規則で判定されます。',
        en: 'Makes an item of what stands in “New transfer”, and takes it further as the people and at the times you choose. The bank’s rules say what may be done.',
      })),
      section(app, { ja: '状態', en: 'States' }, this.state, this.graph),
      h(
        'div',
        { class: 'halves' },
        section(app, { ja: '次の操作', en: 'What may be done now' }, h('div', { class: 'grid' }, this.user.root, this.clock.root), this.ways),
        section(app, { ja: '限度額の使用', en: 'Use of limits' }, this.usage),
      ),
      section(app, { ja: '履歴', en: 'History' }, this.history),
      caseSaver(app, 'life', () => ({ ja: this.story.state ?? 'life', en: this.story.state ?? 'life' }), () =>
        this.story.steps.length === 0 ? undefined : storyOf(this.story.steps)),
    );
    this.draw();
  }

  destroy(): void {
    this.root.replaceChildren();
  }

  get story(): Story {
    return this.draft.story;
  }

  userField(): Field<HTMLSelectElement> {
    const { app, draft } = this;
    return selectField(app, {
      label: { ja: '操作する人', en: 'Who acts' }, value: draft.user, options: [],
      onInput: (user) => {
        draft.user = user;
        this.drawWays();
      },
    });
  }

  clockField(): Field<HTMLInputElement> {
    const { app, draft } = this;
    const offset = app.documents.serviceObject.utcOffset ?? 'Z';
    return textField(app, {
      label: { ja: '日時', en: 'When' }, type: 'datetime-local', value: draft.now.slice(0, 16),
      onInput: (value) => {
        if (value === '') return;
        draft.now = `${value.slice(0, 16)}:00${offset}`;
        this.drawWays();
      },
    });
  }

  setClock(now: string): void {
    this.draft.now = now;
    this.clock.control.value = now.slice(0, 16);
  }

  try(type: string, user = this.draft.user): Tried {
    return this.story.try(type, user, this.draft.now, draftOf(this.app).request);
  }

  /** The people, and whether there is anything that they may do. */
  drawPeople(events: readonly string[]): void {
    const { app } = this;
    const may = (user: string) => events.some((type) => !HOST.includes(type) && isDone(this.try(type, user)));
    const options = (app.documents.companyObject.users ?? []).map(({ id }) => ({
      value: id,
      label: may(id) ? person(app, id) : app.t({ ja: `${person(app, id)}（操作なし）`, en: `${person(app, id)} – nothing to do` }),
    }));
    setOptions(this.user.control, options, this.draft.user);
  }

  /** Does it, and keeps what came of it. */
  act(type: string): void {
    const tried = this.try(type);
    if ('step' in tried) this.story.steps.push(tried.step);
    this.draw();
    // The button may be gone; the next one is where the hand is.
    (this.ways.querySelector<HTMLElement>('button') ?? this.user.control).focus();
  }

  draw(): void {
    const { app } = this;
    const { state, item, last } = this.story;
    const created = last?.created.length ?? 0;
    const graph = picture(app, state, this.story.trail);
    put(this.graph, graph);
    showNow(graph);
    put(
      this.state,
      state === null
        ? h('p', null, app.t({ ja: '明細はまだありません', en: 'There is no item yet' }))
        : pairs(
            [app.t({ ja: '現在の状態', en: 'State now' }), h('strong', { class: 'now' }, stateName(app, state))],
            item?.deadline ? [app.t({ ja: '承認期限', en: 'To be approved before' }), app.format.instant(item.deadline)] : null,
            (item?.approvers ?? []).length > 0 ? [app.t({ ja: '指定された承認者', en: 'Named to approve' }), people(app, item?.approvers ?? [])] : null,
            (item?.approvals ?? []).length > 0 ? [app.t({ ja: '承認した人', en: 'Approved by' }), people(app, (item?.approvals ?? []).map(({ user }) => user))] : null,
          ),
      created === 0 ? null : h('p', null, app.t({ ja: `切替先に${created}件できました`, en: `${created} ${created === 1 ? 'item was' : 'items were'} made of it` })),
    );
    this.drawWays();
    this.drawUsage();
    this.drawHistory();
  }

  /** Every event of this state: a button where the rules let it be done, and why not elsewhere. */
  drawWays(): void {
    const { app } = this;
    const events = eventsFrom(this.story.state);
    const tried = events.map((type) => ({ type, tried: this.try(type) }));
    const may = tried.filter(({ tried }) => isDone(tried));
    this.drawPeople(events);
    const mayNot = tried.filter((one) => !may.includes(one));
    refill(
      this.ways,
      events.length === 0 ? notice('plain', app.t({ ja: 'この明細の処理は終わりました', en: 'Nothing more happens to this item' })) : null,
      may.length === 0 && events.length > 0 ? h('p', { class: 'empty' }, app.t({ ja: 'この人・この日時でできる操作はありません', en: 'Nothing can be done by this person at this time' })) : null,
      h('div', { class: 'buttons' }, may.map(({ type }) => this.eventButton(type))),
      mayNot.length === 0 ? null : h(
        'details',
        { class: 'may-not', open: may.length === 0 },
        h('summary', null, app.t({ ja: `今はできない操作（${mayNot.length}件）`, en: `What may not be done (${mayNot.length})` })),
        h('dl', { class: 'why' }, mayNot.map(({ type, tried }) => h('div', null, h('dt', null, this.eventName(type)), h('dd', null, this.why(tried))))),
      ),
      this.clockButtons(),
    );
  }

  eventName(type: string): string {
    const { app } = this;
    const name = EVENTS[type];
    const said = name === undefined ? type : app.t(name);
    return HOST.includes(type) ? app.t({ ja: `${said}（システム）`, en: `${said} (by the bank)` }) : said;
  }

  eventButton(type: string): HTMLElement {
    const made = button(this.eventName(type), () => this.act(type), ['submit', 'approve', 'verify', 'release', 'execute'].includes(type) ? 'primary' : 'plain');
    made.dataset['event'] = type;
    made.dataset['key'] = `event-${type}`;
    return made;
  }

  why(tried: Tried): string {
    const { app } = this;
    const texts = app.company.texts('error' in tried ? tried.error : tried.step.answer, app.lang);
    return [texts.error, ...texts.reasons, ...texts.missing].filter((text) => text !== null && text !== '').join(' ');
  }

  /** Time passes only when somebody lets it. */
  clockButtons(): HTMLElement {
    const { app, draft } = this;
    const day = this.story.item?.content?.valueDate;
    const to = (key: string, label: string, now: string) => {
      const made = button(label, () => {
        this.setClock(now);
        this.drawWays();
      });
      made.dataset['key'] = key;
      return made;
    };
    const rest = draft.now.slice(16);
    const next = new Date(`${draft.now.slice(0, 10)}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    const reset = button(app.t({ ja: '最初から', en: 'Start again' }), () => {
      this.story.steps = [];
      this.setClock(draftOf(app).request.now ?? app.now());
      this.draw();
    });
    const back = button(app.t({ ja: '1つ戻す', en: 'One step back' }), () => {
      this.story.steps.pop();
      this.draw();
      (this.ways.querySelector<HTMLElement>('button') ?? this.user.control).focus();
    });
    reset.dataset['key'] = 'reset';
    back.dataset['key'] = 'back';
    back.disabled = reset.disabled = this.story.steps.length === 0;
    return h(
      'div',
      { class: 'buttons time' },
      to('tomorrow', app.t({ ja: '翌日にする', en: 'Next day' }), `${next.toISOString().slice(0, 10)}${draft.now.slice(10)}`),
      day === undefined || day === null ? null : to('value-date', app.t({ ja: '振込指定日の9時にする', en: 'Value date, 09:00' }), `${day}T09:00${rest}`),
      back,
      reset,
    );
  }

  drawUsage(): void {
    const { app } = this;
    const step = this.story.steps.at(-1);
    if (step === undefined || step.answer.usage.length === 0) {
      const said = step === undefined
        ? { ja: '明細を確定すると表示されます', en: 'Shown when the item is submitted' }
        : { ja: 'まだどの限度額も使っていません', en: 'No limit has been used yet' };
      put(this.usage, h('p', { class: 'empty' }, app.t(said)));
      return;
    }
    const before = new Map((step.question.usage ?? []).map((entry) => [Books.key(entry), String(entry.used)]));
    const figure = (entry: AdvanceAnswer['usage'][number], value: string) => (isCount(app, entry) ? app.format.number(value) : app.format.amount(value));
    put(
      this.usage,
      table(
        app.t({ ja: '直前の操作の前と後', en: 'Before and after the last step' }),
        [
          { title: app.t({ ja: '限度額', en: 'Limit' }), head: true, cell: (entry) => [limitName(app, `limit.${entry.limit}`), h('br'), h('span', { class: 'hint' }, app.format.date(entry.day))] },
          { title: app.t({ ja: '前', en: 'Before' }), figure: true, cell: (entry) => figure(entry, before.get(Books.key(entry)) ?? '0') },
          {
            title: app.t({ ja: '後', en: 'After' }), figure: true,
            cell: (entry) => (before.get(Books.key(entry)) === entry.used ? figure(entry, entry.used) : h('strong', { class: 'changed' }, figure(entry, entry.used))),
          },
        ],
        step.answer.usage,
      ),
    );
  }

  drawHistory(): void {
    const { app } = this;
    const { steps } = this.story;
    if (steps.length === 0) {
      put(this.history, h('p', { class: 'empty' }, app.t({ ja: 'まだありません', en: 'Nothing has happened yet' })));
      return;
    }
    put(this.history, h('ol', { class: 'history' }, steps.map(({ question: { event }, answer }) => h(
      'li',
      null,
      h('strong', null, this.eventName(event.type)),
      ' ',
      'user' in event ? person(app, event.user) : null,
      h('span', { class: 'hint' }, ` ${app.format.instant(event.now)} `),
      answer.item === null ? null : h('span', null, `→ ${stateName(app, answer.item.state)}`),
    ))));
  }
}

/** Where the picture is wider than the screen, the state of now is in sight. */
function showNow(region: HTMLElement): void {
  const now = region.querySelector('.now')?.getBoundingClientRect();
  if (now === undefined) return;
  const { left, width } = region.getBoundingClientRect();
  region.scrollLeft += now.left + now.width / 2 - left - width / 2;
}

function isDone(tried: Tried): boolean {
  return 'step' in tried && tried.step.answer.outcome === 'changed';
}
