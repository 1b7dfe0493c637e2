/**
 * A document as `import` of a JSON file has it, or a constant without a type: its texts are any texts, and its lists may have been
 * made alike. What does not fit then shows when the document is read, as findings with their places.
 *
 * Who writes a document in TypeScript has it checked by `satisfies ServiceDocument`.
 */
export type Imported<T> = T extends string
  ? T | (string & {})
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer Element)[]
        ? readonly Imported<Element>[]
        : T extends object
          ? { readonly [K in keyof T]: string extends K ? Imported<T[K]> | undefined : Imported<T[K]> }
          : T;
