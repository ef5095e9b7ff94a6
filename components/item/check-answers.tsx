import { CheckMessage } from '@/components/ui/check-message';
import type { Finding } from '@/lib/plan/checks/check';
import { type Field, precisionOf, type Years } from '@/lib/plan/kinds/kind';
import { showValue } from '@/lib/plan/log/story';
import { FindingLink } from './finding-summary';
import { StepLink, type StepPlace } from './form-steps';
import type { Editing } from './item-editor';
import { namesOf } from './names';

type Props = { fields: readonly Field[]; editing: Editing; plan: Years; open: Finding[]; place: StepPlace };

/** Everything that was answered, by step, each with the way back to change it. */
export function CheckAnswers({ fields, editing, plan, open, place }: Props) {
  const names = namesOf(plan, editing.departments, editing.subdimensions, editing);
  const precision = precisionOf(editing.fields);
  const isMissing = (path: string) => open.some(({ field }) => field === path);
  return (
    <>
      {open.length > 0 ? (
        <CheckMessage
          level="block"
          word=""
          below={<Findings findings={open} fields={fields} place={place} />}
        >
          <strong>Masih ada {open.length} hal sebelum isian ini dapat diajukan.</strong>
        </CheckMessage>
      ) : (
        <p className="save save-saved">Isian ini lengkap dan siap diajukan.</p>
      )}
      {place.groups.map((group, index) => (
        <section key={group} className="form-group">
          <div className="section-head">
            <h2>{group}</h2>
            <StepLink to={String(index + 1)}>
              Ubah<span className="only-read"> {group.toLowerCase()}</span>
            </StepLink>
          </div>
          <dl className="facts answers">
            {fields
              .filter(field => field.group === group)
              .map(field => (
                <div key={field.path}>
                  <dt>{field.label}</dt>
                  <dd>
                    {heldText(editing, field.path) ||
                      showValue(field, editing.fields[field.path] ?? null, names, precision) || (
                        <span className={isMissing(field.path) ? 'is-missing' : 'muted'}>belum diisi</span>
                      )}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** What was typed and is no value yet; it is on the screen only. */
function heldText({ sender, itemId }: Editing, path: string): string {
  const state = sender.stateOf(itemId, path);
  return state?.kind === 'unread' ? `${state.text} (belum tersimpan)` : '';
}

function Findings({ findings, fields, place }: { findings: Finding[] } & Pick<Props, 'fields' | 'place'>) {
  return (
    <ul className="small">
      {findings.map(finding => (
        <li key={finding.key}>
          <FindingLink finding={finding} fields={fields} place={place} />
        </li>
      ))}
    </ul>
  );
}
