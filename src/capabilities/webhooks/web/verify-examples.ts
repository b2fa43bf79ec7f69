/** The check of a signature as a receiver writes it; tried on real messages by the journey through this page. */
export const verifyExamples = {
  'JavaScript (Node)': `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: the text exactly as it came, before it is parsed
export function isFromPeil(headers, body, secret) {
  const id = headers['webhook-id'];
  const moment = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - Number(moment)) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const made = createHmac('sha256', key).update(\`\${id}.\${moment}.\${body}\`).digest();
  return headers['webhook-signature'].split(' ').some((signed) => {
    const given = Buffer.from(signed.replace('v1,', ''), 'base64');
    return given.length === made.length && timingSafeEqual(given, made);
  });
}`,
  Python: `import base64, hashlib, hmac, time

# body: the bytes exactly as they came, before they are parsed
def is_from_peil(headers, body, secret):
    id, moment = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(moment)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    made = hmac.new(key, f"{id}.{moment}.".encode() + body, hashlib.sha256).digest()
    return any(
        hmac.compare_digest(base64.b64decode(signed.removeprefix("v1,")), made)
        for signed in headers["webhook-signature"].split()
    )`,
} as const;
