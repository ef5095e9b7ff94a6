import { CheckMessage } from '@/components/ui/check-message';
import { findField } from '@/lib/plan/kinds/all';
import { showValue } from '@/lib/plan/log/story';
import type { Refused } from '@/lib/plan/outcome';

type Props = { answer: Refused | { ok: false; reason: string; message: string } };

/** Why a decision was not taken; when something had changed meanwhile, what became of which field. */
export function Changed({ answer }: Props) {
  const conflicts = 'conflicts' in answer ? answer.conflicts : [];
  const names = { baselineYear: 0, years: yearsOf(conflicts.map(({ field }) => field)) };
  const shown = { ...names, departmentCode: (id: string) => id, subdimensionName: (id: string) => id };
  const changes = conflicts.flatMap(({ field: path, before, theirs, by }) => {
    const field = findField('indicator', path, names);
    if (!field) return [];
    return [
      {
        path,
        by,
        label: field.label,
        was: showValue(field, before, shown),
        is: showValue(field, theirs, shown),
      },
    ];
  });
  return (
    <CheckMessage
      level="block"
      below={
        changes.length > 0 && (
          <ul className="small">
            {changes.map(({ path, by, label, was, is }) => (
              <li key={path}>
                {label}: <del>{was || 'kosong'}</del> → <ins>{is || 'kosong'}</ins>, {by}
              </li>
            ))}
          </ul>
        )
      }
    >
      {answer.message}
    </CheckMessage>
  );
}

const yearsOf = (paths: readonly string[]) =>
  paths.flatMap(path => {
    const year = /^milestones\.(\d+)$/.exec(path)?.[1];
    return year ? [Number(year)] : [];
  });
