import type { Bringing } from './bringing.ts';
import { goOn } from './go-on.ts';
import type { SourceFile } from './source.ts';
import { asPath, speak } from './speak.ts';

/** As the protocol writes what JSON cannot. */
export const figure = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

export function* inParts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

export const sizeOf = (files: readonly SourceFile[]): number =>
  files.reduce((sum, { size_bytes }) => sum + size_bytes, 0);

/** One that is refused, or cannot be read, is told; the rest is sent. */
export async function sendFiles(
  { to, brought }: Pick<Bringing, 'to' | 'brought'>,
  place: string,
  files: readonly SourceFile[],
): Promise<void> {
  for (const { path, open } of files)
    await goOn(brought, `file ${place}/${path}`, async () => {
      const address = `api/2.0/mlflow-artifacts/artifacts/${asPath(`${place}/${path}`)}`;
      await speak(to, { method: 'PUT', path: address, file: await open() });
    });
}
