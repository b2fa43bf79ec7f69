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

/** null for a type that the standard does not know: what such a server says is kept as it is. */
export function serverKeys(type: unknown): readonly string[] | null {
  const own = typeof type === 'string' && Object.hasOwn(ofType, type) ? ofType[type] : undefined;
  return own === undefined ? null : [...Object.keys(shared), ...own.split(' ')];
}

export const server = z
  .looseObject(shared)
  .catchall(json)
  .superRefine((given, context) => {
    const known = serverKeys(given.type);
    const unknown = known ? Object.keys(given).filter((key) => !known.includes(key)) : [];
    if (unknown.length > 0) context.addIssue({ code: 'unrecognized_keys', keys: unknown, input: given });
  });
