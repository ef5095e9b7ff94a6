import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SuggestForm } from '@/components/suggestions/suggest-form';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { getFrame } from '@/lib/plan/read/frame';
import { getIdeaChoices, getItemChoices } from '@/lib/suggestions/read/choices';

export const metadata: Metadata = { title: 'Usulan baru' };

type Query = Partial<Record<'isian' | 'bidang' | 'dimensi' | 'jenis' | 'di', string | string[]>>;
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const { isian, bidang, dimensi, jenis, di } = await searchParams;
  const item = one(isian) ? await getItemChoices(actor, frame, one(isian)) : null;
  const idea = !item && one(dimensi) ? await getIdeaChoices(actor, frame, one(dimensi)) : null;
  if (item) {
    return (
      <>
        <PageHead
          title="Usulkan perbaikan"
          back={{ href: itemPath(item), label: kinds[item.kind].label.toLowerCase() }}
        >
          <p>
            {kinds[item.kind].label}: <strong>{item.title}</strong>. Dijawab {item.owner}.
          </p>
        </PageHead>
        <div className="form">
          <SuggestForm
            key={item.id}
            person={actor.userId}
            item={item}
            field={item.fields.some(({ path }) => path === one(bidang)) ? one(bidang) : ''}
          />
        </div>
      </>
    );
  }
  if (!idea) notFound();
  const all = [...idea.goals, ...idea.targets];
  return (
    <>
      <PageHead title={`Gagasan untuk ${idea.name}`} back={{ href: '/usulan', label: 'Usulan' }}>
        <p>Dijawab koordinator dimensi, atau OPD yang ia serahi.</p>
      </PageHead>
      <div className="form">
        <SuggestForm
          key={idea.dimensionId}
          person={actor.userId}
          idea={idea}
          kind={one(jenis) === 'sasaran' ? 'target' : 'indicator'}
          parentId={all.some(({ value }) => value === one(di)) ? one(di) : ''}
        />
      </div>
    </>
  );
}
