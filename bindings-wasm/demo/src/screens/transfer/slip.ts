// A transfer on paper: what was typed, what it costs, and room for those who sign.
import type { Request } from 'kessai';

import type { App, Both } from '../../app.js';
import { h } from '../../dom.js';
import type { Child } from '../../dom.js';
import type { Answer } from '../../entry.js';
import { approvalText, feeList } from '../../figures.js';
import { pairs } from '../../parts.js';
import { ACCOUNT_TYPES, BEARERS, PAYEE_KINDS, person } from '../../words.js';

export function slip(app: App, request: Request, answer: Answer): Child {
  const { payee } = request;
  const normalised = new Map((answer.verdict?.normalised ?? []).map(({ path, value }) => [path, value]));
  const word = (words: Readonly<Record<string, Both>>, value: string | null | undefined) => {
    const known = words[value ?? ''];
    return known === undefined ? (value ?? '') : app.t(known);
  };
  const type = ACCOUNT_TYPES.find(([code]) => code === payee?.type)?.[1];
  const row = (label: Both, value: Child): [string, Child] => [app.t(label), value];
  return [
    h('h2', null, app.t({ ja: '依頼内容', en: 'The transfer' })),
    pairs(
      row({ ja: '企業', en: 'Company' }, app.documents.companyObject.name ?? app.company.id),
      row({ ja: '入力者', en: 'Entered by' }, person(app, request.user ?? '')),
      row({ ja: '受付日時', en: 'At' }, app.format.instant(request.now ?? '')),
      row({ ja: '出金口座', en: 'Debit account' }, request.account ?? ''),
      row({ ja: '振込先', en: 'Payee' }, [word(PAYEE_KINDS, payee?.kind), h('br'), `${payee?.bank ?? ''}-${payee?.branch ?? ''} ${type === undefined ? (payee?.type ?? '') : app.t(type)} ${payee?.number ?? ''}`]),
      row({ ja: '受取人名', en: 'Name of the payee' }, normalised.get('/payee/name') ?? payee?.name ?? ''),
      row({ ja: '振込指定日', en: 'Value date' }, app.format.date(answer.verdict?.valueDate ?? request.valueDate ?? '')),
      row({ ja: '手数料の負担', en: 'Fee borne by' }, word(BEARERS, request.bearer)),
    ),
    h('h2', null, app.t({ ja: '金額', en: 'Amounts' })),
    feeList(app, answer.verdict?.fee ?? null),
    h('h2', null, app.t({ ja: '承認', en: 'Approval' })),
    answer.verdict?.approval ? approvalText(app, answer.verdict.approval) : null,
    h('div', { class: 'signatures' }, (request.approvers ?? []).map((id) => h('div', null, person(app, id)))),
    answer.reasons.length === 0 ? null : [h('h2', null, app.t({ ja: '受け付けられない理由', en: 'Why it cannot be accepted' })), h('ul', null, answer.reasons.map((said) => h('li', null, said.text)))],
    h('p', { class: 'hint' }, `${app.service.id} ${app.service.version} ${app.service.digest} / ${app.company.id} ${app.company.digest}`),
  ];
}
