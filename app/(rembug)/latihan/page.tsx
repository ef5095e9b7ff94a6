import '../../styles/rooms/practice.css';
import type { Metadata } from 'next';
import { PracticePage } from '@/components/practice/practice-page';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getGuide, getOwnGuide, listProgress } from '@/lib/practice/read/guide';

export const metadata: Metadata = { title: 'Latihan' };

type Props = { searchParams: Promise<{ diulang?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const { diulang } = await searchParams;
  const isPractising = actor.practice !== undefined;
  return (
    <PracticePage
      person={actor.userId}
      guide={isPractising ? await getGuide(actor, await getFrame(actor)) : await getOwnGuide(actor)}
      isPractising={isPractising}
      canBegin={can.practise(actor)}
      progress={can.keepPractice(actor) ? await listProgress(actor) : null}
      putAway={typeof diulang === 'string' && /^\d{1,6}$/.test(diulang) ? Number(diulang) : null}
    />
  );
}
