import type { Connection } from '../connection-contract.ts';
import { fetchFolder } from './fetch-folder.ts';
import { fetchHttp } from './fetch-http.ts';
import { fetchS3 } from './fetch-s3.ts';
import type { Fetched, FetchOptions } from './fetching.ts';

/**
 * Fetches the data of a connection, file by file, as streams: nothing is held, and nothing is asked for before it is read.
 * Throws an AppError for what a person can mend; no sentence holds what is secret.
 */
export async function* fetchFrom(connection: Connection, options: FetchOptions): AsyncGenerator<Fetched> {
  switch (connection.kind) {
    case 'folder':
      return yield* fetchFolder(connection, options);
    case 'http':
      return yield* fetchHttp(connection, options);
    case 's3':
      return yield* fetchS3(connection, options);
    case 'postgres': {
      // A client that a Peil on SQLite has no other use for.
      const { fetchPostgres } = await import('./fetch-postgres.ts');
      return yield* fetchPostgres(connection, options);
    }
  }
}
