import type { EntryFacts } from '../catalogue-contract.ts';

/** The edition of the facts that come with this Peil: it rises when any of them changes. */
export const shippedEdition = '2026-11';
const editionDay = '2026-11-29';

/** What an entry says by itself; the rest is unknown until somebody finds it out. */
type Said = Pick<EntryFacts, 'name' | 'kind' | 'offer' | 'licence' | 'licenceKind' | 'description' | 'source'> &
  Partial<EntryFacts>;

/** Facts read at their source are marked so; others are general knowledge, to be checked by who relies on them. */
export function shipped(said: Said): EntryFacts {
  return {
    trains: 'unknown',
    infers: 'unknown',
    runsOn: [],
    runsOnDetail: '',
    managed: 'unknown',
    offline: 'unknown',
    dataStays: 'unknown',
    status: 'current',
    successor: '',
    endOfSupport: null,
    values: {},
    asOf: editionDay,
    basis: 'source',
    isHidden: false,
    ...said,
  };
}

/** Runs in the app itself: nothing of a prediction leaves the device. */
export const onDevice = { infers: 'yes', managed: 'no', offline: 'yes', dataStays: 'device' } as const;
/** Runs where the organisation puts it: data goes no further than its own servers. */
export const onOwnServers = { infers: 'yes', managed: 'no', offline: 'yes', dataStays: 'own_servers' } as const;
/** Runs at a vendor: every prediction sends its data there. */
export const asService = {
  infers: 'yes',
  managed: 'yes',
  offline: 'no',
  dataStays: 'vendor',
  runsOn: ['vendor_cloud'] as EntryFacts['runsOn'],
  licence: '',
  licenceKind: 'service',
  offer: 'commercial',
} as const;
