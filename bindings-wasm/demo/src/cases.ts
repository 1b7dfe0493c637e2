// Keeping what is on the screen as a case of the regression corpus, for `kessai test`.
import type { AdvanceAnswer, AdvanceQuestion, Request, Verdict } from 'kessai';

import type { App, Both } from './app.js';
import { download, h } from './dom.js';
import type { Answer } from './entry.js';
import { textField } from './fields.js';
import { button, details } from './parts.js';

/** A case without its name and reason. */
export type Case =
  | { request: Request; expect: object }
  | { request: Request; expectError: string }
  | { story: { event: AdvanceQuestion['event']; usage?: Request['usage']; expect: object }[] };

/** What says who answered, and by which documents: it changes without any change of the answer. */
function withoutWho(answer: Verdict | AdvanceAnswer): object {
  const { engine: _engine, service: _service, company: _company, ...rest } = answer;
  return rest;
}

export function caseOf(answer: Answer): Case {
  const { request, verdict, error } = answer;
  if (error !== null || verdict === null) return { request, expectError: error?.code ?? '' };
  return { request, expect: withoutWho(verdict) };
}

export function storyOf(steps: readonly { question: AdvanceQuestion; answer: AdvanceAnswer }[]): Case {
  return {
    story: steps.map(({ question: { event, usage }, answer }) => ({
      event,
      ...(usage === undefined ? {} : { usage }),
      expect: withoutWho(answer),
    })),
  };
}

export function caseFile(app: App, name: string, why: string, made: Case): string {
  const { files } = app.documents;
  const file = { format: 1, source: 'saved on the demo page', service: files.service, company: files.company, cases: [{ name, why, ...made }] };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The part of a screen that keeps a case. */
export function caseSaver(app: App, key: string, suggest: () => Both, make: () => Case | undefined): HTMLElement {
  const draft = app.draft(`case.${key}`, () => ({ open: false, name: '', why: '' }));
  const name = textField(app, {
    label: { ja: 'ケース名', en: 'Name of the case' },
    hint: { ja: '空欄なら判定結果が名前になります', en: 'The outcome, if it is left empty' },
    optional: true,
    value: draft.name,
    onInput: (value) => (draft.name = value),
  });
  const why = textField(app, {
    label: { ja: '残す理由', en: 'Why it is worth keeping' },
    optional: true,
    value: draft.why,
    onInput: (value) => (draft.why = value),
  });
  const save = button(app.t({ ja: 'ケースファイルを保存', en: 'Save the case file' }), () => {
    const made = make();
    if (made === undefined) return;
    const text = caseFile(app, draft.name || app.t(suggest()), draft.why || 'saved as it was answered', made);
    download('case.json', text);
    app.announce(app.t({ ja: 'ケースファイルを保存しました', en: 'The case file is saved' }));
  });
  save.dataset['save'] = 'case';
  const { files } = app.documents;
  const document = (kind: 'service' | 'company') =>
    button(files[kind].split('/').at(-1) ?? kind, () => download(files[kind].split('/').at(-1) ?? kind, app.documents[kind]), 'quiet');
  const part = details(
    app,
    { ja: '回帰テストのケースとして保存', en: 'Save as a regression case' },
    draft.open,
    (open) => (draft.open = open),
    h('p', { class: 'hint' }, app.t({
      ja: 'この入力と判定結果を、kessai test が読むケースファイルとして保存します。文書は次の名前で参照されます。',
      en: 'Keeps this entry and its answer as a case file that kessai test reads. It names these documents:',
    })),
    h('p', { class: 'documents' }, h('code', null, files.service), ' ', document('service'), h('br'), h('code', null, files.company), ' ', document('company')),
    h('div', { class: 'grid' }, name.root, why.root),
    h('div', { class: 'buttons' }, save),
  );
  part.classList.add('screen-only');
  return part;
}
