import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { textOf } from './draft-context.ts';
import type { Draft } from './draft-path.ts';
import { nameOfLeaf } from './name-of-path.ts';

/** The figures in which two value models differ, by name, as text. */
export function differingFigures(
  { mine, theirs }: { mine: Draft; theirs: Draft },
  locale: Locale,
): { name: string; mine: string; theirs: string }[] {
  const [left, right] = [leavesOf(mine), leavesOf(theirs)];
  const write = (value: unknown) =>
    typeof value === 'number' ? formatsFor(locale).number(value, 6) : textOf(value) || '–';
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((path) => left.get(path) !== right.get(path))
    .map((path) => ({
      name: nameOfLeaf(path, mine, locale),
      mine: write(left.get(path)),
      theirs: write(right.get(path)),
    }));
}

function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  const inner = Object.entries(value).flatMap(([key, part]) => [
    ...leavesOf(part, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(inner);
}
