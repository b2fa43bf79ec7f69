import type { Context } from '../../../platform/context/context.ts';
import type { Locale } from '../../../platform/text/locale.ts';
import type { CodeComparison, CodeOfRun } from '../compare-contract.ts';
import { trackingErrors } from '../errors.ts';
import { withFacts } from '../run-queries.ts';
import { codeOfRun } from './code-of-run.ts';
import { listNamed } from './find-chosen.ts';
import { compareTexts } from './texts.ts';

interface Asked {
  problemId: string;
  first: string;
  second: string;
}

type Packages = ReadonlyMap<string, string> | null;

/** Throws 422 for a run of another problem. */
export async function compareCode(ctx: Context, { problemId, first, second }: Asked): Promise<CodeComparison> {
  const runs = await withFacts(ctx.db, await listNamed(ctx, problemId, `${first},${second}`));
  const [one, other = one] = runs;
  if (!one || !other) throw trackingErrors.runNotFound({ id: first });
  const [a, b] = [await codeOfRun(ctx, one), await codeOfRun(ctx, other)];
  // Of what one of them does not say nothing can be told.
  const areKnown = a.packages !== null && b.packages !== null;
  const names = areKnown ? [...new Set([...(a.packages?.keys() ?? []), ...(b.packages?.keys() ?? [])])].toSorted() : [];
  const differing = names.filter((name) => a.packages?.get(name) !== b.packages?.get(name));
  const counts = { differing: differing.length, same: names.length - differing.length, areKnown };
  return {
    first: a.code,
    second: b.code,
    packages: differing.map((name) => ({
      name,
      first: versionOf(a.packages, name),
      second: versionOf(b.packages, name),
    })),
    samePackages: counts.same,
    sentences: sayCode([a.code, b.code], counts, ctx.locale),
  };
}

const versionOf = (packages: Packages, name: string): string | null => packages?.get(name) ?? null;

function sayCode(
  [first, second]: [CodeOfRun, CodeOfRun],
  packages: { differing: number; same: number; areKnown: boolean },
  locale: Locale,
): string[] {
  const t = compareTexts[locale].code;
  return [sayCommits(first, second, locale), sayChanges(first.changes, second.changes, locale), sayPackages()];

  function sayPackages(): string {
    if (!packages.areKnown) return t.noPackages;
    return packages.differing === 0
      ? t.samePackages({ count: packages.same })
      : t.packages({ count: packages.differing });
  }
}

function sayCommits({ commit: first }: CodeOfRun, { commit: second }: CodeOfRun, locale: Locale): string {
  const t = compareTexts[locale].code;
  if (first === null || second === null) return t.noCommit;
  if (first === second) return t.sameCommit({ commit: first.slice(0, 12) });
  return t.otherCommit({ first: first.slice(0, 12), second: second.slice(0, 12) });
}

function sayChanges(first: CodeOfRun['changes'], second: CodeOfRun['changes'], locale: Locale): string {
  const t = compareTexts[locale].code;
  const isKnown = ({ state }: CodeOfRun['changes']) => state === 'none' || state === 'kept';
  if (!isKnown(first) || !isKnown(second)) return t.changesUnknown;
  return first.text === second.text ? t.sameChanges : t.otherChanges;
}
