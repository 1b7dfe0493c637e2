// Loads two modules of the package and says what they answer.
import init, { Service } from 'kessai';
import initTransfer, { Company } from 'kessai/transfer';

import documents from './documents.json';

async function answer() {
  await Promise.all([init(), initTransfer()]);
  const company = new Service(documents.service).company(documents.company);
  const { outcome } = company.evaluate(documents.request);
  const { fee } = Company.fromImage(company.image()).evaluate(documents.request);
  return `${outcome}, ${fee.bankFee}`;
}

answer()
  .catch(({ name, code, message }) => `${name} ${code}: ${message}`)
  .then((said) => {
    document.body.textContent = said;
  });
