import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Begun } from '../../examples/build-examples.ts';
import { type ExampleName, exampleNames } from '../../examples/kit/example.ts';
import { writeWhole } from '../platform/whole-file.ts';

/**
 * A note in the data folder, there from when the guided examples are begun until they are whole: a building that was broken
 * off, even by a power cut, is then taken up by the next start instead of being left half done.
 */
export const unfinishedFile = 'example-unfinished.json';

const schema = z.object({
  day: z.iso.date(),
  problems: z.partialRecord(z.enum(exampleNames), z.string()),
});

export interface UnfinishedExample {
  /** as the child takes it */
  asText(): string;
  /** notes which problem an example has become */
  keepProblem(name: ExampleName, problemId: string): void;
  /** resolves when what was noted is on disk */
  kept(): Promise<void>;
  /** the examples are whole, or not wanted */
  forget(): Promise<void>;
}

/** Begins the note; it is on disk when this answers. */
export async function beginExample(folder: string, day: string): Promise<UnfinishedExample> {
  const example = noteOf(folder, { day, problems: {} });
  await writeWhole(join(folder, unfinishedFile), example.asText());
  return example;
}

/** What an earlier start has left unfinished; null where there is nothing to take up. */
export async function findUnfinishedExample(folder: string): Promise<UnfinishedExample | null> {
  try {
    return noteOf(folder, schema.parse(JSON.parse(await readFile(join(folder, unfinishedFile), 'utf8'))));
  } catch {
    // A note that cannot be read is no reason to write examples into a Peil that may be in use.
    return null;
  }
}

export function forgetExample(folder: string): Promise<void> {
  return rm(join(folder, unfinishedFile), { force: true });
}

function noteOf(folder: string, begun: Begun): UnfinishedExample {
  const asText = () => JSON.stringify(begun);
  let writing: Promise<void> = Promise.resolve();
  return {
    asText,
    keepProblem(name, problemId) {
      begun.problems[name] = problemId;
      const text = asText();
      writing = writing.then(() => writeWhole(join(folder, unfinishedFile), text));
      // Told by `kept`; without the note the problem is found by its title.
      writing.catch(() => undefined);
    },
    kept: () => writing,
    forget: () => forgetExample(folder),
  };
}
