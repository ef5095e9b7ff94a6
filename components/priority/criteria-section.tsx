import type { FieldSpec } from '@/components/people/deed-fields';
import { DeedForm } from '@/components/people/deed-form';
import { Fold } from '@/components/ui/fold';
import { setCriteriaAction } from '@/lib/priority/actions';
import { type Criteria, counting, spareKeys, suggestion } from '@/lib/priority/criteria';
import { showShare } from './figures';

type Props = { criteria: Criteria; canSet: boolean; hidden: Record<string, string> };

/** By what targets are weighed, and how much each counts; the secretariat sets it. */
export function CriteriaSection({ criteria, canSet, hidden }: Props) {
  return (
    <section className="section" aria-labelledby="kriteria">
      <h2 id="kriteria">Kriteria dan bobot</h2>
      <p className="small muted">
        Setiap kriteria dinilai 1 sampai 5, dan 5 selalu yang terbaik.
        {criteria.isSuggested && ' Bobot ini usulan program; sekretariat belum menetapkannya.'}
      </p>
      <ul className="criteria">
        {counting(criteria).map(({ key, name, share, weight }) => (
          <li key={key}>
            <span>{name}</span>
            <strong className="number">{showShare(share)}</strong>
            <span className="small muted">bobot {weight}</span>
          </li>
        ))}
      </ul>
      {canSet && (
        <Fold summary="Ubah kriteria dan bobot" icon="pencil">
          <DeedForm
            id="kriteria"
            address="/prioritas"
            action={setCriteriaAction}
            hidden={{ ...hidden, seen: String(criteria.version) }}
            fields={fieldsOf(criteria)}
            button="Simpan kriteria"
          />
        </Fold>
      )}
    </section>
  );
}

function fieldsOf({ all }: Criteria): FieldSpec[] {
  const weightOf = (key: string) => String(all.find(one => one.key === key)?.weight ?? 0);
  const own = spareKeys.flatMap((key, at): FieldSpec[] => [
    {
      ...{ name: `nama-${key}`, label: `Kriteria lain ${at + 1}`, optional: true },
      ...{ value: all.find(one => one.key === key)?.name ?? '', group: 'Kriteria lain' },
    },
    {
      ...{ name: `bobot-${key}`, label: `Bobot kriteria lain ${at + 1}`, optional: true },
      ...{ value: weightOf(key), group: 'Kriteria lain' },
    },
  ]);
  return [
    ...suggestion.map(
      ({ key, name, hint }): FieldSpec => ({
        ...{ name: `bobot-${key}`, label: `Bobot ${name}`, value: weightOf(key) },
        hint: `${hint} Bobot 0 berarti tidak dipakai.`,
      }),
    ),
    ...own,
  ];
}
