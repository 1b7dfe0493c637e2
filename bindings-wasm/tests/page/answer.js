// A case of the corpus, asked as text.

/** Where each question is asked: text in, text out. */
export const texts = {
  request: (company, question) => company.evaluateJson(question),
  advance: (company, question) => company.advanceJson(question),
  form: (company, question) => company.formJson(question),
  largest: (company, question, item) => company.largestPaymentJson(question, item),
  possible: (company, question) => company.possibleJson(question),
};

const companies = new Map();

/** The company of a case, loaded once. */
export function companyOf(documents, { service, company }, Service) {
  const key = `${service} ${company}`;
  if (!companies.has(key)) {
    const loaded = new Service(documents[service]);
    companies.set(key, loaded.company(documents[company]));
    loaded.free();
  }
  return companies.get(key);
}

/** The same doors, of a company that has gone through its image; forms need its document. */
export const images = Object.fromEntries(
  Object.entries(texts).map(([name, door]) => [
    name,
    name === 'form' ? door : (company, ...asked) => door(imageOf(company), ...asked),
  ]),
);

const ofImages = new Map();

function imageOf(company) {
  if (!ofImages.has(company)) ofImages.set(company, company.constructor.fromImage(company.image()));
  return ofImages.get(company);
}

/** The same company, read from its image by the module of transfers; `companies` keeps those that are read. */
function inTransfer(companies, documents, one, Service, Transfer) {
  const whole = companyOf(documents, one, Service);
  if (!companies.has(whole)) companies.set(whole, Transfer.fromImage(whole.image()));
  return companies.get(whole);
}

/** The doors that the module of transfers has. */
export const OF_TRANSFERS = ['request', 'largest', 'possible'];

/** What goes wrong with a case in the module of transfers: answers and texts that are not those of the whole module. */
export function differsInTransfer(companies, documents, one, Service, Transfer) {
  if (!OF_TRANSFERS.includes(one.door)) return false;
  const company = inTransfer(companies, documents, one, Service, Transfer);
  const got = answerOf(company, one, texts, one.question);
  if (!got.agrees) return true;
  const whole = companyOf(documents, one, Service);
  const said = got.answer ?? got.error;
  return ['ja', 'en'].some((lang) => JSON.stringify(company.texts(said, lang)) !== JSON.stringify(whole.texts(said, lang)));
}

/** The answer, or what the error says, and whether it is what the engine says in Rust: byte for byte. */
export function answer(documents, one, Service, doors = texts, question = one.question) {
  return answerOf(companyOf(documents, one, Service), one, doors, question);
}

/** The same of a company. */
function answerOf(company, one, doors, question) {
  let got;
  try {
    got = { answer: doors[one.door](company, question, one.item ?? undefined) };
  } catch (error) {
    const { code, path, message, messageJa, findings } = error;
    got = { error: JSON.stringify(findings ?? { code, path, message, messageJa }) };
  }
  const wanted = one.error === undefined ? undefined : JSON.stringify(JSON.parse(one.error));
  return { ...got, agrees: got.answer === one.answer && got.error === wanted };
}
