import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pino', 'pg', '@node-rs/argon2', 'rate-limiter-flexible'],
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
};

export default config;
