// Checked, not run: what may be read of answers without asking first.
import type {
  AdvanceAnswer, AdvanceQuestion, Answering, Approval, Code, Company, Fee, FormReason, Item, LargestAnswer, Reason, Request, Verdict,
} from 'kessai';

/** A key that only limits of the bank's own have. */
export function ofReason(reason: Reason): string {
  switch (reason.code) {
    case 'limit.declared': {
      const { step, key, used, max } = reason;
      const limit: 'limit' = step;
      return `${limit} ${key} ${used} ${max ?? 'nothing fits'}`;
    }
    case 'limit.companyPerDay':
      // @ts-expect-error: such a limit has no key
      return reason.key;
    case 'form.characters':
      return `${reason.character} at ${reason.at + 1}`;
    case 'item.revision':
      return reason.expected.toFixed();
    case 'access.missing':
      // @ts-expect-error: an attribute that nobody knows is of no condition
      return reason.condition;
    case 'permission.right':
      return reason.path;
    // @ts-expect-error: there is no such code
    case 'permission.left':
    default:
      return reason.step;
  }
}

/** Figures that a reason may have can be read before its code is known. */
export function wayOut({ max, earliest, who }: Reason): string {
  // @ts-expect-error: it may not be there
  const day: string = earliest;
  return max ?? who?.join() ?? day;
}

/** What all codes of a step have can be read without looking at the code. */
export function isOfAccess(reason: Reason): reason is Reason<Extract<Code, `access.${string}`>> {
  return reason.step === 'access';
}

// @ts-expect-error: a limit says how much of it is used
const unused: Reason = { step: 'limit', code: 'limit.companyPerDay', path: '/payment', limit: '100', requested: '101' };

// @ts-expect-error: a code stands under its own step
const elsewhere: Reason = { step: 'fee', code: 'limit.usage.day', path: '/usage/0/day', expected: '2026-11-20' };

// @ts-expect-error: this code has no figures
const more: Reason = { step: 'permission', code: 'permission.right', path: '/operation', max: '1' };

/** An outcome says what else there is. */
export function ofVerdict(verdict: Verdict<'create'>): string {
  switch (verdict.outcome) {
    case 'accepted':
      return verdict.fee.bankFee + verdict.approval.mode;
    case 'needsApproval':
      return verdict.fee.withdrawal + steps(verdict.approval);
    case 'incomplete':
      // @ts-expect-error: there may be no fee yet
      verdict.fee.bankFee;
      return verdict.missing[0];
    case 'refused':
      return verdict.reasons[0].code + (verdict.more?.[0]?.count ?? 0);
  }
}

/** The same, of an operation that nobody knows. */
export function ofAny(verdict: Verdict): string {
  if (verdict.outcome === 'needsApproval') return verdict.fee.payment;
  // @ts-expect-error: who looks at something pays no fee
  if (verdict.outcome === 'accepted') return verdict.fee.payment;
  return verdict.reasons.map(({ code }) => code).join() + verdict.missing.join();
}

export function ofView(verdict: Verdict<'view'>): null {
  // @ts-expect-error: nobody has to approve that somebody looks
  if (verdict.outcome === 'needsApproval') return null;
  return verdict.fee;
}

function steps(approval: Approval): string {
  return approval.mode === 'policy' ? approval.policy : approval.steps.map((people) => people.join()).join('; ');
}

// @ts-expect-error: an accepted verdict has a fee
const free: Fee = ({} as Extract<Verdict<'create' | 'login'>, { outcome: 'accepted' }>).fee;

/** The reasons of any verdict can be looked through, and what they are is known where their code is. */
export function newDays(verdict: Verdict): string[] {
  const moved = verdict.reasons.filter((reason) => reason.code === 'limit.usage.day').map(({ expected }) => expected);
  const most = verdict.reasons.find((reason) => reason.code === 'limit.perItem')?.max;
  return verdict.missing.includes('/payment') || most === undefined ? moved : [...moved, most];
}

/** The operation of the request is that of the verdict. */
export function asked(company: Answering, request: Request): [Fee | null, Fee | null, string] {
  const verdict = company.evaluate({ operation: 'edit', business: 'transfer' });
  const any: Verdict = company.evaluate(request);
  const text: Verdict = company.evaluate('{}');
  // @ts-expect-error: there is no such operation
  company.evaluate({ operation: 'editAll' });
  const fee: Fee | null = verdict.outcome === 'accepted' ? verdict.fee satisfies Fee : verdict.fee;
  return [fee, any.fee, text.outcome];
}

/** An event says what its answer tells. */
export function advanced(company: Company, item: Item, question: AdvanceQuestion): [Item | null, string] {
  const submitted = company.advance({ item, event: { type: 'submit', user: 'a', now: '2026-11-20T10:15:00+09:00' } });
  const any: AdvanceAnswer = company.advance(question);
  if (submitted.outcome === 'changed') return [submitted.item, submitted.fee.withdrawal + submitted.label.ja];
  const switched = company.advance({ item, event: { type: 'switch', to: 'bulk', user: 'a', now: '2026-11-20T10:15:00+09:00' } });
  if (switched.outcome === 'changed') return [switched.created[0], switched.label.en];
  // @ts-expect-error: a switch says to what
  company.advance({ item, event: { type: 'switch', user: 'a', now: '2026-11-20T10:15:00+09:00' } });
  return [any.item, any.outcome];
}

/** A form's reasons are rules of fields, or findings. */
export function ofForm(reason: FormReason): string {
  if (reason.code === 'form.range') return `${reason.min ?? ''} to ${reason.max ?? ''}`;
  if (reason.code === 'account.same') return reason.place ?? reason.path;
  // @ts-expect-error: a warning is no reason
  if (reason.code === 'name.similar') return '';
  return reason.message.ja;
}

export function ofLargest({ largest, stops }: LargestAnswer): string {
  return largest ?? stops.map(ofReason).join();
}

export { elsewhere, free, more, unused };
