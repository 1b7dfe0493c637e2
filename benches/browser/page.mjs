// One run in a page: what `node.mjs` does, called by the driver.
import * as kessai from 'kessai';
import * as transfer from 'kessai/transfer';

import { first } from './cold.mjs';
import { doors, sample } from './doors.mjs';

const MODULES = { kessai, 'kessai/transfer': transfer };

const bytes = async (name) => new Uint8Array(await (await fetch(`/${name}.wasm`)).arrayBuffer());

globalThis.bench = {
  /** Makes the doors ready. */
  async doors(inputs) {
    const modules = { kessai: await bytes('kessai'), transfer: await bytes('transfer'), record: await bytes('record') };
    this.sides = doors(modules, inputs);
    return this.sides.map(([name]) => name);
  },
  /** How many calls of each take so long, once it has been called for a while. */
  calls(milliseconds) {
    return this.sides.map(([, side]) => {
      sample(side, milliseconds);
      const least = side.least ?? 1;
      return Math.ceil((milliseconds * 1e6) / sample(side, milliseconds) / least) * least;
    });
  },
  run(door, calls) {
    this.sides[door][1](calls);
  },
  cold(way, inputs) {
    const image = Uint8Array.from(inputs.image);
    const load = async (name) => {
      // In the bundle the package has no place of its own beside which its module would stand.
      const module = MODULES[name];
      return { ...module, init: (given) => module.init(given ?? fetch('/transfer.wasm')) };
    };
    return first(way, { load, bytes }, { ...inputs, image });
  },
};
