// For plain HTML: ties a <form> to a form of the bank's. It reads the fields by their names, lets the browser and those who listen
// to a page know what is wrong where, and lets nothing be submitted that is not valid. It changes nothing of what is typed.
import { CallError } from './errors.js';
import { isWithin, pointerOf, put, tokens } from './view.js';

/** What has a name and is no field. */
const NO_FIELDS = new Set(['button', 'submit', 'reset', 'image', 'fieldset', 'output']);

/** Numbers the elements that are made, so that their ids are their own. */
let made = 0;

/** Where a field is in the input, by its name: `payee.bank` or `/payee/bank`. */
function pathOfName(name) {
  return name.startsWith('/') ? tokens(name) : name.split('.');
}

/** One field: the controls that have a name in common. */
class Field {
  controls = [];

  constructor(name) {
    this.name = name;
    this.path = pathOfName(name);
    this.pointer = pointerOf(this.path);
  }

  get first() {
    return this.controls[0];
  }

  /** Nobody sees what is said of a control that is hidden. */
  get isShown() {
    return this.controls.some(({ type }) => type !== 'hidden');
  }

  get isGroup() {
    return this.controls.length > 1 || this.first.type === 'radio';
  }

  /** What the controls hold, as it is. */
  get value() {
    const { first, controls } = this;
    switch (first.type) {
      case 'radio':
        return controls.find(({ checked }) => checked)?.value ?? null;
      case 'checkbox':
        if (controls.length === 1 && !first.hasAttribute('value')) return first.checked;
        return controls.filter(({ checked }) => checked).map(({ value }) => value);
      case 'select-multiple':
        return [...first.selectedOptions].map(({ value }) => value);
      case 'file':
        return first.multiple ? [...first.files] : first.files[0] ?? null;
      default:
        return controls.length > 1 ? controls.map(textOf) : textOf(first);
    }
  }

  /** What the browser itself has against a control, by the attributes that the page gave it. */
  get ownFault() {
    for (const control of this.controls) {
      control.setCustomValidity?.('');
      if (control.validity?.valid === false) {
        return { message: control.validationMessage, kind: control.validity.valueMissing ? 'missing' : 'reason', isUnread: control.validity.badInput };
      }
    }
    return undefined;
  }

  focus() {
    (this.controls.find(({ checked }) => checked) ?? this.first).focus();
  }
}

/** A text; what the browser cannot read and hides is no number. */
function textOf(control) {
  return control.validity?.badInput ? NaN : control.value;
}

/** The fields of a form as it is now, in their order on the page. */
function fieldsOf(form) {
  const fields = new Map();
  for (const control of form.elements) {
    const { name, type } = control;
    if (!name || NO_FIELDS.has(type) || control.matches(':disabled')) continue;
    if (!fields.has(name)) fields.set(name, new Field(name));
    fields.get(name).controls.push(control);
  }
  return fields;
}

/** What is typed. */
function inputOf(fields) {
  const input = {};
  for (const { name, path, value } of fields.values()) {
    try {
      put(input, path, value);
    } catch (cause) {
      throw new CallError(`the field \`${name}\` stands within another field`, 'call.argument', '', { cause });
    }
  }
  return input;
}

/** Adds an id to a list of ids in an attribute, or takes it out. */
function refer(element, attribute, id, isThere) {
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter((one) => one !== '' && one !== id);
  if (isThere) ids.push(id);
  if (ids.length === 0) element.removeAttribute(attribute);
  else if (element.getAttribute(attribute) !== ids.join(' ')) element.setAttribute(attribute, ids.join(' '));
}

/** Writes texts into an element, each as one of its own; only where they are others, as changes are read out. */
function write(element, tag, texts, lang) {
  const before = [...element.children].map(({ textContent }) => textContent);
  element.lang = lang;
  if (before.length === texts.length && texts.every((text, at) => text === before[at])) return;
  const children = texts.map((text) => {
    const child = element.ownerDocument.createElement(tag);
    child.textContent = text;
    return child;
  });
  element.replaceChildren(...children);
}

/** The elements in which a form's issues are shown, found on the page or made. */
class Places {
  #form;
  #find;
  #made = [];
  #messages = new Map();

