import { isIP } from 'node:net';
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
  /** people sign in: asked for, or because others can reach this server (see `readConfig`) */
  team: boolean;
  logLevel: LogLevel;
  /** signed checkpoints of the audit chain are written here, outside the database */
  checkpointFolder: string;
  /** the key of the secrets; see `Secrets` */
  secretsKeyFile: string;
  /** answers are checked against their contract (outside production) */
  checkAnswers: boolean;
  /** a session ends when nobody used it for this long */
  sessionIdleHours: number;
  /** a session ends this long after the sign-in, used or not */
  sessionHours: number;
  /** issuer of OpenID Connect, `https://id.example.org/`; null: sign-in by password only */
  oidcIssuer: string | null;
  oidcClientId: string | null;
  /** null for a public client */
  oidcClientSecret: string | null;
  /** whoever has a verified e-mail address in these domains joins as a member without invitation */
  oidcJoinDomains: readonly string[];
  /** server that takes e-mail; null: none is sent */
  smtpHost: string | null;
  smtpPort: number;
  /** starttls: encrypted after the greeting; tls: from the start; none: only for a server on this machine */
  smtpSecurity: 'starttls' | 'tls' | 'none';
  /** null: the server asks nobody to sign in */
  smtpUser: string | null;
  /** null: the one that is kept among the secrets, if any */
  smtpPassword: string | null;
  /** the sender: `peil@example.org`, or `Peil <peil@example.org>` */
  smtpFrom: string | null;
  /** where artifacts of new experiments go: `file:///srv/mlruns`, `s3://...`, no slash at the end; null: to Peil itself */
  artifactRoot: string | null;
  /** hosts inside the house, or on this machine, that webhooks may be sent to */
  webhookHosts: readonly string[];
  /** hosts, addresses and ranges inside the house, or on this machine, from which data may be fetched */
  sourceAddresses: readonly string[];
  /** absolute paths of folders of this machine from which data may be fetched, with all below them */
  sourceFolders: readonly string[];
}

export const loopbackHosts = ['127.0.0.1', 'localhost', '::1'] as const;

export function isLoopback(host: string): boolean {
  if ((loopbackHosts as readonly string[]).includes(host) || host === '[::1]') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
