import { RESTJSONErrorCodes as Code } from 'discord.js';

/** What the REST API answers when it refuses (developers/topics/opcodes-and-status-codes#json). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: object,
  ) {
    super(message);
  }
}

const REFUSALS = {
  unauthorized: [401, Code.GeneralError, '401: Unauthorized'],
  notFound: [404, Code.GeneralError, '404: Not Found'],
  methodNotAllowed: [405, Code.GeneralError, '405: Method Not Allowed'],
  tooLarge: [413, Code.RequestEntityTooLarge, 'Request entity too large'],
  invalidJson: [400, Code.RequestBodyContainsInvalidJSON, 'The request body contains invalid JSON.'],
  unknownApplication: [404, Code.UnknownApplication, 'Unknown Application'],
  unknownChannel: [404, Code.UnknownChannel, 'Unknown Channel'],
  unknownGuild: [404, Code.UnknownGuild, 'Unknown Guild'],
  unknownMember: [404, Code.UnknownMember, 'Unknown Member'],
  unknownMessage: [404, Code.UnknownMessage, 'Unknown Message'],
  unknownUser: [404, Code.UnknownUser, 'Unknown User'],
  unknownEmoji: [400, Code.UnknownEmoji, 'Unknown Emoji'],
  unknownWebhook: [404, Code.UnknownWebhook, 'Unknown Webhook'],
  unknownSticker: [404, Code.UnknownSticker, 'Unknown sticker'],
  unknownInteraction: [404, Code.UnknownInteraction, 'Unknown interaction'],
  unknownCommand: [404, Code.UnknownApplicationCommand, 'Unknown application command'],
  alreadyAcknowledged: [400, Code.InteractionHasAlreadyBeenAcknowledged, 'Interaction has already been acknowledged.'],
  tooManyFollowUps: [
    400,
    Code.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
    'This interaction has hit the maximum number of follow up messages.',
  ],
  invalidWebhookToken: [401, Code.InvalidWebhookToken, 'Invalid Webhook Token'],
  missingAccess: [403, Code.MissingAccess, 'Missing Access'],
  missingPermissions: [403, Code.MissingPermissions, 'Missing Permissions'],
  dmOnly: [403, Code.CannotExecuteActionOnDMChannel, 'Cannot execute action on a DM channel'],
  notYourMessage: [403, Code.CannotEditMessageAuthoredByAnotherUser, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, Code.CannotSendAnEmptyMessage, 'Cannot send an empty message'],
  cannotMessageUser: [403, Code.CannotSendMessagesToThisUser, 'Cannot send messages to this user'],
  archivedThread: [400, Code.InvalidActionOnArchivedThread, 'Thread is archived'],
  lockedThread: [400, Code.ThreadLocked, 'Thread is locked'],
  threadExists: [400, Code.ThreadAlreadyCreatedForMessage, 'A thread has already been created for this message'],
  wrongChannelType: [400, Code.CannotExecuteActionOnThisChannelType, 'Cannot execute action on this channel type'],
  replyWithoutHistory: [
    400,
    Code.CannotReplyWithoutPermissionToReadMessageHistory,
    'Cannot reply without permission to read message history',
  ],
  tooManyReactions: [400, Code.MaximumNumberOfReactionsReached, 'Maximum number of reactions reached (20)'],
  tooManyEmojis: [400, Code.MaximumNumberOfEmojisReached, 'Maximum number of emojis reached (50)'],
  tooManyAnimatedEmojis: [
    400,
    Code.MaximumNumberOfAnimatedEmojisReached,
    'Maximum number of animated emojis reached (50)',
  ],
  tooManyStickers: [400, Code.MaximumNumberOfStickersReached, 'Maximum number of stickers reached (5)'],
  fileTooLarge: [400, Code.FileUploadedExceedsMaximumSize, 'File uploaded exceeds the maximum size'],
  invalidAsset: [400, Code.InvalidFileUploaded, 'Invalid Asset'],
  tooManyCommands: [
    400,
    Code.MaximumNumberOfApplicationCommandsReached,
    'Maximum number of application commands reached',
  ],
  tooManyCommandCreations: [
    400,
    Code.MaximumDailyApplicationCommandCreatesReached,
    'Max number of daily application command creates has been reached (200)',
  ],
  unknownUploadedFile: [400, Code.UploadedFileNotFound, 'Uploaded file not found'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

/** A refusal of a known kind, to be thrown. */
export function refusal(kind: keyof typeof REFUSALS): ApiError {
  const [status, code, message] = REFUSALS[kind];
  return new ApiError(status, code, message);
}
