import { expect, it } from 'vitest';
import { regionFile } from '@/lib/people/region-file';
import example from '@/prisma/region.example.json';
import { neighbourFile } from '@/prisma/seed/neighbour';
import { purbalinggaFile } from '@/prisma/seed/purbalingga';

it('is what the documented example and the demo data are', () => {
  for (const file of [example, purbalinggaFile(new Date(0)), neighbourFile()]) {
    expect(regionFile.safeParse(file).error).toBeUndefined();
  }
});

it('has 45 departments, 94 accounts and four stages for Purbalingga', () => {
  const { departments, accounts, stages, dimensions } = purbalinggaFile(new Date(0));
  expect([departments.length, accounts.length, stages.length]).toEqual([45, 94, 4]);
  expect(dimensions.flatMap(({ subdimensions }) => subdimensions)).toHaveLength(18);
});
