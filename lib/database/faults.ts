/** Two transactions crossed; the same one again will do. */
const crossing = new Set(['40001', '40P01', 'P2034', 'TransactionWriteConflict']);
/** The database was away or busy. */
const passing = new Set([
  ...crossing,
  ...['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028'],
  ...['53300', '55P03', '57014', '57P01', '57P02', '57P03', '08000', '08003', '08006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'],
]);

/** Whether a transaction failed only because another crossed it. */
export function isCrossing(error: unknown): boolean {
  return codesOf(error).some(code => crossing.has(code));
}

/** Whether the same write may well succeed in a moment. */
export function isTransient(error: unknown): boolean {
  return (
    codesOf(error).some(code => passing.has(code)) ||
    /timeout exceeded|connection terminated|not queryable/i.test(String(error))
  );
}

type Cause = { originalCode?: string; kind?: string };
type Fault = { code?: string; cause?: Cause; meta?: { driverAdapterError?: { cause?: Cause } } };

// A statement of ours that failed is one code to Prisma (P2010); what the driver said stands beside it.
function codesOf(error: unknown): string[] {
  const { code, cause, meta } = (error ?? {}) as Fault;
  const told = [cause, meta?.driverAdapterError?.cause];
  return [code, ...told.flatMap(one => [one?.originalCode, one?.kind])].filter(found => found !== undefined);
}
