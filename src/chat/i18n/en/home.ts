/** Texts of a user's home page. */
export const home = {
  'home.title': 'Your Kaleido',
  'home.how': 'Ask with `imagine a cat and a pizza`, then reroll, pin and edit what you get.',
  'home.history': 'Recent grids',
  'home.history.empty': 'None yet.',
  'home.history.item': '{when}: “{prompt}” ({state}, {id})',
  'home.state':
    '{state, select, queued {waiting} planning {in the making} painting {in the making} planned {planned} done {done} failed {failed} cancelled {cancelled} other {deleted}}',
  'home.pins': 'Saved pins',
  'home.pins.empty': 'None yet. “Save as pin” keeps latents that you like under a name.',
  'home.pins.item': '{name}{owner, select, space { (for everybody here)} other {}}: {kinds}',
  'home.quota': 'Today',
  'home.quota.images': 'Images',
  'home.quota.in_flight': 'Waiting or running',
  'home.quota.used': '{used, number}',
  'home.quota.used_of': '{used, number} of {allowed, number}',
  'home.quota.granted': 'Extra images granted',
  'home.quota.resets': 'Starts afresh',
  'home.quota.resets_at': '{when} (midnight, {zone})',
} as const;
