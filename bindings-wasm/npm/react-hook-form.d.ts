// `kessai/react-hook-form`; needs that library beside the package.
import type { FieldError, FieldValues, GlobalError, Resolver, UseFormReturn } from 'react-hook-form';
import type { Form, FormIssue, FormSettings, FormView } from './form.js';

/** An error at a field: `type` is the code of the first issue, with `criteriaMode: 'all'` `types` has every code. */
export interface KessaiFieldError extends FieldError {
  /** Everything that is said of the field, with its figures. */
  issues: FormIssue[];
}

/**
 * A resolver for `useForm`: synchronous, and its values are the answer's `result`.
 *
 * Issues of what no registered field shows are at `errors.root.kessai`, with all their texts in `message`: show it, as it
 * prevents submitting. An issue within a field (one of a list's) is at the field; one about a registered field array is at its
 * `root`. The settings go over the form's; a function of them is given the `context` of `useForm`.
 */
export function kessaiResolver<Values extends FieldValues = FieldValues, Context = any>(
  form: Form,
  settings?: FormSettings | ((context: Context | undefined) => FormSettings | undefined),
): Resolver<Values, Context, Record<string, unknown>>;

/**
 * Keeps the errors of other fields true when one field changes, which React Hook Form does not: errors go where they no longer
 * hold, and come where one has been typed or been, by the form's `mode`. What is missing in a field where nobody was yet stays
 * unsaid until the form is submitted.
 *
 * `onView` is given the form's view at once and after every change: what depends on it, such as a fee, needs no evaluation of its
 * own. Returns what ends it: `useEffect(() => watchDependants(methods, resolver, setView), [methods, resolver])`.
 */
export function watchDependants<Values extends FieldValues, Context, Output>(
  methods: UseFormReturn<Values, Context, Output>,
  resolver: Resolver<Values, Context, Output>,
  onView?: (view: FormView) => void,
): () => void;

/** Everything that an error of `kessaiResolver` says; nothing for any other. */
export function issuesOf(error: FieldError | GlobalError | undefined): FormIssue[];
