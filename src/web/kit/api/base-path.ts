const given = document.querySelector<HTMLMetaElement>('meta[name="peil-base"]')?.content ?? '/';

/** The path under which Peil is shown, with a slash at its end: `/` or `/peil/`. */
export const basePath = given.endsWith('/') ? given : `${given}/`;

/** An address of the contract (`/api/problems`) as the browser must ask for it. */
export const addressOf = (path: string): string => `${basePath}${path.replace(/^\//, '')}`;
