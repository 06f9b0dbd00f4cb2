export { thingsByGroup } from './by-group.js';
export { drawSheet, searchThings, thingsUseCases } from './things.js';
