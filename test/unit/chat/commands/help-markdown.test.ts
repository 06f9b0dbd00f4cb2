import { expect, it } from 'vitest';
import { commandsMarkdown } from '../../../../src/chat/commands/help.js';
import { commands } from '../../commands/support/commands.js';

it('docs/commands.md says what the declarations say; `npm run docs` writes it anew', async () => {
  await expect(commandsMarkdown(commands)).toMatchFileSnapshot('../../../../docs/commands.md');
});
