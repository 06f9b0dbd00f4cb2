export { quotaAdminUseCases } from './admin.js';
export { dayOf } from './day.js';
export { decideQuota, withDefaultQuota } from './quota.js';
export { quotaReportUseCase } from './report.js';
