import { defineConfig } from 'prisma/config';

// `generate` asks for a schema-engine binary only to look at it; any executable will do on closed networks.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
