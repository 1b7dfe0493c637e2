// The drawing of a fee: what is kept back and what the bank charges, payment by payment. The pieces come from the engine, so every
// edge of the drawing is an amount at which something changes; only where it stands on the screen is worked out here.
import type { FeePiece } from 'kessai';

import type { App } from '../app.js';
import { freshId, h, s } from '../dom.js';

/** A piece with a fee. */
type Priced = Extract<FeePiece, { code?: never }>;

/** Payments that are shown. */
export interface Window {
  readonly from: bigint;
  readonly to: bigint;
}

/** Neighbouring pieces with a difference of one sign. */
export interface Zone {
  readonly from: string;
  readonly to: string;
  readonly least: string;
  readonly most: string;
  /** Whether something is left with the payer; otherwise the payer pays something of his own. */
  readonly isLeft: boolean;
}

/** `12.345` in the smallest unit of its currency. */
export function units(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

export const isPriced = (piece: FeePiece): piece is Priced => piece.code === undefined;

/** The sign of a piece's difference: that of its first payment that has one. */
function sign(piece: FeePiece): number {
  if (!isPriced(piece)) return 0;
  const first = units(piece.first.difference) || units(piece.last.difference);
  return first === 0n ? 0 : first > 0n ? 1 : -1;
}

export function zonesOf(pieces: readonly FeePiece[]): Zone[] {
  const zones: Zone[] = [];
  let before: FeePiece | undefined;
  for (const piece of pieces) {
    const of = sign(piece);
    if (of !== 0 && isPriced(piece)) {
      const ends = [piece.first.difference, piece.last.difference];
      const last = before !== undefined && sign(before) === of ? zones.pop() : undefined;
      if (last !== undefined) ends.push(last.least, last.most);
      const sorted = ends.sort((one, other) => (units(one) < units(other) ? -1 : 1));
      const [least = '', most = ''] = [sorted[0], sorted.at(-1)];
      zones.push({ from: last?.from ?? piece.from, to: piece.to, least, most, isLeft: of > 0 });
    }
    before = piece;
  }
  return zones;
}

/** The whole, as far as something changes, and the neighbourhood of each zone. */
export function windowsOf(pieces: readonly FeePiece[]): { readonly whole: Window; readonly near: readonly Window[] } {
  const last = units(pieces.at(-1)?.from ?? '1');
  const first = units(pieces.at(-1)?.to ?? '1');
  // Where nothing ever changes, some payments are shown all the same.
  const end = last <= 1n ? 100_000n : last + last / 3n;
  const near = zonesOf(pieces)
    .filter((zone) => units(zone.to) < first)
    .map((zone) => {
      const width = units(zone.to) - units(zone.from) + 1n;
      const from = units(zone.from) - width;
      return { from: from < 0n ? 0n : from, to: units(zone.to) + width };
    });
  return { whole: { from: 0n, to: end < first ? end : first }, near };
}

const HEIGHT = 300;
const LEFT = 64;
const RIGHT = 20;
const TOP = 24;
const BOTTOM = 44;

/** From amounts to places on the screen. */
class Scale {
  constructor(
    readonly window: Window,
    readonly most: bigint,
    readonly width: number,
  ) {}

  x(payment: bigint): number {
    const { from, to } = this.window;
    const clipped = payment < from ? from : payment > to ? to : payment;
    const share = Number(((clipped - from) * 1_000_000n) / (to > from ? to - from : 1n)) / 1_000_000;
    return LEFT + share * (this.width - LEFT - RIGHT);
  }

  y(fee: bigint): number {
    const share = Number((fee * 1_000_000n) / (this.most > 0n ? this.most : 1n)) / 1_000_000;
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }
}

/** A piece within a window: its ends, and its figures there. */
interface Part {
  readonly piece: FeePiece;
  readonly from: bigint;
  /** One unit behind its last payment, so that neighbours touch. */
  readonly to: bigint;
  readonly deducted: readonly [bigint, bigint];
  readonly bank: readonly [bigint, bigint];
}

function parts(pieces: readonly FeePiece[], window: Window): Part[] {
  return pieces.flatMap((piece): Part[] => {
    const [from, to] = [units(piece.from), units(piece.to) + 1n];
    if (to <= window.from || from > window.to) return [];
    const [start, end] = [from < window.from ? window.from : from, to > window.to ? window.to : to];
    const between = (first: string, last: string): readonly [bigint, bigint] => {
      const [one, other] = [units(first), units(last)];
      const at = (payment: bigint) => (to - 1n > from ? one + ((other - one) * (payment - from)) / (to - 1n - from) : one);
      return [at(start), at(end > to - 1n ? to - 1n : end)];
    };
    if (!isPriced(piece)) return [{ piece, from: start, to: end, deducted: [0n, 0n], bank: [0n, 0n] }];
    return [{
      piece,
      from: start,
      to: end,
      deducted: between(piece.first.deducted, piece.last.deducted),
      bank: between(piece.first.bankFee, piece.last.bankFee),
    }];
  });
}

/** The drawing of a window, as wide as there is room. */
export function drawCurve(app: App, pieces: readonly FeePiece[], window: Window, width: number, title: string): SVGSVGElement {
  const shown = parts(pieces, window);
  const fees = shown.flatMap((part) => (isPriced(part.piece) ? [...part.deducted, ...part.bank] : []));
  const highest = fees.reduce((most, fee) => (fee > most ? fee : most), 1n);
  const scale = new Scale(window, highest + highest / 6n, width);
  const [hatch, id, about] = [freshId('hatch'), freshId('curve'), freshId('about')];
  return s(
    'svg',
    { class: 'curve', viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-labelledby': `${id} ${about}` },
    s('title', { id }, title),
    s('desc', { id: about }, told(app, pieces)),
    s(
      'defs',
      null,
      s('pattern', { id: hatch, width: '6', height: '6', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        s('line', { class: 'hatch', x1: '0', y1: '0', x2: '0', y2: '6' })),
    ),
    noFees(app, shown, scale, hatch),
    zones(shown, scale),
    axes(app, shown, scale),
    line('bank', shown, scale, (part) => part.bank),
    line('deducted', shown, scale, (part) => part.deducted),
    marks(app, pieces, scale),
  );
}

/** What the drawing says, in a sentence for whoever does not see it; the table has the rest. */
function told(app: App, pieces: readonly FeePiece[]): string {
  const { format } = app;
  const said = zonesOf(pieces).map((zone) => `${format.number(zone.from)}–${format.number(zone.to)}: ${differenceText(app, zone)}`);
  if (said.length === 0) return app.t({ ja: '差額が生じる支払金額はありません。', en: 'There is no payment with a difference.' });
  return app.t({ ja: '差額が生じる支払金額: ', en: 'Payments with a difference: ' }) + format.list(said);
}

/** `+220`, or from the least to the most. */
export function differenceText(app: App, { least, most }: Pick<Zone, 'least' | 'most'>): string {
  const one = (difference: string) => (units(difference) > 0n ? `+${app.format.number(difference)}` : app.format.number(difference));
  return least === most ? one(least) : `${one(least)} … ${one(most)}`;
}

/** Payments that have no fee, as nothing would be left to transfer. */
function noFees(app: App, shown: readonly Part[], scale: Scale, hatch: string) {
  return shown
    .filter(({ piece }) => !isPriced(piece))
    .map(({ from, to }) => {
      const [x, width] = [scale.x(from), Math.max(scale.x(to) - scale.x(from), 1)];
      const label = app.t({ ja: '振込不可', en: 'no transfer' });
      return [
        s('rect', { class: 'none', x, y: TOP, width, height: HEIGHT - TOP - BOTTOM, fill: `url(#${hatch})` }),
        width > 72 ? s('text', { class: 'said', x: x + width / 2, y: TOP + 14, 'text-anchor': 'middle' }, label) : null,
      ];
    });
}

function zones(shown: readonly Part[], scale: Scale) {
  return shown
    .filter(({ piece }) => sign(piece) !== 0)
    .map((part) => {
      const [left, right] = [scale.x(part.from), Math.max(scale.x(part.to), scale.x(part.from) + 2)];
      const points = [
        [left, scale.y(part.deducted[0])],
        [right, scale.y(part.deducted[1])],
        [right, scale.y(part.bank[1])],
        [left, scale.y(part.bank[0])],
      ];
      return [
        s('rect', { class: 'band', x: left, y: TOP, width: right - left, height: HEIGHT - TOP - BOTTOM }),
        s('polygon', { class: sign(part.piece) > 0 ? 'zone left' : 'zone paid', points: points.map((point) => point.join(',')).join(' ') }),
      ];
    });
}

function line(kind: string, shown: readonly Part[], scale: Scale, figures: (part: Part) => readonly [bigint, bigint]) {
  let path = '';
  let before: Part | undefined;
  for (const part of shown) {
    if (isPriced(part.piece)) {
      const [first, last] = figures(part);
      const pen = before === undefined || !isPriced(before.piece) ? 'M' : 'L';
      path += `${pen}${scale.x(part.from)} ${scale.y(first)}L${scale.x(part.to)} ${scale.y(last)}`;
    }
    before = part;
  }
  return s('path', { class: `line ${kind}`, d: path });
}

/** Labels that would stand on others are left out: the table has them all. */
function apart<T>(marks: readonly { readonly at: number; readonly of: T }[], distance: number) {
  let last = Number.NEGATIVE_INFINITY;
  return [...marks].sort((one, other) => one.at - other.at).filter(({ at }) => {
    if (at - last < distance) return false;
    last = at;
    return true;
  });
}

function axes(app: App, shown: readonly Part[], scale: Scale) {
  const { format } = app;
  const bottom = HEIGHT - BOTTOM;
  const right = scale.width - RIGHT;
  const bounds = shown.filter(({ from }) => from > scale.window.from).map(({ from, piece }) => ({ at: scale.x(from), of: piece.from }));
  // At a bound that begins a zone the label matters most, so it is tried from there.
  const labels = apart(bounds, Math.min(88, scale.width / 5));
  const fees = new Map<string, number>();
  for (const { piece, deducted, bank } of shown) {
    if (!isPriced(piece)) continue;
    for (const [text, fee] of [[piece.first.deducted, deducted[0]], [piece.first.bankFee, bank[0]]] as const) {
      if (fee === units(text)) fees.set(text, scale.y(fee));
    }
  }
  const heights = apart([['0', scale.y(0n)] as const, ...fees].map(([of, at]) => ({ at, of })), 18);
  return [
    heights.map(({ at, of }) => [
      s('line', { class: 'rule', x1: LEFT, x2: right, y1: at, y2: at }),
      s('text', { class: 'said', x: LEFT - 8, y: at + 4, 'text-anchor': 'end' }, format.number(of)),
    ]),
    bounds.map(({ at }) => s('line', { class: 'tick', x1: at, x2: at, y1: bottom, y2: bottom + 6 })),
    labels.map(({ at, of }) =>
      s('text', { class: 'said', x: Math.min(at, right - 24), y: bottom + 21, 'text-anchor': 'middle' }, format.number(of))),
    s('line', { class: 'axis', x1: LEFT, x2: right, y1: bottom, y2: bottom }),
    s('text', { class: 'said', x: right, y: HEIGHT - 4, 'text-anchor': 'end' }, app.t({ ja: '支払金額 →', en: 'payment →' })),
    s('text', { class: 'said', x: 4, y: 14 }, app.t({ ja: '手数料', en: 'fee' })),
  ];
}

/** The difference beside its zone. */
function marks(app: App, pieces: readonly FeePiece[], scale: Scale) {
  const found = zonesOf(pieces)
    .filter((zone) => units(zone.to) >= scale.window.from && units(zone.from) <= scale.window.to)
    .map((zone) => ({ at: (scale.x(units(zone.from)) + scale.x(units(zone.to))) / 2, of: zone }));
  return apart(found, 64).map(({ at, of }) =>
    s('text', { class: of.isLeft ? 'gap left' : 'gap paid', x: Math.min(Math.max(at, LEFT + 24), scale.width - RIGHT - 24), y: TOP - 8, 'text-anchor': 'middle' },
      differenceText(app, of)));
}

/** What the lines and the shading mean. */
export function legend(app: App): HTMLElement {
  const sample = (kind: string) =>
    s('svg', { viewBox: '0 0 28 12', 'aria-hidden': 'true' }, s('path', { class: `line ${kind}`, d: 'M0 6H28' }));
  const shade = (kind: string) =>
    s('svg', { viewBox: '0 0 28 12', 'aria-hidden': 'true' }, s('rect', { class: `zone ${kind}`, width: '28', height: '12' }));
  const entry = (picture: SVGSVGElement, text: string) => h('li', null, picture, text);
  return h(
    'ul',
    { class: 'legend' },
    entry(sample('deducted'), app.t({ ja: '差引手数料（支払金額から差し引く手数料）', en: 'kept back from the payment' })),
    entry(sample('bank'), app.t({ ja: '振込手数料（銀行に支払う手数料）', en: 'charged by the bank' })),
    entry(shade('left'), app.t({ ja: '差額 ＋（支払側に残る）', en: 'difference +: left with the payer' })),
    entry(shade('paid'), app.t({ ja: '差額 −（支払側の持ち出し）', en: 'difference −: paid by the payer' })),
  );
}
