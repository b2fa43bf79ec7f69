import type { CommandSpec } from './command-spec.ts';
import { ownCommands } from './own-commands.ts';

/** Everything `peil` can do, in the order in which help lists it. */
export function allCommands(): readonly CommandSpec[] {
  return ownCommands;
}
