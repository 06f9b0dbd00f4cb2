import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { message } from '../../../../src/chat/replies/reply.js';
import { plainText, richLine } from '../../../../src/chat/text/rich-text.js';
import { renderReply } from '../../../../src/platforms/discord/render/reply-message.js';
import { replyContent } from '../../../../src/platforms/slack/render/reply-message.js';
import { renderMessage } from '../../../../src/platforms/terminal/render.js';
import { createStyle } from '../../../../src/platforms/terminal/window/page.js';
import { messageBlockFaults } from '../../../servers/slack/block-kit.js';

const t = createTranslator('en');

describe('a line with mentions', () => {
  it('has them where the text has its placeholders', () => {
    const line = richLine(t, 'audit.cancel', { who: 'Ada', id: '0123', user: { kind: 'user', id: 'U7' } });
    expect(line).toEqual(['Ada cancelled the grid 0123 of ', { kind: 'user', id: 'U7' }, '.']);
    expect(plainText(line)).toBe('Ada cancelled the grid 0123 of U7.');
  });

  it('takes lines with mentions as values, and nothing of what people wrote as one', () => {
    const place = richLine(t, 'reply.quota_subject', { subject: 'channel', id: { kind: 'channel', id: 'C1' } });
    const line = richLine(t, 'audit.policy_set', { who: '\ue0000\ue001', place, changes: '\ue0001\ue001 <@U1>' });
    expect(line).toEqual(['0 changed the rules of channel ', { kind: 'channel', id: 'C1' }, ' together: 1 <@U1>.']);
  });
});

describe('mentions are shown', () => {
  const item = (user: string, channel: string, role: string) => [
    'Ada *set* <@999> of ',
    { kind: 'user', id: user } as const,
    ', ',
    { kind: 'channel', id: channel } as const,
    ' and ',
    { kind: 'role', id: role } as const,
    '.',
  ];

  it('on Discord by its own marks, and notify nobody; text of people stays text', () => {
    const reply = message([{ type: 'rich-list', items: [item('123', '456', '789')] }]);
    const { body } = renderReply(reply, t, 1e6);
    expect(JSON.stringify(body)).toContain('of <@123>, <#456> and <@&789>.');
    expect(JSON.stringify(body)).not.toContain('<@999>');
    expect(body.allowed_mentions).toEqual({ parse: [] });
    const wild = message([{ type: 'rich-list', items: [item('1> @everyone', 'x', 'y')] }]);
    expect(JSON.stringify(renderReply(wild, t, 1e6).body)).not.toMatch(/<@1|@everyone/);
  });

  it('on Slack as elements of rich text, which it knows no roles for', () => {
    const content = replyContent(
      message([
        { type: 'rich-text', line: item('U99', 'C99', 'y') },
        { type: 'rich-list', items: [item('U12', 'C34', 'x')] },
      ]),
    )!;
    expect(messageBlockFaults(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
    const text = JSON.stringify(content.blocks);
    for (const id of ['U12', 'U99']) expect(text).toContain(`{"type":"user","user_id":"${id}"}`);
    expect(text).toContain('{"type":"channel","channel_id":"C34"}');
    expect(content.text).not.toContain('<@');
  });

  it('in the terminal by their ids', () => {
    const page = { width: 80, height: 24, style: createStyle(false), t };
    const reply = message([
      { type: 'rich-text', line: item('ada', 'x', 'y') },
      { type: 'rich-list', items: [item('ada', 'x', 'y')] },
    ]);
    expect(renderMessage(reply, page)).toBe('Ada *set* <@999> of ada, x and y.\n• Ada *set* <@999> of ada, x and y.');
  });
});
