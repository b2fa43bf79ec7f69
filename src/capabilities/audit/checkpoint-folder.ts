import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, readCheckpointText } from './checkpoint.ts';
import { syncFolder } from '../../platform/sync-folder.ts';

/**
 * The folder of the checkpoints, outside the database: `checkpoints-YYYY-MM.txt`, to which signed notes are appended
 * with an empty line after each, and `verifier-keys.txt`, a line for each key that ever signed here.
 */
const keysFile = 'verifier-keys.txt';
const monthFile = /^checkpoints-\d{4}-\d{2}\.txt$/;

export interface KeptNote {
  note: string;
  /** name of the file that holds it */
  file: string;
}

export interface CheckpointFolder {
  notes: KeptNote[];
  verifierKeys: string[];
  /** files with text that is no checkpoint, such as one cut off by a power failure */
  tornFiles: string[];
}

// A torn note lacks (a part of) the 92 characters of its signature: the next whole one is found behind it.
const wholeNote = /[^\n]+\n(?:0|[1-9]\d*)\n[A-Za-z0-9+/=]+\n(?:[^\n]+\n)*\n(?:— \S+ [A-Za-z0-9+/=]{92,}\n)+(?=\n)/g;

/** Durable when it answers. */
export async function appendNote(folder: string, note: string, now: number): Promise<void> {
  const month = new Date(now).toISOString().slice(0, 7);
  await append(folder, `checkpoints-${month}.txt`, `${note}\n`);
}

/** Adds the key where it is not there yet. */
export async function publishVerifierKey(folder: string, key: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const known = await readText(folder, keysFile);
  if (!known.split('\n').includes(key)) await append(folder, keysFile, `${key}\n`);
}

async function append(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, name), 'a+');
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(Math.min(2, size));
    await file.read(last, 0, last.length, size - last.length);
    // What is whole ends as this does: a note with an empty line, since each of its own lines ends with a line break.
    const end = text.endsWith('\n\n') ? '\n\n' : '\n';
    const torn = size > 0 && !last.toString().endsWith(end);
    await file.appendFile(torn ? `\n\n${text}` : text);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(folder);
}

export async function readCheckpointFolder(folder: string): Promise<CheckpointFolder> {
  const notes: KeptNote[] = [];
  const tornFiles: string[] = [];
  for (const file of await monthFiles(folder)) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const [note] of text.matchAll(wholeNote)) notes.push({ note, file });
    if (text.replaceAll(wholeNote, '').trim() !== '') tornFiles.push(file);
  }
  return { notes, tornFiles, verifierKeys: await readVerifierKeys(folder) };
}

export async function readVerifierKeys(folder: string): Promise<string[]> {
  return (await readText(folder, keysFile)).split('\n').filter((line) => line.trim() !== '');
}

const tailBytes = 8 * 1024;

/** The newest checkpoint as it was written, unchecked; null where there is none. Reads the end of the newest file only. */
export async function findLastCheckpoint(folder: string): Promise<{ note: string; checkpoint: Checkpoint } | null> {
  for (const name of (await monthFiles(folder)).reverse()) {
    const text = await readTail(join(folder, name));
    const note = [...text.matchAll(wholeNote)].at(-1)?.[0];
    const checkpoint = note === undefined ? null : readCheckpointText(note);
    if (note !== undefined && checkpoint) return { note, checkpoint };
  }
  return null;
}

async function monthFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => monthFile.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readTail(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, tailBytes));
    await file.read(tail, 0, tail.length, size - tail.length);
    return tail.toString();
  } finally {
    await file.close();
  }
}

async function readText(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
