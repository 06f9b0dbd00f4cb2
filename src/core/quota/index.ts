export { quotaAdminUseCases } from './admin.js';
export { dayOf } from './day.js';
export { priceOf } from './prices.js';
export { decideQuota, withDefaultQuota } from './quota.js';
export { quotaReportUseCase } from './report.js';
