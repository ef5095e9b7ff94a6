// The way into a worker: a thread knows TypeScript only when it registers the loader itself.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
