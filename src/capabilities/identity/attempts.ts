import { isIP } from 'node:net';
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
 * cannot cause. An attempt counts before it is judged, so that many at once do not slip through. Accounts and addresses
 * are forgotten apart, so that a flood from many addresses does not open an account that is refused.
 */
class Attempts {
  readonly #times = { account: new Map<string, number[]>(), address: new Map<string, number[]>() };
  readonly #clock: Services['clock'];

  constructor(clock: Services['clock']) {
    this.#clock = clock;
  }

  count({ kind, who, what }: Asked): void {
    const now = this.#clock.now();
    const [times, key] = [this.#times[kind], keyOf(kind, who)];
    const recent = (times.get(key) ?? []).filter((at) => at > now - windowMs);
    const [oldest = now] = recent;
    if (recent.length >= atMost[kind])
      throw platformErrors.tooMany({ what, retryAfter_s: Math.ceil((oldest + windowMs - now) / 1000) });
    times.delete(key);
    times.set(key, [...recent, now]);
    if (times.size > atMostKeys) forgetOldest(times);
  }

  forgive(kind: AttemptKind, who: string): void {
    this.#times[kind].delete(keyOf(kind, who));
  }

  /** The last attempt was no guess: behind one address a whole office may sign in. */
  giveBack(kind: AttemptKind, who: string): void {
    this.#times[kind].get(keyOf(kind, who))?.pop();
  }
}

function forgetOldest(times: Map<string, number[]>): void {
  const oldest = times.keys().next();
  if (!oldest.done) times.delete(oldest.value);
}

function keyOf(kind: AttemptKind, who: string): string {
  return kind === 'address' ? networkOf(who) : who;
}

/** Whoever has one IPv6 address has a network of 2^64 of them (RFC 4291, 2.5.4), which therefore count as one. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const [mapped] = /(?<=^::ffff:)[\d.]+$/i.exec(plain) ?? [];
  if (mapped !== undefined) return mapped;
  if (isIP(plain) !== 6) return plain;
  const [left = '', right] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const absent = right === undefined ? 0 : 8 - groups(left).length - groups(right).length;
  return [...groups(left), ...Array<string>(absent).fill('0'), ...groups(right ?? '')].slice(0, 4).join(':');
}

const known = new WeakMap<EventBus, Attempts>();

/** One count for each Peil that runs. */
export function attemptsOf(services: Pick<Services, 'events' | 'clock'>): Attempts {
  const attempts = known.get(services.events) ?? new Attempts(services.clock);
  known.set(services.events, attempts);
  return attempts;
}
