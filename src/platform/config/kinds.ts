import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { InBoth, Kind } from './setting.ts';

const lastOf = (given: readonly string[]): string => given.at(-1) ?? '';
const hostName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const isHost = (text: string): boolean => isIP(text) !== 0 || (text.length <= 253 && hostName.test(text));

export const hostKind: Kind<string> = {
  placeholder: '<host>',
  read: (given) => (isHost(lastOf(given)) ? lastOf(given) : null),
  expected: { en: 'a host name or an IP address', nl: 'een hostnaam of een IP-adres' },
};

/** An address alone, or behind a name. */
export const senderKind: Kind<string | null> = {
  placeholder: '<address>',
  read: (given) =>
    /^([^<>@\r\n]{1,100} <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(lastOf(given)) ? lastOf(given) : null,
  expected: {
    en: 'an e-mail address, such as peil@example.org or Peil <peil@example.org>',
    nl: 'een e-mailadres, zoals peil@example.org of Peil <peil@example.org>',
  },
};

export const portKind: Kind<number> = {
  placeholder: '<number>',
  read: (given) => {
    const port = /^\d{1,5}$/.test(lastOf(given)) ? Number(lastOf(given)) : Number.NaN;
    return port <= 65535 ? port : null;
  },
  expected: {
    en: 'a whole number from 0 to 65535 (0 lets the system choose)',
    nl: 'een geheel getal van 0 tot en met 65535 (bij 0 kiest het systeem)',
  },
};

export const hoursKind: Kind<number> = {
  placeholder: '<hours>',
  read: (given) => {
    const hours = /^\d{1,5}(\.\d{1,3})?$/.test(lastOf(given)) ? Number(lastOf(given)) : 0;
    return hours > 0 && hours <= 87_600 ? hours : null;
  },
  expected: { en: 'a number of hours above 0', nl: 'een aantal uren boven 0' },
};

export const textKind: Kind<string | null> = {
  placeholder: '<text>',
  read: (given) => (lastOf(given).trim() === '' ? null : lastOf(given)),
  expected: { en: 'a text', nl: 'een tekst' },
};

export const folderKind: Kind<string> = {
  placeholder: '<folder>',
  completes: 'folder',
  read: (given, folder) => (lastOf(given).trim() === '' ? null : resolve(folder, lastOf(given))),
  expected: { en: 'a folder', nl: 'een map' },
};

/** A folder, in the manner of a path or of an address, or an address of another store, to which an id is put on. */
export const artifactRootKind: Kind<string | null> = {
  placeholder: '<folder or address>',
  completes: 'folder',
  read: (given, folder) => {
    const text = lastOf(given).trim();
    const withoutEnd = (address: string) => address.replace(/\/+$/, '');
    if (/^[a-z][a-z0-9+.-]+:/i.test(text) && !/^file:/i.test(text))
      return /^[a-z][a-z0-9+.-]+:\/\/[^\s/]/i.test(text) ? withoutEnd(text) : null;
    try {
      const path = /^file:/i.test(text) ? fileURLToPath(text) : resolve(folder, text);
      return text === '' || path === '/' ? null : withoutEnd(pathToFileURL(path).href);
    } catch {
      return null;
    }
  },
  expected: {
    en: 'a folder, or an address such as file:///srv/mlruns or s3://bucket/runs',
    nl: 'een map, of een adres zoals file:///srv/mlruns of s3://bucket/runs',
  },
};

export const fileKind: Kind<string> = {
  placeholder: '<file>',
  completes: 'file',
  read: (given, folder) => (lastOf(given).trim() === '' ? null : resolve(folder, lastOf(given))),
  expected: { en: 'a file', nl: 'een bestand' },
};

const switchWords: Readonly<Record<string, boolean>> = {
  1: true,
  true: true,
  yes: true,
  on: true,
  0: false,
  false: false,
  no: false,
  off: false,
  '': false,
};

export const switchKind: Kind<boolean> = {
  placeholder: null,
  read: (given) => switchWords[lastOf(given).toLowerCase()] ?? null,
  expected: { en: 'yes or no (also 1 or 0, true or false)', nl: 'yes of no (ook 1 of 0, true of false)' },
};

export function choiceKind<T extends string>(choices: readonly T[]): Kind<T> {
  const listed: InBoth = {
    en: `one of: ${choices.join(', ')}`,
    nl: `een van: ${choices.join(', ')}`,
  };
  return {
    placeholder: '<level>',
    choices,
    read: (given) => choices.find((choice) => choice === lastOf(given)) ?? null,
    expected: listed,
  };
}

function parsedUrl(text: string, protocols: readonly string[]): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.includes(url.protocol) && url.hostname !== '' ? url : null;
}

export const databaseKind: Kind<string | null> = {
  placeholder: '<url>',
  read: (given) => (parsedUrl(lastOf(given), ['postgres:', 'postgresql:']) ? lastOf(given) : null),
  expected: { en: 'the address of a PostgreSQL database', nl: 'het adres van een PostgreSQL-database' },
};

export const httpUrlKind: Kind<string | null> = {
  placeholder: '<url>',
  read: (given) => (parsedUrl(lastOf(given), ['http:', 'https:']) ? lastOf(given) : null),
  expected: {
    en: 'an address that starts with http:// or https://',
    nl: 'een adres dat begint met http:// of https://',
  },
};

export const publicUrlKind: Kind<string | null> = {
  placeholder: '<url>',
  read: (given) => {
    const url = parsedUrl(lastOf(given), ['http:', 'https:']);
    if (!url || url.username || url.search || url.hash) return null;
    return url.pathname.endsWith('/') ? url.href : `${url.href}/`;
  },
  expected: {
    en: 'an address that starts with http:// or https://, without user, query or fragment',
    nl: 'een adres dat begint met http:// of https://, zonder gebruiker, zoekvraag of fragment',
  },
};

export const basePathKind: Kind<string> = {
  placeholder: '<path>',
  read: (given) => {
    const path = `/${lastOf(given).replace(/^\/|\/$/g, '')}/`.replace('//', '/');
    return /^\/([\w.~-]+\/)*$/.test(path) ? path : null;
  },
  expected: {
    en: 'a path of letters, digits and dashes that starts with /',
    nl: 'een pad van letters, cijfers en streepjes dat begint met /',
  },
};

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function listKind(kind: {
  placeholder: string;
  isItem: (text: string) => boolean;
  expected: InBoth;
}): Kind<readonly string[]> {
  const { isItem, ...rest } = kind;
  return { ...rest, many: true, read: (given) => (given.every(isItem) ? [...given] : null) };
}

export const rangesKind = listKind({
  placeholder: '<range>',
  isItem: isRange,
  expected: { en: 'IP addresses or ranges', nl: 'IP-adressen of reeksen daarvan' },
});

export const hostsKind = listKind({
  placeholder: '<host>',
  isItem: isHost,
  expected: { en: 'host names, without port', nl: 'hostnamen, zonder poort' },
});

export const placesKind = listKind({
  placeholder: '<place>',
  isItem: (text) => isHost(text) || isRange(text),
  expected: { en: 'host names, IP addresses or ranges', nl: 'hostnamen, IP-adressen of reeksen daarvan' },
});

export const foldersKind: Kind<readonly string[]> = {
  placeholder: '<folder>',
  completes: 'folder',
  many: true,
  read: (given, folder) =>
    given.some((text) => text.trim() === '') ? null : given.map((text) => resolve(folder, text)),
  expected: { en: 'folders', nl: 'mappen' },
};
