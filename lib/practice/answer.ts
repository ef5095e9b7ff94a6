import 'server-only';
import { isOwnPage } from '@/lib/access/action';
import { ownPath } from '@/lib/access/own-path';
import type { Actor } from '@/lib/access/policy';
import { getActor } from '@/lib/access/request';
import { beginAllAnew, beginAnew, beginPractice, changeSide, endPractice } from './deeds';
import { type PracticeForm, practiceForm } from './schema';

const nothing = (status: number) => new Response(null, { status });
// Another address, asked anew and in full: whatever a page had in hand belongs to whom it was drawn for.
const go = (location: string) => new Response(null, { status: 303, headers: { location } });

/** Answers a button of practice. Each is a plain form: who somebody is changes, so nothing of the page may stay. */
export async function answerPractice(request: Request): Promise<Response> {
  if (!(await isOwnPage())) return nothing(403);
  const actor = await getActor();
  if (!actor) return go('/masuk?lanjut=%2Flatihan');
  if (actor.mustChangePassword) return go('/akun');
  const fields = await request.formData().catch(() => null);
  const form = practiceForm.safeParse(fields && Object.fromEntries(fields));
  if (!form.success) return nothing(400);
  // In another tab the same person went elsewhere; there they see where they are.
  if (form.data.orang !== actor.userId) return go('/latihan');
  return go((await done(actor, form.data)) ?? '/latihan');
}

async function done(actor: Actor, form: PracticeForm): Promise<string | null> {
  switch (form.langkah) {
    case 'masuk':
      return beginPractice(actor);
    case 'keluar':
      return endPractice(actor);
    case 'peran':
      return changeSide(actor, form.peran, ownPath(form.ke));
    case 'ulang':
      return beginAnew(actor);
    case 'ulang-semua': {
      const count = await beginAllAnew(actor);
      return count === null ? null : `/latihan?diulang=${count}`;
    }
  }
}
