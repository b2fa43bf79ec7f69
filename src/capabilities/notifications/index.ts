/** Front door of notifications. */
export { mailJob } from './mail-job.ts';
export { notifyPeople } from './notify-people.ts';
export { notificationRoutes } from './routes.ts';
