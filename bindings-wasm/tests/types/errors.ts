// Checked, not run: what is thrown, and what is found.
import { CallError, DocumentError, ImageError, KessaiError, RequestError } from 'kessai';
import type { Finding, Service, ValueCode, WarningFinding } from 'kessai';

export function said(error: unknown): string {
  if (error instanceof CallError) {
    // @ts-expect-error: a call has no user
    if (error.code === 'request.user.unknown') return '';
    return error.code === 'call.freed' ? 'freed' : error.messageJa;
  }
  if (error instanceof RequestError) {
    switch (error.code) {
      case 'request.user.unknown':
      case 'value.fraction':
        return error.path;
      // @ts-expect-error: there is no such code
      case 'request.user.unkown':
        return '';
      default:
        return error.message;
    }
  }
  if (error instanceof DocumentError) return error.findings.map(found).join();
  if (error instanceof ImageError) return error.code === 'image.version' ? 'another engine' : error.messageJa;
  return error instanceof KessaiError ? error.code : String(error);
}

function found(finding: Finding): string {
  if (finding.severity === 'error') return isOfValue(finding) ? finding.code : finding.message;
  // @ts-expect-error: what is a warning is no error
  if (finding.code === 'json.syntax') return '';
  return finding.code === 'name.similar' ? finding.messageJa : (finding.hint ?? finding.path);
}

/** A finding may come from the engine, or from what stands in front of it. */
function isOfValue(finding: Finding): finding is Finding & { code: ValueCode } {
  return finding.code.startsWith('value.');
}

export function warned(service: Service): WarningFinding['code'][] {
  return service.warnings.map(({ code }) => code);
}
