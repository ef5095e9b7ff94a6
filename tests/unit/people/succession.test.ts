import { describe, expect, it } from 'vitest';
import { departmentFinder } from '@/lib/exchange/import/departments';
import {
  type Draft,
  draftOf,
  emptyDraft,
  end,
  type Held,
  holdersAfter,
  likelyOwner,
  postAfter,
  splitDepartments,
  stay,
  supportKey,
  withChoices,
  withHeir,
  withoutHeir,
} from '@/lib/people/succession';

const founded = { code: 'N', name: 'Dinas N', kind: 'DEPARTMENT' };
const item = (id: string, departmentId: string, more: Partial<Held> = {}): Held => ({
  ...{ id, departmentId, parentId: null, supporterIds: [], ...more },
});

const renamed = withHeir(emptyDraft, ['a'], 'n', founded);
const merged = withHeir(emptyDraft, ['a', 'b'], 'n', founded);
const split = withHeir(withHeir(emptyDraft, ['a'], 'n', founded), ['a'], 'c');

describe('who answers for an item', () => {
  it('is the one successor of a department that was renamed, or put together with others', () => {
    expect(holdersAfter(renamed, item('1', 'a'))).toEqual({ departmentId: 'n', supporterIds: [] });
    expect(holdersAfter(merged, item('1', 'b'))).toEqual({ departmentId: 'n', supporterIds: [] });
    expect(splitDepartments(merged)).toEqual([]);
  });

  it('is chosen for a department that was split, and only among its successors', () => {
    expect(splitDepartments(split)).toEqual(['a']);
    expect(holdersAfter(split, item('1', 'a'))).toBeNull();
    const chosen = (owner: string) => ({ ...split, owners: { '1': owner } });
    expect(holdersAfter(chosen('c'), item('1', 'a'))?.departmentId).toBe('c');
    expect(holdersAfter(chosen('b'), item('1', 'a'))).toBeNull();
    expect(holdersAfter(split, item('constructor', 'a'))).toBeNull();
  });

  it('stays who it is where the department goes on', () => {
    expect(holdersAfter(merged, item('1', 'd', { supporterIds: ['e'] }))).toEqual({
      ...{ departmentId: 'd', supporterIds: ['e'] },
    });
  });

  it('is likely whoever answers for what it hangs under', () => {
    const all = [
      item('t', 'a'),
      item('i', 'a', { parentId: 't' }),
      item('x', 'c'),
      item('j', 'a', { parentId: 'x' }),
    ];
    const byId = new Map(all.map(one => [one.id, one]));
    expect(likelyOwner(split, all[1] as Held, byId)).toBeNull();
    expect(likelyOwner({ ...split, owners: { t: 'n' } }, all[1] as Held, byId)).toBe('n');
    expect(likelyOwner(split, all[3] as Held, byId)).toBe('c');
  });
});

describe('who supports an item', () => {
  it('is the successor, once, and never the owner itself', () => {
    expect(holdersAfter(merged, item('1', 'c', { supporterIds: ['a', 'b', 'd'] }))?.supporterIds).toEqual([
      'd',
      'n',
    ]);
    expect(holdersAfter(merged, item('1', 'a', { supporterIds: ['b'] }))?.supporterIds).toEqual([]);
  });

  it('is every successor of one that was split, unless one was chosen', () => {
    const supported = item('1', 'd', { supporterIds: ['a'] });
    expect(holdersAfter(split, supported)?.supporterIds).toEqual(['c', 'n']);
    const chosen = { ...split, supporters: { [supportKey('1', 'a')]: 'c' } };
    expect(holdersAfter(chosen, supported)?.supporterIds).toEqual(['c']);
  });
});

