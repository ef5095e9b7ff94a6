import Link from 'next/link';
import { History } from '@/components/item/history';
import { ItemReader, Warnings } from '@/components/item/item-reader';
import { Kin } from '@/components/item/kin';
import { SeenMark } from '@/components/item/seen-mark';
import { StatusTag } from '@/components/item/status-tag';
import { StepBar } from '@/components/item/step-bar';
import { Talk } from '@/components/talk/talk';
import { CheckMessage } from '@/components/ui/check-message';
import { Fold } from '@/components/ui/fold';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { ItemView } from '@/lib/plan/read/item';
import { awaitsReview, isApproved, statusLabels } from '@/lib/plan/workflow';
import { SinceTable } from './since';

type Props = {
  view: ItemView;
  /** Whom the page is drawn for. */
  person: { id: string; name: string };
  plan: Years & { revision: number };
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  /** What waits after it, in the order of the queue. */
  following: string[];
};

/** One item before its reviewer: where it hangs, what it says, what happened, and the decision. */
export function ReviewItem({ view, person, plan, departments, subdimensions, following }: Props) {
  const { item, ancestors, siblings, history, since, threads, links, indicators } = view;
  const fields = kinds[item.kind].fields(plan).map(({ path, label }) => ({ path, label }));
  const hasChanged = since !== null && since.length > 0;
  const reader = <ItemReader {...{ item, plan, departments, subdimensions, links, indicators, threads }} />;
  const parent = ancestors.at(-1);
  const title = textOf(item.fields, 'title');
  return (
    <article className="review" id="tinjauan" tabIndex={-1} aria-label="Isi yang ditinjau">
      <SeenMark person={person.id} subjectId={item.id} position={item.version} revision={plan.revision} />
      {ancestors.length > 0 && (
        <ul className="facts">
          {ancestors.map(ancestor => (
            <li key={ancestor.id}>
              <span className="small muted">{kinds[ancestor.kind].label}</span>{' '}
              <Link href={itemPath(ancestor)} prefetch={false}>
                {ancestor.title}
              </Link>{' '}
              <StatusTag status={ancestor.status} />
            </li>
          ))}
        </ul>
      )}
      {since !== null && <SinceTable since={since} />}
      {hasChanged ? <Fold summary="Semua isian">{reader}</Fold> : <div>{reader}</div>}
      <Kin view={view} />
      <Warnings item={item} plan={plan} beside={view.beside} />
      {parent && !isApproved(parent.status) && awaitsReview(item.status) && (
        <CheckMessage level="hint" word="">
          Induknya, <em>{parent.title}</em>, masih {statusLabels[parent.status].toLowerCase()}. Isian ini
          tetap dapat disetujui.
        </CheckMessage>
      )}
      {siblings.length > 0 && (
        <Fold summary={`Di induk yang sama, ${siblings.length} isian lain`} icon="tree">
          <ul className="past">
            {siblings.map(sibling => (
              <li key={sibling.id}>
                {sibling.title} <span className="muted">{sibling.departmentCode}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold summary={`Riwayat, ${history.length} catatan`} icon="history">
        <History told={history} />
      </Fold>
      <Talk person={person} itemId={item.id} threads={threads} fields={fields} />
      <StepBar
        item={{ id: item.id, version: item.version, title, kind: item.kind }}
        view={view}
        person={person.id}
        fields={fields}
        owner={view.owner.code}
        following={following}
      />
    </article>
  );
}
