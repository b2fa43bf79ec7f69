import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { canBeReachedByOthers } from '../../src/platform/config/read-config.ts';
import { buildApp, type Peil } from '../../src/server/app.ts';
import { putMigratedFile } from './migrated.ts';

/** A clock that tests turn. */
export class TestClock implements Clock {
  #now: number;
  constructor(now = Date.UTC(2026, 0, 5, 9)) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  advance(ms: number): void {
    this.#now += ms;
  }
}

export interface TestPeil extends Peil {
  clock: TestClock;
}

/** A whole Peil on a data folder of its own; `close` removes the folder. */
export async function openTestPeil(overrides: Partial<Config> = {}): Promise<TestPeil> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'peil-test-'));
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    databaseUrl: null,
    empty: true,
    basePath: '/',
    publicUrl: null,
    trustedProxies: [],
    allowedHosts: [],
    team: false,
    logLevel: 'silent',
    checkpointFolder: join(dataFolder, 'checkpoints'),
    secretsKeyFile: join(dataFolder, 'secrets.key'),
    checkAnswers: true,
    sessionIdleHours: 24,
    sessionHours: 336,
    oidcIssuer: null,
    oidcClientId: null,
    oidcClientSecret: null,
    oidcJoinDomains: [],
    smtpHost: null,
    smtpPort: 587,
    smtpSecurity: 'starttls',
    smtpUser: null,
    smtpPassword: null,
    smtpFrom: null,
    artifactRoot: null,
    webhookHosts: [],
    sourceAddresses: [],
    sourceFolders: [],
    ...overrides,
  };
  const file = join(config.dataFolder, 'peil.db');
  if (!config.databaseUrl && !existsSync(file)) await putMigratedFile(file);
  const clock = new TestClock();
  // As readConfig does it: where others can reach Peil, everybody signs in.
  const team = config.team || canBeReachedByOthers(config);
  const peil = await buildApp({ ...config, team }, { clock });
  return {
    ...peil,
    clock,
    close: async () => {
      await peil.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
