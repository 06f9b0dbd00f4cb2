import type { Card } from '../../../../src/chat/cards/card.js';
import type { ChatPlatform } from '../../../../src/chat/platform.js';
import type { Delivery, MessageRef, Platform } from '../../../../src/core/types.js';

export interface Show {
  delivery: Delivery;
  card: Card;
  isFinal: boolean;
  /** On the clock of `performance.now`. */
  beganAt: number;
  endedAt: number | null;
}

/** A platform that keeps what it is shown: a delivery with a message edits it, one without makes a new one. */
export interface RecordingPlatform extends Pick<ChatPlatform, 'platform' | 'show' | 'withdraw'> {
  shows: Show[];
  /** What each message shows now, by its id. */
  messages: Map<string, Card>;
  /** Most shows under way at a time, in all and of one generation. */
  mostAtOnce: number;
  mostOfOneAtOnce: number;
  /** Runs in the middle of every show; it may wait, throw, or return null for "nothing was shown". */
  during: (show: Show) => Promise<null | undefined>;
  finals(): Show[];
}

export function createRecordingPlatform(platform: Platform = 'discord'): RecordingPlatform {
  const underWay: string[] = [];
  let made = 0;
  const recording: RecordingPlatform = {
    platform,
    shows: [],
    messages: new Map(),
    mostAtOnce: 0,
    mostOfOneAtOnce: 0,
    during: async () => undefined,
    async withdraw({ message }) {
      if (message !== null) recording.messages.delete(message.messageId);
      return true;
    },
    finals: () => recording.shows.filter(({ isFinal }) => isFinal),
    async show(delivery, card, isFinal) {
      const show: Show = { delivery, card, isFinal, beganAt: performance.now(), endedAt: null };
      recording.shows.push(show);
      underWay.push(card.generationId);
      recording.mostAtOnce = Math.max(recording.mostAtOnce, underWay.length);
      const ofOne = underWay.filter((id) => id === card.generationId).length;
      recording.mostOfOneAtOnce = Math.max(recording.mostOfOneAtOnce, ofOne);
      try {
        if ((await recording.during(show)) === null) return null;
        const message: MessageRef = delivery.message ?? { channelId: 'shown', messageId: `${platform}-${made++}` };
        recording.messages.set(message.messageId, card);
        return message;
      } finally {
        show.endedAt = performance.now();
        underWay.splice(underWay.indexOf(card.generationId), 1);
      }
    },
  };
  return recording;
}
