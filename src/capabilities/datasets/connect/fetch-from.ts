import type { Connection } from '../connection-contract.ts';
import { fetchFolder } from './fetch-folder.ts';
import { fetchHttp } from './fetch-http.ts';
import { fetchPostgres } from './fetch-postgres.ts';
import { fetchS3 } from './fetch-s3.ts';
import type { Fetched, FetchOptions } from './fetching.ts';

/**
 * Fetches the data of a connection, file by file, as streams: nothing is held, and nothing is asked for before it is read.
 * Throws an AppError for what a person can mend; no sentence holds what is secret.
 */
export function fetchFrom(connection: Connection, options: FetchOptions): AsyncGenerator<Fetched> {
  switch (connection.kind) {
    case 'folder':
      return fetchFolder(connection, options);
    case 'http':
      return fetchHttp(connection, options);
    case 's3':
      return fetchS3(connection, options);
    case 'postgres':
      return fetchPostgres(connection, options);
  }
}
