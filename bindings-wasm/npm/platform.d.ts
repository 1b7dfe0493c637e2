// What hosts differ in: each type is the host's own where it has one, and left out where it has none. So the package can be checked
// without the libraries of browsers, and with those of ES2022.

/** Bytes, as a buffer or as a view of one. */
export type Bytes = ArrayBuffer | ArrayBufferView;

/** Bytes with a buffer of their own. */
export type OwnBytes = ReturnType<Uint8ArrayConstructor['of']>;

/** What instances of one of the host's own classes are; never, where the host has no such class. */
type InstanceOf<Name extends string, Host = typeof globalThis> =
  Host extends { [K in Name]: { prototype: infer Instance } } ? Instance : never;

/** A module of WebAssembly that is compiled already. */
export type CompiledModule =
  typeof globalThis extends { WebAssembly: infer WebAssembly } ? InstanceOf<'Module', WebAssembly> : never;

/** A module: its bytes, or compiled. */
export type ModuleSource = CompiledModule | Bytes;

/** Where a module comes from: the module itself, a response that brings it, or its address. */
export type ModuleOrigin =
  | ModuleSource
  | InstanceOf<'Response'>
  | InstanceOf<'URL'>
  | string
  | Promise<ModuleSource | InstanceOf<'Response'>>;

/** The key of the method that `using` calls; never, where the host has none. */
type DisposeKey = Extract<SymbolConstructor[Extract<keyof SymbolConstructor, 'dispose'>], symbol>;

/** What `using` can free, where the language knows `using`. */
export type Freed = { [K in DisposeKey]: () => void };
