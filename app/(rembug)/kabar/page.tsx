import type { Metadata } from 'next';
import { NewsPage } from '@/components/news/news-page';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getNews } from '@/lib/plan/read/news';

export const metadata: Metadata = { title: 'Kabar' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const news = await getNews(actor, frame);
  return <NewsPage news={news} person={actor.userId} planId={frame.plan.id} region={frame.region.name} />;
}
