import { z } from 'zod';
import { ApiError } from '../api-error.js';
import type { Json, SlackFile } from '../types.js';
import { slackId } from '../workspace.js';
import { writableChannel } from './chat.js';
import type { ApiMethod, CallContext } from './method.js';

// https://docs.slack.dev/reference/methods/files.getUploadURLExternal, files.completeUploadExternal and files.info.
// That processing is asynchronous is told in slackapi/node-slack-sdk issue 1865 and slackapi/java-slack-sdk issue 1349:
// the type stays empty until then, and no message's `ts` comes back.

const getUploadUrl = (baseUrl: () => string): ApiMethod => ({
  scopes: ['files:write'],
  run: ({ workspace, team, args }) => {
    if (team.areUploadsDisabled) throw new ApiError('file_uploads_disabled');
    const request = z
      .object({
        filename: z.string().min(1),
        length: z.coerce.number().int().min(1),
        alt_text: z.string().max(1000).default(''),
      })
      .safeParse({ ...args, alt_text: args.alt_txt ?? '' });
    if (!request.success) throw new ApiError('invalid_arguments');
    const file: SlackFile = {
      id: slackId('F'),
      teamId: team.id,
      name: request.data.filename,
      title: request.data.filename,
      altText: request.data.alt_text,
      ownerId: team.botUserId,
      declaredLength: request.data.length,
      bytes: null,
      isCompleted: false,
      readyAt: Number.POSITIVE_INFINITY,
      shares: [],
      isDeleted: false,
    };
    workspace.files.set(file.id, file);
    return { upload_url: `${baseUrl()}/upload/v1/${file.id}`, file_id: file.id };
  },
});

function describe({ workspace, options }: CallContext, file: SlackFile): Json {
  const isReady = file.readyAt <= workspace.clock.now();
  const isPng = isReady && file.bytes?.subarray(1, 4).toString() === 'PNG';
  const shares = Object.fromEntries(file.shares.map(({ channelId, ts }) => [channelId, [{ ts }]]));
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: isReady ? (isPng ? 'image/png' : 'application/octet-stream') : '',
    filetype: isPng ? 'png' : '',
    size: file.bytes?.byteLength ?? 0,
    alt_txt: file.altText,
    user: file.ownerId,
    ...sharedIn(workspace, file),
    url_private: `${options.filesUrl()}/files-pri/${file.teamId}-${file.id}/${file.name}`,
    shares: isReady ? { public: shares } : {},
  };
}

/** The conversations that it was shared in, by kind. */
function sharedIn({ channels }: CallContext['workspace'], { shares }: SlackFile): Json {
  const of = (...kinds: string[]) =>
    shares.map(({ channelId }) => channelId).filter((id) => kinds.includes(channels.get(id)?.kind ?? ''));
  return { channels: of('public'), groups: of('private', 'mpim'), ims: of('im') };
}

function shareWhenReady(context: CallContext, file: SlackFile, comment: string): void {
  const { workspace, team, args } = context;
  const channel = writableChannel({ ...context, args: { ...args, channel: args.channel_id } });
  const root = args.thread_ts === undefined ? undefined : workspace.message(channel.id, args.thread_ts);
  if (args.thread_ts !== undefined && !root) throw new ApiError('invalid_thread_ts');
  workspace.clock.schedule(context.options.fileProcessingMs, () => {
    const ts = workspace.nextTs();
    file.shares.push({ channelId: channel.id, ts });
    workspace.messages.push({
      ts,
      channelId: channel.id,
      ...(root ? { threadTs: root.threadTs ?? root.ts } : {}),
      userId: team.botUserId,
      botId: team.botId,
      text: comment,
      blocks: [],
      fileIds: [file.id],
      reactions: [],
      edits: 0,
      notified: [],
    });
  });
}

const completeUpload: ApiMethod = {
  scopes: ['files:write'],
  run: (context) => {
    const { workspace, team, args, options } = context;
    if (team.areUploadsDisabled) throw new ApiError('file_uploads_disabled');
    const wanted = z
      .array(z.object({ id: z.string(), title: z.string().optional() }))
      .min(1)
      .safeParse(args.files);
    if (!wanted.success) throw new ApiError('invalid_arguments');
    const files = wanted.data.map(({ id, title }) => {
      const file = workspace.files.get(id);
      if (!file?.bytes || file.isCompleted || file.teamId !== team.id) throw new ApiError('file_not_found');
      return { file, title: title ?? file.name };
    });
    for (const { file, title } of files) {
      if (args.channel_id !== undefined)
        shareWhenReady(context, file, typeof args.initial_comment === 'string' ? args.initial_comment : '');
      Object.assign(file, { title, isCompleted: true, readyAt: workspace.clock.now() + options.fileProcessingMs });
    }
    return { files: files.map(({ file }) => describe(context, file)) };
  },
};

function knownFile({ workspace, team, args }: CallContext): SlackFile {
  const file = typeof args.file === 'string' ? workspace.files.get(args.file) : undefined;
  if (!file?.isCompleted || file.teamId !== team.id) throw new ApiError('file_not_found');
  if (file.isDeleted) throw new ApiError('file_deleted');
  return file;
}

const info: ApiMethod = {
  scopes: ['files:read'],
  run: (context) => {
    const file = knownFile(context);
    // For the first half of the time the file is not even found.
    const { fileProcessingMs } = context.options;
    if (file.readyAt - context.workspace.clock.now() > fileProcessingMs / 2) throw new ApiError('file_not_found');
    return { file: describe(context, file) };
  },
};

const remove: ApiMethod = {
  scopes: ['files:write'],
  run: (context) => {
    const file = knownFile(context);
    if (file.ownerId !== context.team.botUserId) throw new ApiError('cant_delete_file');
    file.isDeleted = true;
    file.bytes = null;
    return {};
  },
};

/** @param baseUrl of the server, once it listens */
export const fileMethods = (baseUrl: () => string): Readonly<Record<string, ApiMethod>> => ({
  'files.getUploadURLExternal': getUploadUrl(baseUrl),
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
  'files.delete': remove,
});
