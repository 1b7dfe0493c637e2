// The module with everything. It decides nothing: values become JSON text, the engine answers, and its text becomes values
// again.
import load, * as core from './core.js';
import {
  Answering, answer, bytes, check, CORE, count, disposable, engineOf, free, keep, open, question, read, reason, text, wrong,
} from './base.js';
import { DocumentError } from './errors.js';
import { documentForm, REQUEST, requestForm, settings } from './form.js';
import { parse, textOf, ValueFault } from './text.js';

export { instant } from './base.js';
export { Form } from './form.js';

const engine = engineOf(load, core.initSync, core.Exchange);
export const { start, initSync } = engine;

/** The text of a document. */
function document(value) {
  try {
    return textOf(value);
  } catch (fault) {
    if (!ValueFault.is(fault)) throw fault;
    const { code, path, message, messageJa } = fault;
    const finding = { code, severity: 'error', path, start: 0, end: 0, message, messageJa };
    throw new DocumentError([finding], reason(fault));
  }
}

/** Whether the payee bears the fee. */
function isPayee(bearer) {
  if (bearer !== 'payee' && bearer !== 'payer') throw wrong('the bearer is `payee` or `payer`');
  return bearer === 'payee';
}

export class Service {
  constructor(value) {
    engine.needReady();
    count('Service', arguments, 1, 1);
    const given = document(value);
    keep(this, engine, engine.ask(() => new core.Service(given)));
  }

  company(value) {
    check(this, Service, 'company', arguments, 1, 1);
    return new Company(CORE, engine, answer(this, Service, 'company', document(value)));
  }

  form(company, name, given) {
    check(this, Service, 'form', arguments, 2, 3);
    const form = text('the name of a form', name);
    const asked = settings({}, given);
    return documentForm(engine, answer(this, Service, 'form', document(company)), form, asked);
  }

  copyFees(business, bearer, day) {
    check(this, Service, 'copyFees', arguments, 3, 3);
    const [key, on] = [text('the business', business), text('the day', day)];
    return JSON.parse(answer(this, Service, 'copyFees', key, isPayee(bearer), on));
  }

  get id() {
    return read(this, Service, 'id');
  }

  get version() {
    return read(this, Service, 'version');
  }

  get digest() {
    return read(this, Service, 'digest');
  }

  get warnings() {
    return parse(read(this, Service, 'warnings'));
  }

  free() {
    free(this, Service);
  }
}

export class Company extends Answering {
  static FROM = '`company` of a service, or from `Company.fromImage`';

  static fromImage(image) {
    engine.needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, engine, engine.ask(() => core.Company.fromImage(given)));
  }

  image() {
    check(this, Company, 'image', arguments, 0, 0);
    return answer(this, Company, 'image');
  }

  advance(asked) {
    check(this, Company, 'advance', arguments, 1, 1);
    return parse(answer(this, Company, 'advance', question(asked)));
  }

  advanceJson(asked) {
    check(this, Company, 'advanceJson', arguments, 1, 1);
    return answer(this, Company, 'advance', text('the question', asked));
  }

  form(name, given) {
    check(this, Company, 'form', arguments, 1, 2);
    const form = text('the name of a form', name);
    const asked = settings({}, given);
    if (form === REQUEST) return requestForm(engine, open(this, Company), asked);
    return documentForm(engine, answer(this, Company, 'form'), form, asked);
  }

  feeCurve(business, bearer, day, typedFee) {
    check(this, Company, 'feeCurve', arguments, 3, 4);
    const [key, on] = [text('the business', business), text('the day', day)];
    const typed = typedFee === undefined || typedFee === null ? undefined : text('the typed fee', typedFee);
    return JSON.parse(answer(this, Company, 'feeCurve', key, isPayee(bearer), on, typed)).curves;
  }

  formJson(asked) {
    check(this, Company, 'formJson', arguments, 1, 1);
    return answer(this, Company, 'formJson', text('the question', asked));
  }

  get warnings() {
    return parse(read(this, Company, 'warnings'));
  }
}

disposable(Service);

export function version() {
  engine.needReady();
  return engine.ask(() => core.version());
}
