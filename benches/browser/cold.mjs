// The first verdict of a page, by each way to get there: everything from the module's bytes or address to the outcome is in it.
// In Node each is a process of its own, in Chromium a page of its own, so that nothing is compiled yet.

/** Each way: what it imports, what it waits for beforehand (not timed), and what is timed. */
export const WAYS = {
  'documents, whole module': {
    async prepare({ load, bytes }) {
      return { kessai: await load('kessai'), module: await bytes('kessai') };
    },
    async run({ kessai, module }, { service, company, request }) {
      await kessai.init(module);
      return new kessai.Service(service).company(company).evaluateJson(request);
    },
  },
  'image, whole module': {
    async prepare({ load, bytes }) {
      return { kessai: await load('kessai'), module: await bytes('kessai') };
    },
    async run({ kessai, module }, { image, request }) {
      await kessai.init(module);
      return kessai.Company.fromImage(image).evaluateJson(request);
    },
  },
  'image, kessai/transfer': {
    async prepare({ load, bytes }) {
      return { kessai: await load('kessai/transfer'), module: await bytes('transfer') };
    },
    async run({ kessai, module }, { image, request }) {
      await kessai.init(module);
      return kessai.Company.fromImage(image).evaluateJson(request);
    },
  },
  'image, kessai/transfer, fetched and compiled while it comes': {
    needs: 'fetch',
    async prepare({ load }) {
      return { kessai: await load('kessai/transfer') };
    },
    async run({ kessai }, { image, request }) {
      await kessai.init();
      return kessai.Company.fromImage(image).evaluateJson(request);
    },
  },
  'image, kessai/transfer, module compiled before': {
    async prepare({ load, bytes }) {
      return { kessai: await load('kessai/transfer'), module: await WebAssembly.compile(await bytes('transfer')) };
    },
    async run({ kessai, module }, { image, request }) {
      kessai.initSync(module);
      return kessai.Company.fromImage(image).evaluateJson(request);
    },
  },
};

/** Milliseconds to the first verdict and to the second one. */
export async function first(way, tools, inputs) {
  const ready = await WAYS[way].prepare(tools);
  const start = performance.now();
  const verdict = await WAYS[way].run(ready, inputs);
  const time = performance.now() - start;
  if (verdict !== inputs.verdict) throw new Error(`${way}: the verdict differs from Rust`);
  return time;
}
