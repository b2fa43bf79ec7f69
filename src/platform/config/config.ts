import type { LogLevel } from '../log/log.ts';

/** Everything a person can set at start, by option or by `PEIL_*` variable; `peil serve --help` tells all. */
export interface Config {
  host: string;
  /** 0 lets the system choose */
  port: number;
  /** absolute path of the data folder */
  dataFolder: string;
  /** `postgres://...`; null: SQLite in the data folder */
  databaseUrl: string | null;
  /** start without the guided example */
  empty: boolean;
  /** path under which a reverse proxy shows Peil: `/` or `/peil/` */
  basePath: string;
  /** the address people use, where it is not the one listened on: `https://peil.example.org/peil/` */
  publicUrl: string | null;
  /** addresses or CIDR ranges whose X-Forwarded-* are believed */
  trustedProxies: readonly string[];
  /** host names this server answers for, beside its own */
  allowedHosts: readonly string[];
  /** ask for sign-in also on loopback */
  team: boolean;
  logLevel: LogLevel;
  /** signed checkpoints of the audit chain are written here, outside the database */
  checkpointFolder: string;
  /** answers are checked against their contract (outside production) */
  checkAnswers: boolean;
}

export const loopbackHosts = ['127.0.0.1', 'localhost', '::1'] as const;

export function isLoopback(host: string): boolean {
  return (loopbackHosts as readonly string[]).includes(host) || host.startsWith('127.');
}
