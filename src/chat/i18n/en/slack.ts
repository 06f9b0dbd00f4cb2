/** What only Slack needs to say. */
export const slack = {
  'slack.ready': 'your images are ready.',
  'slack.moved': 'I could not post where you asked, so here it is. Invite me to the channel to have it there.',
  'slack.cannot_post':
    'I can post neither here nor in a direct message to you. Invite me to the channel, or message me first.',
  'slack.private': 'You have it in your direct messages with me.',
  'slack.reveal': '🙈 Show the picture',
  'slack.revealed': 'Picture',
  'slack.not_shown': 'Slack does not show this picture any more.',
  'slack.no_form': 'That needs a form, which opens only from a button.',
  'slack.try_again': 'That took too long to open. Please press it again.',
  'slack.no_grid': 'That message shows none of my images.',
  'slack.uploads_off':
    'This workspace takes no files, so I cannot show the picture. An admin can allow file uploads in the settings of the workspace; press a button here afterwards and the picture comes.',
  'slack.upload.emoji':
    'Slack lets no app add emoji, so here is the picture, ready to upload: save it, then choose the emoji button, “Add emoji”, this file, and the name {name}.',
  'slack.upload.sticker':
    'Slack has no stickers; as an emoji it works: save this picture, then choose the emoji button, “Add emoji”, this file, and the name {name}.',
} as const;
