// For servers: the engine's bytes are in a module of their own, so that it is found from wherever a bundler has put this.
import { decode } from './base64.js';
import { start } from './kessai.js';

export * from './errors.js';
export { Company, Form, initSync, instant, Service, version } from './kessai.js';

export async function init(module) {
  await start(module === undefined ? import('./core_bytes.js').then((bytes) => decode(bytes.default)) : module);
}

export default init;
