// 利用者情報の管理: who may use what, registered, changed and taken out.
import type { FormView } from 'kessai';

import type { App, Mounted, Screen } from '../app.js';
import { copied, keep, lastDone, takeIn } from '../administration/document.js';
import { h, put } from '../dom.js';
import { goToFirst, outcome, Editing, Touched } from '../administration/editing.js';
import { hanging, sampleItems } from '../administration/hanging.js';
import { button, notice, section, table } from '../parts.js';
import type { Child } from '../dom.js';
import { UserForm, emptyUser, typedUser } from '../administration/userform.js';
import type { User } from '../administration/userform.js';
import { ROLES } from '../administration/words.js';

/** What the screen is about. */
interface Draft {
  /** The user that is changed; undefined for a new one. */
  id: string | undefined;
  /** Whether the user is to be taken out. */
  isRemoval: boolean;
  typed: Record<string, unknown>;
  touched: Touched;
}

export const screen: Screen = {
  id: 'users',
  title: { ja: '利用者情報の管理', en: 'Users' },
  group: 'administration',
  mount: (root, app) => new Users(root, app),
};

class Users implements Mounted {
  readonly #draft: Draft;
  readonly #list = h('div');
  readonly #body = h('div', { class: 'screen' });
  readonly #outcome = h('div', { class: 'outcome', 'aria-live': 'polite', tabindex: '-1' });
  #editing: Editing | undefined;
  #form: UserForm | undefined;

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    this.#draft = app.draft('users', () => ({ id: undefined, isRemoval: false, typed: emptyUser(), touched: new Touched() }));
    put(root, lastDone(app), this.#list, this.#body);
    this.#draw();
  }

  destroy(): void {
    this.#editing?.free();
  }

  #draw(): void {
    this.#drawList();
    this.#editing?.free();
    if (this.#draft.isRemoval) this.#drawRemoval();
    else this.#drawForm();
  }

