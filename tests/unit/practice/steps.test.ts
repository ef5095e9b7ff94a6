import { describe, expect, it } from 'vitest';
import { guideAnew, guideOf, minutesOf, type Practised } from '@/lib/practice/steps';
import { suggestionFor } from '@/lib/practice/suggestions';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 8, 0) + minutes * 60_000).toISOString();
const deeds = (...actions: string[]) => actions.map((action, index) => ({ action, at: at(index) }));
const block = (field: string) => ({ field, level: 'block' });
const suggestion = suggestionFor('latihan-01');

const guide = (some: Partial<Practised>) =>
  guideOf({ id: 'x', status: 'draft', obstacles: [], deeds: deeds('create'), ...some }, suggestion);

describe('the way through practice', () => {
  const places: [what: string, some: Partial<Practised>, step: number, href: string | null, side: string][] =
    [
      ['a name', { obstacles: [block('title'), block('unit')] }, 0, '/indikator/x#isian-title', 'drafter'],
      ['a unit', { obstacles: [block('unit'), block('direction')] }, 1, '/indikator/x#isian-unit', 'drafter'],
      ['a direction', { obstacles: [block('direction')] }, 1, '/indikator/x#isian-direction', 'drafter'],
      ['a baseline', { obstacles: [block('baseline')] }, 2, '/indikator/x#isian-baseline', 'drafter'],
      ['its year', { obstacles: [block('baselineYear')] }, 2, '/indikator/x#isian-baselineYear', 'drafter'],
      [
        'a year',
        { obstacles: [block('milestones.2026')] },
        3,
        '/indikator/x#isian-milestones-2026',
        'drafter',
      ],
      [
        'an answer to a warning',
        { obstacles: [{ field: 'title', level: 'warn' }] },
        4,
        '/indikator/x#isian-title',
        'drafter',
      ],
      ['handing in', {}, 4, '/indikator/x#langkah-submit', 'drafter'],
      ['sending back', { status: 'submitted' }, 5, '/tinjau/x#catatan', 'reviewer'],
      [
        'a correction',
        { status: 'returned', deeds: deeds('create', 'change', 'submit', 'return') },
        6,
        '/indikator/x#isian-source',
        'drafter',
      ],
      [
        'handing in again',
        { status: 'returned', deeds: deeds('create', 'submit', 'return', 'change') },
        6,
        '/indikator/x#langkah-submit',
        'drafter',
      ],
      [
        'approval',
        { status: 'submitted', deeds: deeds('create', 'submit', 'return', 'change', 'submit') },
        7,
        '/tinjau/x#langkah-approve',
        'reviewer',
      ],
    ];

  it.each(places)('leads to %s', (_, some, step, href, side) => {
    const now = guide(some);
    expect(now).toMatchObject({ at: step, link: { href }, side, minutes: null });
    expect(now.steps.filter(({ isDone }) => isDone)).toHaveLength(step);
  });

  it('ends with the approval, and with how long it took', () => {
    const now = guide({
      status: 'approved',
      deeds: deeds('create', 'change', 'submit', 'return', 'submit', 'approve'),
    });
    expect(now).toMatchObject({ at: null, link: null, minutes: 5 });
    expect(now.steps.every(({ isDone }) => isDone)).toBe(true);
  });

  it('is done, too, for whoever approved without sending back', () => {
    expect(guide({ status: 'approved', deeds: deeds('create', 'submit', 'approve') }).at).toBeNull();
  });

  it('goes on after an approved one was opened again', () => {
    const opened = deeds('create', 'submit', 'approve', 'reopen');
    expect(guide({ status: 'returned', deeds: opened })).toMatchObject({ at: 6 });
  });

  it('begins anew when what one practised on was put away, and says who did', () => {
    expect(guideAnew('Rina (Sekretariat)').text).toContain('Rina (Sekretariat)');
    expect(guideAnew(null)).toMatchObject({ at: 0, link: null });
  });
});

describe('how long it took', () => {
  it('leaves long pauses out and is never nothing', () => {
    expect(minutesOf([{ action: 'create', at: at(0) }])).toBe(1);
    const overNight = [0, 2, 700, 703].map(minute => ({ action: 'change', at: at(minute) }));
    expect(minutesOf(overNight)).toBe(10);
  });
});

describe('suggestions', () => {
  it('are the same for one, and others for those who came just before and after', () => {
    const keys = Array.from({ length: 10 }, (_, index) => `latihan-${String(index + 1).padStart(2, '0')}`);
    expect(keys.map(suggestionFor)).toEqual(keys.map(suggestionFor));
    expect(new Set(keys.map(key => suggestionFor(key).title)).size).toBeGreaterThan(8);
  });
});
