import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { renderDocument } from '@/lib/server/documents/ask';
import { type DocumentPool, documentPool } from '@/lib/server/documents/pool';
import { slot } from '@/lib/server/documents/slot';
import { tableDocument } from '@/tests/support/table-document';

const silent = () => {};
const slow = 60_000;

describe('the workers of the program', () => {
  afterAll(() => slot.rembugDocuments?.stop());

  test('draw every format, and say what they do', { timeout: slow }, async () => {
    const stages: string[] = [];
    const pdf = await renderDocument('pdf', tableDocument(6), stage => stages.push(stage));
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(stages).toEqual(['menata halaman', 'menulis berkas']);
    const [xlsx, docx, csv] = await Promise.all(
      (['xlsx', 'docx', 'csv'] as const).map(format => renderDocument(format, tableDocument(1_200), silent)),
    );
    expect([...(xlsx ?? []).slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect([...(docx ?? []).slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(new TextDecoder().decode(csv).split('\r\n').length).toBeGreaterThan(1_200);
  });
});

describe('a worker that misbehaves', { timeout: slow }, () => {
  let pool: DocumentPool | undefined;
  const start = (limits: { workers?: number; limitMs?: number }) => {
    pool = documentPool({ file: join(process.cwd(), 'tests/support/bad-worker.mjs'), ...limits });
    return (title: string) => pool?.render('csv', tableDocument(1, { title }), silent);
  };
  afterEach(() => pool?.stop());

  test.each(['crash', 'exit'])('is replaced after a %s', async title => {
    const render = start({ workers: 1 });
    const [broken, next] = await Promise.allSettled([render(title), render('fine')]);
    expect(broken.status).toBe('rejected');
    expect(next).toEqual({ status: 'fulfilled', value: Uint8Array.of(1) });
  });

  test('says why it failed, and goes on', async () => {
    const render = start({ workers: 1 });
    await expect(render('fail')).rejects.toThrow('no paper');
    await expect(render('fine')).resolves.toEqual(Uint8Array.of(1));
  });

  test.each(['hang', 'spin'])('is ended at the limit: %s', async title => {
    const render = start({ workers: 1, limitMs: 3_000 });
    const [hung, next] = await Promise.allSettled([render(title), render('fine')]);
    const message = expect.stringMatching(/^Berkas terlalu lama dibuat/);
    expect(hung).toMatchObject({ status: 'rejected', reason: { message } });
    expect(next.status).toBe('fulfilled');
  });

  test('is not waited for when the program ends', async () => {
    const render = start({ workers: 1 });
    const hung = render('hang');
    const waiting = render('fine');
    pool?.stop();
    expect((await Promise.allSettled([hung, waiting])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
  });
});
