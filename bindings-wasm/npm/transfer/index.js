// For browsers and bundlers: the engine is loaded from where the package stands.
import { start } from './transfer.js';

export { CallError, ImageError, KessaiError, RequestError } from '../errors.js';
export { Company, Form, initSync, instant, version } from './transfer.js';

export async function init(module) {
  // As bundlers look for it: they emit the file, and put its address here.
  await start(module === undefined ? new URL('core_bg.wasm', import.meta.url) : module);
}

export default init;
