/** What fairy tales make houses of, by caption name. */
const HOLLOW: ReadonlySet<string> = new Set(
  'mushroom,brown mushroom,cactus,pumpkin,jack-o-lantern,watermelon,pineapple,strawberry,apple,pear,lemon,banana,carrot,tomato,potato,corn,acorn,chestnut,coconut,avocado,eggplant,cabbage,cupcake,cake,birthday cake,doughnut,cookie,pizza,hamburger,taco,pancakes,waffle,bread,cheese,croissant,pretzel,sushi,teapot,teacup,worn boot,boot,shoe,seashell,sunflower,tulip'.split(
    ',',
  ),
);

/** Whether a thing is drawn as a house where it is said to be one: a mushroom, a pumpkin, a teapot. */
export const isHollowed = (name: string): boolean => HOLLOW.has(name);
