export { aboutUseCase } from './about.js';
export { auditEntry, auditUseCases } from './audit.js';
export { findBlockedLatent } from './blocked-latents.js';
export { KALEIDO, modelNamed, modelsIn, painterCalled } from './models.js';
export { policyOf, policyUseCases } from './policy.js';
export { statusUseCase } from './status.js';
export { settingsUseCases } from './user-settings.js';
