import type { EntryFacts } from '../catalogue-contract.ts';
import { deviceEntries } from './device-entries.ts';
import { runtimeEntries } from './runtime-entries.ts';
import { serviceEntries } from './service-entries.ts';
import { trainingEntries } from './training-entries.ts';

/** Every entry that comes with Peil, by its key. A key is never given to something else. */
export const shippedCatalogue: Readonly<Record<string, EntryFacts>> = {
  ...deviceEntries,
  ...runtimeEntries,
  ...trainingEntries,
  ...serviceEntries,
};
