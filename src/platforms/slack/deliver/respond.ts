import type { Network } from '../../../network/index.js';
import type { CardContent } from '../render/index.js';

const TIMEOUT_MS = 10_000;

/**
 * Answers by a response URL, to the person alone (https://docs.slack.dev/interactivity/handling-user-interaction). It takes five
 * answers within half an hour.
 *
 * @param replacesOriginal takes the place of the message that the URL came with
 * @returns whether Slack took it
 */
export async function respond(
  { fetch }: Pick<Network, 'fetch'>,
  url: string,
  { text, blocks }: CardContent,
  threadTs: string | null,
  replacesOriginal: boolean,
): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: replacesOriginal,
        text,
        blocks,
        ...(threadTs === null ? {} : { thread_ts: threadTs }),
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
