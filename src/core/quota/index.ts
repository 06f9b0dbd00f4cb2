export { quotaAdminUseCases } from './admin.js';
export { decideQuota, withDefaultQuota } from './quota.js';
export { quotaReportUseCase } from './report.js';
export { dayOf } from './space-day.js';
