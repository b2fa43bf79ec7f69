import type { AddressInfo } from 'node:net';
import type { Config } from '../../src/platform/config/config.ts';
import { openTestPeil, type TestPeil } from './app.ts';

/** A Peil that listens on loopback, for browsers and other programs. `address` ends without a slash. */
export async function openListeningPeil(
  overrides: Partial<Config> = {},
  open: (overrides: Partial<Config>) => Promise<TestPeil> = openTestPeil,
): Promise<TestPeil & { address: string }> {
  const peil = await open(overrides);
  await peil.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = peil.app.server.address() as AddressInfo;
  return { ...peil, address: `http://127.0.0.1:${port}` };
}
