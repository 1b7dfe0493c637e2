// The company's document in memory: a form's result in its place, taken in or kept as a file.
import type { CompanyDocument } from 'kessai';

import type { App, Both, Found } from '../app.js';
import { download, h, put } from '../dom.js';
import type { Child } from '../dom.js';
import { button, findingList, notice } from '../parts.js';

type Json = Record<string, unknown>;

/** A copy of the document, to be changed. */
export function copied(app: App): CompanyDocument {
  return structuredClone(app.documents.companyObject);
}

/** An object within an object, made where there is none. */
export function within(object: Json, name: string): Json {
  const there = object[name];
  if (typeof there === 'object' && there !== null) return there as Json;
  const made: Json = {};
  object[name] = made;
  return made;
}

export function textOf(document: CompanyDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What was taken in last, to be said by the screen that is drawn anew for it. */
let done: Both | undefined;

/**
 * Takes a document in. The screens are drawn anew then; where it has an error, which no form should let through, they say which.
 */
export function takeIn(app: App, document: CompanyDocument, said: Both, place: Element): void {
  const { service, bank, start } = app.documents;
  done = said;
  // A case about it comes with the documents, as they are those of no file.
  const files = { service: 'service.json', company: 'company.json' };
  const names = { files, ...(bank === undefined ? {} : { bank }), ...(start === undefined ? {} : { start }) };
  const { replaced, findings } = app.setDocuments(service, textOf(document), names);
  if (replaced) {
    app.announce(app.t(said));
    return;
  }
  done = undefined;
  put(place, refused(app, findings));
}

function refused(app: App, findings: readonly Found[]): Child {
  return notice('bad', app.t({ ja: '文書に反映できません', en: 'This cannot be taken in' }), findingList(app, findings));
}

/** What was taken in just now: said once, and gone to. */
export function lastDone(app: App): HTMLElement | null {
  if (done === undefined) return null;
  const said = app.t(done);
  done = undefined;
  const element = h('div', { class: 'done', tabindex: '-1' }, notice('good', said, h('p', null, app.t({
    ja: '振込などの画面は、変更後の内容で判定します。文書はこのブラウザーの中だけで変わっています。',
    en: 'Transfers are now decided by what was changed. The document has changed in this browser only.',
  })), h('div', { class: 'buttons' }, keep(app))));
  // It is in the page only once the screen is.
  queueMicrotask(() => element.focus());
  return element;
}

/** Keeps the document as it is now. */
export function keep(app: App): HTMLButtonElement {
  return button(app.t({ ja: 'company.json を保存', en: 'Save company.json' }), () => download('company.json', textOf(app.documents.companyObject)));
}
