import Link from 'next/link';

type Props = {
  people: readonly { userId: string; name: string; words: string; decree: string | null }[];
  none: string;
};

/** Who holds a role today, with the decree it rests on. */
export function Holders({ people, none }: Props) {
  if (people.length === 0) return <p className="muted">{none}</p>;
  return (
    <ul className="posts">
      {people.map(({ userId, name, words, decree }) => (
        <li key={`${userId} ${words}`}>
          <Link className="side-link" href={`/kelola/pengguna/${userId}`} prefetch={false}>
            {name}
          </Link>
          <span className="meta">
            {words}
            {decree && `, keputusan ${decree}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
