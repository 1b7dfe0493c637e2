// For servers: the engine's bytes are in a module of their own, so that it is found from wherever a bundler has put this.
import { decode } from '../base64.js';
import { start } from './transfer.js';

export { CallError, ImageError, KessaiError, RequestError } from '../errors.js';
export { Company, Form, initSync, instant, version } from './transfer.js';

export async function init(module) {
  await start(module === undefined ? import('./core_bytes.js').then((bytes) => decode(bytes.default)) : module);
}

export default init;
