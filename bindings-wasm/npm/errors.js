// What the package throws.

/** Whatever this package throws: `code` says what kind of fault it is, `path` where it is (RFC 6901). */
export class KessaiError extends Error {
  constructor(message, code, path = '', options = undefined) {
    super(message, options);
    this.code = code;
    this.path = path;
  }
}

/** No answer, which is to be treated as refused. */
export class RequestError extends KessaiError {
  constructor(message, code, path = '', options = undefined) {
    super(message, code, path, options);
    this.messageJa = options?.messageJa ?? message;
  }
}

/** No answer, as the call itself is wrong: an argument, a time before `init`, something that is freed. */
export class CallError extends RequestError {}

/** An image that cannot be used, or something asked of its company that an image does not have. */
export class ImageError extends KessaiError {
  constructor(message, code, path = '', options = undefined) {
    super(message, code, path, options);
    this.messageJa = options?.messageJa ?? message;
  }
}

/** A document that cannot be used: everything that was found in it. Code and path are those of the first error. */
export class DocumentError extends KessaiError {
  constructor(findings, options = undefined) {
    const lines = findings.map(({ severity, code, path, message, hint }) => {
      return `${severity} [${code}] ${path}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
    });
    const { code, path } = findings.find(({ severity }) => severity === 'error') ?? { code: 'call.fault', path: '' };
    super(lines.join('\n'), code, path, options);
    this.findings = findings;
  }
}

for (const [name, type] of Object.entries({ KessaiError, RequestError, CallError, ImageError, DocumentError })) {
  // As a constant: minifiers change the names of classes.
  Object.defineProperty(type.prototype, 'name', { value: name, configurable: true, writable: true });
}
