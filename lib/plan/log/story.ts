import { findField, kinds } from '../kinds/all';
import { type Field, type FieldValue, type ItemKind, isCell, type Years } from '../kinds/kind';
import { showCell } from '../numbers';
import { fieldAt, fieldOfPath, type PathChange, type PathValues, sameValue } from '../paths';
import { type Step, steps } from '../workflow';
import { bodyOf, type StoredEvent } from './body';

/** One field that was changed: as people read it, and the value that stood there before. */
export type ToldChange = {
  field: string;
  label: string;
  before: string;
  after: string;
  /** For lists: what came and what went, instead of both in full. */
  list?: { added: string[]; removed: string[] };
  old: FieldValue;
  now: FieldValue;
};

/** One entry of an item's history, in words. */
export type Told = {
  revision: number;
  at: string;
  by: string;
  byId: string;
  action: string;
  deed: string;
  note: string | null;
  changes: ToldChange[];
};

/** Names that values of fields refer to. */
export type Names = Years & {
  departmentCode: (id: string) => string;
  subdimensionName: (id: string) => string;
  /** A node of the regional plan's tree, with its kind and code. */
  referenceName?: (id: string) => string;
  /** Of an indicator that another refers to; left out where nothing of the kind is shown. */
  indicatorName?: (id: string) => string;
};

const deeds: Record<string, string> = {
  change: 'Mengubah isian',
  move: 'Memindahkan isian',
  reorder: 'Mengubah urutan',
  archive: 'Mengarsipkan',
  restore: 'Memulihkan dari arsip',
  merge: 'Menggabungkan ke isian lain',
  absorb: 'Menggabungkan isian lain ke sini',
  unmerge: 'Membatalkan penggabungan',
  release: 'Melepas isian yang digabungkan',
  leaveOut: 'Mengeluarkan dari rencana',
  takeIn: 'Memasukkan kembali ke rencana',
  carry: 'Menyalin dari rencana sebelum perubahan',
  adopt: 'Menerima usulan',
  succeed: 'OPD pendukung beralih ke penerusnya',
};

/**
 * The story of one item, oldest first: who did what and when, with each field before and after.
 * @param events all events of the item, in order of revision
 */
export function tell(events: readonly Pick<StoredEvent, 'body'>[], kind: ItemKind, names: Names): Told[] {
  const values: PathValues = {};
  return events.map(event => {
    const { revision, at, actor, action, note, changes } = bodyOf(event);
    const fields = [...new Set(changes.map(({ path }) => fieldOfPath(path)))];
    const before = fields.map(field => fieldAt(values, field));
    for (const { path, after } of changes) values[path] = after;
    const fieldsTold = fields.flatMap((path, index) =>
      tellChange(path, before[index] ?? null, fieldAt(values, path), kind, names),
    );
    const deed = deeds[action] ?? steps[action as Step]?.deed ?? action;
    const owner = changes.find(({ path }) => path === 'departmentId');
    const told = { revision, at, by: actor.name, byId: actor.id, action, note, changes: fieldsTold };
    if (action === 'succeed') return { ...told, deed: tellSuccession(owner, note, names), note: null };
    return { ...told, deed: action === 'create' ? `Membuat ${kinds[kind].label.toLowerCase()}` : deed };
  });
}

/** "Beralih dari DINAS A ke DINAS B (Peraturan Bupati Nomor 50)", or the same of supporters alone. */
function tellSuccession(owner: PathChange | undefined, basis: string | null, names: Names): string {
  const [from, to] = [owner?.before, owner?.after].map(id => names.departmentCode(String(id ?? '')));
  const deed = owner ? `Beralih dari ${from} ke ${to}` : (deeds.succeed ?? '');
  return basis ? `${deed} (${basis})` : deed;
}

/** One field's change in words; nothing when it is no field of the kind, or the same as before. */
export function tellChange(
  path: string,
  old: FieldValue,
  now: FieldValue,
  kind: ItemKind,
  names: Names,
): ToldChange[] {
  const field = findField(kind, path, names);
  if (!field || sameValue(old, now)) return [];
  const [before, after] = [showValue(field, old, names), showValue(field, now, names)];
  const list = Array.isArray(old ?? now) ? { list: listChange(old, now, partName(field, names)) } : {};
  return [{ field: path, label: field.label, before, after, old, now, ...list }];
}

const partName = ({ input }: Field, { departmentCode, referenceName = () => '' }: Names) =>
  input === 'references' ? referenceName : departmentCode;

function listChange(old: FieldValue, now: FieldValue, nameOf: (id: string) => string) {
  const [left, right] = [old, now].map(value => (Array.isArray(value) ? value : []));
  return {
    added: (right ?? []).filter(id => !left?.includes(id)).map(nameOf),
    removed: (left ?? []).filter(id => !right?.includes(id)).map(nameOf),
  };
}

const sittingMs = 60 * 60 * 1000;

/**
 * The story with what one person changed in one sitting as one entry: a field that was changed
 * five times shows where it began and where it ended, and one that came back to where it was is left out.
 */
export function condense(told: readonly Told[], kind: ItemKind, names: Names): Told[] {
  const entries: Told[] = [];
  for (const entry of told) {
    const last = entries.at(-1);
    const isOneSitting =
      last?.action === 'change' &&
      entry.action === 'change' &&
      last.byId === entry.byId &&
      Date.parse(entry.at) - Date.parse(last.at) < sittingMs;
    if (last && isOneSitting) entries[entries.length - 1] = joined(last, entry, kind, names);
    else entries.push(entry);
  }
  return entries.filter(({ action, changes }) => action !== 'change' || changes.length > 0);
}

function joined(first: Told, second: Told, kind: ItemKind, names: Names): Told {
  const fields = [...new Set([...first.changes, ...second.changes].map(({ field }) => field))];
  const changes = fields.flatMap(path => {
    const [earlier, later] = [first, second].map(({ changes }) =>
      changes.find(({ field }) => field === path),
    );
    const old = (earlier ?? later)?.old ?? null;
    const now = (later ?? earlier)?.now ?? null;
    return tellChange(path, old, now, kind, names);
  });
  return { ...second, changes };
}

/** A field's value as people read it; '' when nothing is there. */
export function showValue(
  field: Field,
  value: FieldValue,
  names: Names,
  precision: number | null = null,
): string {
  if (value === null) return '';
  if (isCell(value)) {
    const shown = showCell(value, precision);
    if (shown !== '' || value.skipReason === null) return shown;
    return `${field.path === 'baseline' ? 'tidak ada data' : 'tidak ditargetkan'}: ${value.skipReason}`;
  }
  if (Array.isArray(value)) {
    return value.map(partName(field, names)).join(field.input === 'references' ? '; ' : ', ');
  }
  if (field.input === 'subdimension') return names.subdimensionName(String(value));
  if (field.input === 'indicator') return names.indicatorName?.(String(value)) || 'indikator lain';
  return field.options?.find(option => option.value === value)?.label ?? String(value);
}
