import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** allows the page's own style elements under the strict policy; fresh for every answer */
    styleNonce: string;
  }
}

/** Strict by default: no frame, no foreign script, no sniffing, no referrer beyond our own address. */
export function securityHeaders(app: FastifyInstance, config: Config): void {
  app.decorateReply('styleNonce', '');
  const secure = config.publicUrl?.startsWith('https://') ?? false;
  app.addHook('onRequest', async (_request, reply) => {
    reply.styleNonce = randomBytes(16).toString('base64');
    reply.headers({
      'content-security-policy': contentPolicy(reply.styleNonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
  });
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
