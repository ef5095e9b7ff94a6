import { Button } from '@/components/ui/button';
import { showMoment } from '@/components/ui/moment';
import { type Field, type FieldValue, inSentence, precisionOf } from '@/lib/plan/kinds/kind';
import { showValue } from '@/lib/plan/log/story';
import type { Editing } from './item-editor';
import { namesOf } from './names';

type Props = { field: Field; editing: Editing };

/** Two people changed the same field: both values with names and times, and a choice. None is favoured. */
export function Clash({ field, editing }: Props) {
  const state = editing.sender.stateOf(editing.itemId, field.path);
  if (state?.kind !== 'conflict') return null;
  const { mine, theirs, before, by, at } = state.conflict;
  const names = namesOf({ baselineYear: 0, years: [] }, editing.departments, editing.subdimensions, editing);
  const precision = precisionOf(editing.fields);
  const say = (value: FieldValue) => showValue(field, value, names, precision) || 'kosong';
  const settle = (choice: 'mine' | 'theirs') => editing.sender.settle(editing.itemId, field.path, choice);

  return (
    <section className="clash" aria-label={`Bentrok pada ${field.label}`}>
      <p className="clash-title">
        {by} mengubah {inSentence(field.label)} {showMoment(at)}. Nilai mana yang dipakai?
      </p>
      <dl className="clash-values">
        <div>
          <dt>Punya saya, belum tersimpan</dt>
          <dd>
            <strong className="mine-value">{say(mine)}</strong>
          </dd>
        </div>
        <div>
          <dt>Yang tersimpan</dt>
          <dd>
            <strong>{say(theirs)}</strong>
            <small>
              {by}, {showMoment(at)}
            </small>
          </dd>
        </div>
      </dl>
      <p className="small muted">Sebelumnya: {say(before)}</p>
      <div className="actions">
        <Button kind="second" type="button" onClick={() => settle('mine')}>
          Pakai punya saya
        </Button>
        <Button kind="second" type="button" onClick={() => settle('theirs')}>
          Pakai yang tersimpan
        </Button>
        <Button kind="plain" type="button" icon="copy" onClick={event => copyNear(event.currentTarget)}>
          Salin punya saya
        </Button>
      </div>
    </section>
  );
}

/** Puts the writer's own value on the clipboard, or selects it where there is none. */
function copyNear(button: HTMLElement): void {
  const value = button.closest('.clash')?.querySelector('.mine-value');
  if (!value) return;
  const range = document.createRange();
  range.selectNodeContents(value);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  navigator.clipboard?.writeText(value.textContent ?? '').catch(() => {});
}
