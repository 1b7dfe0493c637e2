// The same with everything inside, ready at once.
import { initSync, Service } from 'kessai/inline';
import { Company, initSync as initTransfer } from 'kessai/transfer/inline';

import documents from './documents.json';

function answer() {
  initSync();
  initTransfer();
  const company = new Service(documents.service).company(documents.company);
  const { outcome } = company.evaluate(documents.request);
  const { fee } = Company.fromImage(company.image()).evaluate(documents.request);
  return `${outcome}, ${fee.bankFee}`;
}

try {
  document.body.textContent = answer();
} catch ({ name, code, message }) {
  document.body.textContent = `${name} ${code}: ${message}`;
}
