import type { Connection, SourceKind } from '../contract.ts';

export type ConnectionKind = Connection['kind'];
export const connectionKinds = ['folder', 'http', 's3', 'postgres'] as const;

/** Every field of every kind as it stands in the form: what was typed stays while one tries another kind. */
export interface ConnectionDraft {
  kind: ConnectionKind;
  path: string;
  pattern: string;
  url: string;
  auth: 'none' | 'bearer' | 'basic';
  endpoint: string;
  region: string;
  bucket: string;
  key: string;
  versionId: string;
  pathStyle: boolean;
  accessKeyId: string;
  host: string;
  port: string;
  database: string;
  user: string;
  tls: 'verify' | 'encrypt' | 'none';
  what: 'table' | 'select';
  table: string;
  select: string;
}

const empty: ConnectionDraft = {
  kind: 'http',
  path: '',
  pattern: '',
  url: '',
  auth: 'none',
  endpoint: '',
  region: '',
  bucket: '',
  key: '',
  versionId: '',
  pathStyle: false,
  accessKeyId: '',
  host: '',
  port: '',
  database: '',
  user: '',
  tls: 'verify',
  what: 'table',
  table: '',
  select: '',
};

/** What the form begins with: the connection that is there, or none of the kind of the source. */
export function draftOf(connection: Connection | null, sourceKind: SourceKind): ConnectionDraft {
  if (connection === null) return { ...empty, kind: connectionKinds.find((kind) => kind === sourceKind) ?? 'http' };
  if (connection.kind !== 'postgres') return { ...empty, ...connection };
  const { port, ...others } = connection;
  const what = connection.select === undefined ? 'table' : 'select';
  return { ...empty, ...others, what, port: port === undefined ? '' : String(port) };
}

/** Fields that are plain lines of text, in the order of the form. */
export const lineFields = {
  folder: ['path', 'pattern'],
  http: ['url'],
  s3: ['bucket', 'key', 'region', 'endpoint', 'versionId', 'accessKeyId'],
  postgres: ['host', 'port', 'database', 'user'],
} as const satisfies Record<ConnectionKind, readonly (keyof ConnectionDraft)[]>;
export type LineField = (typeof lineFields)[ConnectionKind][number] | 'table' | 'select';

const needed: Record<ConnectionKind, readonly LineField[]> = {
  folder: ['path'],
  http: ['url'],
  s3: ['bucket', 'key', 'region'],
  postgres: ['host', 'database', 'user'],
};

/** What is still empty of what this kind cannot do without. */
export function missingFields(draft: ConnectionDraft): readonly (LineField | 'user')[] {
  const { kind, auth, what } = draft;
  const asked = [
    ...needed[kind],
    ...(kind === 'http' && auth === 'basic' ? (['user'] as const) : []),
    ...(kind === 'postgres' ? [what] : []),
  ];
  return asked.filter((field) => draft[field].trim() === '');
}

export function connectionFrom(draft: ConnectionDraft): Connection {
  switch (draft.kind) {
    case 'folder':
      return { kind: 'folder', path: draft.path.trim(), ...given(draft, ['pattern']) };
    case 'http': {
      const auth = draft.auth === 'none' ? {} : { auth: draft.auth };
      return {
        kind: 'http',
        url: draft.url.trim(),
        ...auth,
        ...(draft.auth === 'basic' ? given(draft, ['user']) : {}),
      };
    }
    case 's3': {
      const { bucket, key, region } = trimmed(draft, ['bucket', 'key', 'region']);
      const pathStyle = draft.pathStyle ? { pathStyle: true } : {};
      return {
        kind: 's3',
        bucket,
        key,
        region,
        ...pathStyle,
        ...given(draft, ['endpoint', 'versionId', 'accessKeyId']),
      };
    }
    case 'postgres': {
      const { host, database, user, port } = trimmed(draft, ['host', 'database', 'user', 'port']);
      const at = { kind: 'postgres' as const, host, database, user, tls: draft.tls };
      return { ...at, ...(port === '' ? {} : { port: Number(port) }), ...given(draft, [draft.what]) };
    }
  }
}

type Text = Exclude<
  { [K in keyof ConnectionDraft]: ConnectionDraft[K] extends string ? K : never }[keyof ConnectionDraft],
  undefined
>;

function trimmed<K extends Text>(draft: ConnectionDraft, fields: readonly K[]): Record<K, string> {
  return Object.fromEntries(fields.map((field) => [field, draft[field].trim()])) as Record<K, string>;
}

/** Only what was filled in. */
function given<K extends Text>(draft: ConnectionDraft, fields: readonly K[]): Partial<Record<K, string>> {
  const filled = fields.filter((field) => draft[field].trim() !== '');
  return trimmed(draft, filled);
}

/** Does anything prove who one is there? Of a folder nobody asks. */
export const takesSecret = ({ kind, auth, accessKeyId }: ConnectionDraft): boolean => {
  if (kind === 'http') return auth !== 'none';
  if (kind === 's3') return accessKeyId.trim() !== '';
  return kind === 'postgres';
};

/** Where it is, in one line. */
export function sayConnection(connection: Connection): string {
  switch (connection.kind) {
    case 'folder':
      return `${connection.path}/${connection.pattern ?? '*'}`.replaceAll('//', '/');
    case 'http':
      return connection.url;
    case 's3':
      return `s3://${connection.bucket}/${connection.key}`;
    case 'postgres':
      return `${connection.host}/${connection.database}: ${connection.table ?? 'SELECT'}`;
  }
}
