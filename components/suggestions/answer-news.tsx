import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import type { AnswerNews } from '@/lib/suggestions/read/answers';
import { headOf } from './suggestion-card';

const words = {
  adopt: { word: 'Usulan Anda diterima', icon: 'check' },
  decline: { word: 'Usulan Anda tidak diterima', icon: 'close' },
  handOn: { word: 'Gagasan Anda diserahkan kepada satu OPD', icon: 'arrow' },
} as const;

/** What became of the reader's own suggestions. */
export function AnswersToMine({ answers }: { answers: readonly AnswerNews[] }) {
  return (
    <section className="section" aria-labelledby="jawaban">
      <h2 id="jawaban">Jawaban atas usulan Anda</h2>
      <ul className="panel rows with-list news">
        {answers.map(({ id, suggestion, deed, by, at, isNew }) => (
          <li key={id} className="row">
            <p className="line small">
              <Icon name={words[deed].icon} />
              <strong>{words[deed].word}</strong>
              {isNew && <span className="new-mark">baru</span>}
              <span className="muted">
                {by}, {showMoment(at)}
              </span>
            </p>
            <Link className="title" href={`/usulan/${suggestion.id}`} prefetch={false}>
              {headOf(suggestion.about)}
            </Link>
            {suggestion.about.what === 'item' && suggestion.about.item && (
              <p className="small muted">
                {suggestion.about.item.title}, {suggestion.about.item.departmentCode}
              </p>
            )}
            {deed === 'decline' && suggestion.answer?.reason && <p>“{suggestion.answer.reason}”</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
