// Checked, not run: a host that knows neither pages nor `using`.
import init, { initSync, Service } from 'kessai';

export async function load(bytes: Uint8Array): Promise<void> {
  await init();
  await init(bytes);
  initSync(bytes.slice().buffer);
  // @ts-expect-error: nothing is fetched here
  await init({ url: 'https://example.com' });
}

export function use(): string {
  const service = new Service('{}');
  // @ts-expect-error: there is no `Symbol.dispose` here
  const key = Symbol.dispose;
  service.free();
  return String(key);
}
