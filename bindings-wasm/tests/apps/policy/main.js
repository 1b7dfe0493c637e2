// Makes the engine ready in the way that the address asks for, and says what it answers.
import * as inline from './kessai/inline.js';
import init, { initSync, Service } from './kessai/index.js';
import * as record from './kessai/record/index.js';
import * as transfer from './kessai/transfer/index.js';

import { company, request, service } from './documents.js';

const evaluate = () => new Service(service).company(company).evaluate(request).outcome;

const bytesOf = async (address) => (await fetch(address)).arrayBuffer();
const bytes = () => bytesOf('./kessai/core_bg.wasm');

/** As an image, which this page has no other way to make. */
async function image() {
  await init();
  return new Service(service).company(company).image();
}

const WAYS = {
  async init() {
    await init();
    return evaluate();
  },
  async bytes() {
    await init(bytes());
    return evaluate();
  },
  async bytesSync() {
    initSync(await bytes());
    return evaluate();
  },
  inline() {
    inline.initSync();
    return evaluate();
  },
  async transfer() {
    await transfer.init();
    return transfer.Company.fromImage(await image()).evaluate(request).outcome;
  },
  async record() {
    await record.init();
    return record.Company.fromImage(await image()).id === company.id ? 'accepted' : 'another company';
  },
  async absent() {
    await init('./kessai/absent.wasm');
  },
  async page() {
    await init(bytesOf('./index.html'));
  },
  /** Compiled once, for the page and for a worker. */
  async shared() {
    const compiled = await WebAssembly.compileStreaming(fetch('./kessai/core_bg.wasm'));
    await init(compiled);
    const worker = new Worker('./shared.js', { type: 'module' });
    const said = new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
    worker.postMessage(compiled);
    return (await said) === evaluate() ? evaluate() : said;
  },
  /** In a service worker, which has the policy of its own script. */
  async worker() {
    const { installing, waiting, active } = await navigator.serviceWorker.register('./worker.js', { type: 'module' });
    const { port1, port2 } = new MessageChannel();
    const said = new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
    });
    (installing ?? waiting ?? active).postMessage(null, [port2]);
    return said;
  },
};

const way = new URLSearchParams(location.search).get('way');

Promise.resolve()
  .then(WAYS[way])
  .catch(({ name, code, message }) => `${name} ${code}: ${message}`)
  .then((said) => {
    document.body.textContent = said;
  });
