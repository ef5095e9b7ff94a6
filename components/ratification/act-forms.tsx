import { DeedForm } from '@/components/people/deed-form';
import { Fold } from '@/components/ui/fold';
import { actKinds, amendmentName } from '@/lib/plan/act';
import { amendAction, ratifyAction } from '@/lib/ratification/actions';
import type { Hidden } from './prepare';

const address = '/pengesahan';

type Props = { planId: string; hidden: Hidden };

/** Enters the regent's act. */
export function RatifyForm({ planId, hidden, headTitle }: Props & { headTitle: string }) {
  return (
    <section className="section" aria-labelledby="penetapan">
      <h2 id="penetapan">Catat penetapan</h2>
      <p className="lead">
        Sesudah ini rencana hanya dapat dibaca. Setiap halaman dan cetakan menyebut penetapannya.
      </p>
      <div className="form">
        <DeedForm
          id="tetapkan"
          address={address}
          action={ratifyAction}
          hidden={{ ...hidden(), planId }}
          fields={[
            {
              ...{ name: 'kind', label: 'Jenis', input: 'select' },
              choices: Object.entries(actKinds).map(([value, label]) => ({
                value,
                label: `${label} ${headTitle}`,
              })),
            },
            { name: 'number', label: 'Nomor', hint: 'Seperti di naskahnya, tanpa kata “Nomor”.' },
            { name: 'date', label: 'Tanggal', input: 'date' },
            { name: 'subject', label: 'Tentang', optional: true },
          ]}
          button="Tetapkan rencana"
          icon="lock"
        />
      </div>
    </section>
  );
}

/** Begins the amendment of a plan that was ratified. */
export function AmendForm({ planId, hidden, ordinal }: Props & { ordinal: number }) {
  const name = amendmentName(ordinal + 1) ?? '';
  return (
    <Fold summary={`Mulai ${name}`} icon="copy">
      <div className="form fold-form">
        <p>
          Seluruh isian disalin ke rencana baru. Yang sudah disetujui tetap disetujui sampai peninjau
          membukanya. Rencana ini tetap dapat dibaca.
        </p>
        <DeedForm
          id="perubahan"
          address={address}
          action={amendAction}
          hidden={{ ...hidden(), planId }}
          fields={[
            {
              ...{ name: 'number', label: 'Nomor surat atau nota', optional: true },
              hint: 'Naskah yang meminta perubahan, bila ada.',
            },
            { name: 'reason', label: 'Alasan perubahan' },
          ]}
          button={`Mulai ${name}`}
        />
      </div>
    </Fold>
  );
}
