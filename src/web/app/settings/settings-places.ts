import { useMe } from '../../../capabilities/identity/web/index.tsx';

type Group = 'you' | 'organisation' | 'record';

interface Place {
  name:
    | 'account'
    | 'tokens'
    | 'notifications'
    | 'people'
    | 'installation'
    | 'policies'
    | 'appetite'
    | 'checklists'
    | 'templates'
    | 'frameworks'
    | 'webhooks'
    | 'audit'
    | 'api';
  to:
    | '/account'
    | '/tokens'
    | '/notifications'
    | '/people'
    | '/installation'
    | '/settings/policies'
    | '/settings/risk-appetite'
    | '/settings/checklists'
    | '/settings/templates'
    | '/frameworks'
    | '/settings/webhooks'
    | '/audit'
    | '/api-explorer';
  group: Group;
  /** only administrators have something to do there */
  isForAdministrators: boolean;
}

const everybody = { isForAdministrators: false };
const administrators = { isForAdministrators: true };

/** Every place where something is set, in the order in which it is shown. */
const places: readonly Place[] = [
  { name: 'account', to: '/account', group: 'you', ...everybody },
  { name: 'tokens', to: '/tokens', group: 'you', ...everybody },
  { name: 'notifications', to: '/notifications', group: 'you', ...everybody },
  { name: 'people', to: '/people', group: 'organisation', ...administrators },
  { name: 'installation', to: '/installation', group: 'organisation', ...administrators },
  { name: 'policies', to: '/settings/policies', group: 'organisation', ...everybody },
  { name: 'appetite', to: '/settings/risk-appetite', group: 'organisation', ...everybody },
  { name: 'checklists', to: '/settings/checklists', group: 'organisation', ...administrators },
  { name: 'templates', to: '/settings/templates', group: 'organisation', ...everybody },
  { name: 'frameworks', to: '/frameworks', group: 'organisation', ...everybody },
  { name: 'webhooks', to: '/settings/webhooks', group: 'record', ...administrators },
  { name: 'audit', to: '/audit', group: 'record', ...administrators },
  { name: 'api', to: '/api-explorer', group: 'record', ...everybody },
];

const groups = ['you', 'organisation', 'record'] as const;

/** The places that this person has something to do, by group. */
export function useSettingsPlaces(): { group: Group; places: Place[] }[] {
  const isAdministrator = useMe()?.organisationRole === 'admin';
  const mine = places.filter(({ isForAdministrators }) => isAdministrator || !isForAdministrators);
  return groups
    .map((group) => ({ group, places: mine.filter((place) => place.group === group) }))
    .filter((each) => each.places.length > 0);
}
