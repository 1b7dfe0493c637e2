// Checked, not run: what the types promise to those who use libraries for forms.
import { Service } from 'kessai';
import type { CompanyDocument, Form, FormIssue, FormSettings, FormView, ServiceDocument } from 'kessai';
import { issuesOf, kessaiResolver, watchDependants } from 'kessai/react-hook-form';
import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import { useForm } from 'react-hook-form';

interface User {
  id: string;
  role: 'general' | 'administrator' | 'master';
  limits: { transfer: { newAccount: string } };
}

const settings: FormSettings = { lang: 'ja', fixed: { enabled: true }, fields: ['/id', '/role'], change: undefined };

// @ts-expect-error: no such setting
const odd: FormSettings = { language: 'ja' };

export function ofStandard(form: Form): FormIssue[] {
  const schema: StandardSchemaV1<User, unknown> & StandardJSONSchemaV1<User, unknown> = form;
  const { target } = { target: 'draft-07' } as const;
  const titles: Record<string, unknown> = schema['~standard'].jsonSchema.input({ target, libraryOptions: { lang: 'ja' } });
  const result = form['~standard'].validate({}, { libraryOptions: { lang: 'ja' } });
  return result.issues === undefined ? [] : [...result.issues.filter(({ pointer }) => pointer in titles)];
}

export function ofView(view: FormView<'user'>): string | null {
  const [first] = view.fields.get('/id') ?? view.at('/rights');
  // @ts-expect-error: there may be no answer
  view.answer.result;
  if (first?.reason?.code === 'form.characters') return first.reason.expected;
  return first?.reason?.expected ?? first?.error?.messageJa ?? view.answer?.outcome ?? null;
}

export function useUser(service: ServiceDocument, company: CompanyDocument, show: (view: FormView) => void): string[] {
  const form = new Service(service).company(company).form('user', settings).with({ lang: 'en' });
  const resolver = kessaiResolver<User>(form, settings);
  const methods = useForm({ resolver, criteriaMode: 'all' });
  const end: () => void = watchDependants(methods, resolver, show);
  void methods.handleSubmit((result) => {
    const own: Record<string, unknown> = result;
    return own;
  });
  end();
  const { errors } = methods.formState;
  return [...issuesOf(errors.limits?.transfer?.newAccount), ...issuesOf(errors.root?.['kessai'])].map(({ message }) => message);
}

export { odd };
