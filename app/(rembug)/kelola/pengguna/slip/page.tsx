import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { ShownOnce } from '@/components/people/shown-once';
import { SlipChoice } from '@/components/people/slip-choice';
import { Button } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { makeSlipsAction } from '@/lib/people/actions';
import { getChoices } from '@/lib/people/read/choices';
import { listSlipCandidates } from '@/lib/people/read/slip-candidates';

export const metadata: Metadata = { title: 'Lembar kata sandi' };

type Query = Record<'sudah' | 'opd' | 'centang', string | string[] | undefined>;

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const choices = await getChoices(actor);
  if (!choices) notFound();
  const query = await searchParams;
  const department = choices.departments.find(({ value }) => value === query.opd)?.value ?? '';
  const people = (await listSlipCandidates(actor)).filter(
    ({ departmentIds }) => department === '' || departmentIds.includes(department),
  );
  const ticked = query.centang === 'tidak' ? [] : query.centang === 'semua' ? ['none', 'oneUse'] : ['none'];
  return (
    <>
      <PageHead title="Lembar kata sandi" back={{ href: '/kelola/pengguna', label: 'Orang' }}>
        <p className="lead">
          Satu lembar untuk satu orang: nama, QR, dan kata sandi sekali pakai. Kata sandi tidak disimpan.
          Karena itu setiap lembar membuat kata sandi baru, dan yang lama tidak berlaku lagi.
        </p>
      </PageHead>
      <ShownOnce query={query} />
      <form className="filters" action="/kelola/pengguna/slip" aria-label="Saring">
        <label>
          <span>OPD</span>
          <select className="input" name="opd" defaultValue={department}>
            <option value="">Semua OPD</option>
            {choices.departments.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button kind="second" icon="filter">
          Saring
        </Button>
      </form>
      <DeedForm
        id="lembar"
        address="/kelola/pengguna/slip"
        action={makeSlipsAction}
        hidden={{ mutationId: randomUUID(), person: actor.userId }}
        button="Buat lembar untuk yang dicentang"
        icon="printer"
      >
        <SlipChoice key={`${department} ${ticked}`} people={people} ticked={ticked} department={department} />
      </DeedForm>
    </>
  );
}