describe('where people go', () => {
  const post = (role: string, departmentId = 'a') => ({ id: 'p', role, departmentId });

  it('follows the one successor; a head only where no other comes along', () => {
    expect(postAfter(renamed, post('head'))).toEqual({ to: 'n', isChosen: false });
    expect(postAfter(renamed, post('operator'))).toEqual({ to: 'n', isChosen: false });
    expect(postAfter(merged, post('head'))).toEqual({ to: stay, isChosen: false });
    expect(postAfter(merged, post('operator'))).toEqual({ to: 'n', isChosen: false });
    expect(postAfter(withHeir(emptyDraft, ['a'], 'c'), post('head'))).toEqual({ to: stay, isChosen: false });
  });

  it('is for somebody to say where a department was split', () => {
    expect(postAfter(split, post('operator'))).toEqual({ to: stay, isChosen: false });
    expect(postAfter({ ...split, posts: { p: 'c' } }, post('operator'))).toEqual({ to: 'c', isChosen: true });
    expect(postAfter({ ...split, posts: { p: end } }, post('operator'))).toEqual({ to: end, isChosen: true });
    expect(postAfter({ ...split, posts: { p: 'z' } }, post('operator'))).toEqual({
      to: stay,
      isChosen: false,
    });
  });
});

describe('a draft', () => {
  it('forgets a department to come when nothing leads to it any more', () => {
    const one = withoutHeir(split, 'a', 'n');
    expect([one.heirs, one.founded]).toEqual([{ a: ['c'] }, {}]);
    expect(withoutHeir(merged, 'a', 'n')).toMatchObject({ heirs: { b: ['n'] }, founded: { n: founded } });
    expect(withoutHeir(one, 'a', 'c').heirs).toEqual({});
  });

  it('keeps choices one by one; who comes second on the same one is told', () => {
    const kept = withChoices(split, 'owners', [{ key: '1', was: '', wanted: 'n' }]);
    const draft = ('draft' in kept ? kept.draft : null) as Draft;
    expect(draft.owners).toEqual({ '1': 'n' });
    expect(withChoices(draft, 'owners', [{ key: '1', was: '', wanted: 'c' }])).toEqual({ clash: '1' });
    // The same choice twice is no clash, and another one beside it is taken.
    const both = withChoices(draft, 'owners', [
      { key: '1', was: '', wanted: 'n' },
      { key: '2', was: '', wanted: 'c' },
    ]);
    expect('draft' in both && both.draft.owners).toEqual({ '1': 'n', '2': 'c' });
    expect(withChoices(draft, 'owners', [{ key: '1', was: 'n', wanted: '' }])).toMatchObject({
      draft: { owners: {} },
    });
  });

  it('is read from whatever is stored', () => {
    expect(draftOf(null)).toEqual(emptyDraft);
    expect(draftOf({ heirs: { a: ['n'] } })).toEqual({ ...emptyDraft, heirs: { a: ['n'] } });
  });
});

describe('names in old files', () => {
  const departments = [
    { id: 'a', code: 'A', name: 'Dinas Lama', isEnded: true, successorIds: ['b'] },
    { id: 'b', code: 'B', name: 'Dinas Tengah', isEnded: true, successorIds: ['n'] },
    { id: 's', code: 'S', name: 'Dinas Pecah', isEnded: true, successorIds: ['n', 'c'] },
    { id: 'c', code: 'C', name: 'Dinas C' },
    { id: 'n', code: 'N', name: 'Dinas Baru' },
  ];
  const find = departmentFinder(departments, 'Kabupaten Uji', { namalama: 'a' });

  it('lead to the successor of today', () => {
    expect(find('A')).toEqual({ kind: 'one', id: 'n', by: 'code' });
    expect(find('Dinas Lama')).toEqual({ kind: 'one', id: 'n', by: 'name' });
    expect(find('nama lama')).toEqual({ kind: 'one', id: 'n', by: 'answer' });
    expect(find('C')).toEqual({ kind: 'one', id: 'c', by: 'code' });
  });

  it('are asked about where there are several successors', () => {
    expect(find('Dinas Pecah')).toMatchObject({ kind: 'unknown' });
  });
});
