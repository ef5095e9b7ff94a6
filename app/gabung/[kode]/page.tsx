import '../../styles/rooms/door.css';
import '../../styles/rooms/hall.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Door } from '@/components/access/door';
import { JoinWords } from '@/components/hall/join-words';
import { getWhoever } from '@/lib/access/request';
import { findJoin } from '@/lib/hall/read/join';
import { listPublicDimensions } from '@/lib/plan/read/public-dimensions';

export const metadata: Metadata = { title: 'Gabung Bimtek' };

export default async function Page({ params }: { params: Promise<{ kode: string }> }) {
  const { kode } = await params;
  if (await getWhoever()) redirect('/pekerjaan');
  const join = await findJoin(kode, (await headers()).get('x-forwarded-for') ?? '');
  const region = 'regionId' in join ? join.regionId : null;
  return (
    <Door
      title={'name' in join ? join.name : 'Gabung Bimtek'}
      dimensions={region ? await listPublicDimensions(region) : []}
      contact="Tidak dapat masuk? Tanyakan kepada sekretariat di ruang ini."
    >
      <JoinWords join={join} />
    </Door>
  );
}
