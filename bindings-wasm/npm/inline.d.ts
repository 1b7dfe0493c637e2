import { init } from './index.js';
import type { ModuleSource } from './platform.js';

export * from './index.js';
export default init;

/** Makes the engine ready at once: from the bytes inside, or from those given, or from a compiled module. */
export function initSync(module?: ModuleSource): void;
