// The page is static: its files work from any folder of any server.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin, UserConfig } from 'vite';

const ITEM_PAGE = fileURLToPath(new URL('../../docs/item.md', import.meta.url));

/** `virtual:order-graph`: the life of an item as the engine draws it (`cargo xtask docs`, which a test keeps current). */
function orderGraph(): Plugin {
  const name = 'virtual:order-graph';
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const drawn = /<!-- graph: begin -->\n```mermaid\n([^]*?)```\n<!-- graph: end -->/.exec(readFileSync(ITEM_PAGE, 'utf8'));
      if (drawn === null) throw new Error(`no graph in ${ITEM_PAGE}`);
      return `export default ${JSON.stringify(drawn[1])};`;
    },
  };
}

const config: UserConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [orderGraph()],
  // The module stands beside the script that asks for it, which a copy made for the development server would not have.
  optimizeDeps: { exclude: ['kessai'] },
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
};

export default config;
