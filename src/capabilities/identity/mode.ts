import type { Services } from '../../platform/context/context.ts';
import { memoryOf } from './memory.ts';
import { findMode } from './queries.ts';
import type { Mode } from './tables.ts';

/** The one person of personal mode, who becomes the first administrator of a team and keeps this id. */
export const ownerId = 'owner';

/**
 * Team where the configuration says so, which it does wherever others can reach Peil (`readConfig`), and for good once
 * there is an administrator who signs in.
 */
export async function modeOf(services: Pick<Services, 'config' | 'database' | 'events' | 'clock'>): Promise<Mode> {
  if (services.config.team) return 'team';
  return (await memoryOf(services).mode.get('mode', () => findMode(services.database.reader))) ?? 'personal';
}
