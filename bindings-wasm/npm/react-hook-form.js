// For React Hook Form: a resolver that keeps all that a form says of a field, and what it needs beside: it updates the field that
// was typed into and no other, while rules lead from one field to the next.
import { CallError } from './errors.js';
import { pointerOf, put, tokens } from './view.js';

/** Where the issues are of what no field shows. */
const REST = 'root.kessai';

/** What each resolver has, for `watchDependants`. */
const RESOLVERS = new WeakMap();

/** A name as React Hook Form reads it: `items.0.payment`, `items[0].payment`. */
function pathOfName(name) {
  return name.replaceAll(/["'\]]/g, '').split(/[.[]/).filter((part) => part !== '');
}

/** What stands in a tree at a name. */
function at(tree, name) {
  return pathOfName(name).reduce((around, part) => around?.[part], tree);
}

/** Takes in which of some fields are on the page, by the pointers of their names. */
function learn(shown, names, fields) {
  for (const name of names) {
    const field = at(fields, name)?._f ?? at(fields, name);
    const pointer = pointerOf(pathOfName(name));
    // One that was taken off the page keeps its value, and shows nothing.
    if (field !== undefined && field.mount !== false) shown.set(pointer, name);
    else shown.delete(pointer);
  }
}

/** The name at which an issue shows: of the field that it is at, or within; undefined where there is none. */
function nameOf(pointer, shown) {
  const path = tokens(pointer);
  for (let length = path.length; length > 0; length -= 1) {
    const around = pointerOf(path.slice(0, length));
    const name = shown.get(around);
    // What is said of a field array itself stands beside its rows.
    if (name !== undefined) return [...shown.keys()].some((other) => other.startsWith(`${around}/`)) ? `${name}.root` : name;
  }
  return undefined;
}

/** The issues by the name at which they show. */
function placed(view, shown) {
  const names = new Map();
  for (const issue of view.issues) {
    const name = nameOf(issue.pointer, shown) ?? REST;
    if (names.has(name)) names.get(name).push(issue);
    else names.set(name, [issue]);
  }
  return names;
}

/** Every code with its messages. */
function typesOf(issues) {
  const types = {};
  for (const { code, message } of issues) types[code] = types[code] === undefined ? message : [types[code], message].flat();
  return types;
}

/** All that is said of a field, as the library writes it. */
function errorOf(issues, ref, isAll) {
  const [{ code, message }] = issues;
  return { type: code, message, ...(isAll && { types: typesOf(issues) }), ...(ref !== undefined && { ref }), issues };
}

/** What is said where no field shows it, in one text, as a page shows one. */
function restOf(issues, isAll) {
  const [{ code }] = issues;
  return { ...errorOf(issues, undefined, isAll), type: code, message: issues.map(({ message }) => message).join('\n') };
}

/** Lets the browser know, which shows its own bubble where somebody is typing, or has just submitted. */
function tellBrowser(names, fields, errors) {
  let isReported = false;
  for (const name of names) {
    const field = at(fields, name);
    for (const ref of field?.refs ?? [field?.ref]) {
      if (typeof ref?.setCustomValidity !== 'function') continue;
      ref.setCustomValidity(at(errors, name)?.message ?? '');
      const isAsked = names.length === 1 || ref.ownerDocument?.defaultView?.event?.type === 'submit';
      if (isAsked && !isReported) isReported = ref.reportValidity() === false;
    }
  }
}

export function kessaiResolver(form, settings) {
  const own = {
    /** The name of each field on the page by its pointer. */
    shown: new Map(),
    /** A view that is at hand, with whether what is missing elsewhere stays unsaid. */
    ready: undefined,
    view(values, context) {
      return form.view(values, typeof settings === 'function' ? settings(context) : settings);
    },
  };
  const resolver = (values, context, options) => {
    const { names = [], fields = {}, criteriaMode, shouldUseNativeValidation } = options;
    if (own.ready === undefined) learn(own.shown, names, fields);
    const { view, isQuiet } = own.ready ?? { view: own.view(values, context), isQuiet: false };
    const errors = {};
    if (view.outcome !== 'valid') {
      // Even where all that is wrong stays unsaid, it is not right.
      errors.root = {};
      for (const [name, issues] of placed(view, own.shown)) {
        const said = name === REST && isQuiet ? issues.filter(({ kind }) => kind === 'reason') : issues;
        const isAll = criteriaMode === 'all';
        if (name === REST && said.length > 0) errors.root.kessai = restOf(said, isAll);
        else if (name !== REST) put(errors, pathOfName(name), errorOf(said, at(fields, name)?.ref, isAll));
      }
      if (Object.keys(errors).length > 1 && errors.root.kessai === undefined) delete errors.root;
    }
    if (shouldUseNativeValidation) tellBrowser(names, fields, errors);
    return view.outcome === 'valid' ? { values: view.answer.result, errors } : { values: {}, errors };
  };
  RESOLVERS.set(resolver, own);
  return resolver;
}

/** The names at which the library shows an error now. */
function errorNames(errors, before = '') {
  return Object.entries(errors ?? {}).flatMap(([part, error]) => {
    if (typeof error !== 'object' || error === null || ['ref', 'types', 'issues'].includes(part)) return [];
    const name = before === '' ? part : `${before}.${part}`;
    return [...(typeof error.type === 'string' ? [name] : []), ...errorNames(error, name)];
  });
}

/** Whether a field may show what is wrong with it now, by the library's own mode. */
function mayShow(mode, isTouched, isDirty, kind) {
  switch (mode) {
    case 'onChange':
    case 'all':
      return isTouched || isDirty || kind === 'reason';
    case 'onBlur':
    case 'onTouched':
      // Of what nobody has typed into, what is wrong comes from elsewhere, and nobody will leave it.
      return isTouched || (!isDirty && kind === 'reason');
    default:
      return false;
  }
}

export function watchDependants(methods, resolver, onView) {
  const own = RESOLVERS.get(resolver);
  if (own === undefined) throw new CallError('`watchDependants` takes a resolver of `kessaiResolver`', 'call.argument');
  const { control } = methods;

  /** Every name that is to be said anew; `changed` is what the library itself sees to. */
  function namesFor(view, { errors, touchedFields, dirtyFields, isSubmitted }, changed, isFirst) {
    const { mode = 'onSubmit', reValidateMode = 'onChange' } = control._options ?? {};
    const how = isSubmitted ? reValidateMode : mode;
    const names = new Set(errorNames(errors).filter((name) => !name.startsWith('root.') && !name.startsWith('form.')));
    const said = placed(view, own.shown);
    if (!isFirst) {
      for (const name of new Set([...own.shown.values(), ...said.keys()])) {
        const isReason = said.get(name)?.some(({ kind }) => kind === 'reason');
        const isSeen = isSubmitted && how === 'onChange';
        const isAsked = mayShow(how, Boolean(at(touchedFields, name)), Boolean(at(dirtyFields, name)), isReason ? 'reason' : 'missing');
        if (name !== REST && (isSeen || isAsked)) names.add(name);
      }
    }
    if (how === 'onBlur' || how === 'onSubmit') names.delete(changed);
    if (errors?.root?.kessai !== undefined || (!isFirst && how !== 'onSubmit')) names.add(REST);
    return [...names];
  }

  function refresh(state, changed, isFirst) {
    if (control._names?.mount !== undefined) {
      own.shown.clear();
      learn(own.shown, control._names.mount, control._fields);
    }
    const view = own.view(methods.getValues(), control._options?.context);
    const names = namesFor(view, state, changed, isFirst);
    if (names.length > 0) {
      own.ready = { view, isQuiet: !state.isSubmitted };
      try {
        methods.trigger(names);
      } finally {
        own.ready = undefined;
      }
    }
    onView?.(view);
  }

  const { errors, isSubmitted } = control._formState ?? methods.formState;
  refresh({ errors, isSubmitted }, undefined, true);
  return methods.subscribe({
    formState: { values: true, touchedFields: true, dirtyFields: true },
    callback: (state) => refresh(state, state.type === 'blur' ? undefined : state.name, false),
  });
}

export function issuesOf(error) {
  return error?.issues ?? [];
}
