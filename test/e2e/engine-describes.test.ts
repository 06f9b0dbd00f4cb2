import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SdapiServer, startSdapi } from '../servers/sdapi/server.js';
import { rocketPng } from './support/described-picture.js';
import { actionId, DiscordWorld } from './support/discord-world.js';

/** Milliseconds that the test may take on a busy machine. */
const TEST_MS = 300_000;

let world: DiscordWorld;
let engine: SdapiServer;
beforeEach(async () => {
  engine = await startSdapi({ stepMs: 20 });
  world = await DiscordWorld.start();
  world.settings = {
    KALEIDO_PAINTER: 'sdapi',
    KALEIDO_PAINTER_URL: engine.url,
    KALEIDO_PAINTER_SIZE: '256',
    KALEIDO_PAINTER_STEPS: '2',
    KALEIDO_DESCRIBE: 'clip',
  };
  await world.startWorker();
  await world.startBot();
});
afterEach(async () => {
  await world.stop();
  await engine.die();
});

it(
  'a picture is described by an engine besides, which paints the like; without it Kaleido says what it sees',
  async () => {
    engine.caption = 'a red fox, *bold* @everyone';
    const channel = world.discord.channel('told');
    const alice = world.discord.user('alice');
    const picture = { name: 'photo.png', bytes: await rocketPng(), contentType: 'image/png' };
    const told = (text: string) => {
      const asked = alice.slash('describe', { picture }, { channel });
      const answers = () => [asked.message, ...asked.followUps];
      return world.discord.waitFor(() => answers().find((one) => JSON.stringify(one)?.includes(text)), {
        timeoutMs: 60_000,
        what: text,
      });
    };
    const answer = await told('clip says: a red fox');
    // Nothing in it is markup.
    expect(JSON.stringify(answer)).not.toMatch(/[^\\]\*bold/);
    await world.gridOf(alice.press(answer, actionId(answer, 'imagine')));
    expect(engine.asked.length).toBeGreaterThan(0);
    for (const { prompt } of engine.asked) expect(prompt).toMatch(/^a red fox/);
    await engine.die();
    await told('says nothing now');
  },
  TEST_MS,
);
