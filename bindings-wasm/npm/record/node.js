// For Node, whose fetch reads no files.
import { readFile } from 'node:fs/promises';

import { start } from './record.js';

export { CallError, ImageError, KessaiError, RequestError } from '../errors.js';
export { Company, initSync, version } from './record.js';

export async function init(module) {
  await start(module === undefined ? readFile(new URL('core_bg.wasm', import.meta.url)) : module);
}

export default init;
