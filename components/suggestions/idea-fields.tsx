import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { IdeaChoices } from '@/lib/suggestions/read/choices';
import { type Box, messagesAt } from './suggest-box';

type Props = { idea: IdeaChoices; box: Box };

/** As much of an idea as its author wants to put into fields. */
export function IdeaFields({ idea, box }: Props) {
  const { typed, set, problem, isPending } = box;
  const get = (name: string) => typed[name] ?? '';
  const isIndicator = get('kind') !== 'target';
  const parents = isIndicator ? idea.targets : idea.goals;
  const text = (name: string, label: string, hint?: string) => (
    <Field id={name} label={label} optional hint={hint} messages={messagesAt(box, name)}>
      {control => (
        <input
          {...control}
          value={get(name)}
          readOnly={isPending}
          onChange={event => set(name, event.target.value)}
        />
      )}
    </Field>
  );
  const choice = (name: string, label: string, none: string, options: { value: string; label: string }[]) => (
    <Field id={name} label={label} optional={none !== ''} messages={messagesAt(box, name)}>
      {control => (
        <select {...control} value={get(name)} onChange={event => set(name, event.target.value)}>
          {none !== '' && <option value="">{none}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const isNeeded = ['title', 'unit', 'direction', 'target', 'parentId'].some(
    name => name === problem?.field || get(name) !== '',
  );
  return (
    <>
      {choice('kind', 'Ini gagasan untuk', '', [
        { value: 'indicator', label: 'Indikator baru' },
        { value: 'target', label: 'Sasaran baru' },
      ])}
      <Fold summary="Rincian, bila sudah Anda ketahui" open={isNeeded || undefined}>
        <div className="fold-fields">
          {choice('parentId', isIndicator ? 'Di bawah sasaran' : 'Di bawah tujuan', 'Belum tahu', parents)}
          {text('title', isIndicator ? 'Nama indikator' : 'Nama sasaran')}
          {isIndicator && text('unit', 'Satuan', 'Misalnya %, orang, atau desa.')}
          {isIndicator && choice('direction', 'Arah yang baik', 'Belum tahu', idea.directions)}
          {isIndicator &&
            idea.targetLabel !== '' &&
            text('target', idea.targetLabel, 'Angka, misalnya 12,5.')}
        </div>
      </Fold>
    </>
  );
}
