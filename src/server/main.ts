/**
 * The language server as one script for both hosts, so that the package holds the engine and its weights once: a process runs it, or a
 * worker from a blob. What a host lacks is never loaded in it.
 */
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';

(isNode ? import('./node') : import('./web')).catch((error: unknown) => {
  // A promise that nobody keeps would fail in silence in a worker; an error is heard by whoever started it.
  setTimeout(() => {
    throw error;
  });
});
