import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { basisFields } from '@/components/people/specs';
import { SuccessionCheck } from '@/components/people/succession-check';
import { SuccessionHeirs } from '@/components/people/succession-heirs';
import { SuccessionItems } from '@/components/people/succession-items';
import { SuccessionNav, stepPath } from '@/components/people/succession-nav';
import { SuccessionPeople } from '@/components/people/succession-people';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { changeBasisAction } from '@/lib/people/actions';
import { itemFilterOf } from '@/lib/people/item-filter';
import { getChoices } from '@/lib/people/read/choices';
import { getDepartmentSuccession } from '@/lib/people/read/department-succession';
import { stepOf } from '@/lib/people/succession-state';
import { showDay } from '@/lib/people/words';
import { getFrame } from '@/lib/plan/read/frame';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const view = await getDepartmentSuccession(actor, await getFrame(actor), (await params).id);
  return { title: view ? `Alihkan OPD: ${view.name}` : 'Tidak ditemukan' };
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const asked = await searchParams;
  const frame = await getFrame(actor);
  const [view, choices] = [await getDepartmentSuccession(actor, frame, id), await getChoices(actor)];
  if (!view || !choices) notFound();
  const step = stepOf(asked.langkah, view);
  const person = actor.userId;
  return (
    <>
      <PageHead title={view.name} back={{ href: '/kelola/opd/alih', label: 'Alihkan OPD' }}>
        <p>
          {view.isBegun ? 'Sudah diterapkan' : 'Sedang disiapkan; belum ada yang berubah'}
          {view.day && `, mulai ${showDay(view.day)}`}.
        </p>
        {view.source && <p className="small muted">{view.source}</p>}
        <SuccessionNav view={view} current={step} />
      </PageHead>
      <div className="succession-step">
        {step === 'dasar' && (
          <section className="form section" aria-labelledby="dasar">
            <h2 id="dasar">Dasar hukum</h2>
            {view.isBegun ? (
              <p>{view.basis}</p>
            ) : (
              <DeedForm
                id="dasar-isian"
                address={stepPath(id, 'dasar')}
                action={changeBasisAction}
                hidden={{ mutationId: randomUUID(), person, id, was: view.mark }}
                fields={basisFields(choices.decrees, frame.region.headTitle, view)}
                button="Simpan dasar hukum"
              />
            )}
          </section>
        )}
        {step === 'penerus' && <SuccessionHeirs view={view} person={person} />}
        {step === 'isian' && (
          <SuccessionItems
            view={view}
            person={person}
            filter={itemFilterOf(asked)}
            dimensions={frame.dimensions}
          />
        )}
        {step === 'orang' && <SuccessionPeople view={view} person={person} />}
        {step === 'periksa' && <SuccessionCheck view={view} person={person} />}
      </div>
    </>
  );
}
