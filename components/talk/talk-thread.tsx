import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { useKept } from '@/components/ui/kept';
import { showMoment } from '@/components/ui/moment';
import { Attempt, ask } from '@/lib/live/ask';
import { addCommentAction, settleThreadAction } from '@/lib/plan/actions';
import { inSentence } from '@/lib/plan/kinds/kind';
import type { Thread } from '@/lib/plan/read/threads';

type Props = {
  person: { id: string; name: string };
  itemId: string;
  thread: Thread;
  onChange: (thread: Thread) => void;
};

/** One conversation: what was said, a reply, and whether it is settled. */
export function TalkThread({ person, itemId, thread, onChange }: Props) {
  const [text, setText] = useKept(`balasan.${person.id}.${thread.id}`);
  const [isReplying, setIsReplying] = useState(false);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const isOpen = thread.settledBy === null;

  function reply() {
    if (text.trim() === '') return setError('Tulis balasannya dulu.');
    startTransition(async () => {
      const said = { itemId, field: thread.field, threadId: thread.id, text };
      const mutationId = attempt.current.keyFor(said);
      const outcome = await ask(addCommentAction({ person: person.id, mutationId, ...said }));
      setError(outcome.ok ? '' : outcome.message);
      if (!outcome.ok) return;
      attempt.current.forget();
      setText('');
      setIsReplying(false);
      const mine = {
        id: mutationId,
        by: person.name,
        isMine: true,
        isNew: false,
        at: outcome.at,
        text: text.trim(),
      };
      onChange({ ...thread, said: [...thread.said, mine] });
    });
  }

  function settle() {
    startTransition(async () => {
      const wanted = { threadId: thread.id, isSettled: isOpen };
      const mutationId = attempt.current.keyFor([wanted, thread.settledBy]);
      const outcome = await ask(settleThreadAction({ person: person.id, mutationId, ...wanted }));
      setError(outcome.ok ? '' : outcome.message);
      if (!outcome.ok) return;
      attempt.current.forget();
      onChange({ ...thread, settledBy: isOpen ? person.name : null });
    });
  }

  return (
    <article className={isOpen ? 'thread' : 'thread is-settled'} id={`percakapan-${thread.id}`}>
      <p className="thread-about small">
        {thread.about}
        {thread.isNote && ', catatan pengembalian'}
        {!isOpen && `, selesai menurut ${thread.settledBy}`}
      </p>
      {thread.said.map(({ id, by, at, text: words, isNew }) => (
        <div key={id} className="said">
          <p className="small">
            <strong>{by}</strong>, {showMoment(at)}
            {isNew && <span className="new-mark">baru</span>}
          </p>
          <p>{words}</p>
        </div>
      ))}
      {error && <CheckMessage level="block">{error}</CheckMessage>}
      {isReplying && isOpen && (
        <textarea
          className="input"
          aria-label={`Balasan tentang ${inSentence(thread.about)}`}
          rows={2}
          maxLength={2000}
          readOnly={isPending}
          ref={area => area?.focus()}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      )}
      <div className="actions">
        {isOpen && (
          <Button
            kind="plain"
            type="button"
            aria-disabled={isPending || undefined}
            onClick={() => (isReplying ? !isPending && reply() : setIsReplying(true))}
          >
            {isReplying ? 'Kirim balasan' : 'Balas'}
          </Button>
        )}
        {thread.canSettle && (
          <Button
            kind="plain"
            type="button"
            aria-disabled={isPending || undefined}
            onClick={() => !isPending && settle()}
          >
            {isOpen ? 'Tandai selesai' : 'Buka lagi'}
          </Button>
        )}
      </div>
    </article>
  );
}
