import type { Services } from '../../platform/context/context.ts';
import type { DomainEvent, EventBus } from '../../platform/events/event-bus.ts';
import type { ProblemStanding } from './permissions.ts';
import type { Credential, Person } from './queries.ts';
import type { ReadableProblems } from './readable-problems.ts';
import { Remembered } from './remembered.ts';
import type { Mode } from './tables.ts';

/**
 * What recognising somebody needs, so that most requests ask the database nothing. In this process a change is seen at
 * once, by its event; a second process on the same PostgreSQL sees it within `forMs`.
 */
export interface IdentityMemory {
  mode: Remembered<Mode>;
  credentials: Remembered<Credential>;
  people: Remembered<Person>;
  problems: Remembered<ProblemStanding>;
  readable: Remembered<ReadableProblems>;
}

const forMs = 5_000;
const memories = new WeakMap<EventBus, IdentityMemory>();

/** One memory for each Peil that runs: it lives and goes with its event bus. */
export function memoryOf(services: Pick<Services, 'events' | 'clock'>): IdentityMemory {
  const known = memories.get(services.events);
  if (known) return known;
  const { clock } = services;
  const memory: IdentityMemory = {
    mode: new Remembered(clock, { forMs, atMost: 1 }),
    credentials: new Remembered(clock, { forMs, atMost: 20_000 }),
    people: new Remembered(clock, { forMs, atMost: 20_000 }),
    problems: new Remembered(clock, { forMs, atMost: 50_000 }),
    readable: new Remembered(clock, { forMs, atMost: 1_000 }),
  };
  memories.set(services.events, memory);
  services.events.afterCommit((events) => {
    for (const event of events) forget(memory, event);
  });
  return memory;
}

/** Begun sessions and refused sign-ins change nothing that is remembered, and come in numbers. */
const harmless = new Set(['session.started', 'session.refused', 'token.created']);

function forget(memory: IdentityMemory, { type }: DomainEvent): void {
  if (harmless.has(type)) return;
  const area = type.slice(0, type.indexOf('.'));
  if (area === 'session' || area === 'token' || area === 'user') memory.credentials.clear();
  if (area === 'user') memory.people.clear();
  if (area === 'installation') Object.values(memory).forEach((each: Remembered<unknown>) => each.clear());
  if (area === 'problem_access') {
    memory.problems.clear();
    memory.readable.clear();
  }
}
