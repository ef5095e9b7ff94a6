import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Icon } from '@/components/ui/icon';
import type { Sender } from '@/lib/live/sender';
import { scores } from '@/lib/priority/criteria';
import type { TargetRow } from '@/lib/priority/targets';
import type { Asked } from './score-list';

type Props = {
  target: TargetRow;
  criteria: readonly Asked[];
  values: Record<string, number>;
  sender: Sender;
  /** What the outbox calls it. */
  itemKey: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** Opens the next target; left out on the last. */
  onNext: (() => void) | undefined;
};

/** One target: how far it is scored, and opened, five choices for each criterion. */
export function ScoreCard({ target, criteria, values, sender, itemKey, isOpen, onToggle, onNext }: Props) {
  const { id, title, departmentCode, isExample, goal, subdimensionCode, priority, horizon, indicators } =
    target;
  const given = criteria.filter(({ key }) => values[key] !== undefined).length;
  const isDone = given === criteria.length;
  const facts = [
    subdimensionCode,
    `${departmentCode}${isExample ? ' (contoh)' : ''}`,
    priority && `prioritas OPD ${priority.toLowerCase()}`,
    horizon && `${horizon} tahun`,
    `${indicators} indikator`,
  ].filter(Boolean);
  return (
    <li>
      <details
        className="panel score-card"
        open={isOpen}
        onToggle={event => event.currentTarget.open !== isOpen && onToggle(event.currentTarget.open)}
      >
        <summary id={`nilai-${id}`}>
          <span className="score-title">{title}</span>
          <span className={isDone ? 'score-state is-done' : 'score-state'}>
            {isDone && <Icon name="check" />}
            {isDone ? 'Lengkap' : `${given} dari ${criteria.length}`}
          </span>
        </summary>
        {isOpen && (
          <div className="score-body">
            <p className="small muted">
              {facts.join(' · ')}
              {goal && `. Tujuan: ${goal}`}
            </p>
            {criteria.map(criterion => (
              <Choice
                key={criterion.key}
                name={`${id}-${criterion.key}`}
                criterion={criterion}
                value={values[criterion.key]}
                problem={problemAt(sender, itemKey, criterion.key)}
                choose={value => sender.change(itemKey, { [criterion.key]: value })}
                letGo={() => sender.giveUp(itemKey, criterion.key)}
              />
            ))}
            {onNext && (
              <Button kind={isDone ? 'primary' : 'second'} type="button" onClick={onNext}>
                Sasaran berikutnya
              </Button>
            )}
          </div>
        )}
      </details>
    </li>
  );
}

function problemAt(sender: Sender, itemKey: string, criterion: string): string | null {
  const state = sender.stateOf(itemKey, criterion);
  return state?.kind === 'refused' ? state.message : null;
}

type ChoiceProps = {
  name: string;
  criterion: Asked;
  value: number | undefined;
  problem: string | null;
  choose: (value: number) => void;
  letGo: () => void;
};

function Choice({ name, criterion, value, problem, choose, letGo }: ChoiceProps) {
  return (
    <fieldset className="score">
      <legend>
        {criterion.name} <small>{criterion.hint}</small>
      </legend>
      <div className="score-choices">
        {scores.map(score => (
          <label key={score}>
            <input type="radio" name={name} checked={value === score} onChange={() => choose(score)} />
            <span>{score}</span>
          </label>
        ))}
      </div>
      {problem && (
        <CheckMessage
          level="block"
          word="Tidak masuk:"
          below={
            <Button kind="plain" type="button" onClick={letGo}>
              Lepas nilai ini
            </Button>
          }
        >
          {problem}
        </CheckMessage>
      )}
    </fieldset>
  );
}
