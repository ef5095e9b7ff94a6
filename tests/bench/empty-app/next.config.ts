import type { NextConfig } from 'next';

const config: NextConfig = { compress: false, poweredByHeader: false };

export default config;
