// A grid of check boxes by the ARIA Authoring Practices (pattern "grid"): one box of it is in the order of tabs, the arrow keys
// go between the boxes. The first row and the first column set whole columns and rows.
import { attribute, freshId, h } from '../dom.js';

/** A row or a column. */
export interface Line {
  readonly key: string;
  readonly label: string;
}

/** A box: which row and column it is in. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly key: string;
  /** What it is called without its row and column being seen. */
  readonly label: string;
}

export interface GridSpec {
  readonly caption: string;
  readonly describedBy?: string;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly cells: readonly Cell[];
  /** What stands over the rows' names. */
  readonly corner: string;
  readonly all: string;
  /** The name of a box that sets a whole row or column. */
  readonly allOf: (label: string) => string;
  /** What is said of a box whose value is another than before. */
  readonly changed: string;
  readonly isReadonly: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Where a box is: row and column of the grid, where 0 is the line that sets whole ones. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export type State = 'all' | 'some' | 'none';

/** What a box that stands for several shows. */
export function stateOf(keys: readonly string[], chosen: ReadonlySet<string>): State {
  const count = keys.filter((key) => chosen.has(key)).length;
  return count === 0 ? 'none' : count === keys.length ? 'all' : 'some';
}

/** Where a key leads, among the places that have a box; undefined where it leads nowhere, or is no key of the grid. */
export function moved(
  from: Position,
  { key, ctrlKey, metaKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  has: (place: Position) => boolean,
  size: Position,
): Position | undefined {
  const line = (start: Position, row: number, column: number): Position | undefined => {
    let at = start;
    for (;;) {
      at = { row: at.row + row, column: at.column + column };
      if (at.row < 0 || at.column < 0 || at.row >= size.row || at.column >= size.column) return undefined;
      if (has(at)) return at;
    }
  };
  const whole = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowRight':
      return line(from, 0, 1);
    case 'ArrowLeft':
      return line(from, 0, -1);
    case 'ArrowDown':
      return line(from, 1, 0);
    case 'ArrowUp':
      return line(from, -1, 0);
    case 'Home':
      return line({ row: whole ? 0 : from.row, column: -1 }, 0, 1);
    case 'End':
      return line({ row: whole ? size.row - 1 : from.row, column: size.column }, 0, -1);
    default:
      return undefined;
  }
}

interface Box {
  readonly at: Position;
  readonly input: HTMLInputElement;
  readonly cell: HTMLElement;
  /** The rights that it sets. */
  readonly keys: readonly string[];
  readonly label: string;
}

export class CheckGrid {
  readonly root: HTMLElement;
  readonly #boxes = new Map<string, Box>();
  #chosen: Set<string>;
  #changed: ReadonlySet<string> = new Set();

  constructor(readonly spec: GridSpec) {
    this.#chosen = new Set(spec.chosen);
    this.root = this.#draw();
    this.#show();
    const first = this.#boxes.values().next().value;
    if (first !== undefined) first.input.tabIndex = 0;
  }

  /** Marks the boxes that differ from what was there before. */
  mark(changed: ReadonlySet<string>): void {
    this.#changed = changed;
    this.#show();
  }

  #draw(): HTMLElement {
    const { spec } = this;
    const ids = new Map(spec.columns.map(({ key }) => [key, freshId('column')]));
    const allColumn = freshId('column');
    const head = h(
      'tr',
      { role: 'row', 'aria-rowindex': '1' },
      h('th', { role: 'columnheader', scope: 'col' }, spec.corner),
      h('th', { role: 'columnheader', scope: 'col', id: allColumn, class: 'all' }, spec.all),
      spec.columns.map((column) => h('th', { role: 'columnheader', scope: 'col', id: ids.get(column.key) }, column.label)),
    );
    const every = { key: '', label: spec.all };
    const rows = [every, ...spec.rows].map((row, at) => this.#row(row, at));
    return h(
      'div',
      { class: 'table' },
      h(
        'table',
        {
          role: 'grid',
          class: 'matrix',
          'aria-label': spec.caption,
          'aria-describedby': spec.describedBy,
          'aria-readonly': spec.isReadonly ? 'true' : null,
          'aria-rowcount': String(rows.length + 1),
          'aria-colcount': String(spec.columns.length + 2),
          onKeydown: (event: KeyboardEvent) => this.#key(event),
          onFocusin: (event: FocusEvent) => this.#focused(event.target),
          onChange: (event: Event) => this.#clicked(event.target),
        },
        h('thead', { role: 'rowgroup' }, head),
        h('tbody', { role: 'rowgroup' }, rows),
      ),
    );
  }

