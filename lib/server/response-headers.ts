import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The content security policy of one answer; scripts run by nonce only. */
export function contentSecurityPolicy(nonce: string, isDev: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${isDev ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The policy of a file in public/: only what lies beside it. */
export const publicFilePolicy = [
  `default-src 'self'`,
  ...[`object-src 'none'`, `base-uri 'none'`, `form-action 'self'`, `frame-ancestors 'none'`],
].join('; ');

const nosniff = { 'x-content-type-options': 'nosniff' };
const hsts = { 'strict-transport-security': 'max-age=31536000' };

/** The security headers of every page and of all data. */
export function securityHeaders(policy: string, isSecure: boolean): Record<string, string> {
  return {
    'content-security-policy': policy,
    ...nosniff,
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(isSecure ? hsts : {}),
  };
}

/** Of these a built file, which is no page, needs only that it is taken for what it is; each byte counts on a phone. */
export function builtFileHeaders(isSecure: boolean): Record<string, string> {
  return { ...nosniff, ...(isSecure ? hsts : {}) };
}

/** Paths of the files in public/, which may be cached; everything else but built files may not. */
export function publicFiles(folder = join(process.cwd(), 'public')): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile());
  return new Set(
    files.map(file => join(file.parentPath, file.name).slice(folder.length).replaceAll('\\', '/')),
  );
}

/** Whether what lies at `path` is the same for everybody and for as long as the build. */
export function isCacheable(path: string, files: Set<string>): boolean {
  return isBuiltFile(path) || files.has(path);
}

/** Whether `path` is that of a script, style, font or the mark of the build. */
export function isBuiltFile(path: string): boolean {
  return path.startsWith('/_next/static/') || path === '/icon.svg';
}
