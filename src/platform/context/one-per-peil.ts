import type { Services } from './context.ts';
import type { EventBus } from '../events/event-bus.ts';

/** Something of which each Peil that runs has one: made when first asked for, gone with its event bus. */
export function onePerPeil<T>(make: (services: Services) => T): (services: Services) => T {
  const made = new WeakMap<EventBus, T>();
  return (services) => {
    const known = made.get(services.events);
    if (known !== undefined) return known;
    const fresh = make(services);
    made.set(services.events, fresh);
    return fresh;
  };
}
