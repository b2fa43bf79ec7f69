import { DatabaseError, sqliteErrorKind } from '../../platform/db/database-error.ts';
import { NewerDataError } from '../../platform/db/migrate.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { defineErrors } from '../../platform/errors/define-errors.ts';
import type { Config } from '../../platform/config/config.ts';

/** Why Peil could not start, for the person at the terminal. */
export const startErrors = defineErrors('start', {
  portTaken: {
    status: 409,
    en: (p: { port: number; host: string; next: number }) =>
      `Port ${p.port} on ${p.host} is in use by another program, perhaps another Peil. End that one, or choose another port: --port ${p.next}`,
    nl: (p) =>
      `Poort ${p.port} op ${p.host} is in gebruik door een ander programma, misschien een andere Peil. Beëindig dat, of kies een andere poort: --port ${p.next}`,
  },
  portForbidden: {
    status: 403,
    en: (p: { port: number; host: string }) =>
      `This user may not listen on port ${p.port} of ${p.host}. Choose a port from 1024 up: --port 4500`,
    nl: (p) =>
      `Deze gebruiker mag niet luisteren op poort ${p.port} van ${p.host}. Kies een poort vanaf 1024: --port 4500`,
  },
  notOurAddress: {
    status: 400,
    en: (p: { host: string }) =>
      `${p.host} is not an address of this machine. Give --host one that is: 127.0.0.1 for this machine alone, 0.0.0.0 for everyone who can reach it.`,
    nl: (p) =>
      `${p.host} is geen adres van deze machine. Geef --host er een die dat wel is: 127.0.0.1 voor alleen deze machine, 0.0.0.0 voor iedereen die haar kan bereiken.`,
  },
  folderForbidden: {
    status: 403,
    en: (p: { path: string }) =>
      `This user may not write to ${p.path}. Give --data a folder of your own, or the rights to this one.`,
    nl: (p) => `Deze gebruiker mag niet schrijven in ${p.path}. Geef --data een eigen map, of de rechten op deze.`,
  },
  notAFolder: {
    status: 400,
    en: (p: { path: string }) => `${p.path} is a file; a folder was expected. Give --data another path.`,
    nl: (p) => `${p.path} is een bestand; een map werd verwacht. Geef --data een ander pad.`,
  },
  diskFull: {
    status: 503,
    en: (p: { path: string }) => `The disk of ${p.path} is full; nothing was written. Make room and start again.`,
    nl: (p) => `De schijf van ${p.path} is vol; er is niets geschreven. Maak ruimte en start opnieuw.`,
  },
  noDatabase: {
    status: 503,
    en: (p: { reason: string }) =>
      `The PostgreSQL database of --database does not let Peil in (${p.reason}). See that it runs, and that user, password and name are right.`,
    nl: (p) =>
      `De PostgreSQL-database van --database laat Peil niet toe (${p.reason}). Kijk of hij draait, en of gebruiker, wachtwoord en naam kloppen.`,
  },
  brokenFile: {
    status: 422,
    en: (p: { path: string; reason: string }) =>
      `${p.path} cannot be read as a database of Peil (${p.reason}). Give --data another folder, or restore a backup into an empty one: peil restore`,
    nl: (p) =>
      `${p.path} is niet te lezen als database van Peil (${p.reason}). Geef --data een andere map, of zet een back-up terug in een lege map: peil restore`,
  },
  newerData: {
    status: 409,
    en: (p: { reason: string }) => p.reason,
    nl: () =>
      'Deze gegevens zijn geschreven door een nieuwere Peil dan deze. Start de nieuwere, of zet een back-up terug die door deze versie is gemaakt.',
  },
});

type Cause = Error & { code?: string; path?: string; syscall?: string; errcode?: number };

const byCode: Record<string, (cause: Cause, config: Config) => AppError> = {
  EADDRINUSE: (_, { port, host }) => startErrors.portTaken({ port, host, next: port < 65535 ? port + 1 : 4500 }),
  EADDRNOTAVAIL: (_, { host }) => startErrors.notOurAddress({ host }),
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
  EEXIST: (cause, config) => startErrors.notAFolder({ path: cause.path ?? config.dataFolder }),
  ENOTDIR: (cause, config) => startErrors.notAFolder({ path: cause.path ?? config.dataFolder }),
  ENOSPC: (_, config) => startErrors.diskFull({ path: config.dataFolder }),
  ENOTFOUND: (_, { host }) => startErrors.notOurAddress({ host }),
  ERR_SQLITE_ERROR: (cause, { dataFolder }) =>
    sqliteErrorKind(cause.errcode) === 'full'
      ? startErrors.diskFull({ path: dataFolder })
      : startErrors.brokenFile({ path: dataFolder, reason: cause.message }),
};

/** The sentence for what people can mend at start; null for a bug. */
export function startProblem(error: unknown, config: Config): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof NewerDataError) return startErrors.newerData({ reason: error.message });
  const problem = error instanceof DatabaseError ? databaseProblem(error, config) : null;
  if (problem) return problem;
  const cause = error as Cause;
  return byCode[cause.code ?? '']?.(cause, config) ?? null;
}

function databaseProblem({ kind, cause, message }: DatabaseError, config: Config): AppError | null {
  if (kind === 'full') return startErrors.diskFull({ path: config.dataFolder });
  if (kind === 'away')
    return startErrors.noDatabase({ reason: firstOf(cause).message || 'the connection was refused' });
  // What PostgreSQL itself refuses (no such database or user, wrong password) has an SQLSTATE of class 28, 3D or 53.
  const state = (cause as Cause | undefined)?.code ?? '';
  return /^(28|3D|53)/.test(state) ? startErrors.noDatabase({ reason: message }) : null;
}

/** Of several addresses that were tried, the first. */
function firstOf(error: unknown): Error {
  return (error instanceof AggregateError ? (error.errors[0] ?? error) : error) as Error;
}

function forbidden(cause: Cause, { port, host, dataFolder }: Config): AppError {
  if (cause.syscall === 'listen') return startErrors.portForbidden({ port, host });
  return startErrors.folderForbidden({ path: cause.path ?? dataFolder });
}
