// A page that uses the package as its users do: `init` without an argument. The tests ask it through the window.
import init, { RequestError, Service, version } from 'kessai';

import initTransfer, { Company as Transfer, version as transferVersion } from 'kessai/transfer';

import { answer, differsInTransfer } from './answer.js';

globalThis.kessai = Promise.all([init(), initTransfer()]).then(() => ({
  version: version(),
  transferVersion: transferVersion(),
  /** What goes wrong in the corpus: the names of the cases whose answers differ. */
  differing({ documents, cases }) {
    return cases.filter((one) => !answer(documents, one, Service).agrees).map(({ name }) => name);
  },
  /** The same of the module of transfers, whose companies are read from images. */
  differingInTransfer({ documents, cases }) {
    const companies = new Map();
    return cases.filter((one) => differsInTransfer(companies, documents, one, Service, Transfer)).map(({ name }) => name);
  },
  /** What is thrown for a request that has no answer. */
  thrown({ documents, cases: [{ service, company }] }) {
    try {
      new Service(documents[service]).company(documents[company]).evaluate({ payment: NaN });
      return undefined;
    } catch (error) {
      return { isRequestError: error instanceof RequestError, code: error.code, path: error.path };
    }
  },
}));
