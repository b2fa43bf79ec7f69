import type { SourceFile } from './source.ts';
import { asPath, speak, type Speaker } from './speak.ts';

/** As the protocol writes what JSON cannot. */
export const figure = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

export function* inParts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

export const sizeOf = (files: readonly SourceFile[]): number =>
  files.reduce((sum, { size_bytes }) => sum + size_bytes, 0);

export async function sendFiles(to: Speaker, place: string, files: readonly SourceFile[]): Promise<void> {
  for (const { path, open } of files)
    await speak(to, {
      method: 'PUT',
      path: `api/2.0/mlflow-artifacts/artifacts/${asPath(`${place}/${path}`)}`,
      file: await open(),
    });
}
