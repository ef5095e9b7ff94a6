import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/ui/page-head';
import { PastPlan } from '@/components/versions/past-plan';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getSide } from '@/lib/plan/read/versions';

type Props = { params: Promise<{ a: string }> };

async function load({ params }: Props) {
  const actor = await requireActor();
  const side = await getSide(actor, await getFrame(actor), (await params).a);
  if (!side?.version) notFound();
  return { version: side.version, plan: side.plan };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `Versi ${(await load(props)).version.name}` };
}

export default async function Page(props: Props) {
  const { version, plan } = await load(props);
  return (
    <div className="full-width">
      <PageHead
        title={`Versi ${version.name}`}
        isLong={version.name.length > 50}
        back={{ href: '/versi', label: 'Versi rencana' }}
      />
      <PastPlan version={version} plan={plan} />
    </div>
  );
}
