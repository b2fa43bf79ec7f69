/**
 * Where to go after signing in: a path of this page as it was, or else the first page. A link to our sign-in must not
 * lead to somebody else's site, nor back to the sign-in.
 */
export function insidePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted) || /[\t\n\r\\]/.test(wanted)) return '/';
  return isOpenPage(wanted.split(/[?#]/, 1)[0] ?? '/') ? '/' : wanted;
}

const openPages: readonly string[] = ['/sign-in', '/welcome', '/join', '/reset'];

/** The pages for who has not signed in. */
export const isOpenPage = (pathname: string): boolean => openPages.includes(pathname.replace(/\/$/, ''));
