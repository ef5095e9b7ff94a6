import type { Metadata } from 'next';
import { ArchiveList } from '@/components/item/archive-list';
import { requireActor } from '@/lib/access/request';
import { listArchive } from '@/lib/plan/read/archive';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Arsip isian' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  return <ArchiveList rows={await listArchive(actor, frame)} person={actor.userId} />;
}
