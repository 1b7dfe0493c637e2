// For browsers and bundlers: the engine is loaded from where the package stands.
import { start } from './kessai.js';

export * from './errors.js';
export { Company, Form, initSync, instant, Service, version } from './kessai.js';

export async function init(module) {
  await start(module);
}

export default init;
