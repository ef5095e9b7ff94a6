import { type Criterion, spareKeys, suggestion } from './criteria';

type ReadCriteria = { all: Criterion[] } | { problem: { field: string; message: string } };

const mostLetters = 60;

/** Reads the form of criteria: whole weights from 0 to 100, and at least one of them above 0. */
export function readCriteria(fields: Readonly<Record<string, string>>): ReadCriteria {
  const all: Criterion[] = [];
  for (const key of [...suggestion.map(one => one.key), ...spareKeys]) {
    const known = suggestion.find(one => one.key === key);
    const name = known?.name ?? (fields[`nama-${key}`] ?? '').trim();
    const text = (fields[`bobot-${key}`] ?? '').trim();
    if (!known && name === '' && (text === '' || text === '0')) continue;
    if (name === '') return wrong(`nama-${key}`, 'Tulis nama kriterianya, atau kosongkan bobotnya.');
    if (name.length > mostLetters)
      return wrong(`nama-${key}`, `Nama kriteria paling banyak ${mostLetters} huruf.`);
    if (!/^\d{1,3}$/.test(text) || Number(text) > 100)
      return wrong(`bobot-${key}`, `Bobot ${name} harus bilangan bulat 0 sampai 100.`);
    all.push({ key, name, hint: known?.hint ?? '', weight: Number(text) });
  }
  return all.some(({ weight }) => weight > 0)
    ? { all }
    : wrong('bobot-impact', 'Beri bobot lebih dari 0 pada sedikitnya satu kriteria.');
}

const wrong = (field: string, message: string) => ({ problem: { field, message } });
