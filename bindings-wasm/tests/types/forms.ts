// Checked, not run: forms by their names.
import type {
  Account, Company, CompanyDocument, Form, FormAnswer, FormIssue, FormName, FormSettings, FormView, PayeeBorne, PayerBorne, User,
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
