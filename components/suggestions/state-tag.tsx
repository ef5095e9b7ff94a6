import { Icon, type IconName } from '@/components/ui/icon';
import type { SuggestionState } from '@/lib/suggestions/read/suggestions';

const looks: Record<SuggestionState, { word: string; icon: IconName; look: string }> = {
  waiting: { word: 'Baru', icon: 'clock', look: 'tag-submitted' },
  adopted: { word: 'Diterima', icon: 'check', look: 'tag-approved' },
  declined: { word: 'Tidak diterima', icon: 'close', look: 'tag-returned' },
  withdrawn: { word: 'Ditarik', icon: 'back', look: 'tag-draft' },
};

/** Where a suggestion stands, as word, icon and colour. */
export function SuggestionTag({ state }: { state: SuggestionState }) {
  const { word, icon, look } = looks[state];
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
