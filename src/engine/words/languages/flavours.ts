/** What something sweet tastes of, by the colour that it then has. Caption names and English words. */
export const FLAVOURS: Readonly<Record<string, string>> = {
  brown: 'chocolate coffee caramel chestnut coconut_shell',
  pink: 'strawberry raspberry cherry_blossom peach',
  cream: 'vanilla',
  green: 'mint matcha pistachio lime kiwi melon avocado',
  yellow: 'lemon banana pineapple mango honey',
  purple: 'grapes blueberries lavender ube taro',
  red: 'cherries watermelon',
  orange: 'orange pumpkin carrot tangerine',
};

/** Caption names of what is coloured by its flavour. */
export const FLAVOURED =
  'cake birthday_cake ice_cream cupcake doughnut cookie pie custard shaved_ice lollipop bubble_tea cup_with_straw pancakes moon_cake chocolate candy milkshake popsicle smoothie macaron cotton_candy marshmallow';

/** Caption names of what keeps its own colours, whatever fruit is in it: the fruit lies on it. */
export const BAKED =
  'cake birthday_cake plain_cake wedding_cake shortcake cupcake muffin pancakes waffle pie custard croissant bread toast bowl_of_cereal bowl_with_spoon cheesecake bagel pizza churros flatbread';

/** Caption names of the fruit that lies on it, by what a dish is called after. */
export const FRUITS: Readonly<Record<string, string>> = {
  strawberry: 'strawberry strawberries',
  blueberries: 'blueberry blueberries',
  cherries: 'cherry cherries',
  lemon: 'lemon lemons',
  lime: 'lime limes',
  banana: 'banana bananas',
  pineapple: 'pineapple',
  mango: 'mango',
  kiwi: 'kiwi',
  peach: 'peach peaches',
  apple: 'apple apples',
  tangerine: 'orange tangerine',
  grapes: 'grape grapes',
  watermelon: 'watermelon',
};
