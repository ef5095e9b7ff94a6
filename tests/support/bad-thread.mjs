// A worker that misbehaves as the title of its document says.
import { parentPort } from 'node:worker_threads';

let title = '';
parentPort?.on('message', order => {
  if (order.kind === 'begin') title = order.document.title;
  if (order.kind !== 'draw') return;
  if (title === 'crash') throw new Error('as asked');
  if (title === 'exit') process.exit(7);
  if (title === 'fail') parentPort?.postMessage({ kind: 'failed', reason: 'no paper' });
  if (title === 'fine') parentPort?.postMessage({ kind: 'done', content: Uint8Array.of(1) });
});
