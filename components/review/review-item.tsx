import Link from 'next/link';
import { History } from '@/components/item/history';
import { ItemReader, Warnings } from '@/components/item/item-reader';
import { SeenMark } from '@/components/item/seen-mark';
import { StatusTag } from '@/components/item/status-tag';
import { StepBar } from '@/components/item/step-bar';
import { Talk } from '@/components/talk/talk';
import { CheckMessage } from '@/components/ui/check-message';
import { Fold } from '@/components/ui/fold';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, DimensionView, SubdimensionView } from '@/lib/plan/read/frame';
import type { ItemView } from '@/lib/plan/read/item';
import { awaitsReview, isApproved, statusLabels } from '@/lib/plan/workflow';
import { ClaimBar } from './claim-bar';
import { SinceTable } from './since';

type Props = {
  view: ItemView;
  /** Whom the page is drawn for. */
  person: { id: string; name: string };
  dimension: DimensionView | null;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  /** The item that waits next, if any. */
  next: string | null;
};

/** One item before its reviewer: where it hangs, what it says, what happened, and the decision. */
export function ReviewItem({ view, person, dimension, plan, departments, subdimensions, next }: Props) {
  const { item, owner, ancestors, siblings, history, since, threads } = view;
  const fields = kinds[item.kind].fields(plan).map(({ path, label }) => ({ path, label }));
  const hasChanged = since !== null && since.length > 0;
  const parent = ancestors.at(-1);
  const title = textOf(item.fields, 'title');
  return (
    <article className="review" aria-labelledby="judul">
      <header>
        <p className="code">
          {[kinds[item.kind].label, textOf(item.fields, 'code')].filter(Boolean).join(' ')}, pengampu{' '}
          {owner.code}
        </p>
        <h2 id="judul">{title}</h2>
        <p className="line">
          <StatusTag status={item.status} selfApproved={item.selfApproved} />
          {dimension?.coordinatorId === item.departmentId && (
            <span className="small muted">
              {owner.code} mengoordinasi dimensi ini{dimension.decree && ` (${dimension.decree})`}, jadi
              penyetuju kedua yang memutuskan.
            </span>
          )}
        </p>
        <ClaimBar person={person} itemId={item.id} claim={view.claim} />
      </header>
      <SeenMark person={person.id} subjectId={item.id} position={item.version} />
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
      <SinceTable since={since} />
      <Fold summary={hasChanged ? 'Semua isian' : 'Isian'} open={!hasChanged}>
        <ItemReader {...{ item, plan, departments, subdimensions, threads }} />
      </Fold>
      <Warnings item={item} plan={plan} />
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
      <StepBar
        item={{ id: item.id, version: item.version, title, kind: item.kind }}
        view={view}
        person={person.id}
        fields={fields}
        next={next ? `/tinjau/${next}` : '/tinjau'}
      />
      <Talk person={person} itemId={item.id} threads={threads} fields={fields} />
    </article>
  );
}
