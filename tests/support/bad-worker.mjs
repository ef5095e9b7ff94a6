// A worker that misbehaves as the title of its document, or the name of the file it is to open, says.
let title = '';
process.on('message', order => {
  if (order.kind === 'begin') title = order.document.title;
  if (order.kind === 'open') title = order.fileName;
  if (order.kind !== 'draw' && order.kind !== 'open') return;
  if (title === 'crash') throw new Error('as asked');
  if (title === 'spin') for (;;);
  if (title === 'exit') process.exit(7);
  if (title === 'fail') process.send?.({ kind: 'failed', reason: 'no paper' });
  if (title !== 'fine') return;
  if (order.kind === 'draw') process.send?.({ kind: 'done', content: Uint8Array.of(1) });
  else process.send?.({ kind: 'opened', file: { ok: true, format: 'csv', sheets: [], notes: [] } });
});
