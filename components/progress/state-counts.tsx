import { statusIcons } from '@/components/item/status-tag';
import { Icon } from '@/components/ui/icon';
import type { Counts } from '@/lib/plan/progress';
import { byUrgency, statusLabels } from '@/lib/plan/workflow';

/** Counts by status as icon, figure and word; where room is short only the word goes out of sight. */
export function StateCounts({ counts }: { counts: Counts }) {
  return (
    <span className="states">
      {byUrgency
        .filter(status => counts[status] > 0)
        .map(status => (
          <span key={status} className={`state state-${status}`}>
            <Icon name={statusIcons[status]} />
            {counts[status]} <span className="state-word">{statusLabels[status].toLowerCase()}</span>
          </span>
        ))}
    </span>
  );
}
