import type { Metadata } from 'next';
import { NewsPage } from '@/components/news/news-page';
import { AnswersToMine } from '@/components/suggestions/answer-news';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getNews } from '@/lib/plan/read/news';
import { listAnswers } from '@/lib/suggestions/read/answers';

export const metadata: Metadata = { title: 'Kabar' };

export default async function Page() {
  const actor = await requireActor({ isOpenToGuests: true });
  const frame = await getFrame(actor);
  const news = await getNews(actor, frame);
  const answers = await listAnswers(actor, frame);
  return (
    <NewsPage
      news={news}
      person={actor.userId}
      planId={frame.plan.id}
      region={frame.region.name}
      more={answers.length > 0 && <AnswersToMine answers={answers} />}
      moreNew={answers.filter(({ isNew }) => isNew).length}
    />
  );
}
