// A form of the company's document while it is filled: each field says what the engine says of it, and what has changed is
// marked. Whatever is valid can be put into the document, which the other screens then go by.
import type { Form, FormIssue, FormName, FormSettings, FormView } from 'kessai';

import type { App, Both } from '../app.js';
import { h, put } from '../dom.js';
import type { Child } from '../dom.js';
import type { Message } from '../fields.js';

/** Something that shows what is said of a place and of all within it. */
interface Shower {
  readonly root: HTMLElement;
  /** Says itself whether it has changed: of a list the engine says so only as a whole. */
  readonly isChanged?: () => boolean;
  show(messages: readonly Message[]): void;
}

export interface EditingSpec {
  readonly name: FormName;
  readonly settings?: FormSettings;
  /** Whether the element is new, so that nothing of it has changed. */
  readonly isNew?: boolean;
  /** What is typed; undefined for a form that only removes. */
  readonly input: () => Record<string, unknown> | undefined;
  /** Called with each answer. */
  readonly onView?: (view: FormView) => void;
}

/** Which fields somebody has been at, and whether he has wanted to be done: until then nobody is told what is missing. */
export class Touched {
  readonly places = new Set<string>();
  isSubmitted = false;
}

const isWithin = (pointer: string, around: string) => pointer === around || pointer.startsWith(`${around}/`);

export class Editing {
  readonly #form: Form;
  readonly #bound = new Map<string, Shower>();
  view: FormView | undefined;
  /** What no field shows. */
  rest: FormIssue[] = [];

  constructor(
    readonly app: App,
    readonly spec: EditingSpec,
    readonly touched: Touched,
  ) {
    this.#form = app.company.form(spec.name, { ...spec.settings, lang: app.lang, blankIsNull: true });
  }

  /** Ties a field to its place. */
  bind<F extends Shower>(pointer: string, field: F): F {
    this.#bound.set(pointer, field);
    field.root.addEventListener('focusout', () => {
      if (this.touched.places.has(pointer)) return;
      this.touched.places.add(pointer);
      this.check();
    });
    return field;
  }

  /** Forgets what is within a place, where its fields are drawn anew. */
  unbind(around: string): void {
    for (const pointer of this.#bound.keys()) if (isWithin(pointer, around)) this.#bound.delete(pointer);
  }

  free(): void {
    this.#form.free();
  }

  /** Asks the engine what it says of what is typed, and shows it. */
  check(): FormView {
    const view = this.#form.view(this.spec.input());
    this.view = view;
    this.#show(view);
    this.spec.onView?.(view);
    return view;
  }

  /** The innermost field around a place. */
  #at(pointer: string): string | undefined {
    let best: string | undefined;
    for (const place of this.#bound.keys()) {
      if (isWithin(pointer, place) && (best === undefined || place.length > best.length)) best = place;
    }
    return best;
  }

  #show(view: FormView): void {
    const { app } = this;
    const said = new Map<string, Message[]>();
    const add = (pointer: string, message: Message) => {
      const place = this.#at(pointer);
      if (place !== undefined) said.set(place, [...(said.get(place) ?? []), message]);
      return place !== undefined;
    };
    this.rest = view.issues.filter((issue) => {
      if (issue.kind === 'reason') return !add(issue.pointer, { kind: 'error', text: issue.message });
      const place = this.#at(issue.pointer);
      const isTold = this.touched.isSubmitted || (place !== undefined && this.touched.places.has(place));
      return isTold && !add(issue.pointer, { kind: 'missing', text: app.t(FILL) });
    });
    const { answer } = view;
    for (const { path, value } of answer?.normalised ?? []) {
      add(path, { kind: 'note', text: app.t({ ja: `「${value}」として登録します`, en: `Will be kept as “${value}”` }) });
    }
    this.warnings().forEach(({ path, text }) => add(path, { kind: 'note', text: `${app.t(WARNING)}${text}` }));
    for (const [pointer, field] of this.#bound) {
      field.show(said.get(pointer) ?? []);
      mark(app, field.root, field.isChanged?.() ?? this.#isChanged(pointer));
    }
  }

  /** Whether what a field shows has changed, and not only what a field within it shows. */
  #isChanged(pointer: string): boolean {
    return this.spec.isNew !== true && (this.view?.answer?.changed ?? []).some((changed) => isWithin(pointer, changed) || this.#at(changed) === pointer);
  }

