import { Fold } from '@/components/ui/fold';
import { endMembershipAction } from '@/lib/people/actions';
import type { HeldPost } from '@/lib/people/read/person';
import { showDay } from '@/lib/people/words';
import { DeedForm } from './deed-form';

type Props = { posts: readonly HeldPost[]; address: string; hidden: Record<string, string>; today: string };

/** Roles of now and ahead, each with a way to end it; those of before stay as history. */
export function PersonPosts({ posts, address, hidden, today }: Props) {
  const current = posts.filter(({ when }) => when !== 'past');
  const past = posts.filter(({ when }) => when === 'past');
  return (
    <>
      {current.length === 0 && (
        <p>Orang ini tidak memegang peran hari ini, jadi tidak dapat membuka rencana.</p>
      )}
      <ul className="posts">
        {current.map(post => (
          <li key={post.id} className="panel post-card">
            <PostLine post={post} />
            <Fold summary={`Akhiri peran ini`}>
              <DeedForm
                id={`akhiri-${post.id}`}
                address={address}
                action={endMembershipAction}
                hidden={{ ...hidden, id: post.id }}
                fields={[
                  {
                    ...{ name: 'to', label: 'Hari terakhir', input: 'date', value: post.to ?? today },
                    hint: 'Peran berlaku sampai akhir hari itu. Pilih kemarin agar berhenti sekarang.',
                  },
                ]}
                button="Akhiri peran"
                kind="second"
              />
            </Fold>
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <Fold summary={`Peran terdahulu, ${past.length}`}>
          <ul className="posts">
            {past.map(post => (
              <li key={post.id} className="post-card">
                <PostLine post={post} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function PostLine({ post: { words, from, to, decree, when } }: { post: HeldPost }) {
  const isVoid = from !== null && to !== null && to < from;
  return (
    <p>
      <strong>{words}</strong>
      {when === 'ahead' && ' (belum mulai)'}
      {isVoid && ' (dibatalkan)'}
      <span className="meta">
        {from ? `Sejak ${showDay(from)}` : 'Berlaku sejak awal'}
        {to && !isVoid && ` sampai ${showDay(to)}`}
        {decree && `, keputusan ${decree}`}
      </span>
    </p>
  );
}
