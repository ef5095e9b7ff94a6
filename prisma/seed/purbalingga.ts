import type { RegionFile } from '@/lib/people/region-file';
import type { Cell, Fields, ItemKind } from '@/lib/plan/kinds/kind';
import { emptyCell } from '@/lib/plan/kinds/kind';
import data from './data/purbalingga.json' with { type: 'json' };
import succession from './data/succession-2025.json' with { type: 'json' };
import { dimensionCode, dimensionSet } from './dimension-set';
import { feedsIpm, ipmSources, noComponentTarget } from './ipm';

type Value = number | null | { low: number; high: number };
type SourceIndicator = {
  code?: string;
  name: string;
  unit: string;
  direction: string;
  baseline: { value: number | null; year: number | null };
  milestones: Record<string, Value>;
  department: string;
  provenance: string;
};

/** One item of the plan as its department would enter it. */
export type SourceItem = {
  key: string;
  kind: ItemKind;
  parentKey: string | null;
  dimension: string | null;
  department: string;
  /** The file names no owner, so this one is an example. */
  isOwnerIllustrative: boolean;
  fields: Fields;
};

// Counted since the start of the plan (DOMAIN 6.2).
const runningTotals = ['SL-06', 'SN-02', 'SS-06'];

const absences: Record<string, { milestones?: string; baseline?: string }> = {
  'SG-01': { milestones: 'Diganti Indeks Pemerintah Digital mulai 2026.' },
  'SG-02': {
    baseline: 'Indeks ini baru dinilai mulai 2026.',
    milestones: 'Belum dinilai; tahun itu masih memakai Indeks SPBE.',
  },
};

/** Answers to the warnings of the checks; examples, as the figures they explain are. */
const answers: Record<string, Record<string, string>> = {
  'SE-03': {
    'direction.2025': 'Angka 2022 masih terangkat pemulihan pascapandemi; jalur tumbuh dihitung dari 2025.',
  },
};

/** The six goals, 27 targets and 41 indicators of the file, then IPM and its components as the region's own; parents first. */
export function purbalinggaItems(): SourceItem[] {
  const coordinators: Record<string, string> = data.coordinatorsIllustrative;
  const items: SourceItem[] = [];
  for (const [goalIndex, goal] of data.plan.goals.entries()) {
    const dimension = dimensionCode(goal.dimension);
    const goalKey = `goal-${goalIndex + 1}`;
    const goalOwner = coordinators[goal.dimension] ?? '';
    items.push({
      ...{
        key: goalKey,
        kind: 'goal',
        parentKey: null,
        dimension,
        department: goalOwner,
        isOwnerIllustrative: true,
      },
      fields: { title: goal.goal, priority: 'primary', horizon: '5' },
    });
    for (const [targetIndex, target] of goal.targets.entries()) {
      const targetKey = `${goalKey}-target-${targetIndex + 1}`;
      const targetOwner = target.indicators[0]?.department ?? goalOwner;
      items.push({
        ...{ key: targetKey, kind: 'target', parentKey: goalKey, dimension, department: targetOwner },
        isOwnerIllustrative: true,
        fields: { title: target.target, subdimensionId: `p1-${target.subdimension.toLowerCase()}` },
      });
      for (const indicator of target.indicators as SourceIndicator[]) {
        items.push({
          ...{ key: indicator.code ?? '', kind: 'indicator', parentKey: targetKey, dimension },
          ...{ department: indicator.department, isOwnerIllustrative: false },
          fields: indicatorFields(indicator),
        });
      }
    }
  }
  for (const { ipm, ...source } of ipmSources()) {
    items.push({
      ...{ key: source.code, kind: 'indicator', parentKey: null, dimension: null },
      ...{ department: source.department, isOwnerIllustrative: false },
      fields: {
        ...indicatorFields(source, noComponentTarget),
        ...{ ipm, dataSeries: data.overarching.series, source: 'BPS' },
      },
    });
  }
  return items;
}

function indicatorFields(source: SourceIndicator, absence?: string): Fields {
  const code = source.code ?? '';
  const real = realParts(source.provenance);
  const values = [source.baseline.value, ...Object.values(source.milestones)];
  const isRange = values.some(value => typeof value === 'object' && value !== null);
  const cells = Object.entries(source.milestones).map(([year, value]): [string, Cell] => [
    `milestones.${year}`,
    cell(value, !real.has(year), absences[code]?.milestones ?? absence),
  ]);
  const reasons = Object.entries(answers[code] ?? {}).map(([key, text]): [string, string] => [
    `reasons.${key}`,
    text,
  ]);
  return {
    ...{ title: source.name, code, unit: source.unit, direction: source.direction.toLowerCase() },
    accumulation: runningTotals.includes(code) ? 'cumulative' : 'yearly',
    valueType: isRange ? 'range' : 'number',
    precision: Math.max(...values.map(digits)),
    baselineYear: source.baseline.year,
    baseline: cell(source.baseline.value, !real.has('baseline'), absences[code]?.baseline),
    ...(feedsIpm[code] ? { ipm: feedsIpm[code] } : {}),
    ...Object.fromEntries(cells),
    ...Object.fromEntries(reasons),
  };
}

