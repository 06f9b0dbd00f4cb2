import { App, SocketModeReceiver } from '@slack/bolt';

/** The reference for acknowledgements: Bolt and nothing else. Acknowledges every command at once. */
const [apiUrl, botToken, appToken] = process.argv.slice(2);
const clientOptions = { slackApiUrl: apiUrl! };
const receiver = new SocketModeReceiver({ appToken: appToken!, installerOptions: { clientOptions } });
const app = new App({ token: botToken!, receiver, clientOptions });
app.command('/imagine', async ({ ack }) => ack());
await app.start();
console.error('the bare bot is ready');
