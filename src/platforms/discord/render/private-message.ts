import type { MessageReply } from '../../../chat/replies/index.js';

/** A line of text that only the person sees. */
export function privateMessage(text: string, { isError = false } = {}): MessageReply {
  return { type: 'message', isPrivate: true, isError, blocks: [{ type: 'text', text }], pictures: [], actions: [] };
}
