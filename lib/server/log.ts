import pino from 'pino';
import { currentRequest } from './request-context';

const secrets = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'cookie',
  'authorization',
  'sessionId',
  'code',
];

/** The log: JSON lines on stderr, each with the id of the request being answered; secrets are blacked out. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    mixin: () => {
      const request = currentRequest();
      return request ? { requestId: request.id, address: request.address } : {};
    },
    redact: { paths: secrets.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
  },
  pino.destination({ dest: 2, sync: true }),
);
