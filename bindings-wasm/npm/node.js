// For Node, whose fetch reads no files.
import { readFile } from 'node:fs/promises';

import { start } from './kessai.js';

export * from './errors.js';
export { Company, Form, initSync, instant, Service, version } from './kessai.js';

export async function init(module) {
  await start(module === undefined ? readFile(new URL('core_bg.wasm', import.meta.url)) : module);
}

export default init;
