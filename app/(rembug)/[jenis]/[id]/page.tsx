import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArchivedPage } from '@/components/item/archived-item';
import { EarlierItemPage } from '@/components/item/earlier-item';
import { HiddenItem } from '@/components/item/hidden-item';
import { ItemPage } from '@/components/item/item-page';
import { StageNote } from '@/components/stages/stage-note';
import { SuggestionsAtItem } from '@/components/suggestions/at-item';
import { GuestItem } from '@/components/suggestions/guest-item';
import { Origins } from '@/components/suggestions/origins';
import { can, isGuest } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { kindBySlug } from '@/lib/plan/kinds/all';
import { textOf } from '@/lib/plan/kinds/kind';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem, type ItemAnswer } from '@/lib/plan/read/item';
import { listSuggestionsAt } from '@/lib/suggestions/read/suggestions';

type Props = { params: Promise<{ jenis: string; id: string }> };

async function load({ params }: Props) {
  const { jenis, id } = await params;
  const kind = kindBySlug(jenis);
  if (!kind) notFound();
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const answer = await getItem(actor, frame, id);
  if (answer.kind === 'missing') notFound();
  const item = itemOf(answer);
  if (item && item.kind !== kind.name) notFound();
  return { kind, actor, frame, answer, person: { id: actor.userId, name: actor.name } };
}

const itemOf = (answer: ItemAnswer) =>
  answer.kind === 'open' ? answer.view.item : answer.kind === 'archived' ? answer.archived.item : null;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { kind, answer } = await load(props);
  return { title: textOf(itemOf(answer)?.fields ?? {}, 'title') || kind.label };
}

export default async function Page(props: Props) {
  const { actor, frame, answer, person } = await load(props);
  if (answer.kind === 'archived')
    return <ArchivedPage archived={answer.archived} person={person.id} plan={frame.plan} />;
  if (answer.kind === 'earlier') return <EarlierItemPage earlier={answer.earlier} />;
  if (answer.kind !== 'open') return <HiddenItem owner={answer.kind === 'hidden' ? answer.owner : ''} />;
  const { item } = answer.view;
  const dimension = frame.dimensions.find(({ id }) => id === item.dimensionId) ?? null;
  const suggestions = await listSuggestionsAt(actor, frame, item.id);
  const shown = {
    ...{ view: answer.view, dimension, plan: frame.plan, departments: frame.departments },
    subdimensions: frame.subdimensions.filter(({ dimensionId }) => dimensionId === item.dimensionId),
    origins: <Origins suggestions={suggestions} />,
    suggestions: (
      <SuggestionsAtItem
        itemId={item.id}
        suggestions={isGuest(actor) ? suggestions.filter(({ isMine }) => isMine) : suggestions}
        dimensions={frame.dimensions}
        canSuggest={can.suggest(actor, item, frame)}
      />
    ),
  };
  return isGuest(actor) ? (
    <GuestItem {...shown} />
  ) : (
    <ItemPage {...shown} person={person} isLocked={frame.isLocked} notice={<StageNote frame={frame} />} />
  );
}
