import type { Terminal } from '../server/commands/terminal.ts';
import { harmless } from './one-line.ts';

/** What people wrote steers no terminal; a file has it byte for byte. */
export function printText(value: string | Uint8Array, terminal: Terminal): void {
  for (const line of String(value).trimEnd().split('\n')) terminal.say(harmless(line));
}
