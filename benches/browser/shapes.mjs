// The shape of a transfer's request for zod and ajv, as a front-end developer writes it: types, words and patterns, nothing else.
import { z } from 'zod';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,15}$/;

export const zodSchema = z.strictObject({
  user: z.string().min(1),
  business: z.string().min(1),
  operation: z.enum(['create', 'edit', 'approve']),
  account: z.string().min(1),
  now: z.iso.datetime({ offset: true }),
  valueDate: z.string().regex(DAY),
  payee: z.strictObject({
    kind: z.enum(['preRegistered', 'userRegistered', 'newAccount']),
    bank: z.string().regex(/^\d{4}$/),
    branch: z.string().regex(/^\d{3}$/),
    type: z.string().min(1),
    number: z.string().regex(/^\d{7}$/),
    name: z.string().min(1).max(48),
    document: z.boolean().optional(),
  }),
  payment: z.string().regex(AMOUNT),
  bearer: z.enum(['payer', 'payee']),
  approvers: z.array(z.string().min(1)).max(16),
  usage: z.array(
    z.strictObject({ limit: z.string().min(1), account: z.string().min(1), day: z.string().regex(DAY), used: z.string().regex(AMOUNT) }),
  ),
});

const text = { type: 'string', minLength: 1 };
const matches = (pattern) => ({ type: 'string', pattern: pattern.source });

/** An object that has all of these members, but the optional ones, and no others. */
function object(properties, optional = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

export const ajvSchema = object({
  user: text,
  business: text,
  operation: { enum: ['create', 'edit', 'approve'] },
  account: text,
  now: matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/),
  valueDate: matches(DAY),
  payee: object(
    {
      kind: { enum: ['preRegistered', 'userRegistered', 'newAccount'] },
      bank: matches(/^\d{4}$/),
      branch: matches(/^\d{3}$/),
      type: text,
      number: matches(/^\d{7}$/),
      name: { type: 'string', minLength: 1, maxLength: 48 },
      document: { type: 'boolean' },
    },
    ['document'],
  ),
  payment: matches(AMOUNT),
  bearer: { enum: ['payer', 'payee'] },
  approvers: { type: 'array', items: text, maxItems: 16 },
  usage: { type: 'array', items: object({ limit: text, account: text, day: matches(DAY), used: matches(AMOUNT) }) },
});
