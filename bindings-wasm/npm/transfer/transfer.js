// The module of transfers: a company is read from its image, and answers requests.
import load, * as core from './core.js';
import { Answering, ask, bytes, CORE, count, engineOf } from '../base.js';

export { instant } from '../base.js';

export const { start, initSync, needReady } = engineOf(load, core.initSync);

export class Company extends Answering {
  static fromImage(image) {
    needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, ask(() => core.Company.fromImage(given)));
  }
}

export function version() {
  needReady();
  return core.version();
}
