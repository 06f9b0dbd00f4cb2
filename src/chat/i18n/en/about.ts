/** What Kaleido is. */
export const about = {
  'command.about': 'What I am, whose artwork I draw after, and what is kept of you',
  'about.title': 'Kaleido',
  'about.what':
    'Say what to draw, and I paint it as four really different pictures. `help` lists all that I can do, `things` what I can draw.',
  'about.version': 'Version',
  'about.model': 'Model',
  'about.licensed': '{name}, {licence}',
  'about.kept': 'Grids are kept',
  'about.days': '{days, plural, =0 {until they are deleted} one {one day} other {# days}}',
  'about.artwork': 'Drawn after',
  'about.credit': '{set} by {author}, {licence}',
  'about.changed':
    'All of it is cut out, scaled, recoloured and painted anew; `show` names the artwork of a grid. The licences in full: spdx.org/licenses',
  'about.privacy': 'What is kept of you',
  'about.private':
    'Prompts, pictures and latents of your grids; pictures that you bring, for as long as a grid or a saved thing is drawn by them; settings, saved pins and things; how much you drew. `delete` removes a grid, `forget-me` everything. Whoever runs me can see it. I paint by myself and ask no other service.',
} as const;
