// Checked, not run: what browsers have, and `using`.
import init, { type Company, initSync, Service } from 'kessai';
import { bindForm } from 'kessai/html';
import { kessaiResolver } from 'kessai/react-hook-form';
import { Company as Recorded } from 'kessai/record';
import { kessaiValidate } from 'kessai/rjsf';

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
  using rows: Recorded = Recorded.fromImage(image);
  return new Blob([company.image(), `${rows.digest} ${form.check().outcome}`]);
}

/** What stands beside a library, or a page. */
export function beside(company: Company, element: HTMLFormElement): () => void {
  const form = company.form('request');
  const resolver: unknown = kessaiResolver(form);
  const validate = kessaiValidate(form.with({ lang: 'ja' }));
  validate({}, { resolver });
  return bindForm(element, form, { onView: (view) => view.issues.length }).destroy;
}
