import { expect, it } from 'vitest';
import { messageMenus } from '../../../../src/chat/commands/index.js';
import { shortcutOf } from '../../../../src/platforms/slack/events/on-interactions.js';
import { appOfManifest } from '../../../servers/slack/manifest.js';
import { commands } from '../../commands/support/commands.js';

it('the app of the manifest has an entry in messages’ menus for each command that has one', async () => {
  const wanted = messageMenus(commands).map(({ path }) => shortcutOf(path));
  expect([...(await appOfManifest()).shortcuts].sort()).toEqual(wanted.sort());
});