  /** Turns to another user, or to a new one. */
  #turn(user: User | undefined, isRemoval: boolean): void {
    const draft = this.#draft;
    draft.id = user?.id;
    draft.isRemoval = isRemoval;
    draft.typed = user === undefined ? emptyUser() : typedUser(user);
    draft.touched = new Touched();
    this.#draw();
    this.#body.querySelector<HTMLElement>('h2')?.focus();
  }

  #drawList(): void {
    const { app } = this;
    const users = app.documents.companyObject.users ?? [];
    const act = (user: User, isRemoval: boolean, ja: string, en: string) => {
      const name = user.name ?? user.id;
      const made = button(app.t({ ja, en }), () => this.#turn(user, isRemoval), 'quiet');
      made.setAttribute('aria-label', app.t({ ja: `${name}を${ja}`, en: `${en} ${name}` }));
      made.setAttribute('aria-pressed', String(this.#draft.id === user.id && this.#draft.isRemoval === isRemoval));
      return made;
    };
    put(
      this.#list,
      section(
        app,
        { ja: '利用者一覧', en: 'Users of the company' },
        table(
          app.t({ ja: `登録済みの利用者 ${users.length}名`, en: `${users.length} users are registered` }),
          [
            {
              title: app.t({ ja: '利用者', en: 'User' }), head: true,
              cell: (user: User) => [h('strong', null, user.name ?? user.id), ' ', user.name === undefined ? null : h('span', { class: 'beside' }, user.id)],
            },
            {
              title: app.t({ ja: '区分・状態', en: 'Kind and state' }),
              cell: (user: User) => [
                app.t(ROLES[user.role]), ' ',
                user.enabled ? null : h('strong', { class: 'beside' }, app.t({ ja: '無効', en: 'disabled' })),
              ],
            },
            {
              title: app.t({ ja: '操作', en: 'Actions' }),
              cell: (user: User) => h('span', { class: 'acts' }, act(user, false, '変更', 'Change'), act(user, true, '削除', 'Remove')),
            },
          ],
          users,
        ),
        h('div', { class: 'buttons' }, button(app.t({ ja: '新規登録', en: 'Register a new user' }), () => this.#turn(undefined, false)), keep(app)),
      ),
    );
  }

  #drawForm(): void {
    const { app } = this;
    const { id, typed, touched } = this.#draft;
    const items = sampleItems(app);
    const settings = id === undefined ? {} : { change: id, items };
    const editing = new Editing(app, { name: 'user', settings, isNew: id === undefined, input: () => this.#form?.input() ?? typed, onView: (view) => this.#told(view) }, touched);
    this.#editing = editing;
    const form = new UserForm(app, editing, typed, id === undefined);
    this.#form = form;
    const title = id === undefined
      ? { ja: '利用者の新規登録', en: 'New user' }
      : { ja: `利用者の変更（${id}）`, en: `Change of ${id}` };
    put(
      this.#body,
      h('h2', { class: 'part', tabindex: '-1' }, app.t(title)),
      form.draw(),
      this.#outcome,
      h(
        'div',
        { class: 'buttons' },
        button(app.t(id === undefined ? { ja: '登録する', en: 'Register' } : { ja: '変更する', en: 'Change' }), () => this.#apply(), 'primary'),
        button(app.t({ ja: '入力を取り消す', en: 'Undo what was typed' }), () => {
          this.#turn(app.documents.companyObject.users?.find((user) => user.id === id), false);
        }),
      ),
    );
    editing.check();
  }

  /** Says what the form comes to, and who waits for the user. */
  #told(view: FormView): void {
    const { app } = this;
    const editing = this.#editing;
    if (editing === undefined) return;
    this.#form?.mark(view);
    put(this.#outcome, outcome(app, [editing]), hanging(app, view.answer?.hanging, sampleItems(app)));
  }

  #apply(): void {
    const { app } = this;
    const { id, touched } = this.#draft;
    touched.isSubmitted = true;
    const view = this.#editing?.check();
    const result = view?.answer?.result;
    if (view?.outcome !== 'valid' || result === null || result === undefined) {
      goToFirst(this.root);
      return;
    }
    const user = result as unknown as User;
    const document = copied(app);
    const users = document.users ?? [];
    document.users = id === undefined ? [...users, user] : users.map((one) => (one.id === id ? user : one));
    const name = user.name ?? user.id;
    takeIn(app, document, id === undefined
      ? { ja: `${name}を登録しました`, en: `${name} is registered` }
      : { ja: `${name}の情報を変更しました`, en: `${name} has been changed` }, this.#outcome);
  }

  /** May the user be taken out, and who waits for him? */
  #drawRemoval(): void {
    const { app } = this;
    const { id = '', touched } = this.#draft;
    const user = app.documents.companyObject.users?.find((one) => one.id === id);
    const name = user?.name ?? id;
    const items = sampleItems(app);
    const editing = new Editing(app, { name: 'user', settings: { change: id, remove: true, items }, input: () => undefined }, touched);
    this.#editing = editing;
    this.#form = undefined;
    const view = editing.check();
    const isValid = view.outcome === 'valid';
    const said: Child = isValid
      ? notice('wait', app.t({ ja: `${name}を削除してもよろしいですか？`, en: `Remove ${name}?` }), warnings(app, editing))
      : notice('bad', app.t({ ja: `${name}は削除できません`, en: `${name} cannot be removed` }),
          h('ul', { class: 'said' }, view.issues.map(({ message }) => h('li', null, message))), warnings(app, editing));
    put(
      this.#body,
      h('h2', { class: 'part', tabindex: '-1' }, app.t({ ja: `利用者の削除（${id}）`, en: `Removal of ${id}` })),
      said,
      hanging(app, view.answer?.hanging, items),
      this.#outcome,
      h(
        'div',
        { class: 'buttons' },
        isValid ? button(app.t({ ja: '削除する', en: 'Remove' }), () => this.#remove(id, name), 'primary') : null,
        button(app.t({ ja: '取り消す', en: 'Cancel' }), () => this.#turn(undefined, false)),
      ),
    );
    put(this.#outcome);
  }

  #remove(id: string, name: string): void {
    const document = copied(this.app);
    document.users = (document.users ?? []).filter((user) => user.id !== id);
    takeIn(this.app, document, { ja: `${name}を削除しました`, en: `${name} has been removed` }, this.#outcome);
  }
}

function warnings(app: App, editing: Editing): Child {
  const said = editing.warnings();
  if (said.length === 0) return null;
  return [
    h('p', null, app.t({ ja: '次の点にご注意ください。', en: 'Please note:' })),
    h('ul', { class: 'said' }, said.map(({ text }) => h('li', null, text))),
  ];
}

