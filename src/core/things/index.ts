export { drawSheet, searchThings, shownName, thingsUseCases } from './things.js';
