/** Front door of webhooks. */
export { deliverJob } from './deliver-job.ts';
export { queueDeliveries } from './queue-deliveries.ts';
export { webhookRoutes } from './routes.ts';
