import Link from 'next/link';
import { StageNote } from '@/components/stages/stage-note';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { DueLine } from '@/components/work/due-line';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { GridView } from '@/lib/plan/read/grid';
import { Grid } from './grid';

type Props = { view: GridView; frame: PlanFrame; person: string; isFull: boolean };

/** All own indicators in one table to type in, to paste into and to copy from. */
export function GridPage({ view, frame, person, isFull }: Props) {
  const { departments, items } = view;
  if (departments.length === 0) {
    return (
      <>
        <PageHead title="Isian cepat" />
        <EmptyState action={<ButtonLink href="/rencana">Buka Rencana terpadu</ButtonLink>}>
          Anda tidak mengisi untuk OPD mana pun. Tabel ini berisi indikator milik OPD sendiri.
        </EmptyState>
      </>
    );
  }
  const { id, baselineYear, years, revision } = frame.plan;
  return (
    <Grid
      key={`${id} ${isFull}`}
      view={view}
      person={person}
      plan={{ baselineYear, years, revision }}
      dimensions={frame.dimensions.map(({ id, code }) => ({ id, code }))}
      around={{ departments: frame.departments, subdimensions: frame.subdimensions }}
      isFull={isFull}
      isLocked={frame.isLocked}
    >
      <p className="lead">
        {items.length} indikator {departments.map(({ code }) => code).join(', ')} dalam satu tabel. Ketik,
        atau tempel dari Excel.
      </p>
      <DueLine stage={frame.stage} />
      <StageNote frame={frame} />
      <p className="line">
        <Link href={isFull ? '/isian-cepat' : '/isian-cepat?kolom=semua'} prefetch={false}>
          {isFull ? 'Tampilkan kolom pokok saja' : 'Tampilkan semua kolom'}
        </Link>
        <Link href="/pekerjaan" prefetch={false}>
          Ajukan dari Pekerjaan saya
        </Link>
      </p>
    </Grid>
  );
}
