import type { Finding } from './documents.js';

export { Company, Form, Service, version } from './core.js';
export type * from './documents.js';

/**
 * Makes the engine ready. Call it once and wait for it before anything else; calling it again does nothing.
 *
 * Without an argument the module that comes with the package is loaded; otherwise the one given, as bytes, a compiled
 * module, a response or its address.
 */
export function init(module?: WebAssembly.Module | BufferSource | Response | Promise<Response> | URL | string): Promise<void>;

/** Makes the engine ready from the bytes of `kessai/kessai.wasm`, or from the module compiled of them. */
export function initSync(module: WebAssembly.Module | BufferSource): void;

export default init;

/** Thrown for a document that cannot be used: everything that was found in it. */
export interface DocumentError extends Error {
  findings: Finding[];
}

/** Thrown where a request has no answer, which is to be treated as refused. */
export interface RequestError extends Error {
  /** The kind of fault, such as `request.user.unknown`. */
  code: string;
  /** Where in the request (RFC 6901); empty for the whole. */
  path: string;
}
