// Where a bundler is told to treat the file as one: its address is what is imported.
import init, { Service } from 'kessai';
import address from 'kessai/kessai.wasm';

import documents from './documents.json';

async function answer() {
  await init(new URL(address, import.meta.url));
  const { outcome, fee } = new Service(documents.service).company(documents.company).evaluate(documents.request);
  return `${outcome}, ${fee.bankFee}`;
}

answer()
  .catch(({ name, code, message }) => `${name} ${code}: ${message}`)
  .then((said) => {
    document.body.textContent = said;
  });
