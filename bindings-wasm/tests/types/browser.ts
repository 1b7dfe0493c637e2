// Checked, not run: what browsers have, and `using`.
import init, { initSync, Service } from 'kessai';
import { Company } from 'kessai/record';

export async function load(wasm: WebAssembly.Module): Promise<void> {
  await init();
  await init(fetch('/core.wasm'));
  await init(new URL('/core.wasm', location.href));
  await init(await fetch('/core.wasm'));
  initSync(wasm);
}

export function use(image: ArrayBuffer): Blob {
  using service = new Service('{}');
  using company = service.company('{}');
  using form = company.form('user');
  using rows: Company = Company.fromImage(image);
  return new Blob([company.image(), `${rows.digest} ${form.check().outcome}`]);
}
