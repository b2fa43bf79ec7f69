import { type Config, isLoopback } from '../../platform/config/config.ts';
import type { Services } from '../../platform/context/context.ts';
import { memoryOf } from './memory.ts';
import { findMode } from './queries.ts';
import type { Mode } from './tables.ts';

/** The one person of personal mode, who becomes the first administrator of a team and keeps this id. */
export const ownerId = 'owner';

/** Where others than the person at this machine could be asking, somebody must sign in. */
export function isReachableByOthers(config: Config): boolean {
  if (config.team || !isLoopback(config.host) || config.trustedProxies.length > 0) return true;
  return config.publicUrl !== null && !isLoopback(new URL(config.publicUrl).hostname);
}

/** Team where the configuration asks for it, and for good once there is an administrator who signs in. */
export async function modeOf(services: Pick<Services, 'config' | 'database' | 'events' | 'clock'>): Promise<Mode> {
  if (isReachableByOthers(services.config)) return 'team';
  return (await memoryOf(services).mode.get('mode', () => findMode(services.database.reader))) ?? 'personal';
}
