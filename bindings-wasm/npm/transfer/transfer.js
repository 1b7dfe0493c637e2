// The module of transfers: a company is read from its image, and answers requests.
import load, * as core from './core.js';
import { Answering, bytes, CORE, count, engineOf } from '../base.js';

export { instant } from '../base.js';

const engine = engineOf(load, core.initSync);
export const { start, initSync } = engine;

export class Company extends Answering {
  static fromImage(image) {
    engine.needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, engine, engine.ask(() => core.Company.fromImage(given)));
  }
}

export function version() {
  engine.needReady();
  return engine.ask(() => core.version());
}
