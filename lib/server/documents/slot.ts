import type { DocumentPool } from './pool';

/** Where the program leaves its pools for Next's bundle, which runs in the same process but loads modules of its own. */
export const slot = globalThis as { rembugDocuments?: DocumentPool; rembugReader?: DocumentPool };
