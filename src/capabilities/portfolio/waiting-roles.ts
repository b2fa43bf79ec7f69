import { type Bearer, problemRoles } from '../identity/index.ts';
import type { ProblemRole } from '../identity/contract.ts';
import type { Ask, AskKind } from './asks.ts';

const waitingMark = 'unconfirmed.';

/** Of a role that somebody took themselves: how who bears it is asked, apart from those in whom it counts. */
const unconfirmed = (role: string): string => `${waitingMark}${role}`;

export const isRole = (asked: string): boolean => (problemRoles as readonly string[]).includes(asked);

/** The role in which somebody is asked, whether or not it counts; null: they are asked by name. */
export function roleAsked(asked: string): ProblemRole | null {
  const role = asked.startsWith(waitingMark) ? asked.slice(waitingMark.length) : asked;
  return problemRoles.find((each) => each === role) ?? null;
}

/** Every way in which a role is asked. */
export const waysToAsk = (role: ProblemRole): string[] => [role, unconfirmed(role)];

/** As what somebody is asked in a role of theirs. */
export const askedAs = ({ role, isCounting = true }: Pick<Bearer, 'role' | 'isCounting'>): string =>
  isCounting ? role : unconfirmed(role);

/** What only a role that counts may do; all else can be done in a role that waits to be confirmed. */
const judgements: ReadonlySet<AskKind> = new Set([
  ...(['sign', 'decide', 'review', 'condition', 'verdicts', 'risk', 'risk_sign', 'framework'] as const),
  ...(['steering_accept', 'steering_answer'] as const),
]);

interface Team {
  bearers: readonly Bearer[];
  isAlone: boolean;
  createdAt: number;
}

/**
 * In a role that somebody took themselves they are asked what they may do already, and told of what waits until somebody else
 * confirms it. Where a role waits and counts in nobody, those who can confirm it are asked to.
 */
export function withWaitingRoles(asks: readonly Ask[], { bearers, isAlone, createdAt }: Team): Ask[] {
  const own = isAlone ? [] : bearers.filter(({ until }) => until === null);
  const waiting = own.filter(({ isCounting }) => isCounting === false);
  if (waiting.length === 0) return [...asks];
  const roles = new Set<string>(waiting.map(({ role }) => role));
  const counts = (role: string) => own.some((each) => each.role === role && each.isCounting !== false);
  const mayAct = ({ kind }: Ask, role: string) =>
    kind.startsWith('checklist_item') ? role !== 'risk_manager' && !counts(role) : !judgements.has(kind);
  const widened = asks.map((ask) => {
    const also = ask.asked.filter((each) => roles.has(each) && mayAct(ask, each));
    return { ...ask, asked: [...ask.asked, ...also.map(unconfirmed)] };
  });
  const told = [...roles].flatMap((role) => {
    const held = asks.filter(({ asked, ...ask }) => asked.includes(role) && !mayAct({ asked, ...ask }, role));
    const count = held.filter(({ notBefore }) => notBefore === null).length;
    if (count === 0) return [];
    const told = { ...atTeam, since: createdAt, params: { role, count } };
    const confirming = counts(role) ? [] : confirmersOf(role, own, waiting);
    return [
      { ...told, id: `role_waits.${role}`, kind: 'role_waits' as const, asked: [unconfirmed(role)] },
      ...(confirming.length === 0
        ? []
        : [{ ...told, id: `confirm_role.${role}`, kind: 'confirm_role' as const, asked: confirming }]),
    ];
  });
  return [...widened, ...told];
}

const atTeam = { due: null, notBefore: null, station: 'team', field: null, talk: null } as const;

/** By id: nobody confirms a role of their own. */
function confirmersOf(role: string, own: readonly Bearer[], waiting: readonly Bearer[]): string[] {
  const takers = waiting.filter((each) => each.role === role).map(({ userId }) => userId);
  const able = own.filter((each) => each.role === 'sme' || each.role === 'sponsor').map(({ userId }) => userId);
  return [...new Set(able)].filter((userId) => takers.some((taker) => taker !== userId));
}
