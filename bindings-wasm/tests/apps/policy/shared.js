// A worker that is given the compiled module.
import init, { Service } from './kessai/index.js';

import { company, request, service } from './documents.js';

addEventListener('message', async ({ data }) => {
  try {
    await init(data);
    postMessage(new Service(service).company(company).evaluate(request).outcome);
  } catch ({ name, code, message }) {
    postMessage(`${name} ${code}: ${message}`);
  }
});
