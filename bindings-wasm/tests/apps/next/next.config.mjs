import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Only for these tests, where Next itself is installed further up.
export default { turbopack: { root: resolve(dirname(fileURLToPath(import.meta.url)), process.env.KESSAI_ROOT) } };
