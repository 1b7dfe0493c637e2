// For browsers and bundlers: the engine is loaded from where the package stands.
import { start } from './record.js';

export { CallError, ImageError, KessaiError, RequestError } from '../errors.js';
export { Company, initSync, version } from './record.js';

export async function init(module) {
  await start(module);
}

export default init;
