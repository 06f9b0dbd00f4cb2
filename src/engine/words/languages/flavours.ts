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
  'cake birthday_cake ice_cream cupcake doughnut cookie pie custard shaved_ice lollipop bubble_tea cup_with_straw pancakes moon_cake chocolate candy';
