import { LiveItem } from '@/components/item/live-item';
import { LeftOutTag, StatusTag } from '@/components/item/status-tag';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { textOf } from '@/lib/plan/kinds/kind';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { ItemView } from '@/lib/plan/read/item';
import { awaitsReview, sendsBack, steps, whatBecame } from '@/lib/plan/workflow';
import { ClaimBar } from './claim-bar';

type Props = {
  view: ItemView;
  person: { id: string; name: string };
  dimension: DimensionView | null;
  /** The plan's revision that the page was drawn at. */
  revision: number;
};

/** What is to be decided, whose it is, when it was handed in and why it was sent back before. */
export function ReviewHead({ view, person, dimension, revision }: Props) {
  const { item, owner, history } = view;
  const handedIn = history.findLast(({ action }) => action in steps && !sendsBack(action));
  const sentBack = history.findLast(({ action }) => sendsBack(action));
  const kind = [kinds[item.kind].label, textOf(item.fields, 'code')].filter(Boolean).join(' ');
  return (
    <PageHead
      back={{ href: '/tinjau', label: 'antrean' }}
      eyebrow={`${kind}, pengampu ${owner.code}`}
      title={textOf(item.fields, 'title')}
      isLong={textOf(item.fields, 'title').length > 100}
    >
      <div className="line">
        <StatusTag status={item.status} selfApproved={item.selfApproved} />
        {item.leftOutReason !== null && <LeftOutTag />}
        {handedIn && (
          <span className="small muted">
            {sentBack && awaitsReview(item.status) ? 'Diajukan ulang' : whatBecame(handedIn.action)}{' '}
            {showMoment(handedIn.at)}, {handedIn.by}
          </span>
        )}
        <LiveItem
          person={person.id}
          item={{ id: item.id, version: item.version }}
          path={itemPath(item)}
          page={`/tinjau/${item.id}`}
          revision={revision}
          canEdit={false}
        />
      </div>
      {dimension?.coordinatorId === item.departmentId && (
        <p className="small muted">
          {owner.code} mengoordinasi dimensi ini{dimension.decree && ` (${dimension.decree})`}, jadi penyetuju
          kedua yang memutuskan.
        </p>
      )}
      {sentBack && awaitsReview(item.status) && (
        <p className="note-from">
          <Icon name="note" />
          <span>
            {sentBack.byId === person.id ? 'Anda' : sentBack.by} mengembalikannya {showMoment(sentBack.at)}: “
            {sentBack.note}”
          </span>
        </p>
      )}
      {awaitsReview(item.status) && <ClaimBar person={person} itemId={item.id} claim={view.claim} />}
    </PageHead>
  );
}
