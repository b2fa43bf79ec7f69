import type { Config } from './config.ts';
import { artifactRootKind, foldersKind, hostsKind, placesKind } from './kinds.ts';
import type { Setting } from './setting.ts';

type Outbound = 'artifactRoot' | 'webhookHosts' | 'sourceAddresses' | 'sourceFolders';

/** Where Peil may go to from here, in the house and on this machine. */
export const outboundSettings: { readonly [K in Outbound]: Setting<Config[K]> } = {
  artifactRoot: {
    option: 'artifact-root',
    kind: artifactRootKind,
    example: '/srv/mlruns',
    fallbackShown: 'kept by Peil',
    fallback: () => null,
    help: {
      en: 'folder or address to which clients themselves send the artifacts of new experiments',
      nl: 'map of adres waar clients zelf de artefacten van nieuwe experimenten heen sturen',
    },
  },
  webhookHosts: {
    option: 'webhook-host',
    kind: hostsKind,
    example: 'hooks.example.org',
    fallbackShown: 'none',
    fallback: () => [],
    help: { en: 'host in your network for webhooks; repeatable', nl: 'host in uw netwerk voor webhooks; mag vaker' },
  },
  sourceAddresses: {
    option: 'source-addresses',
    kind: placesKind,
    example: '10.20.0.0/16',
    fallbackShown: 'none',
    fallback: () => [],
    help: {
      en: 'host, address or range in your network that data may be fetched from; repeatable',
      nl: 'host, adres of reeks in uw netwerk waarvan gegevens mogen worden opgehaald; mag vaker',
    },
  },
  sourceFolders: {
    option: 'source-folders',
    kind: foldersKind,
    example: '/srv/data',
    fallbackShown: 'none',
    fallback: () => [],
    help: {
      en: 'folder of this machine that data may be fetched from, with all below it; repeatable',
      nl: 'map van deze machine waaruit gegevens mogen worden opgehaald, met alles eronder; mag vaker',
    },
  },
};
