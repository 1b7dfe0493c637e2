// Checked, not run: every module, in every host that TypeScript knows of.
import init, * as whole from 'kessai';
import * as inline from 'kessai/inline';
import * as record from 'kessai/record';
import * as recordInline from 'kessai/record/inline';
import * as transfer from 'kessai/transfer';
import * as transferInline from 'kessai/transfer/inline';

/** Everything that is no type. */
export const values = [
  init, whole.init, whole.initSync, whole.instant, whole.version,
  whole.Service, whole.Company, whole.Form,
  whole.KessaiError, whole.RequestError, whole.CallError, whole.ImageError, whole.DocumentError,
  transfer.default, transfer.init, transfer.initSync, transfer.instant, transfer.version, transfer.Company,
  transfer.KessaiError, transfer.RequestError, transfer.CallError, transfer.ImageError,
  record.default, record.init, record.initSync, record.version, record.Company,
  record.KessaiError, record.RequestError, record.CallError, record.ImageError,
  inline.default, inline.initSync, inline.Service,
  transferInline.default, transferInline.initSync, transferInline.Company,
  recordInline.default, recordInline.initSync, recordInline.Company,
];

/** A company of any module is freed alike, and answers where it is one that answers. */
export function free(company: whole.Company, small: transfer.Company, rows: record.Company, bytes: Uint8Array): string {
  const asked: whole.Verdict[] = [company, small].map((one: whole.Answering) => one.evaluate('{}'));
  const same = transfer.Company.fromImage(company.image());
  const own: whole.OwnBytes = company.image();
  record.Company.fromImage(own.buffer).free();
  inline.initSync();
  whole.initSync(bytes);
  for (const one of [company, small, rows, same]) one.free();
  return asked.map(({ outcome }) => outcome).join();
}
