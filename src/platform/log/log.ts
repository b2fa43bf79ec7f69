import { destination, type Logger, pino } from 'pino';

/** Structured logs on standard error, one JSON object a line, with the request's id: standard output is for people. */
export type Log = Logger;

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

export function openLog(level: LogLevel): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    redact: ['headers.authorization', 'headers.cookie', '*.password', '*.token'],
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination({ dest: 2, sync: true }));
}
