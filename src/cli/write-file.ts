import { writeFile as writeTo } from 'node:fs/promises';
import type { Terminal } from '../server/commands/terminal.ts';
import { cliErrors } from './cli-errors.ts';
import { cliTexts } from './texts.ts';

/** Writes what `--output` asks for, and says so. Throws with the file's name and why where that cannot be. */
export async function writeFile(path: string, value: string | Uint8Array, terminal: Terminal): Promise<void> {
  try {
    await writeTo(path, value);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw cliErrors.unwritableFile({ option: '--output', file: path, reason: code ?? message });
  }
  terminal.tell(cliTexts[terminal.locale].written({ path }));
}
