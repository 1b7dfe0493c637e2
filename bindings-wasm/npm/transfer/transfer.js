// The module of transfers: a company is read from its image, and answers requests.
import load, * as core from './core.js';
import { Answering, answer, bytes, check, CORE, count, engineOf, open, text } from '../base.js';
import { REQUEST, requestForm, settings } from '../form.js';

export { instant } from '../base.js';
export { Form } from '../form.js';

const engine = engineOf(load, core.initSync, core.Exchange);
export const { start, initSync } = engine;

export class Company extends Answering {
  static fromImage(image) {
    engine.needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, engine, engine.ask(() => core.Company.fromImage(given)));
  }

  form(name, given) {
    check(this, Company, 'form', arguments, 1, 2);
    const form = text('the name of a form', name);
    const asked = settings({}, given);
    // The engine says why there is no other.
    if (form !== REQUEST) answer(this, Company, 'formJson', JSON.stringify({ form }));
    return requestForm(engine, open(this, Company), asked);
  }

  formJson(asked) {
    check(this, Company, 'formJson', arguments, 1, 1);
    return answer(this, Company, 'formJson', text('the question', asked));
  }
}

export function version() {
  engine.needReady();
  return engine.ask(() => core.version());
}
