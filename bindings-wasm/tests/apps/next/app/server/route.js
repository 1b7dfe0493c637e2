import init, { Service } from 'kessai';
import initTransfer, { Company } from 'kessai/transfer';

import documents from '../../documents.json';

export const dynamic = 'force-dynamic';

export async function GET() {
  await Promise.all([init(), initTransfer()]);
  const company = new Service(documents.service).company(documents.company);
  return Response.json(Company.fromImage(company.image()).evaluate(documents.request));
}
