import { AsyncLocalStorage } from 'node:async_hooks';

export type RequestContext = {
  id: string;
  address: string;
  /** Whether a server action was reached: what fails before that is the sender's fault. */
  isReached?: boolean;
  /** Ends its connection, whether or not the other side still reads. */
  cut?: () => void;
  /** Writes straight into an answer that has begun. */
  write?: (text: Uint8Array) => void;
  /** How many bytes of the answer have not been taken yet. */
  waiting?: () => number;
};

const shared = globalThis as typeof globalThis & { rembugRequests?: AsyncLocalStorage<RequestContext> };

// Next bundles its own copy of this module; the storage is shared through globalThis.
const storage = () => {
  shared.rembugRequests ??= new AsyncLocalStorage();
  return shared.rembugRequests;
};

/** Runs `work` as part of one request, so that logs know its id. */
export function inRequest<T>(context: RequestContext, work: () => T): T {
  return storage().run(context, work);
}

/** The request being answered, if any. */
export function currentRequest(): RequestContext | undefined {
  return storage().getStore();
}
