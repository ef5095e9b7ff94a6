import '../../../styles/rooms/door.css';
import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Door } from '@/components/access/door';
import { JoinForm } from '@/components/guests/join-form';
import { ButtonLink } from '@/components/ui/button-link';
import { CheckMessage } from '@/components/ui/check-message';
import { getWhoever } from '@/lib/access/request';
import { joinAsGuestAction } from '@/lib/people/guests/actions';
import { findGuestJoin } from '@/lib/people/guests/read/guest-join';
import { listPublicDimensions } from '@/lib/plan/read/public-dimensions';

export const metadata: Metadata = { title: 'Bergabung sebagai tamu' };

type Action = Parameters<typeof JoinForm>[0]['action'];

/** Where the code of an invitation leads: nobody is signed in yet, and nobody is named. */
export default async function Page({ params }: { params: Promise<{ kode: string }> }) {
  const { kode } = await params;
  if (await getWhoever()) redirect('/pekerjaan');
  const join = await findGuestJoin(kode, (await headers()).get('x-forwarded-for') ?? '');
  const region = 'regionId' in join ? join : null;
  return (
    <Door
      title="Bergabung sebagai tamu"
      dimensions={region ? await listPublicDimensions(region.regionId) : []}
      lead={
        join.kind === 'open' && (
          <>
            {join.title}, <strong>{join.region}</strong>. Baca rencana kota cerdas dan sampaikan usulan Anda.
          </>
        )
      }
      contact={region?.contact ?? 'Tanyakan kode yang benar kepada panitia.'}
    >
      {join.kind === 'open' && (
        <JoinForm code={kode} mutationId={randomUUID()} action={joinAsGuestAction as unknown as Action} />
      )}
      {join.kind !== 'open' && (
        <>
          <CheckMessage level="block" word="">
            {join.kind === 'wait'
              ? `Terlalu banyak kode keliru dari jaringan ini. Coba lagi dalam ${join.minutes} menit.`
              : join.kind === 'closed'
                ? 'Undangan ini sudah ditutup atau penuh. Hubungi panitia untuk undangan baru.'
                : 'Kode ini tidak dikenal. Pindai lagi kode QR pada poster.'}
          </CheckMessage>
          <div className="actions">
            <ButtonLink kind="second" href="/masuk">
              Sudah punya akun? Masuk
            </ButtonLink>
          </div>
        </>
      )}
    </Door>
  );
}
