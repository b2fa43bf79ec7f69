import type { Locale } from '../../../platform/text/locale.ts';
import type { ComparableRuns } from '../compare-contract.ts';
import { compareTexts } from './texts.ts';

/** On what a run was measured, as far as anybody said. */
export interface Measured {
  id: string;
  /** equal where it is the same; null: nobody said */
  key: string | null;
  /** in words */
  protocol: string;
  variant: string | null;
}

interface Asked {
  /** of different variants only where that is asked for */
  acrossVariants: boolean;
  /** what to do where nobody said on what */
  isCounted: boolean;
}

/** Runs that compare stand together; the others apart, with the reason and what would make them comparable. The largest group first. */
export function likeWithLike(
  runs: readonly Measured[],
  { acrossVariants, isCounted }: Asked,
  locale: Locale,
): ComparableRuns[] {
  const keyOf = ({ key, variant }: Measured) => JSON.stringify([key, acrossVariants ? null : variant]);
  const groups = [...Map.groupBy(runs, keyOf).values()].toSorted(
    (a, b) => Number(b[0]?.key !== null) - Number(a[0]?.key !== null) || b.length - a.length,
  );
  const first = groups[0]?.[0];
  return groups.flatMap((members) => {
    const [own] = members;
    if (!own || !first) return [];
    const isFirst = members === groups[0];
    const variant = acrossVariants ? null : own.variant;
    return [
      {
        protocol: own.protocol,
        variant,
        isKnown: own.key !== null,
        runIds: members.map(({ id }) => id),
        reasons: isFirst ? [] : reasonsOf(own, first, { acrossVariants, isCounted, locale }),
        repair: isFirst && own.key !== null ? null : repairOf(own, first, { isCounted, locale }),
      },
    ];
  });
}

function reasonsOf(
  own: Measured,
  first: Measured,
  { acrossVariants, isCounted, locale }: Asked & { locale: Locale },
): string[] {
  const t = compareTexts[locale];
  const reasons: string[] = [];
  if (own.key === null) reasons.push(isCounted ? t.notCounted : t.unknown);
  else if (own.key !== first.key) reasons.push(t.elsewhere({ own: own.protocol, first: first.protocol }));
  if (!acrossVariants && own.variant !== first.variant)
    reasons.push(t.otherVariant({ own: own.variant ?? t.noVariant, first: first.variant ?? t.noVariant }));
  return reasons;
}

function repairOf(
  own: Measured,
  first: Measured,
  { isCounted, locale }: { isCounted: boolean; locale: Locale },
): string {
  const t = compareTexts[locale].repairs;
  if (own.key === null) return isCounted ? t.count : t.nameData;
  return own.key === first.key ? t.together : t.measure({ first: first.protocol });
}
