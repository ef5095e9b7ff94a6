import type { ReactNode } from 'react';
import { ItemReader } from '@/components/item/item-reader';
import { Place } from '@/components/item/place';
import { StatusTag } from '@/components/item/status-tag';
import { Chip } from '@/components/ui/chip';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, DimensionView, SubdimensionView } from '@/lib/plan/read/frame';
import type { ItemView } from '@/lib/plan/read/item';

type Props = {
  view: ItemView;
  dimension: DimensionView | null;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  origins: ReactNode;
  suggestions: ReactNode;
};

/** An item as a guest reads it: what it says and where it hangs, and the way to suggest; no talk, no history. */
export function GuestItem({
  view,
  dimension,
  plan,
  departments,
  subdimensions,
  origins,
  suggestions,
}: Props) {
  const { item, ancestors, owner, links, indicators } = view;
  const title = textOf(item.fields, 'title') || `${kinds[item.kind].label} tanpa nama`;
  return (
    <>
      <PageHead
        back={{ href: '/rencana', label: 'Rencana terpadu' }}
        isLong={title.length > 100}
        crumbs={[
          ...(dimension
            ? [
                {
                  label: <Chip code={dimension.code} colour={dimension.colour} />,
                  href: `/rencana/dimensi/${dimension.slug}`,
                },
              ]
            : []),
          ...ancestors.map(ancestor => ({ label: ancestor.title, href: itemPath(ancestor) })),
        ]}
        title={title}
      >
        <div className="line">
          <StatusTag status={item.status} selfApproved={item.selfApproved} />
          <span>
            {kinds[item.kind].label} {owner.code}
          </span>
        </div>
        {origins}
      </PageHead>
      <div className="form reads-only">
        <ItemReader
          {...{ item, plan, departments, subdimensions, links, indicators }}
          threads={[]}
          context={
            <div className="reader-context">
              <Place view={view} dimension={dimension} />
            </div>
          }
        />
        {suggestions}
      </div>
    </>
  );
}
