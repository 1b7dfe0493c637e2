// Inline is what Vitest does with packages that are linked: it runs them as it runs the application's own files.
export default { test: { server: { deps: { inline: process.env.KESSAI_INLINE === 'true' ? ['kessai'] : [] } } } };
