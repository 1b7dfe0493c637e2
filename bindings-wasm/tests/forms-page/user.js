// The form of a user, on a plain page.
import init, { Service } from '/kessai/index.js';
import { bindForm } from '/kessai/html.js';

const [{ company, service }] = await Promise.all([fetch('/documents.json').then((response) => response.json()), init()]);
const fields = {
  user: {
    pin: { characters: 'digits', minLength: 4, maxLength: 4, typedTwice: true, unequalTo: ['telephone'] },
    telephone: { characters: 'digits' },
    home: { characters: 'digits' },
    memo: {},
    rank: {},
  },
};
const firm = new Service({ ...service, fields }).company(company);
const form = firm.form('user');
const page = { form, views: [], results: [], settings: {} };
page.bind = (options) => {
  page.bound = bindForm(document.querySelector('form'), form, {
    settings: () => page.settings,
    onView: (view) => page.views.push(view.outcome),
    ...options,
  });
};
page.bind();
globalThis.page = page;
