/** What is said of a picture that somebody brings. Things, colours and styles are the bundle's words. */
export const described = {
  'described.thing': '{thing}: I am {percent} % sure.',
  'described.told': '{by} says: {words}',
  'described.untold': 'The engine that describes pictures says nothing now. This is what I see myself:',
  'described.others': 'If not, perhaps: {others}.',
  'described.unsure': 'Something {colours} {place}. I do not know what it is.',
  'described.colours': '{first} and {second}',
  'described.latent': '{emoji} {kind}: {text}',
  'place.top_left': 'at the upper left',
  'place.top': 'at the top',
  'place.top_right': 'at the upper right',
  'place.left': 'on the left',
  'place.middle': 'in the middle',
  'place.right': 'on the right',
  'place.bottom_left': 'at the lower left',
  'place.bottom': 'at the bottom',
  'place.bottom_right': 'at the lower right',
} as const;
