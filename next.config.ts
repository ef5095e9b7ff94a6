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
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
};

export default config;
