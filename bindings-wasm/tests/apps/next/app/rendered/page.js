// A component of the server, whose page is made anew for each request.
import init, { Service } from 'kessai';

import documents from '../../documents.json';

export const dynamic = 'force-dynamic';

export default async function Page() {
  await init();
  const { outcome, fee } = new Service(documents.service).company(documents.company).evaluate(documents.request);
  return <main>{`${outcome}, ${fee.bankFee}`}</main>;
}
