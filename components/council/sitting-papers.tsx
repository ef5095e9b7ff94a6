import { ButtonLink } from '@/components/ui/button-link';
import { Fold } from '@/components/ui/fold';

type Props = { id: string; isOpen: boolean };

/** What can be taken out of a sitting to be signed. */
export function SittingPapers({ id, isOpen }: Props) {
  const minutes = `/sidang/${id}/berita-acara`;
  return (
    <div className="papers">
      <p>
        {isOpen
          ? 'Selama sidang dibuka, berita acara bertanda DRAF. Tutup sidang dulu, lalu unduh untuk ditandatangani.'
          : 'Berita acara siap ditandatangani.'}
      </p>
      <div className="actions">
        <ButtonLink kind="second" icon="download" href={`${minutes}/unduh.docx`}>
          Berita acara, Word
        </ButtonLink>
        <ButtonLink kind="second" icon="download" href={`${minutes}/unduh.pdf`}>
          Berita acara, PDF
        </ButtonLink>
      </div>
    </div>
  );
}

type SheetsProps = { departments: readonly { id: string; name: string }[] };

/** The sheets that departments sign: all at once, or one. */
export function SignOffSheets({ departments }: SheetsProps) {
  const sheet = '/sidang/persetujuan';
  return (
    <div className="papers">
      <p>Setiap OPD menandatangani indikatornya dengan kondisi awal dan target tahunannya.</p>
      <div className="actions">
        <ButtonLink kind="second" icon="download" href={`${sheet}/semua/unduh.docx`}>
          Semua lembar, Word
        </ButtonLink>
        <ButtonLink kind="second" icon="download" href={`${sheet}/semua/unduh.pdf`}>
          Semua lembar, PDF
        </ButtonLink>
      </div>
      <Fold summary="Lembar satu OPD" icon="download">
        <ul className="sheet-list">
          {departments.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <a href={`${sheet}/${id}/unduh.docx`}>
                Word<span className="only-read">, lembar {name}</span>
              </a>
              <a href={`${sheet}/${id}/unduh.pdf`}>
                PDF<span className="only-read">, lembar {name}</span>
              </a>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