  constructor(form, find, summary) {
    this.#form = form;
    this.#find = find;
    this.summary = summary ?? form.querySelector('[data-kessai-rest]') ?? this.#makeSummary();
    // From the beginning: what stands in a part when it becomes a live one is not read out.
    if (!this.summary.hasAttribute('role')) this.summary.setAttribute('role', 'status');
    if (!this.summary.hasAttribute('aria-live')) this.summary.setAttribute('aria-live', 'polite');
  }

  #make(tag, className) {
    const element = this.#form.ownerDocument.createElement(tag);
    element.className = className;
    this.#made.push(element);
    return element;
  }

  #makeSummary() {
    const summary = this.#make('div', 'kessai-rest');
    this.#form.prepend(summary);
    return summary;
  }

  /** The part of the page that is about a field alone, where it has several controls. */
  around(field, fields) {
    const part = field.isGroup ? field.first.closest('fieldset, [role="radiogroup"], [role="group"]') : null;
    const isAbout = ({ controls }) => controls.some((control) => part.contains(control));
    if (part === null || !field.controls.every((control) => part.contains(control))) return null;
    return [...fields.values()].some((other) => other !== field && isAbout(other)) ? null : part;
  }

  /** The element of a field's messages; undefined where there is none yet and none is to be made. */
  message(field, fields, isNeeded) {
    const kept = this.#messages.get(field.name);
    if (kept !== undefined && kept.isConnected) return kept;
    const found = this.#find?.(field.name) ?? [...this.#form.querySelectorAll('[data-kessai-for]')].find((one) => one.dataset.kessaiFor === field.name);
    if (found === undefined && !isNeeded) return undefined;
    const element = found ?? this.#make('span', 'kessai-message');
    if (found === undefined) this.#place(element, field, fields);
    if (element.id === '') element.id = `kessai-message-${(made += 1)}`;
    this.#messages.set(field.name, element);
    return element;
  }

  #place(element, field, fields) {
    const part = this.around(field, fields);
    const last = field.controls.at(-1);
    // Not into the label: it would become part of the field's name.
    if (part === null) (last.closest('label') ?? last).after(element);
    else part.append(element);
  }

  remove() {
    for (const element of this.#made) element.remove();
    for (const element of this.#messages.values()) write(element, 'span', [], element.lang);
    write(this.summary, 'p', [], this.summary.lang);
  }
}

/** What is tied together. */
class Binding {
  #element;
  #form;
  #options;
  #places;
  #lang;
  #view;
  #fields = new Map();
  #touched = new Set();
  #isSubmitted = false;
  #hadNoValidate;
  #listening = new AbortController();

  constructor(element, form, options) {
    this.#element = element;
    this.#form = form;
    this.#options = options;
    this.#lang = options.lang ?? (element.closest('[lang]')?.lang.startsWith('ja') ? 'ja' : 'en');
    this.#places = new Places(element, options.message, options.summary);
    this.#hadNoValidate = element.noValidate;
    // The browser's own bubbles would come before anybody here is asked.
    element.noValidate = true;
    this.#listen();
    this.refresh();
  }

  get view() {
    return this.#view;
  }

  #listen() {
    const { signal } = this.#listening;
    // A control may stand outside of its form, which then hears nothing of it.
    const root = this.#element.getRootNode();
    const on = (type, listener) => root.addEventListener(type, (event) => event.target.form === this.#element && listener(event), { signal });
    on('input', (event) => event.isComposing || this.refresh());
    on('change', () => this.refresh());
    on('compositionend', () => this.refresh());
    on('focusout', (event) => this.#leave(event, root));
    // Before the page's own listeners: none of them may take what is not valid.
    this.#element.addEventListener('submit', (event) => this.#submit(event), { signal, capture: true });
    // The controls are as they were only after this.
    this.#element.addEventListener('reset', () => setTimeout(() => this.#reset()), { signal });
  }

  #leave({ target, relatedTarget }, root) {
    // The window was left, or another control of the same field is next.
    if (root.activeElement === target || (relatedTarget?.form === this.#element && relatedTarget.name === target.name)) return;
    this.#touched.add(target.name);
    this.refresh();
  }

  #reset() {
    if (this.#listening.signal.aborted) return;
    this.#touched.clear();
    this.#isSubmitted = false;
    this.refresh();
  }

  #submit(event) {
    if (event.submitter?.formNoValidate) return;
    let faulty;
    try {
      this.#isSubmitted = true;
      faulty = this.#judge();
    } catch (error) {
      faulty = [];
      throw error;
    } finally {
      if (faulty !== undefined) stop(event);
    }
    const { onSubmit } = this.#options;
    if (faulty === undefined) {
      if (onSubmit === undefined) return;
      event.preventDefault();
      onSubmit(this.#view.answer.result, this.#view, event);
    } else if (faulty.length > 0) {
      faulty[0].focus();
    } else {
      this.#places.summary.tabIndex = -1;
      this.#places.summary.focus();
    }
  }

  refresh() {
    if (!this.#listening.signal.aborted) this.#judge();
  }

  setLang(lang) {
    this.#lang = lang;
    this.refresh();
  }

  /** Asks, shows what is said, and gives the faulty fields; undefined where there is nothing against submitting. */
  #judge() {
    const { settings, onView } = this.#options;
    const fields = fieldsOf(this.#element);
    const given = typeof settings === 'function' ? settings() : settings;
    const view = this.#form.view(inputOf(fields), { ...given, lang: this.#lang });
    const shown = [...fields.values()].filter((field) => field.isShown);
    const issues = new Map(shown.map((field) => [field, []]));
    const rest = [];
    for (const issue of view.issues) {
      const around = shown.filter(({ pointer }) => isWithin(issue.pointer, pointer));
      // The nearest, where one field stands within another's place.
      const field = around.reduce((one, other) => (one === undefined || other.pointer.length > one.pointer.length ? other : one), undefined);
      (issues.get(field) ?? rest).push(issue);
    }
    this.#view = view;
    this.#forget(fields);
    const faulty = shown.filter((field) => this.#show(field, fields, issues.get(field)));
    const said = this.#isSubmitted ? rest : rest.filter(({ kind }) => kind === 'reason');
    write(this.#places.summary, 'p', said.map(({ message }) => message), this.#lang);
    onView?.(view);
    return view.outcome === 'valid' && faulty.length === 0 ? undefined : faulty;
  }

  /** Takes back what was said of fields that are no longer there, or no longer asked. */
  #forget(fields) {
    for (const [name, field] of this.#fields) {
      if (fields.has(name)) continue;
      this.#touched.delete(name);
      this.#mark(field, this.#fields, []);
    }
    this.#fields = fields;
  }

  /** Shows what is wrong with a field, where it may be said already. Says whether anything is wrong. */
  #show(field, fields, issues) {
    const own = field.ownFault;
    // What the browser cannot read it can say best; where rules have something to say, they come first.
    const all = own !== undefined && (own.isUnread || issues.length === 0) ? [own] : issues;
    field.first.setCustomValidity?.(all.map(({ message }) => message).join('\n'));
    const isAsked = this.#isSubmitted || this.#touched.has(field.name);
    this.#mark(field, fields, all.filter(({ kind }) => isAsked || kind === 'reason').map(({ message }) => message));
    return all.length > 0;
  }

  /** Marks a field as faulty, or as not. */
  #mark(field, fields, texts) {
    const isFaulty = texts.length > 0;
    for (const control of field.controls) {
      if (!isFaulty) control.removeAttribute('aria-invalid');
      else if (control.type !== 'radio') control.setAttribute('aria-invalid', 'true');
    }
    const message = this.#places.message(field, fields, isFaulty);
    if (message === undefined) return;
    const part = this.#places.around(field, fields);
    for (const element of part === null ? field.controls : [part]) refer(element, 'aria-describedby', message.id, isFaulty);
    write(message, 'span', texts, this.#lang);
    message.hidden = !isFaulty;
  }

  destroy() {
    if (this.#listening.signal.aborted) return;
    this.#listening.abort();
    for (const field of this.#fields.values()) {
      this.#mark(field, this.#fields, []);
      for (const control of field.controls) control.setCustomValidity?.('');
    }
    this.#places.remove();
    this.#element.noValidate = this.#hadNoValidate;
  }
}

/** Neither the browser nor the page sends it. */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function bindForm(element, form, options = {}) {
  if (element?.tagName !== 'FORM') throw new CallError('`bindForm` takes a <form>', 'call.argument');
  if (typeof form?.view !== 'function') throw new CallError('`bindForm` takes a form of a company', 'call.argument');
  return new Binding(element, form, options);
}
