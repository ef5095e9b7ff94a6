import { checkHealth } from '@/lib/server/health';

export const dynamic = 'force-dynamic';

/** For load balancers and supervisors: 200 while the database answers, else 503. */
export async function GET() {
  const health = await checkHealth();
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 });
}
