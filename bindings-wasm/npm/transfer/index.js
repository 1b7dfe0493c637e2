// For browsers and bundlers: the engine is loaded from where the package stands.
import { start } from './transfer.js';

export { CallError, ImageError, KessaiError, RequestError } from '../errors.js';
export { Company, initSync, instant, version } from './transfer.js';

export async function init(module) {
  await start(module);
}

export default init;
