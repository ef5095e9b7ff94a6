import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { SuggestionView } from '@/lib/suggestions/read/suggestions';
import { SuggestionCard } from './suggestion-card';

type Props = { suggestions: SuggestionView[]; dimensions: DimensionView[]; isGuest: boolean };

/** What waits for the reader's answer first, then their own, then all others. */
export function SuggestionList({ suggestions, dimensions, isGuest }: Props) {
  const mine = suggestions.filter(({ isMine }) => isMine);
  const toAnswer = suggestions.filter(({ canAnswer }) => canAnswer);
  const others = suggestions.filter(({ isMine, canAnswer }) => !isMine && !canAnswer);
  const [waiting, answered] = [others.filter(isWaiting), others.filter(one => !isWaiting(one))];
  if (suggestions.length === 0) {
    return (
      <div className="panel">
        <EmptyState
          example={
            isGuest ? 'Target cakupan imunisasi dapat lebih tinggi, lihat data kampus kami' : undefined
          }
        >
          {isGuest ? 'Anda belum mengirim usulan.' : 'Belum ada usulan.'}
        </EmptyState>
      </div>
    );
  }
  const list = (some: SuggestionView[]) => (
    <ul className="panel rows with-list suggestions">
      {some.map(suggestion => (
        <li key={suggestion.id} className="suggestion-row">
          <SuggestionCard suggestion={suggestion} dimensions={dimensions} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {toAnswer.length > 0 && (
        <section aria-labelledby="jawab">
          <h2 id="jawab">{toAnswer.length} usulan menunggu jawaban Anda</h2>
          {list(toAnswer)}
        </section>
      )}
      {mine.length > 0 && (
        <section className="section" aria-labelledby="milik">
          <h2 id="milik">Usulan Anda</h2>
          {list(mine)}
        </section>
      )}
      {waiting.length > 0 && (
        <section className="section" aria-labelledby="lain">
          <h2 id="lain">Menunggu jawaban OPD lain</h2>
          {list(waiting)}
        </section>
      )}
      {answered.length > 0 && (
        <section className="section" aria-labelledby="sudah">
          <h2 id="sudah">Sudah dijawab</h2>
          <Fold summary={`${answered.length} usulan`}>{list(answered)}</Fold>
        </section>
      )}
    </>
  );
}

const isWaiting = ({ state }: SuggestionView) => state === 'waiting';
