export {
  acceptedReply,
  cardOf,
  cardReply,
  errorMessage,
  message,
  orRefusal,
  type ReplyContext,
  richMessage,
  textMessage,
} from './replies.js';
export type { Block, MessageReply, RemoveReply, Reply } from './reply.js';
