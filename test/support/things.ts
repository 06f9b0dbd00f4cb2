import type { ThingRoom } from '../../src/core/ports.js';

/** Room for a few saved things of each user and space. */
const ROOM: ThingRoom = { things: 3, bytes: 100_000 };
export const THING_ROOM = { user: ROOM, space: ROOM };
