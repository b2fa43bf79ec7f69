import { z } from 'zod';
import { customProperties, json, maybe, role, stableId, text } from './odcs-basics.ts';

const shared = {
  id: stableId,
  server: maybe(text),
  type: maybe(text),
  description: maybe(text),
  environment: maybe(text),
  roles: maybe(z.array(role)),
  customProperties,
};

/** What the standard lets a server of each type say beside that. */
const ofType: Readonly<Record<string, string>> = {
  api: 'location',
  athena: 'stagingDir schema catalog regionName',
  azure: 'location format delimiter',
  bigquery: 'project dataset',
  clickhouse: 'host port database',
  cloudsql: 'host port database schema',
  custom:
    'account catalog database dataset delimiter endpointUrl format host location path port project region regionName schema serviceName stagingDir warehouse stream',
  databricks: 'host catalog schema',
  db2: 'host port database schema',
  denodo: 'host port database',
  dremio: 'host port schema',
  duckdb: 'database schema',
  glue: 'account database location format',
  hive: 'host port database',
  impala: 'host port database',
  informix: 'host port database',
  kafka: 'host format',
  kinesis: 'region format',
  local: 'path format',
  mysql: 'host port database',
  oracle: 'host port serviceName',
  postgres: 'host port database schema',
  postgresql: 'host port database schema',
  presto: 'host catalog schema',
  pubsub: 'project',
  redshift: 'host database schema region account',
  s3: 'location endpointUrl format delimiter',
  sftp: 'location format delimiter',
  snowflake: 'host port account database schema warehouse',
  sqlserver: 'host port database schema',
  synapse: 'host port database',
  trino: 'host port catalog schema',
  vertica: 'host port database schema',
  zen: 'host port database',
};

/** What 3.2 lets some of them say more; it knows more types too. */
const ofTypeLater: Readonly<Record<string, string>> = {
  athena: 'workgroup',
  azure: 'encoding',
  custom: 'encoding',
  exasol: 'host port schema',
  glue: 'encoding',
  hana: 'host port database schema',
  iceberg: 'catalog catalogUrl namespace warehouse',
  kafka: 'encoding',
  kinesis: 'encoding',
  local: 'encoding',
  s3: 'encoding',
  sftp: 'encoding',
  teradata: 'host port database',
};

/** null for a type that the standard does not know: what such a server says is kept as it is. */
export function serverKeys(type: unknown, isLater: boolean): readonly string[] | null {
  if (typeof type !== 'string') return null;
  const own = [ofType, ...(isLater ? [ofTypeLater] : [])].flatMap((types) =>
    Object.hasOwn(types, type) ? (types[type] ?? '').split(' ') : [],
  );
  return own.length === 0 ? null : [...Object.keys(shared), ...own];
}

export const server = z.looseObject(shared).catchall(json);
