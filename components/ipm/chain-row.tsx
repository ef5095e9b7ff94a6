import { cellKey, type GapPart, type IpmGap } from '@/lib/plan/ipm-gaps';
import { showIpm } from '@/lib/plan/ipm-notes';
import { fieldName, type Typed } from '@/lib/plan/ipm-what-if';
import { componentOf, showAmount, showNeeded, titleOf } from './amounts';

type Props = {
  gap: IpmGap;
  typed: Typed;
  problems: Readonly<Record<string, string>>;
  onType: (cell: string, text: string) => void;
};

/** One year: four fields, what comes of them, and what is wanted. */
export function ChainRow({ gap, typed, problems, onType }: Props) {
  const { year, parts, computed, stated, regional } = gap;
  return (
    <tr>
      <th scope="row">{year}</th>
      {parts.map(part => (
        <Cell
          key={part.key}
          year={year}
          part={part}
          text={typed[cellKey(part.key, year)] ?? ''}
          problem={problems[cellKey(part.key, year)]}
          isShort={gap.gap === null || gap.gap > 0.005}
          onType={text => onType(cellKey(part.key, year), text)}
        />
      ))}
      <td className="chain-ipm">
        <span className="narrow-word">IPM menurut rumus</span>
        <output>{computed === null ? '–' : showIpm(computed)}</output>
        {computed === null && <span className="small muted">komponen belum lengkap</span>}
      </td>
      <td>
        <span className="narrow-word">IPM di rencana</span>
        <span className="number">{stated === null ? '–' : showIpm(stated)}</span>
        <Distance gap={gap.gap} />
      </td>
      <td>
        <span className="narrow-word">IPM di RPJMD</span>
        <span className="number">{regional === null ? '–' : showIpm(regional)}</span>
        {regional === null && <span className="only-read">belum diketahui</span>}
        <Distance gap={gap.regionalGap} />
      </td>
    </tr>
  );
}

type CellProps = {
  year: number;
  part: GapPart;
  text: string;
  problem: string | undefined;
  /** The components give less than is wanted, or it cannot be told. */
  isShort: boolean;
  onType: (text: string) => void;
};

function Cell({ year, part, text, problem, isShort, onType }: CellProps) {
  const { key, planned } = part;
  const name = fieldName(key, year);
  const title = titleOf(componentOf(key));
  return (
    <td className={text === '' ? undefined : 'is-tried'}>
      <label htmlFor={name}>
        <span className="narrow-word" aria-hidden="true">
          {title}
        </span>
        <span className="only-read">
          {title} {year}, coba angka lain
        </span>
      </label>
      <input
        className={problem ? 'input number is-error' : 'input number'}
        id={name}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        value={text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${name}-ket`}
        onChange={event => onType(event.target.value)}
      />
      <span className="small muted chain-words" id={`${name}-ket`}>
        {problem && <strong className="chain-problem">{problem}</strong>}
        <span>{planned === null ? 'rencana: belum ada' : `rencana ${showAmount(key, planned)}`}</span>
        <Needed part={part} isShort={isShort} />
      </span>
    </td>
  );
}

/** What this one would have to be alone, where the year falls short. */
function Needed({ part: { key, needed, isBeyond }, isShort }: { part: GapPart; isShort: boolean }) {
  if (needed === null || !isShort) return null;
  return <span>{isBeyond ? 'sendiri tidak cukup' : `perlu ${showNeeded(key, needed)}`}</span>;
}

function Distance({ gap }: { gap: number | null }) {
  if (gap === null) return null;
  if (Math.abs(gap) <= 0.01) return <span className="small muted">sesuai</span>;
  return gap > 0 ? (
    <strong className="small chain-short">kurang {showIpm(gap)}</strong>
  ) : (
    <span className="small muted">lebih {showIpm(-gap)}</span>
  );
}
