import { homedir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './server/app.ts';

const { app } = await buildApp({
  host: '127.0.0.1',
  port: 4500,
  dataFolder: join(homedir(), '.peil'),
  databaseUrl: null,
  empty: false,
  basePath: '/',
  publicUrl: null,
  trustedProxies: [],
  allowedHosts: [],
  team: false,
  logLevel: 'info',
  checkpointFolder: join(homedir(), '.peil', 'checkpoints'),
  checkAnswers: false,
});
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4500) });
