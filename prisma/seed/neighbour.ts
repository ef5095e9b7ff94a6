import type { RegionFile } from '@/lib/people/region-file';
import { dimensionSet } from './dimension-set';

/** A second, plainly fictional region with an empty plan: it shows that regions never mix. */
export function neighbourFile(): RegionFile {
  const departments = [
    { code: 'DINKES', name: 'Dinas Kesehatan Contoh', kind: 'DEPARTMENT' },
    { code: 'DISKOMINFO', name: 'Dinas Komunikasi Contoh', kind: 'DEPARTMENT' },
    { code: 'BAPPEDA', name: 'Badan Perencanaan Contoh', kind: 'AGENCY' },
  ];
  const definitive = { tenure: 'definitive' as const };
  return {
    region: {
      ...{ code: '99.99', name: 'Kota Contoh Seberang', province: 'Provinsi Contoh', headTitle: 'Wali Kota' },
      contact: 'Sekretariat: WhatsApp 0813-0000-0000 (contoh)',
    },
    decrees: [],
    departments,
    plan: {
      name: 'Rencana Induk Kota Cerdas Kota Contoh Seberang',
      ...{ baselineYear: 2024, years: [2025, 2026, 2027], draftsVisible: false, selfReview: false },
    },
    dimensions: dimensionSet({ GOVERNANCE: 'DISKOMINFO', LIVING: 'DINKES' }),
    stages: [{ name: 'Bimtek I' }],
    accounts: [
      {
        username: 'sekretariat',
        name: 'Sekretariat Seberang',
        roles: [{ role: 'secretariat', ...definitive }],
      },
      { username: 'dewan', name: 'Dewan Seberang', roles: [{ role: 'council', ...definitive }] },
      ...departments.map(({ code }) => ({
        ...{ username: code.toLowerCase(), name: `Kepala ${code} Seberang` },
        roles: [
          { role: 'head' as const, department: code, ...definitive },
          ...(code === 'BAPPEDA'
            ? [{ role: 'secondApprover' as const, department: code, ...definitive }]
            : []),
        ],
      })),
    ],
  };
}
