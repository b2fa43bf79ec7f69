import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { headOf } from './file-head.ts';
import { JsonGuard } from './json-guard.ts';
import { plainText } from './plain-text.ts';
import type { PreparedFile, Progress, ReadFileTask } from './read-file-protocol.ts';
import { TextGuard } from './text-guard.ts';

/** JSON Lines, or one list of objects: what is too deep, too long or no text is refused before a parser sees it. */
export async function prepareJson(
  task: ReadFileTask,
  progress: Progress,
): Promise<Extract<PreparedFile, { format: 'jsonl' }>> {
  const { file, options, scratchFolder } = task;
  const { path, encoding } = await plainText(task);
  const head = (await headOf(path, 4096)).toString('utf8').trimStart();
  const layout = head.startsWith('[') ? 'array' : 'newline_delimited';
  const { longest_bytes } = await guarded(path, { name: file.name, layout, progress });
  const found = { format: 'jsonl', layout, longest_bytes, encoding } as const;
  if (options.badRows !== 'skip' || layout === 'array')
    return { ...found, path, skipped: 0, firstBad: null, size_bytes: (await stat(path)).size };
  const cleaned = join(scratchFolder, 'cleaned.jsonl');
  const tally: Tally = { line: 0, skipped: 0, firstBad: null };
  await pipeline(createReadStream(path), objectsOnly(tally), createWriteStream(cleaned, { flags: 'wx' }));
  const { skipped, firstBad } = tally;
  return { ...found, path: cleaned, skipped, firstBad, size_bytes: (await stat(cleaned)).size };
}

interface Tally {
  line: number;
  skipped: number;
  firstBad: { line: number; reason: string } | null;
}

async function guarded(
  path: string,
  { name, layout, progress }: { name: string; layout: string; progress: Progress },
): Promise<{ longest_bytes: number }> {
  const text = new TextGuard(name, 1);
  const json = new JsonGuard(name, layout === 'newline_delimited');
  let read_bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    text.push(chunk as Buffer);
    json.push(chunk as Buffer);
    read_bytes += (chunk as Buffer).length;
    progress(read_bytes);
  }
  text.end();
  json.end();
  return { longest_bytes: json.longest_bytes };
}

/** The lines that are one object each. */
function objectsOnly(tally: Tally): (source: AsyncIterable<Buffer>) => AsyncGenerator<string> {
  return async function* write(source) {
    let rest = '';
    for await (const chunk of decoded(source)) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield keep(lines, tally);
    }
    yield keep([rest], tally);
  };
}

async function* decoded(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
}

function keep(lines: readonly string[], tally: Tally): string {
  let kept = '';
  for (const line of lines) {
    tally.line += 1;
    if (line.trim() === '') continue;
    const reason = whyNoObject(line);
    if (reason === null) kept += `${line}\n`;
    else {
      tally.skipped += 1;
      tally.firstBad ??= { line: tally.line, reason };
    }
  }
  return kept;
}

function whyNoObject(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
    return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}
