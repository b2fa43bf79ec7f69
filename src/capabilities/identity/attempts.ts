import type { Services } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import type { EventBus } from '../../platform/events/event-bus.ts';

const windowMs = 15 * 60_000;
const atMost = { account: 10, address: 50 };
const atMostKeys = 20_000;

export type AttemptKind = keyof typeof atMost;
type Asked = { kind: AttemptKind; who: string; what: string };

/**
 * Attempts to prove who one is, of the last quarter of an hour: by account, so that one password is not guessed, and
 * by address, so that one password is not tried on everybody. In memory: a restart forgets them, which an attacker
 * cannot cause. An attempt counts before it is judged, so that many at once do not slip through.
 */
class Attempts {
  readonly #times = new Map<string, number[]>();
  readonly #clock: Services['clock'];

  constructor(clock: Services['clock']) {
    this.#clock = clock;
  }

  count({ kind, who, what }: Asked): void {
    const now = this.#clock.now();
    const key = `${kind} ${who}`;
    const recent = (this.#times.get(key) ?? []).filter((at) => at > now - windowMs);
    const [oldest = now] = recent;
    if (recent.length >= atMost[kind])
      throw platformErrors.tooMany({ what, retryAfter_s: Math.ceil((oldest + windowMs - now) / 1000) });
    this.#times.delete(key);
    this.#times.set(key, [...recent, now]);
    if (this.#times.size > atMostKeys) this.#forgetOldest();
  }

  forgive(kind: AttemptKind, who: string): void {
    this.#times.delete(`${kind} ${who}`);
  }

  #forgetOldest(): void {
    const oldest = this.#times.keys().next();
    if (!oldest.done) this.#times.delete(oldest.value);
  }
}

const known = new WeakMap<EventBus, Attempts>();

/** One count for each Peil that runs. */
export function attemptsOf(services: Pick<Services, 'events' | 'clock'>): Attempts {
  const attempts = known.get(services.events) ?? new Attempts(services.clock);
  known.set(services.events, attempts);
  return attempts;
}
