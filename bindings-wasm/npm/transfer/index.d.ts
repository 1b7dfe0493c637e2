import type { Form, FormSettings } from '../form.js';
import type { Bytes } from '../platform.js';
import { Answering, init } from '../shared.js';

export type * from '../documents.js';
export type {
  FaultIssue, FormIssue, FormSchemaOptions, FormSettings, FormStandard, FormView, MissingIssue, ReasonIssue,
} from '../form.js';
export { Form } from '../form.js';
export type { Bytes, CompiledModule, ModuleOrigin, ModuleSource } from '../platform.js';
export type { Answering, KessaiErrorCode, Prepared } from '../shared.js';
export { CallError, ImageError, init, initSync, instant, KessaiError, RequestError, version } from '../shared.js';

export default init;

/** A customer's settings under a service, read from an image. */
export class Company extends Answering {
  private constructor();
  /**
   * Reads an image that `kessai compile` or `image()` of the whole module has written.
   *
   * Throws an `ImageError` for bytes that are no image, one of another version, or one that was changed.
   */
  static fromImage(image: Bytes): Company;
  /** The form that asks for a request, checked while it is filled. The company may be freed before it. */
  form(name: 'request', settings?: FormSettings | null): Form<'request'>;
  /**
   * Checks the form of a request, JSON text in and JSON text out: the question has `form`, `input`, and more.
   *
   * Throws as `evaluate` does.
   */
  formJson(question: string): string;
}
