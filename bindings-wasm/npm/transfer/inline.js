// With the engine's bytes inside: nothing is fetched or read, so that it can be made ready at once.
import { decode } from '../base64.js';
import bytes from './core_bytes.js';
import { initSync as startSync, start } from './transfer.js';

export { CallError, ImageError, KessaiError, RequestError } from '../errors.js';
export { Company, Form, instant, version } from './transfer.js';

export async function init(module) {
  // Compiled elsewhere meanwhile, where a page's own thread would stand still.
  await start(module === undefined ? decode(bytes) : module);
}

export function initSync(module) {
  startSync(module === undefined ? decode(bytes) : module);
}

export default init;
