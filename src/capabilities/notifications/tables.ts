import { slice } from '../../platform/db/database.ts';
import type { MailChoice, NotificationKind } from './contract.ts';

export interface NotificationTables {
  notification: {
    id: string;
    user_id: string;
    event_id: string;
    kind: NotificationKind;
    /** null: about no one problem */
    problem_id: string | null;
    actor_id: string;
    /** JSON: About */
    about: string;
    at: number;
    read_at: number | null;
    mailed_at: number | null;
  };
  notification_mail: {
    user_id: string;
    choice: MailChoice;
    /** when what was not mailed yet goes out; null: nothing waits */
    due_at: number | null;
  };
}

export const notificationsDb = slice<NotificationTables>();
