import { createWriteStream } from 'node:fs';
import { writeFile as writeTo } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Terminal } from '../server/commands/terminal.ts';
import { cliErrors } from './cli-errors.ts';
import { cliTexts } from './texts.ts';

/** Writes what `--output` asks for, and says so. Throws with the file's name and why where that cannot be. */
export async function writeFile(path: string, value: string | Uint8Array, terminal: Terminal): Promise<void> {
  await written(path, terminal, () => writeTo(path, value));
}

/** As `writeFile`, of what comes bit by bit. */
export async function writeStream(path: string, value: Readable, terminal: Terminal): Promise<void> {
  await written(path, terminal, () => pipeline(value, createWriteStream(path)));
}

async function written(path: string, terminal: Terminal, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw cliErrors.unwritableFile({ option: '--output', file: path, reason: code ?? message });
  }
  terminal.tell(cliTexts[terminal.locale].written({ path }));
}
