// `kessai/html`: a plain <form>, tied to a form of the bank's.
import type { FormName } from './documents.js';
import type { Form, FormSettings, FormView } from './form.js';

/** How a <form> is tied. */
export interface BindOptions<N extends FormName = FormName> {
  /** The language of what is said; where none is given that of the page, if it is Japanese, else English. */
  lang?: 'ja' | 'en' | undefined;
  /** Settings over the form's; a function is asked each time, such as for `fixed.now`. */
  settings?: FormSettings | (() => FormSettings) | undefined;
  /** Given the view at once and after every change: for the fee, what is left of limits, and whatever else a page shows of it. */
  onView?: ((view: FormView<N>) => void) | undefined;
  /** Given the answer's `result` when a valid form is submitted, which the browser then does not send. */
  onSubmit?: ((result: Record<string, unknown>, view: FormView<N>, event: SubmitEvent) => void) | undefined;
  /** The element for a field's messages; otherwise the one with `data-kessai-for="NAME"`, or one that is made. */
  message?: ((name: string) => HTMLElement | null | undefined) | undefined;
  /** The element for what no field shows; otherwise the one with `data-kessai-rest`, or one that is made. */
  summary?: HTMLElement | undefined;
}

/** A <form> that is tied. */
export interface BoundForm<N extends FormName = FormName> {
  /** The view of what is typed now. */
  readonly view: FormView<N>;
  /** Says everything in another language from now on. */
  setLang(lang: 'ja' | 'en'): void;
  /** Looks again: after a script has changed a field, or what the settings say. */
  refresh(): void;
  /** Lets go of the <form>, which is then as it was. */
  destroy(): void;
}

/**
 * Ties a <form> to a form: while somebody types, each field has its messages (`setCustomValidity`, `aria-invalid`,
 * `aria-describedby`), and what no field shows is in a part that is read out. What is missing in a field is said when it was left,
 * or the <form> submitted. Nothing is submitted that is not valid, but by a button with `formnovalidate`.
 *
 * The name of a field is its place in the input: `payee.bank`, `items.0.payment` or `/payee/bank`. A checkbox without `value` is
 * true or false, those with one are a list, as is a `select` with `multiple`; radio buttons are the value of the one chosen, or
 * null. Everything else is the text that is typed. Controls that are disabled are left out.
 */
export function bindForm<N extends FormName>(element: HTMLFormElement, form: Form<N>, options?: BindOptions<N>): BoundForm<N>;
