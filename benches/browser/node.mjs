// One run in Node: `node node.mjs warm|cold …`, inputs by a file; what it prints is JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [mode, path, ...rest] = process.argv.slice(2);
const inputs = JSON.parse(readFileSync(path, 'utf8'));
const bytes = (name) => readFileSync(require.resolve(`kessai/${name}.wasm`));

/** How long this thread has had the processor, whatever else runs beside it; where the system does not tell, what the clock says. */
function busy() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

if (mode === 'warm') {
  const { doors, sample } = await import('./doors.mjs');
  const [rounds, milliseconds] = rest.map(Number);
  const modules = { kessai: bytes('kessai'), transfer: bytes('transfer'), record: bytes('record') };
  const sides = doors(modules, inputs);
  for (const [, side] of sides) sample(side, milliseconds, busy);
  const rows = sides.map(([name]) => [name, []]);
  for (let round = 0; round < rounds; round += 1) sides.forEach(([, side], at) => rows[at][1].push(sample(side, milliseconds, busy)));
  console.log(JSON.stringify(rows));
} else {
  const { first } = await import('./cold.mjs');
  const image = Uint8Array.from(inputs.image);
  const time = await first(rest[0], { load: (name) => import(name), bytes }, { ...inputs, image });
  console.log(JSON.stringify(time));
}
