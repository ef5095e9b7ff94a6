// A worker that misbehaves as the title of its document says.
let title = '';
process.on('message', order => {
  if (order.kind === 'begin') title = order.document.title;
  if (order.kind !== 'draw') return;
  if (title === 'crash') throw new Error('as asked');
  if (title === 'spin') for (;;);
  if (title === 'exit') process.exit(7);
  if (title === 'fail') process.send?.({ kind: 'failed', reason: 'no paper' });
  if (title === 'fine') process.send?.({ kind: 'done', content: Uint8Array.of(1) });
});
