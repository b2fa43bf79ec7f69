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
  /** what keeps it from being compared with any; null: nothing */
  lacks: 'data' | 'evaluation' | 'price' | null;
}

interface Asked {
  /** of different variants only where that is asked for */
  acrossVariants: boolean;
  /** the key that the first group must have, where one is asked for */
  protocol: string | undefined;
}

/** Runs that compare stand together; the others apart, with the reason and what would make them comparable. The largest group first. */
export function likeWithLike(
  runs: readonly Measured[],
  { acrossVariants, protocol }: Asked,
  locale: Locale,
): ComparableRuns[] {
  const keyOf = ({ key, lacks, variant }: Measured) => JSON.stringify([key, lacks, acrossVariants ? null : variant]);
  const rankOf = (key: string | null = null) => (key === null ? 0 : key === protocol ? 2 : 1);
  const groups = [...Map.groupBy(runs, keyOf).values()].toSorted(
    (a, b) => rankOf(b[0]?.key) - rankOf(a[0]?.key) || b.length - a.length,
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
        reasons: isFirst ? [] : reasonsOf(own, first, { acrossVariants, locale }),
        repair: isFirst && own.key !== null ? null : repairOf(own, first, locale),
      },
    ];
  });
}

function reasonsOf(
  own: Measured,
  first: Measured,
  { acrossVariants, locale }: Pick<Asked, 'acrossVariants'> & { locale: Locale },
): string[] {
  const t = compareTexts[locale];
  const reasons: string[] = [];
  if (own.lacks !== null) reasons.push(t.lacks[own.lacks]);
  else if (own.key !== first.key)
    reasons.push(
      own.protocol === first.protocol ? t.otherCases : t.elsewhere({ own: own.protocol, first: first.protocol }),
    );
  if (!acrossVariants && own.variant !== first.variant)
    reasons.push(t.otherVariant({ own: own.variant ?? t.noVariant, first: first.variant ?? t.noVariant }));
  return reasons;
}

function repairOf(own: Measured, first: Measured, locale: Locale): string {
  const t = compareTexts[locale].repairs;
  if (own.lacks !== null) return t[own.lacks];
  return own.key === first.key ? t.together : t.measure({ first: first.protocol });
}
