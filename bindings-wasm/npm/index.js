// For browsers and bundlers.
import load, { initSync as start } from './core.js';

export { Company, Form, Service, version } from './core.js';

export async function init(module) {
  await load(module === undefined ? undefined : { module_or_path: module });
}

export function initSync(module) {
  start({ module });
}

export default init;
