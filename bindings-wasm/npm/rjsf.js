// For react-jsonschema-form: what a form says, at the fields that the library draws by the form's JSON Schema.

/** The errors of a member; the library has none of what is not there yet. */
function within(errors, part) {
  const own = Object.hasOwn(errors, part) ? errors[part] : undefined;
  if (own !== undefined) return own;
  const made = {
    __errors: [],
    addError(message) {
      this.__errors.push(message);
    },
  };
  Object.defineProperty(errors, part, { value: made, enumerable: true, configurable: true, writable: true });
  return made;
}

export function kessaiValidate(form, settings) {
  return (values, errors) => {
    for (const { path, message } of form.view(values, settings).issues) path.reduce(within, errors).addError(message);
    return errors;
  };
}

export function withoutSchemaErrors() {
  return [];
}
