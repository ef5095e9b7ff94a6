import data from './data/purbalingga.json' with { type: 'json' };

/** Indicators of departments that are themselves a component of IPM. */
export const feedsIpm: Record<string, string> = { 'SL-01': 'uhh', 'SS-01': 'rls', 'SS-02': 'hls' };

/** The plan sets targets for IPM and for what departments do; none is made up for a component. */
export const noComponentTarget = 'Rencana ini menargetkan IPM, bukan angka komponennya.';

const components = [
  { code: 'UHH', figure: 'UHH', name: 'Umur harapan hidup', unit: 'tahun', ipm: 'uhh' },
  { code: 'HLS', figure: 'HLS', name: 'Harapan lama sekolah', unit: 'tahun', ipm: 'hls' },
  { code: 'RLS', figure: 'RLS', name: 'Rata-rata lama sekolah', unit: 'tahun', ipm: 'rls' },
  {
    code: 'PPK',
    figure: 'expenditureThousandRupiah',
    name: 'Pengeluaran riil per kapita',
    unit: 'Rp ribu',
    ipm: 'spending',
  },
] as const;

/** IPM and the region's figures of its four components, as published for the latest year that the file has. */
export function ipmSources() {
  const { components: published, ...ipm } = data.overarching;
  const milestones = Object.fromEntries(data.plan.years.map(year => [year, null]));
  const parts = Object.entries(published)
    .slice(-1)
    .flatMap(([year, figures]) =>
      components.map(({ figure, name, ...source }) => ({
        ...source,
        ...{ name: `${name} (komponen IPM)`, direction: 'UP', provenance: 'baseline real' },
        ...{ department: ipm.department, baseline: { value: figures[figure], year: Number(year) } },
        milestones,
      })),
    );
  return [{ code: 'IPM', ...ipm, ipm: 'index' }, ...parts];
}
