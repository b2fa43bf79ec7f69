import { text as textIn } from 'node:stream/consumers';
import { AppError } from '../../../platform/errors/app-error.ts';
import type { Context } from '../../../platform/context/context.ts';
import { takeArtifact } from '../artifacts/take-artifact.ts';
import { trackingErrors } from '../errors.ts';
import type { ModelDescription } from '../model-file-contract.ts';
import { readModelFile, readRequirements } from './read-model-file.ts';

/** More than clients write for thousands of columns; reading it is not worth a process of its own. */
const most_bytes = 400_000;
const modelFile = 'MLmodel';

/**
 * What the file MLmodel says that is at a path below the address of a place, with the packages in the file beside it. Throws 404, 400
 * where Peil does not read, and 422 where it cannot be read.
 */
export async function describeModelFile(ctx: Context, uri: string, path: string): Promise<ModelDescription> {
  if (path.split('/').at(-1) !== modelFile) throw trackingErrors.noModelFile({ path });
  // The reader of YAML is loaded once somebody looks at a model.
  const { parse } = await import('yaml');
  const content = await readText(ctx, uri, path);
  let read: unknown;
  try {
    read = parse(content, { logLevel: 'error', maxAliasCount: 20 });
  } catch {
    throw trackingErrors.noModelFile({ path });
  }
  return { ...readModelFile(read), requirements: await findRequirements(ctx, uri, path) };
}

async function readText(ctx: Context, uri: string, path: string): Promise<string> {
  const { sha256, size_bytes } = await takeArtifact(ctx, uri, path);
  if (size_bytes > most_bytes) throw trackingErrors.noModelFile({ path });
  return textIn(await ctx.blobs.get(sha256));
}

async function findRequirements(ctx: Context, uri: string, path: string): Promise<string[] | null> {
  try {
    return readRequirements(await readText(ctx, uri, `${path.slice(0, -modelFile.length)}requirements.txt`));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The same for whoever has models of which some have no such file: null. */
export async function findModelDescription(ctx: Context, uri: string): Promise<ModelDescription | null> {
  try {
    return await describeModelFile(ctx, uri, modelFile);
  } catch (error) {
    if (error instanceof AppError && [400, 404, 422].includes(error.status)) return null;
    throw error;
  }
}
