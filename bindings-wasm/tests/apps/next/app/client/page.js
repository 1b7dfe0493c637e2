'use client';

// Rendered once on the server, where nothing is loaded yet, and then in the browser.
import { useEffect, useState } from 'react';

import init, { Service } from 'kessai';
import initTransfer, { Company } from 'kessai/transfer';

import documents from '../../documents.json';

async function answer() {
  await Promise.all([init(), initTransfer()]);
  const company = new Service(documents.service).company(documents.company);
  const { outcome } = company.evaluate(documents.request);
  const { fee } = Company.fromImage(company.image()).evaluate(documents.request);
  return `${outcome}, ${fee.bankFee}`;
}

export default function Page() {
  const [said, say] = useState('');
  useEffect(() => {
    answer()
      .catch(({ name, code, message }) => `${name} ${code}: ${message}`)
      .then(say);
  }, []);
  return <main>{said}</main>;
}
