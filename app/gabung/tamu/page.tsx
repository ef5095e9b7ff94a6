import '../../styles/rooms/door.css';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Door } from '@/components/access/door';
import { SignOut } from '@/components/access/sign-out';
import { RequestState } from '@/components/guests/request-state';
import { signOut } from '@/lib/access/actions';
import { isAdmitted, isGuest } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getOwnRequest } from '@/lib/people/guests/read/invitations';
import { listPublicDimensions } from '@/lib/plan/read/public-dimensions';

export const metadata: Metadata = { title: 'Permintaan bergabung' };

/** All that a guest sees before being admitted: how the request stands, and what happens next. */
export default async function Page() {
  const actor = await requireActor({ isOpenToGuests: true, mayWait: true, mayKeepPassword: true });
  const request = await getOwnRequest(actor);
  if (!request || !isGuest(actor) || isAdmitted(actor)) redirect('/pekerjaan');
  return (
    <Door
      title="Permintaan bergabung"
      dimensions={await listPublicDimensions(actor.regionId)}
      lead={
        <>
          <bdi>{request.name}</bdi>, <bdi>{request.office}</bdi>. {request.region}.
        </>
      }
      contact={request.contact}
    >
      <RequestState request={request} />
      <div className="leave">
        <SignOut keys={[actor.userId]} action={signOut as unknown as (form: FormData) => Promise<void>} />
      </div>
    </Door>
  );
}
