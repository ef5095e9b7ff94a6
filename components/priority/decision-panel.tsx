import { CheckMessage } from '@/components/ui/check-message';
import { showDate } from '@/components/ui/moment';
import type { DimensionPriorities } from '@/lib/priority/read/priorities';
import { NoteRank } from './note-rank';
import { ReopenScoring } from './reopen-scoring';

/** Who decided when and why, whether the council knows, and what came since. */
export function DecisionPanel({ view, person }: { view: DimensionPriorities; person: string }) {
  const { standing, canDecide, canNote } = view;
  const { decision, added, gone } = standing;
  if (!decision) return null;
  const { by, at, reason, noted } = decision;
  return (
    <section className="panel decision" aria-labelledby="keputusan">
      <h2 id="keputusan">Peringkat sudah diputuskan</h2>
      <p>
        Oleh {by}, {showDate(at)}.{reason && ` Alasan berbeda dari nilai: ${reason}`}
      </p>
      <p>
        {noted ? `Dewan mengetahui: ${noted.by}, ${showDate(noted.at)}.` : 'Dewan belum mencatat mengetahui.'}
      </p>
      {added.length > 0 && (
        <CheckMessage
          level="warn"
          below={
            <ul>
              {added.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          }
        >
          {added.length} sasaran ditambahkan sesudah keputusan, jadi belum punya peringkat.
        </CheckMessage>
      )}
      {gone > 0 && <p className="small muted">{gone} sasaran dalam keputusan sudah diarsipkan.</p>}
      <div className="actions">
        {canNote && !noted && <NoteRank person={person} decisionId={decision.id} />}
        {canDecide && <ReopenScoring person={person} decisionId={decision.id} />}
      </div>
    </section>
  );
}
