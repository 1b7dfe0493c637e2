// Which documents the page goes by: those that come with it, or somebody's own.
import type { App, Found, Mounted, Screen } from '../app.js';
import { SAMPLES } from '../documents.js';
import type { Sample } from '../documents.js';
import { h, put } from '../dom.js';
import type { Child } from '../dom.js';
import { button, findingList, notice, pairs, section } from '../parts.js';

/** A file that somebody has given, and what it is. */
interface Given {
  readonly name: string;
  readonly text: string;
}

type Kind = 'service' | 'company';

export const screen: Screen = {
  id: 'documents',
  title: { ja: '文書の選択', en: 'Documents' },
  group: 'documents',
  mount: (root, app) => new Documents(root, app),
};

class Documents implements Mounted {
  readonly loaded = h('div');
  readonly outcome = h('div', { class: 'outcome', 'aria-live': 'polite' });
  given: Partial<Record<Kind, Given>> = {};

  constructor(
    readonly root: HTMLElement,
    readonly app: App,
  ) {
    this.update();
  }

  update(): void {
    const { app } = this;
    put(
      this.root,
      this.loaded,
      section(app, { ja: '例示の銀行', en: 'Example banks' }, h('ul', { class: 'samples' }, SAMPLES.map((sample) => this.sample(sample)))),
      section(
        app,
        { ja: 'お手元の文書を使う', en: 'Your own documents' },
        h('p', null, app.t({
          ja: '銀行の文書と企業の文書（JSON）を1つずつ選ぶか、ここにドロップしてください。文書はこのブラウザーの中でのみ検査され、送信されません。',
          en: 'Choose the bank’s document and the company’s (JSON), or drop them here. They are checked in this browser and never leave it.',
        })),
        this.drop(),
        this.outcome,
      ),
    );
    this.drawLoaded();
  }

  destroy(): void {
    this.root.replaceChildren();
  }

  drawLoaded(): void {
    const { app } = this;
    const { serviceObject, companyObject, bank } = app.documents;
    const warnings: Found[] = [
      ...app.service.warnings.map((finding) => ({ ...finding, document: 'service' as const })),
      ...app.company.warnings.map((finding) => ({ ...finding, document: 'company' as const })),
    ];
    const name = bank === undefined ? app.label(serviceObject.label, serviceObject.id) : app.t(bank);
    put(
      this.loaded,
      section(
        app,
        { ja: '現在の文書', en: 'In use now' },
        pairs(
          [app.t({ ja: '銀行', en: 'Bank' }), `${name} (${app.service.version})`],
          [app.t({ ja: '企業', en: 'Company' }), companyObject.name ?? companyObject.id],
          [app.t({ ja: '通貨', en: 'Currency' }), app.format.currency],
          [app.t({ ja: '文書の指紋', en: 'Fingerprints' }), [h('code', null, app.service.digest), ' ', h('code', null, app.company.digest)]],
        ),
        warnings.length === 0 ? null : findingList(app, warnings),
      ),
    );
  }

  sample(sample: Sample): Child {
    const { app } = this;
    const isUsed = app.documents.service === sample.service && app.documents.company === sample.company;
    const use = button(app.t({ ja: 'この銀行を使う', en: 'Use this bank' }), () => {
      app.setDocuments(sample.service, sample.company, sample);
      app.announce(app.t({ ja: `${sample.bank.ja}の文書を読み込みました`, en: `The documents of ${sample.bank.en} are loaded` }));
      this.root.querySelector<HTMLElement>(`[data-sample="${sample.id}"]`)?.focus();
    });
    use.dataset['sample'] = sample.id;
    use.setAttribute('aria-describedby', `sample-${sample.id}`);
    use.setAttribute('aria-pressed', String(isUsed));
    return h(
      'li',
      { class: isUsed ? 'used' : null },
      h('div', { id: `sample-${sample.id}` }, h('h3', null, app.t(sample.bank)), h('p', null, app.t(sample.about))),
      use,
    );
  }

  drop(): HTMLElement {
    const { app } = this;
    const input = (kind: Kind, label: string) => {
      const control = h('input', {
        type: 'file', id: `file-${kind}`, accept: '.json,application/json',
        onChange: () => void this.take([...(control.files ?? [])], kind),
      });
      return h('div', { class: 'field' }, h('label', { for: `file-${kind}` }, label), control);
    };
    const place = h(
      'div',
      {
        class: 'drop',
        onDragover: (event: DragEvent) => {
          event.preventDefault();
          place.classList.add('over');
        },
        onDragleave: () => place.classList.remove('over'),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          place.classList.remove('over');
          void this.take([...(event.dataTransfer?.files ?? [])]);
        },
      },
      input('service', app.t({ ja: '銀行の文書（service.json）', en: 'Bank’s document (service.json)' })),
      input('company', app.t({ ja: '企業の文書（company.json）', en: 'Company’s document (company.json)' })),
    );
    return place;
  }

  /** Takes files; of those that are dropped, the one that lists businesses is the bank's. */
  async take(files: readonly File[], kind?: Kind): Promise<void> {
    for (const file of files) {
      const text = await file.text();
      this.given[kind ?? (/"businesses"\s*:/.test(text) ? 'service' : 'company')] = { name: file.name, text };
    }
    this.use();
  }

  /** Puts both documents in use once both are there. */
  use(): void {
    const { app } = this;
    const { service, company } = this.given;
    if (service === undefined || company === undefined) {
      const wanted = service === undefined ? { ja: '銀行の文書', en: 'bank’s document' } : { ja: '企業の文書', en: 'company’s document' };
      put(this.outcome, notice('wait', app.t({ ja: `${wanted.ja}も選んでください`, en: `Now choose the ${wanted.en}` })));
      return;
    }
    const { replaced, findings } = app.setDocuments(service.text, company.text, { files: { service: service.name, company: company.name } });
    const errors = findings.filter((finding) => finding.severity === 'error').length;
    put(
      this.outcome,
      replaced
        ? notice('good', app.t({ ja: '文書を読み込みました', en: 'The documents are loaded' }))
        : notice('bad', app.t({
            ja: `文書は使えません（エラー${errors}件）。それまでの文書はそのままです`,
            en: `These documents cannot be used (${errors} ${errors === 1 ? 'error' : 'errors'}). Those in use have stayed`,
          })),
      findings.length === 0 ? null : findingList(app, findings),
    );
    if (replaced) this.given = {};
  }
}
