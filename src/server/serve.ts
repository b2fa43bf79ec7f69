import type { AddressInfo } from 'node:net';
import type { Config } from '../platform/config/config.ts';
import { collectGarbage } from '../platform/collect-garbage.ts';
import { buildApp, type Peil } from './app.ts';
import { startProblem } from './commands/start-errors.ts';

export interface Serving extends Peil {
  /** what this machine itself can open, with a slash at its end */
  localAddress: string;
  /** what people open, with a slash at its end */
  address: string;
}

/** Builds Peil and listens. What a person can mend is thrown as an AppError; nothing is left open then. */
export async function startServing(config: Config): Promise<Serving> {
  let peil: Peil | undefined;
  try {
    peil = await buildApp(config);
    await peil.app.listen({ host: config.host, port: config.port });
    await peil.services.jobs.start();
    collectGarbage();
    peil.services.database.giveBackMemory();
  } catch (error) {
    await peil?.close().catch(() => {});
    throw startProblem(error, config) ?? error;
  }
  const { port } = peil.app.server.address() as AddressInfo;
  const localAddress = `http://${inUrl(reachable(config.host))}:${port}/`;
  const address = config.publicUrl ?? `${localAddress}${config.basePath.slice(1)}`;
  return { ...peil, localAddress, address };
}

/** "Every address" is none that a browser can open. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
