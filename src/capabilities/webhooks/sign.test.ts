import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { newWebhookSecret, signatureOf, signedHeaders } from './sign.ts';

/** The example of the standard's own libraries. */
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp_s: 1_614_265_330, body: '{"test": 2432232314}' };

test('PF2 the signature is the one of Standard Webhooks', () => {
  expect(signatureOf(signed, secret)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('PF2 while a secret is rotated both sign, the new one first', () => {
  const fresh = newWebhookSecret();
  const key = Buffer.from(fresh.slice('whsec_'.length), 'base64');
  expect(key).toHaveLength(32);
  const mac = createHmac('sha256', key).update(`${signed.id}.${signed.timestamp_s}.${signed.body}`).digest('base64');
  expect(signedHeaders(signed, [fresh, secret])).toEqual({
    'webhook-id': signed.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': `v1,${mac} v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=`,
  });
});
