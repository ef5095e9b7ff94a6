import { actsForDepartment, actsForDimension, leads } from '@/lib/access/policy';
import { roleLabels } from '@/lib/access/roles';
import { holdsIdentityNumber, nameProblem, proposeUsername, tooLong, usernameProblem } from './names';
import { type Judged, judged, type PastedRow } from './pasted-rows';

/** A person as pasted, understood. */
export type PersonRow = {
  name: string;
  username: string;
  position: string;
  role: string;
  tenure: 'definitive' | 'plt' | 'plh';
  departmentId: string;
};

/** What of the region the judgement needs. */
export type PeopleKnown = {
  departments: readonly { id: string; code: string; name: string; kind: string }[];
  people: readonly { username: string; name: string }[];
  /** Who leads each department today, by its key. */
  heads: ReadonlyMap<string, string>;
};

export const peopleHeads = ['nama', 'nama lengkap', 'name'];

/** What follows a department's code in a user name; a head signs in by the code alone. */
export const suffixOf = (role: string): string | null => suffixes.get(role) ?? null;
const suffixes = new Map([
  ['operator', 'operator'],
  ['coordinator', 'koordinator'],
  ['secondApprover', 'penyetuju'],
]);

/** Looks at pasted people (name, department, role, position, user name) without writing anything. */
export function judgePeople(rows: readonly PastedRow[], known: PeopleKnown): Judged<PersonRow>[] {
  const taken = new Map(known.people.map(({ username, name }) => [username, name]));
  const names = new Set(known.people.map(({ name }) => name.toLowerCase()));
  return rows.map(pasted => {
    const verdict = judgePerson(pasted, known, taken, names);
    if (verdict.row) {
      taken.set(verdict.row.username, `baris ${pasted.line}`);
      names.add(verdict.row.name.toLowerCase());
    }
    return verdict;
  });
}

function judgePerson(
  pasted: PastedRow,
  known: PeopleKnown,
  taken: ReadonlyMap<string, string>,
  names: ReadonlySet<string>,
): Judged<PersonRow> {
  const [name = '', place = '', roleWord = '', position = '', given = '', ...rest] = pasted.cells;
  const refused = (reason: string) => judged<PersonRow>(pasted, 'refused', reason, null);
  if (rest.some(cell => cell !== ''))
    return refused('Ada lebih dari 5 kolom. Pakai: nama, OPD, peran, jabatan, nama pengguna.');
  const wrongText = nameProblem(name) ?? tooLong(position, 'position', 'jabatan');
  if (wrongText) return refused(wrongText.message);
  const { role, tenure } = roleOf(roleWord);
  if (!role) return refused(`Peran “${roleWord}” tidak dikenal. Contoh: Kepala, Operator, Plt Kepala.`);
  if (actsForDimension(role))
    return refused(
      'Koordinator perlu dimensi. Buat akunnya dulu, lalu tambahkan perannya di halaman orang itu.',
    );
  const department = findDepartment(place, known.departments);
  if (!department && (place !== '' || actsForDepartment(role)))
    return refused(place === '' ? 'Isi OPD untuk peran ini.' : `OPD “${place}” tidak ada. Pakai kodenya.`);
  const wanted = given.toLowerCase();
  const wrongUsername = wanted === '' ? null : usernameProblem(wanted);
  if (wrongUsername) return refused(wrongUsername.message);
  const owner = taken.get(wanted);
  if (owner !== undefined) return refused(`Nama pengguna ${wanted} sudah dipakai ${owner}. Pilih yang lain.`);
  const code = department && actsForDepartment(role) ? department.one.code : null;
  const suffix = code ? suffixOf(role) : null;
  const username = wanted || proposeUsername({ name, code, suffix }, new Set(taken.keys()));
  const row = { name, username, position, role, tenure, departmentId: department?.one.id ?? '' };
  const head = leads(role) ? known.heads.get(row.departmentId) : undefined;
  const doubts = [
    head !== undefined && `OPD ini sudah dipimpin ${head}. Akhiri peran itu bila diganti.`,
    names.has(name.toLowerCase()) && 'Nama ini sudah ada di daftar. Pastikan bukan orang yang sama.',
    department && !department.isExact && `OPD “${place}” dibaca sebagai ${department.one.name}.`,
    holdsIdentityNumber(pasted.cells.join(' ')) &&
      'Ada 16 angka seperti NIK. NIK tidak perlu dicatat di sini.',
  ].filter(doubt => typeof doubt === 'string');
  return judged(pasted, doubts.length > 0 ? 'doubtful' : 'ready', doubts.join(' ') || null, row);
}

// As people write them besides what the program calls them.
const otherWords = new Map(
  Object.entries({
    ...{
      'kepala opd': 'head',
      'kepala dinas': 'head',
      'kepala badan': 'head',
      camat: 'head',
      inspektur: 'head',
    },
    ...{ sekretariat: 'secretariat', admin: 'secretariat', dewan: 'council', bupati: 'regent' },
    ...{ 'wali kota': 'regent', walikota: 'regent', penyusun: 'operator' },
  }),
);

function roleOf(word: string): { role: string | null; tenure: PersonRow['tenure'] } {
  const plain = word.toLowerCase().replace(/\s+/g, ' ').trim();
  const acting = /^(plt|plh)\.? /.exec(plain)?.[1] as 'plt' | 'plh' | undefined;
  const rest = acting ? plain.replace(/^\S+ /, '') : plain;
  const named = Object.entries(roleLabels).find(([, label]) => label.toLowerCase() === rest)?.[0];
  return { role: named ?? otherWords.get(rest) ?? null, tenure: acting ?? 'definitive' };
}

function findDepartment(word: string, departments: PeopleKnown['departments']) {
  const plain = word.toLowerCase();
  const exact = departments.find(({ code, name }) => [code, name].some(own => own.toLowerCase() === plain));
  if (exact) return { one: exact, isExact: true };
  const similar =
    plain.length < 4 ? [] : departments.filter(({ name }) => name.toLowerCase().includes(plain));
  return similar.length === 1 && similar[0] ? { one: similar[0], isExact: false } : null;
}
