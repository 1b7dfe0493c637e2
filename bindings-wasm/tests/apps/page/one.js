// One module of the package, which nothing but its own default finds.
import init, { Service } from 'kessai';

import documents from './documents.json';

async function answer() {
  await init();
  const { outcome, fee } = new Service(documents.service).company(documents.company).evaluate(documents.request);
  return `${outcome}, ${fee.bankFee}`;
}

answer()
  .catch(({ name, code, message }) => `${name} ${code}: ${message}`)
  .then((said) => {
    document.body.textContent = said;
  });
