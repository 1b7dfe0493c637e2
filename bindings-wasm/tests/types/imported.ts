// Checked, not run: documents as bundlers and Node import them.
import { Service } from 'kessai';
import type { Company, Finding } from 'kessai';

import companyJson from '../../../fixtures/example-ib/company.json' with { type: 'json' };
import serviceJson from '../../../fixtures/example-ib/service.json' with { type: 'json' };

export function company(): Company {
  return new Service(serviceJson).company(companyJson);
}

export function wrong(service: Service): Finding[] {
  // @ts-expect-error: the bank's document is no customer's
  service.company(serviceJson);
  // @ts-expect-error: a customer's document is not the bank's
  return new Service(companyJson).warnings;
}
