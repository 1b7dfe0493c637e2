// Checked, not run: forms by their names.
import type {
  Account, Company, CompanyDocument, Form, FormAnswer, FormIssue, FormName, FormSettings, FormView, PayeeBorne, PayerBorne, Request, User,
} from 'kessai';

const settings = { lang: 'ja', change: undefined, fields: ['/id'] } satisfies FormSettings;

export function users(company: Company): User | null {
  const form: Form<'user'> = company.form('user', settings);
  const answer = form.check({ id: 'taro01' }, { change: 'taro01' });
  if (answer.outcome === 'valid') return answer.result;
  // @ts-expect-error: what is refused may have anything in it
  const role: User['role'] | undefined = answer.result?.role;
  return role === undefined ? null : null;
}

export function others(company: Company): (Account | CompanyDocument | PayeeBorne | PayerBorne | null)[] {
  const [account, whole, table] = [company.form('account').check(), company.form('company').check(), company.form('feeTable').check()];
  // @ts-expect-error: no such form
  company.form('menu');
  return [
    account.outcome === 'valid' ? account.result : null,
    whole.outcome === 'valid' ? whole.result : null,
    table.outcome === 'valid' ? table.result : null,
  ];
}

/** Many rows at once: every one, or none. */
export function imported(company: Company, rows: Record<string, unknown>[]): (User | null)[] {
  const answer = company.form('user').checkRows(rows, { lang: 'ja' });
  if (answer.outcome === 'valid') return answer.result;
  const none: null = answer.result;
  const group = company.form('group').check({ id: 'clerks' });
  const key: string | null | undefined = group.outcome === 'valid' ? group.result?.id : none;
  const codes: string[] = answer.rows.flatMap((row) => row.reasons.map((reason) => reason.code));
  return codes.length > 0 && key === null ? [none] : [];
}

/** A form of any name is one of all. */
export function ofAny(form: Form<'user'>, name: FormName, company: Company): [Form, FormView, FormAnswer] {
  const any = company.form(name);
  return [form, any.view({}), any.check()];
}

export function shown(view: FormView<'user'>): string {
  if (view.outcome !== 'refused') return view.answer.outcome;
  return (view.answer?.reasons[0].message.ja ?? '') + view.rest.map(spoken).join();
}

function spoken(issue: FormIssue): string {
  if (issue.kind === 'missing') return issue.code satisfies 'missing';
  return issue.reason === null ? issue.error.path : issue.reason.message.en;
}

/** The entry of a transfer tells all that a page shows of it. */
export function entry(company: Company, typed: Request): [Request, string] {
  const form: Form<'request'> = company.form('request', { fixed: typed, before: typed, lang: 'en' });
  const answer = form.check(typed);
  const fee = answer.verdict.fee?.withdrawal ?? answer.largest?.largest ?? answer.possible?.accounts.join() ?? '';
  const said = answer.texts?.reasons[0] ?? answer.reasons[0]?.message.ja ?? fee;
  if (answer.outcome === 'valid') return [answer.result, answer.verdict.approval?.mode ?? said];
  // @ts-expect-error: what is refused is neither accepted nor to be approved
  if (answer.verdict.outcome === 'accepted') return [answer.result, said];
  return [answer.result, form.view().answer?.verdict.outcome ?? said];
}

/** Forms of documents have no verdict; of any form there may be one. */
export function user(answer: FormAnswer<'user'>, any: FormAnswer): string {
  const none: undefined = answer.verdict;
  // @ts-expect-error: it may not be there
  any.verdict.outcome;
  return any.verdict?.outcome ?? String(any.hanging?.length ?? none);
}
