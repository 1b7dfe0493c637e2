// The life of an item as a picture: the graph of the engine's own documentation, with the state of one item lit.
import type { State } from 'kessai';
import drawn from 'virtual:order-graph';

import type { App, Both } from '../../app.js';
import { h, s } from '../../dom.js';

/** An arrow of the graph, with the events that go along it. */
export interface Arrow {
  /** null: from no item. */
  readonly from: State | null;
  readonly to: State;
  readonly events: readonly string[];
}

const LABELS = new Map<State, Both>();
const ARROWS: Arrow[] = [];

for (const line of drawn.split('\n')) {
  const state = /^\s*(\w+): (.+) \/ (.+)$/.exec(line);
  if (state !== null) LABELS.set(state[1] as State, { ja: state[2] ?? '', en: state[3] ?? '' });
  const arrow = /^\s*(\[\*\]|\w+) --> (\w+): (.+)$/.exec(line);
  if (arrow === null) continue;
  const events = (arrow[3] ?? '').split(/, (?=\w+(?: \(|$|,))/).map((part) => part.replace(/ \(.*$/, ''));
  ARROWS.push({ from: arrow[1] === '[*]' ? null : (arrow[1] as State), to: arrow[2] as State, events: [...new Set(events)] });
}

export const arrows: readonly Arrow[] = ARROWS;

/** Every event that may happen in a state, in the order of the graph. */
export function eventsFrom(state: State | null): string[] {
  return [...new Set(arrows.filter((arrow) => arrow.from === state).flatMap((arrow) => arrow.events))];
}

/** What the bank calls a state. */
export function stateName(app: App, state: State): string {
  const own = app.documents.serviceObject.stateLabels?.[state];
  const usual = LABELS.get(state);
  return app.label(own, usual === undefined ? state : app.t(usual));
}

/** Where each state is drawn: what waits in the middle, what is taken back above, where it ends below and at the right. */
const PLACES: Readonly<Record<State, readonly [number, number]>> = {
  pulledBack: [330, 60],
  sentBack: [540, 60],
  revoked: [750, 60],
  error: [960, 60],
  draft: [120, 220],
  pendingFirst: [330, 220],
  pendingFinal: [540, 220],
  approved: [750, 220],
  executed: [960, 220],
  discarded: [120, 380],
  switched: [330, 380],
  expired: [540, 380],
  cancelled: [750, 380],
  failed: [960, 380],
};

const START = [22, 220] as const;
const [WIDTH, HEIGHT] = [164, 56];

/** From the edge of one box to that of another, bent a little so that there and back are two lines. */
function path(from: State | null, to: State): string {
  const [x, y] = from === null ? START : PLACES[from];
  const [u, v] = PLACES[to];
  if (from === to) {
    const top = y - HEIGHT / 2;
    return `M${x + 20} ${top} c 4 -26 44 -26 40 0`;
  }
  const edge = (cx: number, cy: number, dx: number, dy: number) => {
    const scale = Math.min((WIDTH / 2 + 3) / Math.max(Math.abs(dx), 0.01), (HEIGHT / 2 + 3) / Math.max(Math.abs(dy), 0.01));
    return [cx + dx * scale, cy + dy * scale] as const;
  };
  const [dx, dy] = [u - x, v - y];
  const length = Math.hypot(dx, dy);
  // A line along a row goes around the boxes between.
  const bend = dy === 0 && Math.abs(dx) > 260 ? 60 + Math.abs(dx) / 10 : Math.abs(dx) > 260 || Math.abs(dy) > 200 ? 46 : 16;
  const [mx, my] = [(x + u) / 2 + (dy / length) * bend, (y + v) / 2 - (dx / length) * bend];
  const [a, b] = from === null ? [x + 9, y] : edge(x, y, mx - x, my - y);
  const [c, d] = edge(u, v, mx - u, my - v);
  return `M${a.toFixed(1)} ${b.toFixed(1)} Q${mx.toFixed(1)} ${my.toFixed(1)} ${c.toFixed(1)} ${d.toFixed(1)}`;
}

/** The picture: the state now, the ways out of it, and the way that was gone. */
export function picture(app: App, now: State | null, trail: readonly (State | null)[]): HTMLElement {
  const gone = (arrow: Arrow) => trail.some((state, at) => at > 0 && trail[at - 1] === arrow.from && state === arrow.to);
  const kind = (arrow: Arrow) => (arrow.from === now ? 'open' : gone(arrow) ? 'gone' : 'other');
  // What is lit is drawn last, above the rest.
  const order = ['other', 'gone', 'open'];
  const sorted = [...arrows].sort((one, two) => order.indexOf(kind(one)) - order.indexOf(kind(two)));
  const said = now === null ? app.t({ ja: '明細はまだありません', en: 'There is no item yet' }) : app.t({ ja: `現在の状態：${stateName(app, now)}`, en: `State now: ${stateName(app, now)}` });
  const marker = (id: string) => s(
    'marker',
    { id, viewBox: '0 0 8 8', refX: '7', refY: '4', markerWidth: '7', markerHeight: '7', orient: 'auto-start-reverse' },
    s('path', { d: 'M0 0 8 4 0 8z', class: id }),
  );
  const svg = s(
    'svg',
    { class: 'life', viewBox: '0 0 1060 464', role: 'img', 'aria-label': said },
    s('defs', null, order.map((kind) => marker(`arrow-${kind}`))),
    sorted.map((arrow) => s('path', { class: `way ${kind(arrow)}`, d: path(arrow.from, arrow.to), 'marker-end': `url(#arrow-${kind(arrow)})` })),
    s('circle', { class: now === null ? 'start now' : 'start', cx: START[0], cy: START[1], r: '8' }),
    (Object.entries(PLACES) as [State, readonly [number, number]][]).map(([state, [x, y]]) => box(app, state, x, y, state === now ? 'now' : trail.includes(state) ? 'been' : 'box')),
  );
  return h(
    'div',
    { class: 'table', role: 'region', tabindex: '0', 'aria-label': app.t({ ja: '状態の図', en: 'Picture of the states' }) },
    svg,
  );
}

function box(app: App, state: State, x: number, y: number, kind: string): SVGGElement {
  const lines = broken(stateName(app, state), app.lang === 'ja' ? 9 : 18);
  return s(
    'g',
    { class: `state ${kind}`, 'data-state': state },
    s('rect', { x: x - WIDTH / 2, y: y - HEIGHT / 2, width: WIDTH, height: HEIGHT, rx: '5' }),
    s(
      'text',
      { x, y: y - (lines.length - 1) * 9, 'text-anchor': 'middle', 'dominant-baseline': 'central' },
      lines.map((line, at) => s('tspan', { x, dy: at === 0 ? '0' : '18' }, line)),
    ),
  );
}

/** A label in at most two lines. */
function broken(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const at = text.lastIndexOf(' ', most);
  const cut = at > 0 ? at : most;
  return [text.slice(0, cut), text.slice(cut).trim()];
}
