// A case of the corpus as a row of columns, where a row can say it.

const NONE = { position: 0xffff, code: 0xff, day: -(2 ** 31), number: -(2n ** 63n) };

/** What a request may have for a row to say it. */
const OF_REQUEST = [
  'user', 'business', 'operation', 'account', 'now', 'valueDate', 'entry', 'approvers', 'payee', 'payment', 'bearer', 'usage',
];
const OF_PAYEE = ['kind', 'bank', 'branch'];

/** The order of words in the vocabularies, as the types of the package list them. */
const WORDS = {
  entry: ['screen', 'file'],
  payeeKind: ['preRegistered', 'userRegistered', 'newAccount'],
  bearer: ['payer', 'payee'],
};

const OUTCOMES = ['refused', 'incomplete', 'needsApproval', 'accepted'];

/** The days since 1970 of a day that exists. */
function dayOf(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date takes the 31st of November for the 1st of December.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? NaN : time / 86_400_000;
}

/** The row of a request; undefined where it says more than a row can, or what is no value at all. */
export function rowOf(company, request, operations) {
  if (Object.keys(request).some((name) => !OF_REQUEST.includes(name))) return undefined;
  const { payee = {}, approvers = [], usage = [] } = request;
  if (Object.keys(payee).some((name) => !OF_PAYEE.includes(name)) || approvers.length > 4) return undefined;
  const row = { rows: 1 };
  const position = (kind) => (request[kind] === undefined || request[kind] === '' ? NONE.position : company.position(kind, request[kind]));
  const known = { user: position('user'), business: position('business'), account: position('account') };
  for (const [name, at] of Object.entries(known)) {
    if (at === undefined) return undefined;
    row[name] = Uint16Array.of(at);
  }
  const word = (words, text) => (text === undefined ? NONE.code : words.indexOf(text));
  const codes = {
    operation: word(operations, request.operation),
    entry: word(WORDS.entry, request.entry),
    payeeKind: word(WORDS.payeeKind, payee.kind),
    bearer: word(WORDS.bearer, request.bearer),
  };
  for (const [name, code] of Object.entries(codes)) {
    if (code < 0) return undefined;
    row[name] = Uint8Array.of(code);
  }
  const { bank = '', branch = '' } = payee;
  if ((bank !== '' && !/^\d{4}$/.test(bank)) || (branch !== '' && (!/^\d{3}$/.test(branch) || bank === ''))) return undefined;
  if (known.account === NONE.position && bank !== '') return undefined;
  row.place = Uint8Array.of(company.place(known.account, bank, branch));
  const amount = (value) => (value === undefined ? NONE.number : /^(0|[1-9]\d{0,14})$/.test(String(value)) ? BigInt(value) : undefined);
  const payment = amount(request.payment);
  const moment = request.now === undefined ? NaN : Date.parse(request.now);
  const valueDay = request.valueDate === undefined ? NONE.day : dayOf(request.valueDate);
  if (payment === undefined || Number.isNaN(valueDay) || (request.now !== undefined && Number.isNaN(moment))) return undefined;
  row.payment = BigInt64Array.of(payment);
  row.now = BigInt64Array.of(request.now === undefined ? NONE.number : BigInt(moment / 1000));
  row.valueDate = Int32Array.of(valueDay);
  row.approvers = approvers.map((id) => Uint16Array.of(company.position('approver', id)));
  row.usage = [];
  for (const { limit, day, used, ...whose } of usage) {
    const at = company.position('limit', limit);
    const spent = amount(used);
    // A row names the bearer itself; an entry of somebody else is none of its.
    const isOwn = Object.entries(whose).every(([name, id]) => request[name] === id);
    if (at === undefined || !isOwn || spent === undefined || Number.isNaN(dayOf(day)) || row.usage.some((one) => one.limit === at)) return undefined;
    row.usage.push({ limit: at, day: Int32Array.of(dayOf(day)), used: BigInt64Array.of(spent) });
  }
  delete row.rows;
  return row;
}

/** What a verdict says, as a row says it. */
export function saidOf({ outcome, fee, reasons, missing }, codes) {
  const amount = (name) => (fee?.[name] === undefined || fee[name] === null ? String(NONE.number) : fee[name]);
  return {
    outcome: OUTCOMES.indexOf(outcome),
    deducted: amount('deducted'),
    transfer: amount('transfer'),
    bankFee: amount('bankFee'),
    reason: reasons.length === 0 ? 0 : codes[reasons[0].code],
    missing: missing.length,
  };
}

/** The same of the first row of answers. */
export function saidInRow({ outcome, deducted, transfer, bankFee, reason, missing }) {
  return {
    outcome: outcome[0],
    deducted: String(deducted[0]),
    transfer: String(transfer[0]),
    bankFee: String(bankFee[0]),
    reason: reason[0],
    missing: missing[0],
  };
}
