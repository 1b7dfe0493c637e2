// Parts that screens are made of.
import type { App, Both, Found } from './app.js';
import { freshId, h, put } from './dom.js';
import type { Child } from './dom.js';

/** A part of a screen with a heading. */
export function section(app: App, title: Both, ...children: Child[]): HTMLElement {
  const id = freshId('section');
  return h('section', { class: 'card', 'aria-labelledby': id }, h('h2', { id }, app.t(title)), children);
}

/** A part that is closed until somebody wants it. */
export function details(app: App, title: Both, isOpen: boolean, onToggle: (open: boolean) => void, ...children: Child[]): HTMLElement {
  const element = h(
    'details',
    { class: 'card', open: isOpen, onToggle: () => onToggle(element.open) },
    h('summary', null, h('h2', null, app.t(title))),
    h('div', { class: 'inside' }, children),
  );
  return element;
}

export type Tone = 'good' | 'bad' | 'wait' | 'plain';

/** A sentence that matters, with what belongs to it. The word says what the colour says. */
export function notice(tone: Tone, title: string, ...children: Child[]): HTMLElement {
  return h('div', { class: `notice ${tone}` }, h('p', { class: 'title' }, title), children);
}

export function button(
  label: string,
  onClick: () => void,
  kind: 'primary' | 'plain' | 'quiet' = 'plain',
): HTMLButtonElement {
  return h('button', { type: 'button', class: kind, onClick }, label);
}

/** Names and values. */
export function pairs(...rows: readonly (readonly [string, Child] | null)[]): HTMLElement {
  return h(
    'dl',
    { class: 'pairs' },
    rows.filter((row) => row !== null).map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))),
  );
}

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row, position: number) => Child;
  /** Figures stand at the right. */
  readonly figure?: boolean;
  /** Sentences need room. */
  readonly wide?: boolean;
  /** Names the row for a screen reader. */
  readonly head?: boolean;
}

/** A table; wide ones scroll by themselves, by keyboard too. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): HTMLElement {
  const cells = (row: Row, position: number) =>
    columns.map((column) =>
      column.head === true
        ? h('th', { scope: 'row', class: column.figure === true ? 'figure' : null }, column.cell(row, position))
        : h('td', { class: column.figure === true ? 'figure' : column.wide === true ? 'wide' : null }, column.cell(row, position)),
    );
  const heads = columns.map((column) => h('th', { scope: 'col', class: column.figure === true ? 'figure' : null }, column.title));
  return h(
    'div',
    { class: 'table', role: 'region', 'aria-label': caption, tabindex: '0' },
    h(
      'table',
      null,
      h('caption', null, caption),
      h('thead', null, h('tr', null, heads)),
      h('tbody', null, rows.map((row, position) => h('tr', null, cells(row, position)))),
    ),
  );
}

/** What was found in documents, each with its place. */
export function findingList(app: App, findings: readonly Found[]): HTMLElement {
  const documents = { service: { ja: '銀行の文書', en: 'Bank’s document' }, company: { ja: '企業の文書', en: 'Company’s document' } };
  const kinds = { error: { ja: 'エラー', en: 'Error' }, warning: { ja: '警告', en: 'Warning' } };
  return h(
    'ol',
    { class: 'findings' },
    findings.map((finding) => {
      const hint = app.lang === 'ja' ? (finding.hintJa ?? finding.hint) : finding.hint;
      return h(
        'li',
        { class: finding.severity },
        h('p', null, h('strong', null, app.t(kinds[finding.severity])), ' ', app.lang === 'ja' ? finding.messageJa : finding.message),
        hint === undefined ? null : h('p', { class: 'hint' }, hint),
        h('p', { class: 'where' }, `${app.t(documents[finding.document])} `, h('code', null, finding.path || '/'), ' ', h('code', null, finding.code)),
      );
    }),
  );
}

/** A bar of what is used, what this request adds, and what is left; the figures stand beside it as text. */
export function bar(used: bigint, requested: bigint, limit: bigint): SVGSVGElement {
  const width = 1000n;
  // Pixels only: how long a part is of the whole, and at least so long that it is seen.
  const whole = limit > used + requested ? limit : used + requested;
  const share = (part: bigint) => (whole <= 0n || part <= 0n ? 0n : part * width / whole > 4n ? part * width / whole : 4n);
  const first = share(used);
  const second = share(requested);
  const over = used + requested > limit;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 1000 12');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', over ? 'bar over' : 'bar');
  svg.setAttribute('aria-hidden', 'true');
  const rect = (kind: string, x: bigint, length: bigint) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of Object.entries({ class: kind, x, y: 0, width: length, height: 12 })) {
      element.setAttribute(name, String(value));
    }
    svg.append(element);
  };
  rect('room', 0n, width);
  rect('used', 0n, first);
  rect('asked', first, second > width - first ? width - first : second);
  if (over && whole > 0n) rect('mark', limit * width / whole, 3n);
  return svg;
}

/** Where something is told to a screen reader when it has settled. */
export function live(): HTMLElement {
  return h('div', { class: 'live', role: 'status', 'aria-live': 'polite' });
}

/** Replaces what stands in a place, and keeps the focus where the same control comes back. */
export function refill(place: Element, ...children: Child[]): void {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && place.contains(focused) ? focused.dataset['key'] : undefined;
  put(place, ...children);
  if (key !== undefined) place.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
