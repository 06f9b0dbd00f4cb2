import { Client, GatewayIntentBits, MessageFlags } from 'discord.js';

/** The reference for acknowledgements: discord.js and nothing else. Defers every command at once. */
const [api, token] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: api! } });
client.on('interactionCreate', async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
});
client.once('clientReady', () => console.error('the bare bot is ready'));
await client.login(token);
