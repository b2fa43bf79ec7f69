import { join } from 'node:path';
import type { LogLevel } from '../log/log.ts';
import type { Config } from './config.ts';
import {
  basePathKind,
  choiceKind,
  databaseKind,
  fileKind,
  folderKind,
  hostKind,
  hostsKind,
  hoursKind,
  httpUrlKind,
  portKind,
  publicUrlKind,
  rangesKind,
  switchKind,
  textKind,
} from './kinds.ts';
import type { Setting } from './setting.ts';

const logLevels: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];

/** Everything `peil serve` can be told, in the order in which help tells it. */
export const settings: { readonly [K in keyof Config]: Setting<Config[K]> } = {
  port: {
    option: 'port',
    kind: portKind,
    example: '4500',
    fallbackShown: '4500',
    fallback: () => 4500,
    help: { en: 'port to listen on', nl: 'poort om op te luisteren' },
  },
  host: {
    option: 'host',
    kind: hostKind,
    example: '127.0.0.1',
    fallbackShown: '127.0.0.1',
    fallback: () => '127.0.0.1',
    help: {
      en: 'address to listen on; any other than this machine asks people to sign in',
      nl: 'adres om op te luisteren; elk ander dan deze machine vraagt mensen om aan te melden',
    },
  },
  dataFolder: {
    option: 'data',
    kind: folderKind,
    example: '/srv/peil',
    fallbackShown: '$XDG_DATA_HOME/peil, or ~/.local/share/peil',
    fallback: ({ home, env }) => join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'peil'),
    help: { en: 'folder for everything Peil keeps', nl: 'map voor alles wat Peil bewaart' },
  },
  databaseUrl: {
    option: 'database',
    kind: databaseKind,
    example: 'postgres://peil@db.example.org/peil',
    fallbackShown: 'SQLite in the data folder',
    fallback: () => null,
    secret: true,
    help: {
      en: 'PostgreSQL database to use; with a password in it, prefer the variable',
      nl: 'te gebruiken PostgreSQL-database; met een wachtwoord erin liever als variabele',
    },
  },
  empty: {
    option: 'empty',
    kind: switchKind,
    example: 'yes',
    fallbackShown: 'no',
    fallback: () => false,
    help: {
      en: 'start an empty data folder without the guided example',
      nl: 'begin een lege gegevensmap zonder het voorbeeld',
    },
  },
  team: {
    option: 'team',
    kind: switchKind,
    example: 'yes',
    fallbackShown: 'no, unless others can reach this server',
    fallback: () => false,
    help: { en: 'ask people to sign in, on this machine too', nl: 'laat mensen aanmelden, ook op deze machine' },
  },
  publicUrl: {
    option: 'public-url',
    kind: publicUrlKind,
    example: 'https://peil.example.org/',
    fallbackShown: 'the address listened on',
    fallback: () => null,
    help: {
      en: 'address that people use, where a reverse proxy stands in front',
      nl: 'adres dat mensen gebruiken, als er een reverse proxy voor staat',
    },
  },
  basePath: {
    option: 'base-path',
    kind: basePathKind,
    example: '/peil/',
    fallbackShown: 'the path of --public-url, or /',
    fallback: ({ publicUrl }) => (publicUrl ? new URL(publicUrl).pathname : '/'),
    help: {
      en: 'path under which a reverse proxy shows Peil',
      nl: 'pad waaronder een reverse proxy Peil toont',
    },
  },
  trustedProxies: {
    option: 'trusted-proxy',
    kind: rangesKind,
    example: '10.0.0.0/8',
    fallbackShown: 'none',
    fallback: () => [],
    help: {
      en: 'proxy whose X-Forwarded headers are believed; may be repeated',
      nl: 'proxy waarvan de X-Forwarded-koppen worden geloofd; mag vaker',
    },
  },
  allowedHosts: {
    option: 'allowed-host',
    kind: hostsKind,
    example: 'peil.example.org',
    fallbackShown: 'this machine, --host and the host of --public-url',
    fallback: () => [],
    help: {
      en: 'further host name to answer for; may be repeated',
      nl: 'extra hostnaam om voor te antwoorden; mag vaker',
    },
  },
  checkpointFolder: {
    option: 'checkpoints',
    kind: folderKind,
    example: '/srv/peil-checkpoints',
    fallbackShown: 'beside the data folder, with -checkpoints behind its name',
    fallback: ({ dataFolder }) => `${dataFolder}-checkpoints`,
    help: {
      en: 'folder, outside the data folder, for signed checkpoints of the audit trail',
      nl: 'map, buiten de gegevensmap, voor ondertekende ijkpunten van het controlespoor',
    },
  },
  secretsKeyFile: {
    option: 'secrets-key-file',
    kind: fileKind,
    example: '/etc/peil/secrets.key',
    fallbackShown: 'secrets.key in the data folder',
    fallback: ({ dataFolder }) => join(dataFolder, 'secrets.key'),
    help: {
      en: 'file with the key that opens kept passwords; backups leave it out, so keep a copy apart',
      nl: 'bestand met de sleutel van bewaarde wachtwoorden; niet in back-ups, dus bewaar apart een kopie',
    },
  },
  logLevel: {
    option: 'log-level',
    kind: choiceKind(logLevels),
    example: 'info',
    fallbackShown: 'warn',
    fallback: () => 'warn',
    help: { en: 'how much to log, as JSON on standard error', nl: 'hoeveel te loggen, als JSON op de foutuitvoer' },
  },
  checkAnswers: {
    option: 'check-answers',
    kind: switchKind,
    example: 'yes',
    fallbackShown: 'no',
    fallback: () => false,
    help: {
      en: 'check every answer against the contract, for development',
      nl: 'toets elk antwoord aan het contract, voor ontwikkeling',
    },
  },
  sessionIdleHours: {
    option: 'session-idle-hours',
    kind: hoursKind,
    example: '24',
    fallbackShown: '24',
    fallback: () => 24,
    help: {
      en: 'a sign-in ends when it was not used for this long',
      nl: 'een aanmelding eindigt als ze zo lang niet is gebruikt',
    },
  },
  sessionHours: {
    option: 'session-hours',
    kind: hoursKind,
    example: '336',
    fallbackShown: '336',
    fallback: () => 336,
    help: {
      en: 'a sign-in ends after this long, used or not',
      nl: 'een aanmelding eindigt na zo lang, gebruikt of niet',
    },
  },
  oidcIssuer: {
    option: 'oidc-issuer',
    kind: httpUrlKind,
    example: 'https://id.example.org/',
    fallbackShown: 'none: people sign in by password',
    fallback: () => null,
    help: {
      en: 'provider of OpenID Connect by which people may sign in',
      nl: 'aanbieder van OpenID Connect waarmee mensen zich mogen aanmelden',
    },
  },
  oidcClientId: {
    option: 'oidc-client-id',
    kind: textKind,
    example: 'peil',
    fallbackShown: 'none',
    fallback: () => null,
    help: { en: 'by what name the provider knows Peil', nl: 'onder welke naam de aanbieder Peil kent' },
  },
  oidcClientSecret: {
    option: 'oidc-client-secret',
    kind: textKind,
    example: 'the secret of the provider',
    fallbackShown: 'none, for a public client',
    fallback: () => null,
    secret: true,
    help: {
      en: 'secret that the provider gave Peil; prefer the variable',
      nl: 'geheim dat de aanbieder aan Peil gaf; liever als variabele',
    },
  },
  oidcJoinDomains: {
    option: 'oidc-join-domain',
    kind: { ...hostsKind, placeholder: '<domain>' },
    example: 'example.org',
    fallbackShown: 'none',
    fallback: () => [],
    help: {
      en: 'domain whose people join as members without invitation; may be repeated',
      nl: 'domein waarvan mensen zonder uitnodiging lid worden; mag vaker',
    },
  },
};
