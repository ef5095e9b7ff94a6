import { weightFields } from './kinds/goal';

const labelsOf = (path: string) =>
  new Map(
    weightFields.find(field => field.path === path)?.options?.map(({ value, label }) => [value, label]),
  );

const priorities = labelsOf('priority');
const horizons = labelsOf('horizon');

/** The owner's own mark in words, "Utama"; '' for none. */
export const priorityLabel = (value: string) => priorities.get(value) ?? '';

/** Until when its result is wanted, "5 tahun"; '' for nothing said. */
export const horizonLabel = (value: string) => horizons.get(value) ?? '';
