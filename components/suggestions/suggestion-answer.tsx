import { kinds } from '@/lib/plan/kinds/all';
import type { DepartmentView } from '@/lib/plan/read/frame';
import type { SuggestionView } from '@/lib/suggestions/read/suggestions';
import { AnswerBar, type Choice } from './answer-bar';

type Props = {
  suggestion: SuggestionView;
  person: string;
  /** Departments of the region, and those that this person drafts for. */
  departments: DepartmentView[];
  own: readonly string[];
  /** What an idea may hang under. */
  parents: { goals: Choice[]; targets: Choice[] };
};

/** What this reader can do with a suggestion that waits; nothing when that is nothing. */
export function SuggestionAnswer({ suggestion, person, departments, own, parents }: Props) {
  const { id, about, canAnswer, canHandOn, canWithdraw, handedTo } = suggestion;
  if (!canAnswer && !canHandOn && !canWithdraw) return null;
  const choices = departments.map(({ id: value, code, name }) => ({ value, label: `${code}, ${name}` }));
  // What was handed to a department begins for that one.
  const mine = choices.filter(({ value }) => own.includes(value)).slice(0, handedTo ? 1 : undefined);
  const isForTarget = about.what === 'idea' && about.kind === 'target';
  return (
    <AnswerBar
      {...{ person, id, canAnswer, canHandOn, canWithdraw }}
      over={about.what === 'item' && about.isChanged ? about.version : null}
      barred={about.what === 'item' ? about.barred : null}
      parents={
        about.what === 'idea'
          ? {
              choices: isForTarget ? parents.goals : parents.targets,
              chosen: about.parentId ?? '',
              label: `Di bawah ${kinds[isForTarget ? 'goal' : 'target'].label.toLowerCase()}`,
            }
          : undefined
      }
      departments={mine}
      handTo={choices}
    />
  );
}
