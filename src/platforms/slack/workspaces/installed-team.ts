import { z } from 'zod';

const schema = z.object({
  view: z.object({ app_installed_team_id: z.string() }).nullish().catch(undefined),
  message: z.object({ team: z.string() }).nullish().catch(undefined),
});

/**
 * The workspace that an interaction is of, as far as it names one: the one that has the app. In a channel that workspaces share, `team` is
 * the person's, which may not have it; the app's own is told with forms and with the message that was pressed.
 */
export function installedTeamOf(body: unknown): string | null {
  const { view, message } = schema.safeParse(body).data ?? {};
  return view?.app_installed_team_id ?? message?.team ?? null;
}
