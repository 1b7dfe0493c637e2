// A service worker that loads the package by itself.
import init, { Service } from './kessai/index.js';

import { company, request, service } from './documents.js';

async function answer() {
  await init();
  return new Service(service).company(company).evaluate(request).outcome;
}

addEventListener('message', (event) => {
  const said = answer().catch(({ name, code, message }) => `${name} ${code}: ${message}`);
  event.waitUntil(said.then((text) => event.ports[0].postMessage(text)));
});
