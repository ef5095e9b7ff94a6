import Link from 'next/link';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { showMoment } from '@/components/ui/moment';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { inSentence } from '@/lib/plan/kinds/kind';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { SuggestedAbout } from '@/lib/suggestions/about';
import type { SuggestionView } from '@/lib/suggestions/read/suggestions';
import { SuggestionTag } from './state-tag';

type Props = {
  suggestion: SuggestionView;
  dimensions: DimensionView[];
  /** On the page of its item nothing more is said of that. */
  isAtItem?: boolean;
  children?: ReactNode;
};

/** One suggestion: about what, by whom, in which words, and what became of it. */
export function SuggestionCard({ suggestion, dimensions, isAtItem = false, children }: Props) {
  const { id, state, at, by, office, about, text, answer, handedTo, adopted } = suggestion;
  return (
    <article className="suggestion" aria-labelledby={`usulan-${id}`}>
      <p className="line small">
        <SuggestionTag state={state} />
        <span className="muted">{showMoment(at)}</span>
      </p>
      <h3 id={`usulan-${id}`}>
        <Link href={`/usulan/${id}`} prefetch={false}>
          {headOf(about)}
        </Link>
      </h3>
      {!isAtItem && <Where about={about} dimensions={dimensions} />}
      <p>
        <bdi>
          <strong>{by}</strong>
        </bdi>
        {office && (
          <>
            , <bdi>{office}</bdi>
          </>
        )}
      </p>
      <Values about={about} />
      {text && <p className="said-words">“{text}”</p>}
      {handedTo && state === 'waiting' && <p className="small muted">Diserahkan kepada {handedTo}.</p>}
      {answer && (
        <div className="suggestion-answer">
          <p className="small">
            <strong>{state === 'adopted' ? 'Diterima' : 'Tidak diterima'}</strong> oleh {answer.by},{' '}
            {showMoment(answer.at)}
          </p>
          {answer.reason && <p className="said-words">{answer.reason}</p>}
          {adopted && !isAtItem && (
            <p>
              Masuk ke <Link href={itemPath(adopted)}>{adopted.title}</Link> ({adopted.departmentCode})
            </p>
          )}
        </div>
      )}
      {children}
    </article>
  );
}

/** What a suggestion is about, in a few words. */
export function headOf(about: SuggestedAbout): string {
  if (about.what === 'idea') return about.title ?? `Gagasan ${kinds[about.kind].label.toLowerCase()} baru`;
  return about.field ? `Ubah ${inSentence(about.field)}` : 'Usulan untuk seluruh isian';
}

function Where({ about, dimensions }: Pick<Props, 'dimensions'> & { about: SuggestedAbout }) {
  if (about.what === 'idea') {
    const dimension = dimensions.find(({ id }) => id === about.dimensionId);
    return <p className="line">{dimension && <Chip {...dimension} />}</p>;
  }
  if (!about.item)
    return <p className="small muted">Isian {about.owner} ini sedang tidak terbuka untuk dibaca.</p>;
  return (
    <p className="small">
      {kinds[about.item.kind].label}: <Link href={itemPath(about.item)}>{about.item.title}</Link>{' '}
      <span className="muted">({about.item.departmentCode})</span>
    </p>
  );
}

/** What stood there, what stands there now if that is another value, and what is proposed. */
function Values({ about }: { about: SuggestedAbout }) {
  const facts =
    about.what === 'idea'
      ? about.facts
      : about.proposed === null
        ? []
        : [
            { label: 'Saat diusulkan', value: about.seen || 'belum diisi' },
            ...(about.isChanged ? [{ label: 'Sekarang', value: about.now || 'belum diisi' }] : []),
            { label: 'Diusulkan', value: about.proposed },
          ];
  if (facts.length === 0) return null;
  return (
    <dl className="facts suggestion-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="said-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
