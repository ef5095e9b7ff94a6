/** Two transactions crossed; the same one again will do. */
const crossing = new Set(['40001', '40P01', 'P2034']);
/** The database was away or busy. */
const passing = new Set([
  ...crossing,
  ...['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028'],
  ...['53300', '55P03', '57014', '57P01', '57P02', '57P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'],
]);

/** Whether a transaction failed only because another crossed it. */
export function isCrossing(error: unknown): boolean {
  return crossing.has(codeOf(error));
}

/** Whether the same write may well succeed in a moment. */
export function isTransient(error: unknown): boolean {
  return (
    passing.has(codeOf(error)) || /timeout exceeded|connection terminated|not queryable/i.test(String(error))
  );
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { originalCode?: string } };
  return cause?.originalCode ?? code ?? '';
}
