import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // lib/server/compressed.ts does it.
  compress: false,
  reactStrictMode: true,
  // Title and icon come with the page for every reader, never after it.
  htmlLimitedBots: /.*/,
  // `npm test` checks the types; a start on a server need not.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino', 'pg', '@node-rs/argon2', 'rate-limiter-flexible'],
  // The front (lib/server/request-guard) takes 256 KB everywhere but where a spreadsheet is uploaded.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
};

export default config;
