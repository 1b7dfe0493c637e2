// For Node, whose fetch reads no files.
import { readFile } from 'node:fs/promises';

import load, { initSync as start } from './core.js';

export { Company, Form, Service, version } from './core.js';

export async function init(module) {
  const bytes = module === undefined ? await readFile(new URL('core_bg.wasm', import.meta.url)) : module;
  await load({ module_or_path: bytes });
}

export function initSync(module) {
  start({ module });
}

export default init;
