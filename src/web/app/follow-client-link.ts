import { redirect } from '@tanstack/react-router';

/**
 * The client of MLflow ends every run with a link into the page of its own server, such as `/#/experiments/1/runs/5f0c`:
 * whoever clicks it comes to the same run, experiment or model here.
 */
export function followClientLink(hash: string): void {
  const [kind, id, part, partId] = hash.replace(/^\//, '').split(/[/?]/);
  if (!id) return;
  if (kind === 'experiments' && part === 'runs' && partId)
    throw redirect({ to: '/runs/$runId', params: { runId: partId }, replace: true });
  if (kind === 'experiments')
    throw redirect({ to: '/experiments/$experimentId', params: { experimentId: id }, replace: true });
  if (kind === 'models') throw redirect({ to: '/models/$name', params: { name: id }, replace: true });
}
