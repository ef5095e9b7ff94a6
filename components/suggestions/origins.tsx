import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { inSentence } from '@/lib/plan/kinds/kind';
import type { SuggestionView } from '@/lib/suggestions/read/suggestions';

/** Whose suggestions an item was made of; they stay named for as long as there is the item. */
export function Origins({ suggestions }: { suggestions: SuggestionView[] }) {
  const adopted = suggestions.filter(({ state }) => state === 'adopted');
  if (adopted.length === 0) return null;
  return (
    <ul>
      {adopted.map(({ id, by, office, about, answer }) => (
        <li key={id} className="line">
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
