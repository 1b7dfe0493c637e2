// `kessai/rjsf`: for react-jsonschema-form (`@rjsf/core`).
import type { Form, FormSettings } from './form.js';

/**
 * For `customValidate`: everything that the form says, at its field; what no field shows is in the library's list of errors.
 *
 * The schema is `form.jsonSchema({ target: 'draft-07' }, { lang })`.
 */
export function kessaiValidate(form: Form, settings?: FormSettings): <Errors>(values: unknown, errors: Errors) => Errors;

/** For `transformErrors`: leaves out what the library itself finds by the schema, as the form says all of it in its own words. */
export function withoutSchemaErrors(): [];
