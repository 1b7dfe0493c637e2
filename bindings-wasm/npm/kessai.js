// The module with everything. It decides nothing: values become JSON text, the engine answers, and its text becomes values
// again.
import load, * as core from './core.js';
import {
  Answering, answer, ask, bytes, check, CORE, count, disposable, engineOf, free, keep, noAnswer, open, question, reason, text,
  wrong,
} from './base.js';
import { DocumentError } from './errors.js';
import { jsonOf, textOf, ValueFault } from './text.js';

export { instant } from './base.js';

export const { start, initSync, needReady } = engineOf(load, core.initSync);

/** The text of a document. */
function document(value) {
  try {
    return textOf(value);
  } catch (fault) {
    if (!(fault instanceof ValueFault)) throw fault;
    const { code, path, message, messageJa } = fault;
    const finding = { code, severity: 'error', path, start: 0, end: 0, message, messageJa };
    throw new DocumentError([finding], reason(fault));
  }
}

export class Service {
  constructor(value) {
    needReady();
    count('Service', arguments, 1, 1);
    const given = document(value);
    keep(this, ask(() => new core.Service(given)));
  }

  company(value) {
    check(this, Service, 'company', arguments, 1, 1);
    return new Company(CORE, answer(this, Service, 'company', document(value)));
  }

  form(company, name) {
    check(this, Service, 'form', arguments, 2, 2);
    const form = text('the name of a form', name);
    return new Form(CORE, answer(this, Service, 'form', document(company)), form);
  }

  get id() {
    return open(this, Service).id;
  }

  get version() {
    return open(this, Service).version;
  }

  get digest() {
    return open(this, Service).digest;
  }

  get warnings() {
    return JSON.parse(open(this, Service).warnings);
  }

  free() {
    free(this, Service);
  }
}

export class Company extends Answering {
  static FROM = '`company` of a service, or from `Company.fromImage`';

  static fromImage(image) {
    needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, ask(() => core.Company.fromImage(given)));
  }

  image() {
    check(this, Company, 'image', arguments, 0, 0);
    return answer(this, Company, 'image');
  }

  advance(asked) {
    check(this, Company, 'advance', arguments, 1, 1);
    return JSON.parse(answer(this, Company, 'advance', question(asked)));
  }

  advanceJson(asked) {
    check(this, Company, 'advanceJson', arguments, 1, 1);
    return answer(this, Company, 'advance', text('the question', asked));
  }

  form(name) {
    check(this, Company, 'form', arguments, 1, 1);
    const form = text('the name of a form', name);
    return new Form(CORE, answer(this, Company, 'form'), form);
  }

  formJson(asked) {
    check(this, Company, 'formJson', arguments, 1, 1);
    return answer(this, Company, 'formJson', text('the question', asked));
  }

  get warnings() {
    return JSON.parse(open(this, Company).warnings);
  }
}

export class Form {
  #name;

  constructor(key, object, name) {
    if (key !== CORE) throw wrong('forms come from `form` of a service or a company');
    keep(this, object);
    this.#name = name;
  }

  check(input, options) {
    check(this, Form, 'check', arguments, 0, 2);
    return JSON.parse(answer(this, Form, 'check', formQuestion(this.#name, input, options)));
  }

  free() {
    free(this, Form);
  }
}

/** The members of a form's question beside its name and what is typed. */
const OPTIONS = ['change', 'remove', 'items'];

/** The text of a form's question. */
function formQuestion(form, input, options) {
  try {
    const members = [`"form":${jsonOf(form, '/form')}`];
    if (options !== undefined && options !== null) {
      const given = JSON.parse(jsonOf(options));
      const odd = Array.isArray(given) || typeof given !== 'object' ? '' : Object.keys(given).find((name) => !OPTIONS.includes(name));
      if (odd !== undefined) throw wrong(odd === '' ? 'the options must be an object' : `there is no option \`${odd}\``);
      for (const name of OPTIONS) {
        if (Object.hasOwn(given, name)) members.push(`"${name}":${jsonOf(given[name], `/${name}`)}`);
      }
    }
    if (input !== undefined) members.push(`"input":${jsonOf(input, '/input')}`);
    return `{${members.join(',')}}`;
  } catch (fault) {
    throw noAnswer(fault);
  }
}

disposable(Service);
disposable(Form);

export function version() {
  needReady();
  return core.version();
}
