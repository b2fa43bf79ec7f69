import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { EventBus } from '../../platform/events/event-bus.ts';
import {
  type EvidencePart,
  firstGates,
  type LaterGate,
  laterGates,
  partsOfGate,
  type PolicyGate,
} from '../decisions/contract.ts';
import { formulationErrors } from './errors.ts';
import type { EvidenceItem } from './gate-rules.ts';

/**
 * A capability above formulation whose evidence is asked at a later gate. It is handed in at the composition root; a gate that
 * nobody owns does not exist.
 */
export interface GateOwner {
  /** key in camelCase under which what it signs stands in the snapshot */
  name: string;
  gate: LaterGate;
  /** parts of the evidence that are its own: the id of each item is a part, a full stop, and what is asked */
  parts: readonly EvidencePart[];
  /** areas of events, the word before their full stop, after which its evidence may be another */
  areas: readonly string[];
  listEvidence(db: AnyDb, problemId: string, given: { today: string }): Promise<EvidenceItem[]>;
  /** What is signed: the same for the same content, without names of people and without the moment. */
  snapshot(db: AnyDb, problemId: string): Promise<unknown>;
}

type Known = Pick<Services, 'events'>;
const installed = new WeakMap<EventBus, readonly GateOwner[]>();

/** Once, at start. Throws where an owner claims what is not its gate's, or a name that is taken: a slip of who builds. */
export function installGateOwners({ events }: Known, owners: readonly GateOwner[]): void {
  for (const [index, { name, gate, parts }] of owners.entries()) {
    const strange = parts.find((part) => !partsOfGate[gate].includes(part));
    if (strange !== undefined)
      throw new Error(`gate ${gate} looks at no part ${strange}, which ${name} says is its own`);
    const isTaken = owners.findIndex((each) => each.name === name) !== index || ownKeys.has(name);
    if (isTaken) throw new Error(`what ${name} signs would take the place of something else`);
  }
  installed.set(events, owners);
}

/** Keys of formulation's own snapshots. */
const ownKeys = new Set([
  'gate',
  'problemId',
  'previousDecisionId',
  'title',
  'opportunity',
  'objectives',
  'alternatives',
  'valueModel',
  'evaluation',
  'steering',
  'measured',
  'metrics',
]);

const ownersOf = ({ events }: Known): readonly GateOwner[] => installed.get(events) ?? [];

/** Gates that there are here, in the order in which a problem passes them. */
export function gatesHere(services: Known): PolicyGate[] {
  const owned = new Set(ownersOf(services).map(({ gate }) => gate));
  return [...firstGates, ...laterGates.filter((gate) => owned.has(gate))];
}

/** Throws 404 where nothing here brings the evidence of this gate. */
export function refuseAbsentGate(services: Known, gate: PolicyGate): void {
  const gates = gatesHere(services);
  if (!gates.includes(gate)) throw formulationErrors.gateNotHere({ gate, gates });
}

/** Whether an event of this type may change what a later gate asks. */
export function concernsLaterGates(services: Known, type: string): boolean {
  const area = type.slice(0, type.indexOf('.'));
  return ownersOf(services).some(({ areas }) => areas.includes(area));
}

/** What the owners of a gate ask, and what was written, as it is signed. */
export interface Owned {
  items: EvidenceItem[];
  written: Readonly<Record<string, unknown>>;
}

export const nothingOwned: Owned = { items: [], written: {} };

/** One query after another: within a transaction there is one connection. */
export async function gatherOwned(
  services: Known,
  db: AnyDb,
  { problemId, gate, today }: { problemId: string; gate: PolicyGate; today: string },
): Promise<Owned> {
  const items: EvidenceItem[] = [];
  const written: Record<string, unknown> = {};
  for (const owner of ownersOf(services).filter((each) => each.gate === gate)) {
    items.push(...(await owner.listEvidence(db, problemId, { today })));
    written[owner.name] = await owner.snapshot(db, problemId);
  }
  return { items, written };
}
