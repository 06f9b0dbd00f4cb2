export { audienceOf, type Deed, isChildPrivate, isRequester, NO_RIGHTS } from './access.js';
export { type GuardedRequest, type GuardedStore, guard, type Opened } from './guarded-store.js';
export { requireAdmin } from './permissions.js';
export { personKey, scopeOf } from './scope.js';