  #row(row: Line, at: number): HTMLElement {
    const { spec } = this;
    const isAll = at === 0;
    const every = { key: '', label: spec.all };
    const cells = [every, ...spec.columns].map((column, position) => {
      const found = spec.cells.filter(
        (cell) => (isAll || cell.row === row.key) && (position === 0 || cell.column === column.key),
      );
      const single = isAll || position === 0 ? undefined : found[0];
      const name = isAll ? (position === 0 ? spec.all : spec.allOf(column.label)) : spec.allOf(row.label);
      return this.#cell({ row: at, column: position }, found.map(({ key }) => key), single?.label ?? name);
    });
    return h(
      'tr',
      { role: 'row', class: isAll ? 'all' : null, 'aria-rowindex': String(at + 2) },
      h('th', { role: 'rowheader', scope: 'row', 'aria-colindex': '1' }, row.label),
      cells,
    );
  }

  #cell(at: Position, keys: readonly string[], label: string): HTMLElement {
    const place = { role: 'gridcell', class: at.column === 0 ? 'all' : null, 'aria-colindex': String(at.column + 2) };
    if (keys.length === 0) return h('td', place, h('span', { class: 'none', 'aria-hidden': 'true' }, '–'));
    const input = h('input', {
      type: 'checkbox',
      tabindex: '-1',
      'aria-disabled': this.spec.isReadonly ? 'true' : null,
      // It can still be gone to and read.
      onClick: (event: Event) => {
        if (this.spec.isReadonly) event.preventDefault();
      },
    });
    // The whole cell is to be hit by a finger.
    const cell = h('td', place, h('label', null, input, h('span', { class: 'corner', 'aria-hidden': 'true' })));
    this.#boxes.set(`${at.row}:${at.column}`, { at, input, cell, keys, label });
    return cell;
  }

  #show(): void {
    for (const box of this.#boxes.values()) {
      const state = stateOf(box.keys, this.#chosen);
      box.input.checked = state === 'all';
      box.input.indeterminate = state === 'some';
      const isChanged = box.at.row > 0 && box.at.column > 0 && box.keys.some((key) => this.#changed.has(key));
      box.cell.classList.toggle('differs', isChanged);
      attribute(box.input, 'aria-label', isChanged ? `${box.label} (${this.spec.changed})` : box.label);
    }
  }

  #boxOf(target: EventTarget | null): Box | undefined {
    return [...this.#boxes.values()].find(({ input }) => input === target);
  }

  /** Whatever has the focus is what Tab comes back to. */
  #focused(target: EventTarget | null): void {
    const box = this.#boxOf(target);
    if (box === undefined) return;
    for (const { input } of this.#boxes.values()) input.tabIndex = input === box.input ? 0 : -1;
  }

  #key(event: KeyboardEvent): void {
    const box = this.#boxOf(event.target);
    if (box === undefined || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      box.input.click();
      return;
    }
    const { rows, columns } = this.spec;
    const has = ({ row, column }: Position) => this.#boxes.has(`${row}:${column}`);
    const size = { row: rows.length + 1, column: columns.length + 1 };
    const isMove = event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End';
    if (!isMove) return;
    event.preventDefault();
    const to = moved(box.at, event, has, size);
    if (to !== undefined) this.#boxes.get(`${to.row}:${to.column}`)?.input.focus();
  }

  /** A box that stands for several takes all of them, unless it has them all. */
  #clicked(target: EventTarget | null): void {
    const box = this.#boxOf(target);
    if (box === undefined) return;
    const takes = stateOf(box.keys, this.#chosen) !== 'all';
    for (const key of box.keys) {
      if (takes) this.#chosen.add(key);
      else this.#chosen.delete(key);
    }
    this.#show();
    this.spec.onChange(this.#chosen);
  }
}
