// `cargo xtask demo --picture`: the picture of the page in the project's README.
import { fileURLToPath } from 'node:url';

import { open } from '../tests/demo.mjs';

const { address, browser, close } = await open();
try {
  const page = await browser.newPage({ locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 1180 } });
  await page.goto(`${address}#/transfer`);
  await page.waitForSelector('h1');
  await page.screenshot({ path: fileURLToPath(new URL('../../docs/page.png', import.meta.url)) });
} finally {
  await close();
}
