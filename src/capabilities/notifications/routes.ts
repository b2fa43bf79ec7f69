import { type Route, route } from '../../platform/http/route.ts';
import * as contract from './contract.ts';
import { countUnread, listNotifications } from './list-notifications.ts';
import { keepMailPassword, sendTestMail, showMailServer } from './mail-server.ts';
import { markRead, markUnread } from './mark-read.ts';
import { chooseMail, showOwnMail } from './own-mail.ts';
import type { PlacesOf, TitlesOf } from './queries.ts';

/** Titles of problems, and what things in them are called, are known above this capability. */
export function notificationRoutes(known: { titlesOf: TitlesOf; placesOf: PlacesOf }): readonly Route[] {
  return [
    route(contract.listNotifications, (ctx, { query }) => listNotifications(ctx, query, known)),
    route(contract.countUnread, (ctx) => countUnread(ctx)),
    route(contract.markRead, (ctx, { body }) => markRead(ctx, body)),
    route(contract.markUnread, (ctx, { body }) => markUnread(ctx, body)),
    route(contract.getOwnMail, (ctx) => showOwnMail(ctx)),
    route(contract.chooseMail, (ctx, { body }) => chooseMail(ctx, body.choice)),
    route(contract.getMailServer, (ctx) => showMailServer(ctx)),
    route(contract.keepMailPassword, (ctx, { body }) => keepMailPassword(ctx, body.password)),
    route(contract.sendTestMail, (ctx) => sendTestMail(ctx)),
  ];
}
