// The entry of a transfer, on a plain page: what the host knows is fixed, and the view has what is shown beside the fields.
import init, { Service } from '/kessai/index.js';
import { bindForm } from '/kessai/html.js';

const document_ = (name) => fetch(`/fixtures/example-ib/${name}.json`).then((response) => response.text());
const [service, company] = await Promise.all([document_('service'), document_('company'), init()]);
const form = new Service(service).company(company).form('request', {
  fixed: {
    user: 'taro01', business: 'transfer', operation: 'create', now: '2026-11-20T10:15:00+09:00',
    usage: ['total', 'adHoc', 'preRegistered'].map((one) => ({
      limit: `accountPerDay.${one}`, account: '081-1-0253326', day: '2026-11-20', used: one === 'adHoc' ? '49990000' : '0',
    })),
  },
});
const show = (id, text) => (document.getElementById(id).textContent = text ?? '');
const page = { results: [] };
page.bound = bindForm(document.querySelector('form'), form, {
  onView({ answer }) {
    show('fee', answer?.verdict.fee?.bankFee);
    show('left', answer?.verdict.limits.find(({ code }) => code === 'limit.accountPerDay.adHoc')?.remaining);
    show('largest', answer?.largest?.largest);
  },
  onSubmit: (result) => page.results.push(result),
});
globalThis.page = page;
