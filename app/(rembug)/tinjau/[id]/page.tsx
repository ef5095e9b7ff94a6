import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { byDepartment, followingOf } from '@/components/review/by-department';
import { Queue } from '@/components/review/queue';
import { ReviewHead } from '@/components/review/review-head';
import { ReviewItem } from '@/components/review/review-item';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { textOf } from '@/lib/plan/kinds/kind';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { listWaiting } from '@/lib/plan/read/queue';

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor();
  if (!can.review(actor)) notFound();
  const frame = await getFrame(actor);
  const answer = await getItem(actor, frame, id);
  // What this person does not review is read on its own page.
  if (answer.kind !== 'open' || !can.take(actor, 'approve', answer.view.item, frame)) notFound();
  return { actor, frame, view: answer.view };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: `Tinjau: ${textOf(view.item.fields, 'title')}` };
}

export default async function Page(props: Props) {
  const { actor, frame, view } = await load(props);
  const waiting = await listWaiting(actor, frame);
  const { item } = view;
  const person = { id: actor.userId, name: actor.name };
  const dimension = frame.dimensions.find(({ id }) => id === item.dimensionId) ?? null;
  return (
    <>
      <ReviewHead view={view} person={person} dimension={dimension} revision={frame.plan.revision} />
      <div className="split with-queue">
        <section className="queue" aria-labelledby="antrean">
          <h2 id="antrean">Antrean, {waiting.length} isian menunggu</h2>
          <a className="skip-list" href="#tinjauan">
            Lewati antrean
          </a>
          <Queue
            person={actor.userId}
            waiting={byDepartment(waiting)}
            dimensions={frame.dimensions}
            region={frame.region.name}
            current={item.id}
          />
        </section>
        <ReviewItem
          key={`${item.id} ${item.version}`}
          view={view}
          person={person}
          plan={frame.plan}
          departments={frame.departments}
          subdimensions={frame.subdimensions}
          following={followingOf(byDepartment(waiting), item.id)}
        />
      </div>
    </>
  );
}
