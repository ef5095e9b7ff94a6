import 'server-only';
import { type Actor, can, leadingRole } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { momentOf } from '@/lib/exchange/moment';
import { isDistrict } from '@/lib/plan/department-label';
import type { PlanItem } from '@/lib/plan/item';
import { cellOf, precisionOf, textOf } from '@/lib/plan/kinds/kind';
import { showCell } from '@/lib/plan/numbers';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { isApproved, statusLabels } from '@/lib/plan/workflow';
import { headOffice } from '../capacity';
import type { Minutes } from '../minutes';
import type { SignOff } from '../sign-off';
import { getSitting } from './sitting';

/** The minutes of a sitting as it stands; null when it is not this person's to read. */
export async function getMinutes(actor: Actor, frame: PlanFrame, id: string): Promise<Minutes | null> {
  const sitting = await getSitting(actor, frame, id);
  if (!sitting) return null;
  const { agenda, version } = sitting;
  const { region, plan } = frame;
  return {
    ...{ ...sitting, region: region.name, agenda: agenda.map(({ title }) => title) },
    version: version ? `versi “${version.name}”` : `revisi ${plan.revision}`,
    footer: footerOf(actor, frame),
  };
}

/** At the foot of a page: where the plan stood, and who took it out and when. */
export function footerOf(actor: Actor, { region, plan }: PlanFrame): string {
  const chain = plan.headHash.slice(0, 12);
  return `${region.name}, revisi ${plan.revision}, rantai ${chain}. Diunduh ${momentOf(new Date())} oleh ${actor.name}.`;
}

/**
 * What departments sign for, as far as this person may read it: one of them, or all that hold an indicator.
 * null when there is no such department, or nothing of it is theirs to read.
 */
export async function getSignOffs(
  actor: Actor,
  frame: PlanFrame,
  departmentId: string | null,
): Promise<SignOff[] | null> {
  if (!can.readCouncil(actor)) return null;
  const wanted = frame.departments.filter(({ id }) => departmentId === null || id === departmentId);
  if (wanted.length === 0) return null;
  const { items, hidden } = await getImage(actor, frame);
  const heads = await listHeads(actor);
  const sheets = wanted.map(({ id, code, name, kind }): SignOff => {
    const isOwn = (item: { kind: string; departmentId: string }) =>
      item.kind === 'indicator' && item.departmentId === id;
    const head = heads.get(id);
    const own = items.filter(isOwn);
    const unseen = hidden.filter(isOwn).length;
    return {
      department: { code, name },
      indicators: own.map(item => lineOf(item, frame)),
      ...{ hidden: unseen, isAgreed: unseen === 0 && own.every(({ status }) => isApproved(status)) },
      head: {
        name: head?.name ?? '',
        office: headOffice({ name, kind }, head ?? { position: null, tenure: 'definitive' }, isDistrict),
      },
    };
  });
  return departmentId === null
    ? sheets.filter(({ indicators, hidden: unseen }) => indicators.length + unseen > 0)
    : sheets;
}

function lineOf({ fields, dimensionId, status }: PlanItem, frame: PlanFrame): SignOff['indicators'][number] {
  const precision = precisionOf(fields);
  const shown = (path: string, absence: string) => {
    const cell = cellOf(fields, path);
    const figure = showCell(cell, precision);
    if (figure) return cell.illustrative ? `${figure}*` : figure;
    return cell.skipReason ? absence : '–';
  };
  return {
    dimension: dimensionId === null ? 'Indikator daerah' : frame.dimensionName(dimensionId),
    ...{ code: textOf(fields, 'code'), title: textOf(fields, 'title'), unit: textOf(fields, 'unit') },
    baseline: shown('baseline', 't.a.d.'),
    baselineYear: typeof fields.baselineYear === 'number' ? String(fields.baselineYear) : '–',
    values: frame.plan.years.map(year => shown(`milestones.${year}`, 't.a.d.')),
    status: statusLabels[status],
  };
}

type Head = { name: string; position: string | null; tenure: 'definitive' | 'plt' | 'plh' };

/** Who leads each department today; where somebody acts beside a definitive head, the one who acts signs. */
async function listHeads({ regionId }: Actor): Promise<Map<string, Head>> {
  const held = await database(regionId).membership.findMany({
    where: { regionId, role: leadingRole, user: { disabledAt: null }, ...heldToday() },
    orderBy: [{ tenure: 'asc' }, { id: 'asc' }],
    select: { departmentId: true, tenure: true, user: { select: { name: true, position: true } } },
  });
  return new Map(
    held.flatMap(({ departmentId, tenure, user }): [string, Head][] =>
      departmentId === null ? [] : [[departmentId, { ...user, tenure }]],
    ),
  );
}
