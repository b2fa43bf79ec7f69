import { toJson } from '../../platform/json.ts';
import type { Connection } from './connection-contract.ts';

/** Where the password or token of a connection is sent, and as whom: equal for two between which it may be kept. */
export function secretPlaceOf(connection: Connection): string {
  switch (connection.kind) {
    case 'folder':
      return 'folder';
    case 'http':
      return toJson(['http', new URL(connection.url).origin, connection.auth ?? 'none', connection.user ?? '']);
    case 's3':
      return toJson(['s3', connection.endpoint ?? '', connection.region, connection.accessKeyId ?? '']);
    case 'postgres': {
      const { host, port = 5432, user, tls = 'verify' } = connection;
      return toJson(['postgres', host, port, user, tls]);
    }
  }
}
