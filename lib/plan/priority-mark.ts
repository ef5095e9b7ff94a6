import { weightFields } from './kinds/goal';

const options = weightFields.find(({ path }) => path === 'priority')?.options ?? [];
const labels = new Map(options.map(({ value, label }) => [value, label]));

/** The owner's own mark in words, "Utama"; '' for none. */
export const priorityLabel = (value: string) => labels.get(value) ?? '';
