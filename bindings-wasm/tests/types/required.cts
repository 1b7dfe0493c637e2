// Checked, not run: CommonJS in a Node that lets it require modules.
import kessai = require('kessai');
import type { Verdict } from 'kessai';

export function outcome(company: kessai.Company): Verdict['outcome'] {
  return company.evaluate('{}').outcome;
}
