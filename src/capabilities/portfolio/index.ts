/** Front door of the portfolio, for the composition root: nobody else imports it. */
export { openPortfolio } from './ask-for-rebuild.ts';
export { keepPortfolio } from './keep-portfolio.ts';
export { rebuildPortfolioJob } from './rebuild-job.ts';
export { portfolioRoutes } from './routes.ts';
