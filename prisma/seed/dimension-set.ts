import type { RegionFile } from '@/lib/people/region-file';
import subdimensions from './data/dimensions.json' with { type: 'json' };

type Template = Omit<RegionFile['dimensions'][number], 'subdimensions' | 'coordinator' | 'decree'> & {
  key: string;
};

// Colours: six that stay apart in normal, deuteranopia and protanopia views (INTERFACE 4).
const templates: Template[] = [
  { key: 'GOVERNANCE', code: 'SG', name: 'Smart Governance', colour: '#0437b4', icon: 'landmark' },
  { key: 'BRANDING', code: 'SB', name: 'Smart Branding', colour: '#550535', icon: 'megaphone' },
  { key: 'ECONOMY', code: 'SE', name: 'Smart Economy', colour: '#523719', icon: 'coins' },
  { key: 'LIVING', code: 'SL', name: 'Smart Living', colour: '#1a7872', icon: 'heart-pulse' },
  { key: 'SOCIETY', code: 'SS', name: 'Smart Society', colour: '#2d0e6b', icon: 'users' },
  { key: 'ENVIRONMENT', code: 'SN', name: 'Smart Environment', colour: '#3d7b13', icon: 'leaf' },
];

/** The six dimensions with their 18 subdimensions, as the ministry's evaluation of 2023 names them (DOMAIN 9). */
export function dimensionSet(
  coordinators: Record<string, string>,
  decree?: string,
): RegionFile['dimensions'] {
  return templates.map(({ key, ...template }) => ({
    ...template,
    coordinator: coordinators[key],
    decree,
    subdimensions: subdimensionsOf(key),
  }));
}

/** The code of a dimension by its name in the data files, e.g. LIVING → SL. */
export function dimensionCode(key: string): string {
  const template = templates.find(candidate => candidate.key === key);
  if (!template) throw new Error(`unknown dimension ${key}`);
  return template.code;
}

function subdimensionsOf(key: string) {
  const list = subdimensions[key as keyof typeof subdimensions];
  return [...list]
    .sort((a, b) => a.print_order - b.print_order)
    .map(({ code, name_id }) => ({ code, name: name_id }));
}
