import init, { Service } from 'kessai';

import documents from '../../documents.json';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

export async function GET() {
  await init();
  return Response.json(new Service(documents.service).company(documents.company).evaluate(documents.request));
}
