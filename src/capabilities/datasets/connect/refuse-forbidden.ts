import { AppError } from '../../../platform/errors/app-error.ts';
import { hostOf } from '../../../platform/outbound/find-addresses.ts';
import type { Connection } from '../connection-contract.ts';
import { connectErrors } from './errors.ts';
import { allowedFolder } from './fetch-folder.ts';
import type { FetchOptions } from './fetching.ts';
import { judgedAddresses } from './judged-addresses.ts';

/**
 * Says at once that a place is not allowed, to whoever writes it down. It is judged again at every fetch, since a name may
 * lead elsewhere by then; so one that cannot be found right now is no reason to refuse.
 */
export async function refuseForbidden(
  connection: Connection,
  { allowance, folders }: Pick<FetchOptions, 'allowance' | 'folders'>,
): Promise<void> {
  if (connection.kind === 'folder') await allowedFolder(connection.path, folders);
  const host = hostFrom(connection);
  if (host === null) return;
  await judgedAddresses(host, allowance).catch((error: unknown) => {
    if (error instanceof AppError && error.code === connectErrors.unknownHost({ host }).code) return;
    throw error;
  });
}

function hostFrom(connection: Connection): string | null {
  switch (connection.kind) {
    case 'folder':
      return null;
    case 'http':
      return hostOf(new URL(connection.url));
    case 's3':
      return connection.endpoint === undefined ? null : hostOf(new URL(connection.endpoint));
    case 'postgres':
      return connection.host;
  }
}
