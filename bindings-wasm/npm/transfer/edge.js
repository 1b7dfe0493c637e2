// For workers at the edge, which compile nothing while they run: the engine comes as a compiled module.
import compiled from './core_bg.wasm?module';

import { start } from './transfer.js';

export { CallError, ImageError, KessaiError, RequestError } from '../errors.js';
export { Company, Form, initSync, instant, version } from './transfer.js';

export async function init(module) {
  await start(module === undefined ? compiled : module);
}

export default init;
