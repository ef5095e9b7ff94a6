import { expect, test } from 'vitest';
import { changedSince } from '@/lib/council/changed-since';
import { endorsementMark, endorsementWords } from '@/lib/council/endorsement-words';
import { decisionNumber, minutesNumber } from '@/lib/council/number';
import { type Decided, standingsOf } from '@/lib/council/standing';
import type { Scalar } from '@/lib/plan/paths';

const decision = (ordinal: number, kind: Decided['kind'], more: Partial<Decided> = {}): Decided => ({
  ...{ id: `k${ordinal}`, ordinal, year: 2026, kind, dimensionId: 'x', revokesId: null, text: null },
  ...{ planRevision: ordinal * 10, deciderName: 'Dewan', office: 'Anggota', at: new Date(0), ...more },
});

test('numbers count within the plan and carry the year', () => {
  expect(decisionNumber({ ordinal: 2, year: 2026 })).toBe('02/2026');
  expect(decisionNumber({ ordinal: 118, year: 2027 })).toBe('118/2027');
  expect(minutesNumber({ ordinal: 3, date: '2026-11-26' })).toBe('BA-03/2026');
});

test('the last decision on a dimension holds, in whatever order they are read', () => {
  const list = [decision(3, 'endorse'), decision(1, 'endorse'), decision(2, 'revise', { text: 'Lengkapi.' })];
  expect(standingsOf(list).get('x')).toMatchObject({
    state: 'endorsed',
    number: '03/2026',
    planRevision: 30,
  });
  expect(standingsOf(list.slice(1)).get('x')).toMatchObject({ state: 'revision', note: 'Lengkapi.' });
});

test('a revocation leaves nothing that holds, and brings no earlier one back', () => {
  const list = [decision(1, 'revise'), decision(2, 'endorse'), decision(3, 'revoke', { revokesId: 'k2' })];
  expect(standingsOf(list).size).toBe(0);
  expect(standingsOf([...list, decision(4, 'endorse')]).get('x')?.number).toBe('04/2026');
});

test('revoking what holds no longer changes nothing', () => {
  const list = [decision(1, 'revise'), decision(2, 'endorse'), decision(3, 'revoke', { revokesId: 'k1' })];
  expect(standingsOf(list).get('x')?.number).toBe('02/2026');
});

test('resolutions and other dimensions are left alone', () => {
  const list = [decision(1, 'endorse'), decision(2, 'resolve'), decision(3, 'revise', { dimensionId: 'y' })];
  expect(standingsOf(list).get('x')?.state).toBe('endorsed');
});

let revision = 0;
function event(id: string, changes: [path: string, before: Scalar, after: Scalar][], type = 'item') {
  revision += 1;
  const told = changes.map(([path, before, after]) => ({ path, before, after }));
  return { body: JSON.stringify({ subject: { type, id }, changes: told, revision }) };
}

test('what changed since: netted, by where an item is and was, without mere order', () => {
  revision = 0;
  const events = [
    event('old', [['title', null, 'a']]),
    event('back', [['title', 'a', 'b']]),
    event('back', [['title', 'b', 'a']]),
    event('moved', [['position', 'a0', 'a1']]),
    event('changed', [['milestones.2026.low', '1', '2']]),
    event('left', [['dimensionId', 'x', 'y']]),
    event('came', [['dimensionId', 'y', 'x']]),
    event('elsewhere', [['title', 'a', 'b']]),
    event('comment', [['text', null, 'a']], 'comment'),
    event('approved', [['status', 'submitted', 'approved']]),
  ];
  const now: Record<string, string> = { left: 'y', elsewhere: 'y' };
  const since = (dimensionId: string) =>
    changedSince(events, { dimensionId, revision: 1 }, id => now[id] ?? 'x');
  expect(since('x')).toEqual(['changed', 'left', 'came', 'approved']);
  expect(since('y')).toEqual(['left', 'came', 'elsewhere']);
});

test('how a dimension stands, in words', () => {
  const told = { number: '02/2026', note: 'Tambah sumber.', changed: 0 };
  expect(endorsementWords(null)).toBe('Belum disahkan Dewan.');
  expect(endorsementWords({ ...told, state: 'endorsed' })).toBe('Disahkan Dewan dengan keputusan 02/2026.');
  expect(endorsementWords({ ...told, state: 'revision' })).toBe(
    'Diminta perbaikan dengan keputusan 02/2026: Tambah sumber.',
  );
  const stale = { ...told, state: 'endorsed' as const, changed: 3 };
  expect(endorsementWords(stale)).toContain('Perlu diperbarui: 3 isian berubah sejak itu.');
  expect(endorsementMark(stale)).toBe('Perlu diperbarui');
});
