import { commonDatabase, database } from '@/lib/database/client';
import { withDatabase } from '@/lib/database/with-database';
import { Quit } from '@/lib/server/quit';
import { planStream, regionStream } from './body';
import { type Flaw, verifyStream } from './verify';

/** `npm run audit:verify [-- --head <sidik jari>]`: walks every chain and names what does not hold. */
await withDatabase(async () => {
  const at = process.argv.indexOf('--head');
  const keptHead = at > 0 ? process.argv[at + 1] : undefined;
  if (at > 0 && !keptHead)
    throw new Quit('Sebutkan sidik jarinya: npm run audit:verify -- --head <sidik jari>');
  const regions = await commonDatabase().region.findMany({ orderBy: { id: 'asc' } });
  const flaws: Flaw[] = [];
  let isHeadFound = keptHead === undefined;
  for (const region of regions) {
    const db = database(region.id);
    const plans = await db.plan.findMany({ where: { regionId: region.id }, orderBy: { ordinal: 'asc' } });
    const heads = [
      { stream: regionStream(region.id), ...region },
      ...plans.map(plan => ({ ...plan, stream: planStream(plan.id) })),
    ];
    for (const head of heads) {
      const where = { regionId: region.id, stream: head.stream };
      const events = await db.event.findMany({ where, orderBy: { revision: 'asc' } });
      flaws.push(...verifyStream(head.stream, events, head));
      isHeadFound ||= events.some(({ hash }) => hash === keptHead);
      process.stdout.write(`${region.id} ${head.stream}: ${events.length} catatan, ujung ${head.headHash}\n`);
    }
  }
  if (!isHeadFound)
    process.stdout.write('Sidik jari yang Anda simpan tidak ada di rantai mana pun: ekornya terpotong.\n');
  for (const { stream, revision, problem } of flaws)
    process.stdout.write(`RUSAK ${stream} ${revision}: ${problem}\n`);
  process.exitCode = flaws.length > 0 || !isHeadFound ? 1 : 0;
});
