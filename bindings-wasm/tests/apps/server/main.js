// A server's file: prints what the package answers, to be put into one file by a bundler.
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

answer().then(console.log);