  warnings(): { path: string; text: string }[] {
    const answer = this.view?.answer;
    const texts = answer !== null && answer !== undefined && 'texts' in answer ? (answer as { texts: { warnings: string[] } }).texts.warnings : [];
    return (answer?.warnings ?? []).map(({ path, message }, at) => ({ path, text: texts[at] ?? message[this.app.lang] }));
  }

  /** Warnings about what no field shows. */
  warningsElsewhere(): string[] {
    return this.warnings().filter(({ path }) => this.#at(path) === undefined).map(({ text }) => text);
  }
}

/** Beside a field it is clear which. */
const FILL: Both = { ja: '入力または選択してください。', en: 'This is still to be filled.' };

const WARNING: Both = { ja: '警告: ', en: 'Warning: ' };

/** Marks a field that has changed, in a word and not by its colour alone. */
export function mark(app: App, root: HTMLElement, isChanged: boolean): void {
  root.classList.toggle('differs', isChanged);
  const label = root.querySelector('label, legend, .name');
  const tag = root.querySelector('.changed-tag');
  if (!isChanged) tag?.remove();
  else if (tag === null && label !== null) label.append(h('span', { class: 'changed-tag' }, app.t({ ja: '変更', en: 'changed' })));
}

/** A place that shows messages without a control of its own. */
export function shower(root: HTMLElement): Shower {
  const place = h('div', { class: 'messages' });
  root.append(place);
  return {
    root,
    show: (messages) => {
      put(place, messages.map(({ kind, text }) => h('p', { class: `message ${kind}` }, text)));
      root.classList.toggle('wrong', messages.some(({ kind }) => kind === 'error'));
    },
  };
}

/** Goes to the first field that says something is wrong or missing. */
export function goToFirst(root: HTMLElement): void {
  const wrong = root.querySelector('.message.error, .message.missing');
  const field = wrong?.closest('.field, td, section');
  const control = field?.querySelector<HTMLElement>('input:not([tabindex="-1"]), select, textarea, button');
  (control ?? root.querySelector<HTMLElement>('.outcome'))?.focus();
}

/** A pointer through names. */
export function pointer(...names: readonly (string | number)[]): string {
  return names.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What a form comes to, with its buttons. */
export function outcome(app: App, editing: readonly Editing[]): Child {
  const isNew = editing.some(({ spec }) => spec.isNew === true);
  const views = editing.flatMap(({ view }) => (view === undefined ? [] : [view]));
  const rest = editing.flatMap(({ rest }) => rest.map(({ message }) => message));
  const warnings = editing.flatMap((one) => one.warningsElsewhere());
  const errors = views.flatMap(({ issues }) => issues).filter(({ kind }) => kind === 'reason').length;
  const missing = views.flatMap(({ issues }) => issues).filter(({ kind }) => kind === 'missing').length;
  const changed = new Set(editing.flatMap(({ view }, at) => (view?.answer?.changed ?? []).map((pointer) => `${at}${pointer}`))).size;
  const title = errors > 0
    ? app.t({ ja: `エラーが${errors}件あります`, en: errors === 1 ? 'There is 1 error' : `There are ${errors} errors` })
    : missing > 0
      ? app.t({ ja: `入力が必要な項目が${missing}件あります`, en: missing === 1 ? '1 field is still to be filled' : `${missing} fields are still to be filled` })
      : isNew
        ? app.t({ ja: '登録できます', en: 'This can be registered' })
      : changed > 0
        ? app.t({ ja: `変更した項目: ${changed}件`, en: changed === 1 ? '1 field has changed' : `${changed} fields have changed` })
        : app.t({ ja: '変更はありません', en: 'Nothing has changed' });
  const tone = errors > 0 ? 'bad' : missing > 0 ? 'wait' : isNew || changed > 0 ? 'good' : 'plain';
  return h(
    'div',
    { class: `notice ${tone}` },
    h('p', { class: 'title' }, title),
    rest.length === 0 ? null : h('ul', { class: 'said' }, rest.map((text) => h('li', null, text))),
    warnings.length === 0 ? null : h('ul', { class: 'said' }, warnings.map((text) => h('li', null, h('strong', null, app.t(WARNING)), text))),
  );
}
