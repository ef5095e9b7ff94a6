import type { Metadata } from 'next';
import { IdeaStart } from '@/components/suggestions/idea-start';
import { SuggestionList } from '@/components/suggestions/suggestion-list';
import { PageHead } from '@/components/ui/page-head';
import { can, isGuest } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listSuggestions } from '@/lib/suggestions/read/suggestions';

export const metadata: Metadata = { title: 'Usulan' };

export default async function Page() {
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const suggestions = await listSuggestions(actor, frame);
  const dimensions = frame.dimensions.filter(({ id }) => can.suggestTo(actor, id));
  return (
    <>
      <PageHead title="Usulan">
        <p className="lead">
          {isGuest(actor)
            ? 'Baca rencana, lalu usulkan perbaikan pada isian atau gagasan baru. OPD menjawab setiap usulan.'
            : 'Usulan tamu, Dewan, dan OPD lain. Yang Anda terima masuk ke draf dengan nama pengusulnya.'}
        </p>
      </PageHead>
      <SuggestionList suggestions={suggestions} dimensions={frame.dimensions} isGuest={isGuest(actor)} />
      <IdeaStart dimensions={dimensions} />
    </>
  );
}
