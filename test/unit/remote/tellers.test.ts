import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.js';
import { transcode } from '../../../src/images/formats.js';
import { encodePng } from '../../../src/images/sharp.js';
import { DIRECT } from '../../../src/network/network.js';
import { openTeller } from '../../../src/remote/open-remote.js';
import { createChatTeller, createSdapiTeller } from '../../../src/remote/tellers.js';
import { type ChatServer, startChat } from '../../servers/chat/server.js';
import { type SdapiServer, startSdapi } from '../../servers/sdapi/server.js';
import { solid } from '../images/solid.js';

const { fetch } = DIRECT;
const picture = async () => transcode(await encodePng(solid(64, [200, 40, 40, 255])), 'jpeg');

describe('an interrogator of a web UI', () => {
  let server: SdapiServer;
  beforeEach(async () => {
    server = await startSdapi();
  });
  afterEach(() => server.die());
  const teller = (model: 'clip' | 'deepdanbooru' = 'clip') => createSdapiTeller({ url: server.url, fetch, model });

  it('says what a picture shows, on one line that is not too long', async () => {
    expect(await teller().tell(await picture())).toBe('a red fox sitting in the snow, artstation');
    server.caption = ` 1girl, long_hair, fate \\(series\\),\n${'very '.repeat(100)}long`;
    const said = await teller('deepdanbooru').tell(await picture());
    expect(said).toMatch(/^1girl, long hair, fate \(series \), very very/);
    expect(said.length).toBeLessThanOrEqual(300);
    expect(said).toMatch(/ very$/);
    expect(server.interrogated).toEqual(['clip', 'deepdanbooru']);
  });

  it.each([
    ['<error>', 'painter_failed'],
    ['  ', 'painter_failed'],
  ])('that says %j has failed', async (caption, code) => {
    server.caption = caption;
    await expect(teller().tell(await picture())).rejects.toMatchObject({ code });
  });

  it('that is away is so', async () => {
    server.trouble = 'busy';
    await expect(teller().tell(await picture())).rejects.toMatchObject({ code: 'painter_away' });
  });
});

describe('a language model with eyes', () => {
  let server: ChatServer;
  beforeEach(async () => {
    server = await startChat({ token: 'key' });
  });
  afterEach(() => server.die());
  const teller = (model = 'planner-large') =>
    createChatTeller({ url: server.url, fetch, model, authorization: 'Bearer key' });

  it('says what a picture shows, without its thoughts', async () => {
    expect(await teller().tell(await picture())).toBe('a red fox in the snow, photograph');
    server.trouble = 'thoughts';
    expect(await teller().tell(await picture())).toBe('a red fox in the snow, photograph');
    expect(server.seen).toBe(2);
  });

  it('may have none, or may not wish to', async () => {
    await expect(teller('planner-small').tell(await picture())).rejects.toMatchObject({ code: 'painter_invalid' });
    server.trouble = 'refusal';
    await expect(teller().tell(await picture())).rejects.toMatchObject({ code: 'painter_refused' });
  });
});

it('nothing is asked unless that is set, and no interrogator where there is no such web UI', () => {
  const named = (set: Record<string, string>) => openTeller(readConfig(set))?.name;
  expect(named({ KALEIDO_PAINTER: 'sdapi' })).toBeUndefined();
  expect(named({ KALEIDO_PAINTER: 'sdapi', KALEIDO_DESCRIBE: 'clip' })).toBe('clip');
  expect(named({ KALEIDO_PAINTER: 'comfyui', KALEIDO_DESCRIBE: 'clip' })).toBeUndefined();
  expect(named({ KALEIDO_DESCRIBE: 'chat', KALEIDO_PRIOR_MODEL: 'eyes' })).toBe('eyes');
});
