import { Help } from '@/components/ui/help';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { type Field, inSentence } from '@/lib/plan/kinds/kind';
import type { Thread } from '@/lib/plan/read/threads';

/** Beside a field's label: what the word means, and the way to say something about it. */
export function FieldTools({ field }: { field: Field }) {
  // The answer to a warning has no explanation of its own, and is talked about at the warning's field.
  if (field.path.startsWith('reasons.')) return null;
  return (
    <>
      {field.help && <Help about={field.label}>{field.help}</Help>}
      <CommentLink field={field} />
    </>
  );
}

/** Leads to the conversation, with this field chosen. */
export function CommentLink({ field }: { field: Pick<Field, 'path' | 'label'> }) {
  return (
    <a className="field-tool" href={`#komentar-${field.path}`}>
      <Icon name="note" />
      <span className="only-read">Komentari {inSentence(field.label)}</span>
    </a>
  );
}

/** What others said about a field and is not settled: at the field, where it is needed. */
export function FieldNotes({ threads }: { threads: readonly Thread[] }) {
  return threads.map(({ id, said }) => {
    const [first] = said;
    const last = said.at(-1);
    return (
      first && (
        <p key={id} className="note-from">
          <Icon name="note" />
          <span>
            <strong>
              {first.by}, {showMoment(first.at)}:
            </strong>{' '}
            “{first.text}”
            {last && last !== first && (
              <>
                {' '}
                <span className="muted">
                  {said.length - 1} balasan, terakhir {last.by}.
                </span>
              </>
            )}{' '}
            <a href={`#percakapan-${id}`}>Balas</a>
          </span>
        </p>
      )
    );
  });
}
