// What every screen has: the loaded documents, the language, and who wants to know when one of them changes.
import { Company, DocumentError, instant, Service } from 'kessai';
import type { CompanyDocument, Finding, Form, ServiceDocument } from 'kessai';

import type { Pair } from './documents.js';
import { Format } from './format.js';
import type { Both, Lang } from './format.js';

export type { Both, Lang } from './format.js';

/** A screen of the page. */
export interface Screen {
  /** Its name in the address: `#/id`. */
  readonly id: string;
  readonly title: Both;
  /** Under which heading the navigation has it. */
  readonly group: 'payments' | 'administration' | 'documents';
  /**
   * Fills the root. When the documents or the language change, `update` is called; a screen without it is taken away and mounted
   * anew. What somebody has typed outlives that in `app.draft`.
   */
  mount(root: HTMLElement, app: App): Mounted;
}

export interface Mounted {
  update?(): void;
  destroy(): void;
}

/** A finding and the document in which it is. */
export type Found = Finding & { readonly document: 'service' | 'company' };

export interface Loaded {
  /** Whether the documents are those of the page now. */
  readonly replaced: boolean;
  /** Errors and warnings. */
  readonly findings: readonly Found[];
}

export interface App {
  readonly service: Service;
  readonly company: Company;
  /** The form of a request under the company. */
  readonly entry: Form<'request'>;
  /** The documents as they were given, and as objects. */
  readonly documents: Pair & { readonly serviceObject: ServiceDocument; readonly companyObject: CompanyDocument };
  readonly lang: Lang;
  readonly format: Format;
  t(both: Both): string;
  /** A label of a document: in the language, else in the other, else `otherwise`. */
  label(label: { ja?: string; en?: string } | undefined, otherwise: string): string;
  /** Calls the listener when documents or language have changed, until the function that it gives is called. */
  onChange(listener: () => void): () => void;
  /** Checks both documents and takes them if they have no error; if they have one, nothing is replaced. */
  setDocuments(service: string, company: string, names?: Omit<Pair, 'service' | 'company'>): Loaded;
  setLang(lang: Lang): void;
  /** What somebody has typed in a screen: made once for the documents that are loaded. */
  draft<T>(key: string, make: () => T): T;
  /** This moment at the bank, as requests have it. */
  now(): string;
  /** Tells a screen reader. */
  announce(message: string): void;
}

/** Documents that somebody else changes keep no names of files: a case about them comes with the documents. */
const OWN_FILES = { files: { service: 'service.json', company: 'company.json' } };

/** The state of the page; the shell shows it. */
export class State implements App {
  service: Service;
  company: Company;
  entry: Form<'request'>;
  documents: App['documents'];
  format: Format;
  #lang: Lang;
  #drafts = new Map<string, unknown>();
  #listeners = new Set<() => void>();

  constructor(
    first: Pair,
    lang: Lang,
    readonly announce: (message: string) => void,
  ) {
    this.#lang = lang;
    this.service = new Service(first.service);
    this.company = this.service.company(first.company);
    this.entry = this.company.form('request');
    this.documents = withObjects(first);
    this.format = this.#makeFormat();
  }

  get lang(): Lang {
    return this.#lang;
  }

  t(both: Both): string {
    return both[this.#lang];
  }

  label(label: { ja?: string; en?: string } | undefined, otherwise: string): string {
    return label?.[this.#lang] ?? label?.[this.#lang === 'ja' ? 'en' : 'ja'] ?? otherwise;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setDocuments(service: string, company: string, names: Omit<Pair, 'service' | 'company'> = OWN_FILES): Loaded {
    const findings: Found[] = [];
    const loaded = load('service', findings, () => new Service(service));
    if (loaded === undefined) return { replaced: false, findings };
    const customer = load('company', findings, () => loaded.company(company));
    if (customer === undefined) {
      loaded.free();
      return { replaced: false, findings };
    }
    for (const old of [this.entry, this.company, this.service]) old.free();
    this.service = loaded;
    this.company = customer;
    this.entry = customer.form('request');
    this.documents = withObjects({ ...names, service, company });
    this.format = this.#makeFormat();
    this.#drafts.clear();
    this.#changed();
    return { replaced: true, findings };
  }

  setLang(lang: Lang): void {
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.format = this.#makeFormat();
    this.#changed();
  }

  draft<T>(key: string, make: () => T): T {
    if (!this.#drafts.has(key)) this.#drafts.set(key, make());
    return this.#drafts.get(key) as T;
  }

  now(): string {
    return instant(new Date(), this.documents.serviceObject.utcOffset);
  }

  #makeFormat(): Format {
    return new Format(this.#lang, this.documents.serviceObject.currency);
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A checked document, or nothing and what is wrong with it. */
function load<T extends { readonly warnings: Finding[] }>(
  document: Found['document'],
  findings: Found[],
  make: () => T,
): T | undefined {
  try {
    const made = make();
    findings.push(...made.warnings.map((finding) => ({ ...finding, document })));
    return made;
  } catch (fault) {
    if (!(fault instanceof DocumentError)) throw fault;
    findings.push(...fault.findings.map((finding) => ({ ...finding, document })));
    return undefined;
  }
}

/** The engine has read both texts, so they are JSON; a byte order mark is no part of it. */
function withObjects(pair: Pair): App['documents'] {
  const parse = (text: string) => JSON.parse(text.replace(/^\u{feff}/u, '')) as unknown;
  return {
    ...pair,
    serviceObject: parse(pair.service) as ServiceDocument,
    companyObject: parse(pair.company) as CompanyDocument,
  };
}
