import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { inSentence } from '@/lib/plan/kinds/kind';
import type { SuggestionView } from '@/lib/suggestions/read/suggestions';

/** Whose suggestions an item was made of, who stay named as long as there is the item; and what waits for an answer. */
export function Origins({ suggestions }: { suggestions: SuggestionView[] }) {
  const adopted = suggestions.filter(({ state }) => state === 'adopted');
  const waiting = suggestions.filter(({ canAnswer }) => canAnswer).length;
  if (adopted.length + waiting === 0) return null;
  return (
    <ul className="origins">
      {waiting > 0 && (
        <li>
          <Icon name="clock" />
          <a href="#usulan">{waiting} usulan menunggu jawaban Anda</a>
        </li>
      )}
      {adopted.map(({ id, by, office, about, answer }) => (
        <li key={id}>
          <Icon name="megaphone" />
          <span>
            {about.what === 'item' && about.field ? `Isi ${inSentence(about.field)} berasal` : 'Berasal'} dari
            usulan{' '}
            <strong>
              <bdi>{by}</bdi>
            </strong>
            {office && (
              <>
                , <bdi>{office}</bdi>
              </>
            )}
            {answer && `, ${showMoment(answer.at)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
