import { type Logger, pino } from 'pino';

/** Structured logs, one JSON object a line, with the request's id. */
export type Log = Logger;

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

export function openLog(level: LogLevel): Log {
  return pino({
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    redact: ['headers.authorization', 'headers.cookie', '*.password', '*.token'],
    formatters: { level: (label) => ({ level: label }) },
  });
}
