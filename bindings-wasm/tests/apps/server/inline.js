// The same without waiting for anything.
import { initSync, Service } from 'kessai/inline';
import { Company, initSync as initTransfer } from 'kessai/transfer/inline';

import documents from './documents.json';

initSync();
initTransfer();
const company = new Service(documents.service).company(documents.company);
const { outcome } = company.evaluate(documents.request);
const { fee } = Company.fromImage(company.image()).evaluate(documents.request);
console.log(`${outcome}, ${fee.bankFee}`);
