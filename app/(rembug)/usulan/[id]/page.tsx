import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SuggestionAnswer } from '@/components/suggestions/suggestion-answer';
import { SuggestionCard } from '@/components/suggestions/suggestion-card';
import { PageHead } from '@/components/ui/page-head';
import { ownDepartments } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listParents } from '@/lib/suggestions/read/choices';
import { getSuggestion } from '@/lib/suggestions/read/suggestions';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor({ isOpenToGuests: true });
  const suggestion = await getSuggestion(actor, await getFrame(actor), (await params).id);
  return { title: suggestion ? `Usulan ${suggestion.by}` : 'Tidak ditemukan' };
}

export default async function Page({ params }: Props) {
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const suggestion = await getSuggestion(actor, frame, (await params).id);
  if (!suggestion) notFound();
  const { about } = suggestion;
  const dimensionId = about.what === 'idea' ? about.dimensionId : '';
  return (
    <>
      <PageHead title={`Usulan ${suggestion.by}`} back={{ href: '/usulan', label: 'Usulan' }} isLong />
      <div className="panel suggestion-page">
        <SuggestionCard suggestion={suggestion} dimensions={frame.dimensions}>
          <SuggestionAnswer
            suggestion={suggestion}
            person={actor.userId}
            departments={frame.departments}
            own={ownDepartments(actor)}
            parents={await listParents(actor, frame, dimensionId)}
          />
        </SuggestionCard>
      </div>
    </>
  );
}
