// Checked, not run: what the types of the package promise.
import init, { CallError, Company, DocumentError, ImageError, initSync, instant, KessaiError, RequestError, Service, version } from 'kessai';
import type {
  AdvanceAnswer, AdvanceQuestion, Code, CompanyDocument, Finding, Form, FormAnswer, Item, LargestAnswer, PossibleAnswer, Request,
  ServiceDocument, State, ValueCode, Verdict,
} from 'kessai';
import type { Prepared } from 'kessai';
import initTransfer, { Company as TransferCompany } from 'kessai/transfer';

const service: ServiceDocument = {
  format: 1,
  id: 'bank',
  version: '1',
  currency: 'JPY',
  utcOffset: '+09:00',
  businesses: { transfer: { kind: 'transfer', approvalModes: ['none', 'single'], limits: ['accountPerDay.total'] } },
  rights: { 'transfer.request': { always: { create: 'all' } } },
  patterns: [{ key: 'any', when: {} }],
  standardFees: [{ from: '2019-10-01', tables: { transfer: { any: [{ from: '0', fee: '110' }] } } }],
};

const company: CompanyDocument = {
  format: 1,
  id: 'firm',
  approval: { transfer: 'single' },
  accounts: [{ id: 'main', bank: '0034', branch: '081', type: '1', number: '0253326' }],
  users: [{ id: 'hanako01', role: 'master', enabled: true }],
};

const request: Request = { user: 'hanako01', business: 'transfer', operation: 'create', payment: '30329', bearer: 'payee' };

const inNumbers: Request = { ...request, payment: 30_329n, usage: [{ limit: 'companyPerDay', day: '2026-11-20', used: 1 }] };

// @ts-expect-error: no such operation
const wrong: Request = { operation: 'approveAll' };

const draft: AdvanceQuestion = {
  item: null,
  event: { type: 'save', user: 'hanako01', now: '2026-11-20T10:15:00+09:00', business: 'transfer', content: { payment: '30329' } },
  usage: [],
};

// @ts-expect-error: nobody pulls back for the host
const nameless: AdvanceQuestion = { item: null, event: { type: 'pullBack', now: '2026-11-20T10:15:00+09:00' } };

// @ts-expect-error: no such role
const boss: CompanyDocument['users'] = [{ id: 'x', role: 'boss', enabled: true }];

/** Fails to compile when a code is added that nobody has thought of, or one is renamed. */
function isOfFee(code: Code): boolean {
  return code === 'fee.noTableInForce' || code === 'fee.notLessThanPayment';
}

function whoApproves(approval: NonNullable<Verdict['approval']>): string {
  if (approval.mode !== 'policy') {
    return approval.steps.map((step) => step.join(' or ')).join(', then ');
  }
  const oneWay = approval.alternatives.map(({ steps }) => steps.map(({ act, who }) => `${act}: ${who.join(' or ')}`));
  return oneWay.map((steps) => steps.join(', then ')).join('; or ');
}

function describe(verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'accepted':
      return verdict.fee?.bankFee ?? 'no fee';
    case 'needsApproval':
      return verdict.approval ? whoApproves(verdict.approval) : 'nobody';
    case 'incomplete':
      return verdict.missing.join(', ');
    case 'refused':
      return verdict.reasons.map((reason) => (isOfFee(reason.code) ? 'fee' : reason.path)).join(', ');
  }
}

function stateOf(item: Item | null): State | 'none' {
  return item?.state ?? 'none';
}

function further(firm: Company): string[] {
  const advanced: AdvanceAnswer = firm.advance(draft);
  const largest: LargestAnswer = firm.largestPayment(request);
  const possible: PossibleAnswer = firm.possible(request);
  using form: Form = firm.form('user');
  const formed: FormAnswer = form.check({ name: '山田' }, { change: 'hanako01' });
  // @ts-expect-error: no such form
  firm.form('menu');
  // @ts-expect-error: text doors take texts
  firm.evaluateJson(request);
  // @ts-expect-error: the position of an item is a number
  firm.largestPayment(request, '0');
  const text = firm.largestPaymentJson('{}', 0) + firm.possibleJson('{}') + firm.advanceJson('{}') + firm.formJson('{}') + firm.texts(advanced, 'ja').reasons.join();
  using same: Company = Company.fromImage(firm.image());
  return [same.digest, stateOf(advanced.item), largest.largest ?? '', ...possible.operations, ...formed.changed, text];
}

/** What both modules have, and only one. */
async function ofAnImage(whole: Company): Promise<LargestAnswer> {
  await initTransfer();
  using firm: TransferCompany = TransferCompany.fromImage(whole.image());
  // @ts-expect-error: the module of transfers leads no items
  firm.advance(draft);
  return firm.largestPayment(request);
}

/** What each class of errors has. */
function faults(error: unknown): string[] {
  if (error instanceof DocumentError) return error.findings.map((finding: Finding) => finding.messageJa);
  if (error instanceof CallError || error instanceof RequestError) return [error.code, error.path, error.message];
  if (error instanceof ImageError) return [error.messageJa];
  return error instanceof KessaiError ? [error.code] : [];
}

/** The same finding may come from the engine or from what stands in front of it. */
function isOfValue(finding: Finding): finding is Finding & { code: ValueCode } {
  return finding.code.startsWith('value.');
}

// @ts-expect-error: companies come from services
const nobody = () => new Company();

export async function main(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  await init();
  initSync(bytes);
  using bank = new Service(service);
  using firm: Company = bank.company(company);
  const now: Request = { ...request, now: instant(new Date(), '+09:00') };
  try {
    return [version(), describe(firm.evaluate(now)), describe(firm.evaluate(inNumbers)), describe(firm.evaluate('{}')), firm.evaluateJson('{}'), ...further(firm)];
  } catch (error) {
    return faults(error);
  }
}

export { boss, ofAnImage, isOfValue, nameless, nobody, wrong };

export function typing(firm: Company | TransferCompany): number {
  const prepared: Prepared = firm.prepare(request);
  const outcome: 'refused' | 'incomplete' | 'needsApproval' | 'accepted' = prepared.decide(30_329);
  prepared.decide('30,329');
  prepared.decide(30_329n);
  prepared.decide(undefined);
  prepared.set({ bearer: null, approvers: ['jiro01'] });
  // @ts-expect-error: an amount is a number, a BigInt or a text
  prepared.decide(true);
  // @ts-expect-error: no such member
  prepared.set({ payer: 'payee' });
  // @ts-expect-error: answers are read only
  prepared.outcome = 'accepted';
  // @ts-expect-error: they come from companies
  new Prepared();
  const verdict: Verdict = prepared.verdict();
  const room: number | null = prepared.room;
  prepared.free();
  return outcome === verdict.outcome ? (prepared.deducted ?? 0) + (room ?? 0) + prepared.reasonCount : 0;
}
