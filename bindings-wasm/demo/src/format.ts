// How figures and days are shown. Amounts stay the texts that the engine gives: nothing here is calculated.

export type Lang = 'ja' | 'en';

/** A text in both languages. */
export interface Both {
  readonly ja: string;
  readonly en: string;
}

export class Format {
  constructor(
    readonly lang: Lang,
    readonly currency: string,
  ) {}

  /** `1234567` as `1,234,567`; a fraction and a sign stay. What is no number is shown as it is. */
  number(value: string | number | bigint): string {
    const parts = /^(-?)(\d+)(\.\d+)?$/.exec(String(value));
    if (parts === null) return String(value);
    const [, sign = '', whole = '', fraction = ''] = parts;
    return `${sign === '' ? '' : '−'}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
  }

  /** With the currency, as banks write it: `1,234円`, `JPY 1,234`. */
  amount(value: string | number | bigint): string {
    const number = this.number(value);
    if (this.lang === 'ja' && this.currency === 'JPY') return `${number}円`;
    return `${this.currency} ${number}`;
  }

  /** Nothing, with the decimals of the currency. */
  get zero(): string {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency: this.currency }).resolvedOptions();
    return maximumFractionDigits === undefined || maximumFractionDigits === 0 ? '0' : `0.${'0'.repeat(maximumFractionDigits)}`;
  }

  /** A day, such as `2026-11-24`. */
  date(day: string): string {
    const at = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(at.getTime())) return day;
    const weekday = (style: 'short') => at.toLocaleDateString(this.lang, { weekday: style, timeZone: 'UTC' });
    if (this.lang === 'ja') {
      return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日（${weekday('short')}）`;
    }
    const month = at.toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
    return `${weekday('short')} ${at.getUTCDate()} ${month} ${at.getUTCFullYear()}`;
  }

  /** An instant as it was written, such as `2026-11-20T10:15:00+09:00`: the clock of the bank, not of this machine. */
  instant(text: string): string {
    const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(text);
    return parts === null ? text : `${this.date(parts[1] ?? '')} ${parts[2]}`;
  }

  /** People, accounts and the like, in a row. */
  list(values: readonly string[]): string {
    return values.join(this.lang === 'ja' ? '、' : ', ');
  }
}
