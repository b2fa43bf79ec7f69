import { compareDecimals } from '../value/index.ts';
import type { PartContents } from './part-contents.ts';
import { afterControl, beforeControl, priceRisks, type RiskPrices } from './price-risks.ts';
import type { StoredRisk } from './queries.ts';
import type { DefaultAppetite, Loss, Risk, RiskRegister } from './register-contract.ts';

type Standing = RiskRegister['standing'];

export interface JudgedRegister {
  risks: Risk[];
  before: Loss | null;
  after: Loss | null;
  appetite: { amount: string; from: 'problem' | 'organisation' } | null;
  standing: Standing;
}

interface Given {
  risks: readonly StoredRisk[];
  frame: PartContents['appetite'];
  organisation: DefaultAppetite;
}

/** What the risks may cost a year, and whether what remains is within what may be at risk. */
export function judgeRegister({ risks, frame, organisation }: Given): JudgedRegister {
  const [before, after] = [priceRisks(risks, beforeControl), priceRisks(risks, afterControl)];
  const appetite = appetiteOf(frame, organisation);
  const isWhole = risks.every((risk) => after.each.has(risk.id));
  const sums =
    isWhole && risks.length > 0 ? { before: before.total, after: after.total } : { before: null, after: null };
  return {
    risks: risks.map((risk, position) => asShown(risk, { position, before, after })),
    ...sums,
    appetite,
    standing: standingOf({ risks, frame, appetite, remains: isWhole ? after.total.likely : null }),
  };
}

/** The default of the organisation holds in its own currency only: amounts in two currencies are not compared. */
function appetiteOf({ appetite, currency }: Given['frame'], { appetite: usual }: DefaultAppetite) {
  if (appetite !== null) return { amount: appetite, from: 'problem' as const };
  return usual?.currency === currency ? { amount: usual.amount, from: 'organisation' as const } : null;
}

function standingOf(given: {
  risks: readonly StoredRisk[];
  frame: Given['frame'];
  appetite: JudgedRegister['appetite'];
  remains: string | null;
}): Standing {
  const { risks, frame, appetite, remains } = given;
  if (risks.length === 0) return 'empty';
  if (remains === null) return 'incomplete';
  const isWithin = (limit: string) => compareDecimals(remains, limit) <= 0;
  if (appetite && isWithin(appetite.amount)) return 'within';
  if (frame.acceptedBy !== '' && frame.acceptedUpTo !== null && isWithin(frame.acceptedUpTo)) return 'accepted';
  return appetite ? 'above' : 'no_appetite';
}

function asShown(
  risk: StoredRisk,
  { position, before, after }: { position: number; before: RiskPrices; after: RiskPrices },
): Risk {
  return {
    ...risk,
    position,
    missing: missingIn(risk),
    before: before.each.get(risk.id) ?? null,
    after: after.each.get(risk.id) ?? null,
  };
}

function missingIn({ likelihood, impact, decision, acceptedBy, owner }: StoredRisk): Risk['missing'] {
  return [
    ...(likelihood === null ? ['likelihood' as const] : []),
    ...(impact === null ? ['impact' as const] : []),
    ...(decision === null ? ['decision' as const] : []),
    ...(decision !== null && decision !== 'reject' && acceptedBy === '' ? ['acceptedBy' as const] : []),
    ...(owner === '' ? ['owner' as const] : []),
  ];
}