/** Which values a provenance calls real: "baseline and 2029 real, rest illustrative" → baseline, 2029. */
function realParts(provenance: string): Set<string> {
  const claim = /^(.*?) real\b/.exec(provenance)?.[1] ?? '';
  return new Set(claim.match(/baseline|\d{4}/g) ?? []);
}

function cell(value: Value, illustrative: boolean, absence: string | undefined): Cell {
  if (value === null) return { ...emptyCell, skipReason: absence ?? null };
  if (typeof value === 'number') return { ...emptyCell, low: String(value), illustrative };
  return { ...emptyCell, low: String(value.low), high: String(value.high), illustrative };
}

function digits(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'object') return Math.max(digits(value.low), digits(value.high));
  return String(value).split('.')[1]?.length ?? 0;
}

/** Purbalingga as a region file. Coordinators, accounts and deadlines are examples; departments and decrees are real. */
export function purbalinggaFile(now: Date): RegionFile {
  const { region, decrees, departments, plan } = data;
  const decree = decrees.find(({ kind }) => kind === 'KEPUTUSAN_BUPATI')?.number;
  return {
    region: {
      ...{ code: region.code, name: region.name, province: region.province, headTitle: region.headTitle },
      contact: 'Sekretariat: WhatsApp 0812-0000-0000 (contoh)',
      vision: region.rpjmdVision,
    },
    decrees: decrees.map(({ kind, number, ...rest }) => ({ kind, number, ...rest })),
    departments: departments.map(({ code, name, kind }) => ({ code, name, kind })),
    plan: {
      name: 'Rencana Induk Kota Cerdas Kabupaten Purbalingga 2025–2029',
      ...{ baselineYear: plan.baselineYear, years: plan.years, draftsVisible: false, selfReview: false },
    },
    dimensions: dimensionSet(data.coordinatorsIllustrative),
    stages: stages(now),
    accounts: accounts(departments, decree),
    successions: [succession],
  };
}

function stages(now: Date): RegionFile['stages'] {
  const names = ['Bimtek I', 'Bimtek II', 'Bimtek III', 'Bimtek IV'];
  return names.map((name, index) => {
    const day = new Date(now.getTime() + (3 + 28 * index) * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    return { name, deadline: `${day}T16:00:00+07:00` };
  });
}

type SourceDepartment = { code: string; name: string; kind: string };

function accounts(departments: SourceDepartment[], decree: string | undefined): RegionFile['accounts'] {
  const person = (
    username: string,
    name: string,
    role: 'secretariat' | 'council' | 'adviser' | 'regent',
  ) => ({
    ...{ username, name },
    roles: [{ role, tenure: 'definitive' as const, decree }],
  });
  const staff = departments.flatMap(({ code, name, kind }) => {
    const isDistrict = kind === 'DISTRICT';
    const head = isDistrict ? name.replace('Kecamatan', 'Camat') : `Kepala ${code}`;
    const held = { department: code, tenure: 'definitive' as const };
    // Second approver of the coordinating departments' own items; an example.
    const second = code === 'BAPPELITBANGDA' ? [{ role: 'secondApprover' as const, ...held }] : [];
    return [
      { username: code.toLowerCase(), name: head, roles: [{ role: 'head' as const, ...held }, ...second] },
      {
        username: `${code.toLowerCase()}.operator`,
        name: `Operator ${isDistrict ? name : code}`,
        roles: [{ role: 'operator' as const, ...held }],
      },
    ];
  });
  return [
    person('sekretariat', 'Sekretariat Smart City', 'secretariat'),
    person('dewan', 'Anggota Dewan Smart City', 'council'),
    person('pendamping', 'Pendamping Smart City', 'adviser'),
    person('bupati', 'Bupati', 'regent'),
    ...staff,
  ];
}

/** The user name of whoever reviews an item of the demo plan (DESIGN 6). */
export function reviewerOf(item: Pick<SourceItem, 'dimension' | 'department'>): string {
  if (item.dimension === null) return 'sekretariat';
  const entry = Object.entries(data.coordinatorsIllustrative).find(
    ([key]) => dimensionCode(key) === item.dimension,
  );
  const coordinator = entry?.[1] ?? '';
  return item.department === coordinator ? 'bappelitbangda' : coordinator.toLowerCase();
}
