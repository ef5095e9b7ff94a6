import { ButtonLink } from '@/components/ui/button-link';
import { Fold } from '@/components/ui/fold';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { SuggestionView } from '@/lib/suggestions/read/suggestions';
import { SuggestionCard } from './suggestion-card';

type Props = {
  itemId: string;
  suggestions: SuggestionView[];
  dimensions: DimensionView[];
  canSuggest: boolean;
};

/** What was suggested on an item: what waits for an answer, what was answered, and the way to suggest more. */
export function SuggestionsAtItem({ itemId, suggestions, dimensions, canSuggest }: Props) {
  const waiting = suggestions.filter(({ state }) => state === 'waiting');
  const answered = suggestions.filter(({ state }) => state === 'adopted' || state === 'declined');
  if (waiting.length + answered.length === 0 && !canSuggest) return null;
  const card = (suggestion: SuggestionView) => (
    <SuggestionCard key={suggestion.id} {...{ suggestion, dimensions }} isAtItem>
      {suggestion.canAnswer && (
        <div className="actions">
          <ButtonLink kind="second" href={`/usulan/${suggestion.id}`}>
            Jawab usulan ini
          </ButtonLink>
        </div>
      )}
    </SuggestionCard>
  );
  return (
    <section className="at-item" aria-labelledby="usulan">
      <h2 id="usulan">Usulan{waiting.length > 0 && `, ${waiting.length} menunggu jawaban`}</h2>
      {waiting.map(card)}
      {answered.length > 0 && <Fold summary={`${answered.length} sudah dijawab`}>{answered.map(card)}</Fold>}
      {canSuggest && (
        <div>
          <ButtonLink kind="second" icon="megaphone" href={`/usulan/baru?isian=${itemId}`}>
            Usulkan perbaikan
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
