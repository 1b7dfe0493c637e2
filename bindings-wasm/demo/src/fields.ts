// Fields of forms: a label, a hint and what is wrong, tied to the control for those who do not see them.
import type { App, Both } from './app.js';
import { attribute, freshId, h, put } from './dom.js';
import type { Child } from './dom.js';

/** What is said beside a field. */
export interface Message {
  /** `error` is a reason, `missing` a field that is still to be filled, `note` anything else. */
  readonly kind: 'error' | 'missing' | 'note';
  readonly text: string;
  /** A way out, such as the next day that is possible. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Field<C extends HTMLElement = HTMLElement> {
  /** The whole, to be put into the page. */
  readonly root: HTMLElement;
  /** The element that has the focus and the value. */
  readonly control: C;
  /** Shows messages, and takes away those that were there. */
  show(messages: readonly Message[]): void;
}

export interface FieldSpec {
  readonly label: Both;
  readonly hint?: Both;
  /** The pointer of what is typed, `/payee/bank`: the page finds the field of a reason by it. */
  readonly pointer?: string;
  readonly optional?: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Ties a control with its label, hint and messages. */
export function field<C extends Control>(app: App, spec: FieldSpec, control: C, beside: Child = null): Field<C> {
  const id = freshId(spec.pointer ?? spec.label.en);
  control.id = id;
  if (spec.pointer !== undefined) control.dataset['pointer'] = spec.pointer;
  const hint = spec.hint === undefined ? null : h('p', { class: 'hint', id: `${id}-hint` }, app.t(spec.hint));
  const messages = h('div', { class: 'messages', id: `${id}-messages` });
  const label = h(
    'label',
    { for: id },
    app.t(spec.label),
    spec.optional === true ? h('span', { class: 'optional' }, app.t({ ja: '任意', en: 'optional' })) : null,
  );
  const root = h('div', { class: 'field' }, label, hint, h('div', { class: 'control' }, control, beside), messages);
  return { root, control, show: shower(root, control, messages, hint?.id) };
}

function shower(root: HTMLElement, control: HTMLElement, place: HTMLElement, hint: string | undefined) {
  let shown = '';
  return (messages: readonly Message[]) => {
    const said = JSON.stringify(messages);
    if (said === shown) return;
    shown = said;
    const isWrong = messages.some((message) => message.kind === 'error');
    put(
      place,
      messages.map(({ kind, text, action }) =>
        h(
          'p',
          { class: `message ${kind}` },
          text,
          action === undefined ? null : [' ', h('button', { type: 'button', class: 'quiet', onClick: action.run }, action.label)],
        ),
      ),
    );
    root.classList.toggle('wrong', isWrong);
    attribute(control, 'aria-invalid', isWrong ? 'true' : null);
    const described = [hint, messages.length > 0 ? place.id : undefined].filter((id) => id !== undefined);
    attribute(control, 'aria-describedby', described.length > 0 ? described.join(' ') : null);
  };
}

export interface TextSpec extends FieldSpec {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly type?: 'text' | 'date' | 'time' | 'datetime-local';
  /** The width in characters of what is expected. */
  readonly size?: number;
  readonly autocomplete?: string;
  readonly beside?: Child;
  readonly readonly?: boolean;
}

export function textField(app: App, spec: TextSpec): Field<HTMLInputElement> {
  const control = h('input', {
    type: spec.type ?? 'text',
    class: spec.size === undefined ? null : `size-${spec.size <= 6 ? 's' : spec.size <= 16 ? 'm' : 'l'}`,
    value: spec.value,
    inputmode: spec.inputMode,
    autocomplete: spec.autocomplete ?? 'off',
    spellcheck: 'false',
    readonly: spec.readonly === true,
    onInput: () => spec.onInput(control.value),
  });
  return field(app, spec, control, spec.beside);
}

/** An amount: digits as they are typed, commas of a person's own and full-width digits are left to the engine. */
export function amountField(app: App, spec: TextSpec): Field<HTMLInputElement> {
  const made = textField(app, { inputMode: 'decimal', size: 14, ...spec });
  made.control.classList.add('figure');
  made.control.after(h('span', { class: 'unit', 'aria-hidden': 'true' }, unit(app)));
  return made;
}

function unit(app: App): string {
  return app.lang === 'ja' && app.format.currency === 'JPY' ? '円' : app.format.currency;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectSpec extends FieldSpec {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onInput: (value: string) => void;
  readonly beside?: Child;
}

export function selectField(app: App, spec: SelectSpec): Field<HTMLSelectElement> {
  const control = h('select', { onChange: () => spec.onInput(control.value) });
  setOptions(control, spec.options, spec.value);
  return field(app, spec, control, spec.beside);
}

/** Puts other options into a select; what is chosen stays chosen where it is still there. */
export function setOptions(control: HTMLSelectElement, options: readonly Option[], value: string): void {
  const said = JSON.stringify(options);
  if (control.dataset['options'] !== said) {
    control.dataset['options'] = said;
    put(
      control,
      options.map((option) => h('option', { value: option.value, disabled: option.disabled === true }, option.label)),
    );
  }
  control.value = value;
}

export interface ChoiceSpec extends FieldSpec {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onInput: (value: string) => void;
}

/** Radio buttons, for a few options that are worth seeing all at once. */
export function choiceField(app: App, spec: ChoiceSpec): Field<HTMLFieldSetElement> {
  const id = freshId(spec.pointer ?? spec.label.en);
  const messages = h('div', { class: 'messages', id: `${id}-messages` });
  const hint = spec.hint === undefined ? null : h('p', { class: 'hint', id: `${id}-hint` }, app.t(spec.hint));
  const control = h(
    'fieldset',
    { class: 'field choice', 'data-pointer': spec.pointer, id },
    h('legend', null, app.t(spec.label)),
    hint,
    h(
      'div',
      { class: 'choices' },
      spec.options.map((option) => {
        const input = h('input', {
          type: 'radio',
          name: id,
          value: option.value,
          checked: option.value === spec.value,
          disabled: option.disabled === true,
          onChange: () => spec.onInput(option.value),
        });
        return h('label', { class: 'option' }, input, h('span', null, option.label));
      }),
    ),
    messages,
  );
  return { root: control, control, show: shower(control, control, messages, hint?.id) };
}

export interface CheckSpec extends FieldSpec {
  readonly value: boolean;
  readonly onInput: (value: boolean) => void;
}

export function checkField(app: App, spec: CheckSpec): Field<HTMLInputElement> {
  const id = freshId(spec.pointer ?? spec.label.en);
  const messages = h('div', { class: 'messages', id: `${id}-messages` });
  const hint = spec.hint === undefined ? null : h('p', { class: 'hint', id: `${id}-hint` }, app.t(spec.hint));
  const control = h('input', {
    type: 'checkbox',
    id,
    checked: spec.value,
    'data-pointer': spec.pointer,
    onChange: () => spec.onInput(control.checked),
  });
  const root = h(
    'div',
    { class: 'field check' },
    h('label', { class: 'option' }, control, h('span', null, app.t(spec.label))),
    hint,
    messages,
  );
  return { root, control, show: shower(root, control, messages, hint?.id) };
}
