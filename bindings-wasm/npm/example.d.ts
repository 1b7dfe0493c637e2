import type { CompanyDocument, Request, ServiceDocument } from './documents.js';

/** The rules of an invented bank. */
export const service: ServiceDocument;
/** One of its customers. */
export const company: CompanyDocument;
/** A transfer that a user of the customer enters. */
export const request: Request;
