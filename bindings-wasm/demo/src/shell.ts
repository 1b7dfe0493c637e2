// What is around every screen: the bank and the company, the ways between screens, the language.
import { State } from './app.js';
import type { App, Both, Lang, Mounted, Screen } from './app.js';
import { attribute, h, put, s, say } from './dom.js';
import { SAMPLES } from './documents.js';
import { screens } from './screens/index.js';

const GROUPS: readonly (readonly [Screen['group'], Both])[] = [
  ['payments', { ja: '資金移動', en: 'Payments' }],
  ['administration', { ja: '管理', en: 'Administration' }],
  ['documents', { ja: '文書', en: 'Documents' }],
];

const KEPT = 'kessai.lang';

/** The language of the last visit, else the browser's. A browser may forbid that anything is kept. */
function firstLang(): Lang {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === 'ja' || kept === 'en') return kept;
  } catch {
    // It is asked again at the next visit.
  }
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

function keepLang(lang: Lang): void {
  try {
    localStorage.setItem(KEPT, lang);
  } catch {
    // As above.
  }
}

export function start(): void {
  const status = h('div', { class: 'live', role: 'status', 'aria-live': 'polite', id: 'announced' });
  const app = new State(SAMPLES[0], firstLang(), (message) => say(status, message));
  document.body.append(status);
  new Shell(app).start();
}

class Shell {
  readonly skip = h('a', { class: 'skip', href: '#main' });
  readonly header = h('header', { class: 'top' });
  readonly nav = h('nav', { class: 'ways', id: 'ways' });
  readonly main = h('main', { id: 'main', tabindex: '-1' });
  readonly footer = h('footer', { class: 'bottom' });
  /** On a small screen the ways are shown when they are asked for. */
  isOpen = false;
  shown: Screen | undefined;
  mounted: Mounted | undefined;

  constructor(readonly app: App & State) {}

  start(): void {
    this.skip.addEventListener('click', (event) => {
      event.preventDefault();
      this.main.focus();
    });
    document.body.prepend(this.skip, this.header, h('div', { class: 'frame' }, this.nav, this.main), this.footer);
    window.addEventListener('hashchange', () => this.route(true));
    this.app.onChange(() => this.changed());
    this.frame();
    this.route(false);
  }

  changed(): void {
    this.frame();
    if (this.mounted?.update === undefined) this.mount();
    else {
      this.mounted.update();
      this.title();
    }
  }

  /** Everything but the screen. */
  frame(): void {
    const { app } = this;
    attribute(document.documentElement, 'lang', app.lang);
    say(this.skip, app.t({ ja: '本文へ', en: 'Skip to the content' }));
    this.drawHeader();
    this.drawWays();
    put(
      this.footer,
      h('p', null, app.t({
        ja: '入力内容と文書がこのブラウザーの外へ送信されることはありません。例示の文書は公開資料をもとにした架空のものです。',
        en: 'Nothing that you type or load leaves this browser. The banks shown are invented after public descriptions.',
      })),
    );
  }

  drawHeader(): void {
    const { app } = this;
    const { bank, serviceObject, companyObject } = app.documents;
    const name = bank === undefined ? app.label(serviceObject.label, serviceObject.id) : app.t(bank);
    const language = (lang: Lang, label: string) =>
      h(
        'button',
        {
          type: 'button', lang, 'data-lang': lang, 'aria-pressed': String(app.lang === lang),
          onClick: () => {
            keepLang(lang);
            app.setLang(lang);
            this.header.querySelector<HTMLElement>(`[data-lang="${lang}"]`)?.focus();
          },
        },
        label,
      );
    put(
      this.header,
      h('div', { class: 'brand' }, mark(), h('span', { class: 'bank' }, name)),
      h('a', { class: 'customer', href: '#/documents' }, companyObject.name ?? companyObject.id),
      h(
        'div',
        { class: 'languages', role: 'group', 'aria-label': app.t({ ja: '言語', en: 'Language' }) },
        language('ja', '日本語'),
        language('en', 'English'),
      ),
      h(
        'button',
        {
          type: 'button', class: 'menu', 'aria-expanded': String(this.isOpen), 'aria-controls': 'ways',
          onClick: () => this.open(!this.isOpen),
        },
        app.t({ ja: 'メニュー', en: 'Menu' }),
      ),
    );
  }

  drawWays(): void {
    const { app } = this;
    attribute(this.nav, 'aria-label', app.t({ ja: '画面', en: 'Screens' }));
    put(
      this.nav,
      GROUPS.map(([group, title]) => {
        const members = screens.filter((screen) => screen.group === group);
        if (members.length === 0) return null;
        return [
          h('p', { class: 'group', id: `ways-${group}` }, app.t(title)),
          h(
            'ul',
            { 'aria-labelledby': `ways-${group}` },
            members.map((screen) =>
              h('li', null, h('a', { href: `#/${screen.id}`, 'aria-current': this.shown === screen ? 'page' : null }, app.t(screen.title))),
            ),
          ),
        ];
      }),
    );
  }

  open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.nav.classList.toggle('open', isOpen);
    const menu = this.header.querySelector('.menu');
    if (menu !== null) attribute(menu, 'aria-expanded', String(isOpen));
  }

  /** Shows the screen that the address names; the first where it names none. */
  route(isMoved: boolean): void {
    const id = /^#\/([\w-]+)/.exec(location.hash)?.[1];
    const screen = screens.find((screen) => screen.id === id) ?? screens[0];
    this.open(false);
    if (screen !== this.shown) {
      this.shown = screen;
      this.drawWays();
      this.mount();
    }
    // Who moves to another screen is to be told so, and to begin at its top.
    if (isMoved) {
      window.scrollTo(0, 0);
      this.main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
  }

  mount(): void {
    const screen = this.shown;
    if (screen === undefined) return;
    this.mounted?.destroy();
    const root = h('div', { class: `screen screen-${screen.id}` });
    put(this.main, h('h1', { tabindex: '-1' }, this.app.t(screen.title)), root);
    this.mounted = screen.mount(root, this.app);
    this.title();
  }

  title(): void {
    const { app } = this;
    if (this.shown === undefined) return;
    const heading = this.main.querySelector('h1');
    if (heading !== null) say(heading, app.t(this.shown.title));
    document.title = `${app.t(this.shown.title)} · Kessai`;
  }
}

function mark(): SVGSVGElement {
  return s(
    'svg',
    { class: 'mark', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    s('rect', { width: '16', height: '16', rx: '3' }),
    s('path', { d: 'M5 3v10M5 8l6-5M5 8l6 5' }),
  );
}
