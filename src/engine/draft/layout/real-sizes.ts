/** About how long things are along their longer side in the world, in metres, by caption name. */
const METRES: Readonly<Record<number, string>> = {
  0.025: `gummy bear, raspberry, bee, ladybug, ant, fly, mosquito, cockroach, beetle, cricket, worm, caterpillar, ring, coin, pill, dice, d20, microbe, strawberry, cherries, blueberries, olive, chestnut,
    peanuts, beans, candy, acorn, pushpin, safety pin, paperclip, sewing needle, nut and bolt, tooth, gem, drop of blood, water drop, marshmallow, garlic, pea pod`,
  0.08: `dragonfly, hummingbird, shuriken, samosa, chicken nuggets, smores, poker chips, butterfly, moth, spider, scorpion, snail, egg, easter egg, hatching chick, chick, apple, pear, orange, lemon, lime, peach, kiwi, tomato, avocado, mango, potato, onion, carrot, chili pepper,
    mushroom, brown mushroom, cookie, macaron, cupcake, muffin, doughnut, dumpling, moon cake, fortune cookie, rice ball, rice cracker, sushi, fried shrimp, shrimp, dango, chocolate, croissant,
    pretzel, bagel, taco, falafel, bacon, waffle, ice, ginger root, tennis ball, baseball, softball, ping pong, pool 8 ball, yo-yo, rubiks cube, chess pawn, playing cards, joker, puzzle piece,
    mahjong red dragon, flower playing cards, key, lock, unlocked, watch, lipstick, glasses, sunglasses, battery, light bulb, computer mouse, trackball, soap, sponge, thread, yarn, knot, crayon, admission tickets,
    ticket, credit card, stopwatch, compass, seashell, oyster, pine cone, rubber duck, clover, four leaf clover, leaf, maple leaf, feather, spoon, teacup, sake, mouse, hamster, starfish, seahorse, lizard,
    crab, frog, medal, 2nd place medal, 3rd place medal, toast, popsicle, gingerbread man, lollipop, syringe, test tube`,
  0.2: `fork, mustard, jar of pickles, kimchi, water bottle, wallet, mittens, perfume, slingshot, music box, hair dryer, drill, energy drink, paper cup, cup noodles, hand of cards, pumpkin pie, snowball, goalkeeper gloves, exam paper, failed exam, parking ticket, rat, guinea pig, chipmunk, hedgehog, mug, coffee, glass of water, glass of milk, cocktail, tropical drink, wine, beer, cup with straw, bubble tea, beverage box, milkshake, tumbler glass, baby bottle,
    mate, bottle with popping cork, clinking beer mugs, clinking glasses, honey, jar, jar of jam, ketchup, canned food, potion, salt, butter, cheese, banana, corn, cucumber, eggplant, bell pepper, broccoli,
    leafy green, grapes, coconut, pineapple, melon, bread, baguette bread, flatbread, hamburger, french fries, hot dog, sandwich, burrito, stuffed flatbread, tamale, popcorn, ice cream, custard, shaved ice,
    pie, shortcake, plain cake, chocolate cake, pancakes, meat on bone, poultry leg, cut of meat, sausage, fish cake with swirl, oden, bowl with spoon, green salad, cooked rice, curry rice, steaming bowl,
    spaghetti, bento box, takeout box, pot of food, shallow pan of food, fondue, fork and knife, chopsticks, kitchen knife, book, open book, books, notebook, notebook with decorative cover, spell book, ledger, phone, mobile phone with arrow,
    telephone, telephone receiver, camera, video camera, radio, alarm clock, mantelpiece clock, timer clock, hourglass, clapper board, cassette, videocassette, magnifying glass tilted left, magnifying glass tilted right,
    flashlight, candle, pencil, pen, fountain pen, paintbrush, scissors, hammer, wrench, screwdriver, toothbrush, razor, lotion bottle, microphone, game controller, joystick, bell, bomb, magnet, pizza,
    soccer ball, basketball, football, volleyball, rugby football, bowling, flying disc, crystal ball, snow globe, magic lamp, lantern, diya lamp, teddy bear, gift, trophy, shoe, sneaker, high heel, flat shoe, woman's sandal,
    thong sandal, envelope, love letter, newspaper, scroll, rose, tulip, sunflower, flower, hibiscus, daisy, cherry blossom, white flower, lotus, wilted flower, hyacinth, seedling, bouquet, potted plant, cactus, herb,
    fish, tropical fish, blowfish, axolotl, turtle, bird, black bird, dove, pigeon, puffin, toucan, parrot, bat, jellyfish, squid, lobster, bone, brain, anatomical heart, binoculars, maracas, flute, piggy bank, fishbowl, vase,
    teapot, kettle, toaster, purse, clutch bag, ball of yarn, smoothie, bowl of cereal, cheesecake, churros, nachos, sticky note, handheld console, bauble, billed cap, garden gnome, nesting dolls, top hat, crown, wastebasket, basket, frying pan, cooking pot, artist palette, badminton, boomerang, paw prints, ribbon, water pistol`,
  0.45: `seagull, gramophone, venus flytrap, nunchucks, bank safe, roast turkey, pile of papers, picnic basket, robot vacuum, video call, error screen, fireball, gaming pc, cat, rabbit, owl, duck, chicken, rooster, raccoon, skunk, badger, beaver, otter, opossum, ferret, meerkat, platypus, dachshund, corgi, dodo, goose, red panda, lemur, cat face, rabbit face, fox, monkey, octopus,
    watermelon, pumpkin, cake, birthday cake, wedding cake, laptop, keyboard, printer, bucket, watering can, boot, hiking boot, pillow, backpack, handbag, briefcase, luggage, violin, banjo, trumpet, drum,
    accordion, boombox, microwave, shield, dagger, axe, treasure chest, package, money bag, globe with meridians, snake, eagle, penguin, microscope, toolbox, umbrella, cauldron, kite, framed picture, speaker high volume,
    stingray, puddle, tennis racket, baseball bat, skateboard, beach ball, traffic cone, blender, typewriter, menorah, bird cage, birdhouse, paper airplane, balloon, monkey face, campfire, mailbox, slime, fairy, torch, mimic`,
  0.75: `pelican, wombat, sink, yoga mat, trash can, picket sign, pile of laundry, dog, poodle, guide dog, service dog, dog face, shiba inu, husky, koala, sloth, baby, swan, flamingo, peacock, turkey, guitar, electric guitar, saxophone, trombone, lamp, chair, shopping cart, broom, shovel, television, computer,
    desktop computer, goat, sheep, capybara, wolf, boar, kangaroo, christmas wreath, fire extinguisher, sled, kick scooter, chessboard, drum kit, toilet, washing machine, oven, snowman, crossed swords, bow and arrow, magic wand, rug, sword, katana, laser sword, chainsaw, easel, dog house, synthesizer, turntable, fire hydrant, beehive, coffee machine`,
  0.9: `child, boy, girl`,
  1.3: `gazelle, monster, mop, unicycle, stroller, skeleton, podium, microphone stand, gaming chair, sofa, deckchair, barbell, sleeping bag, treadmill, server rack, poker table, moving boxes, trophy shelf, pig, ram, deer, panda, leopard, orangutan, bear, polar bear, tiger, lion, tiger face, pig face, table, desk, bench, bicycle, scooter, harp, fridge, bookshelf, arcade machine, throne, seal, oil drum,
    surfboard, ladder, mirror, coffin, headstone, piano, vacuum cleaner, dolphin, gorilla, ghost, robot, alien, mummy, zombie, vampire, wizard, elf, goblin, ogre, genie, mermaid, merman, merperson, ninja, superhero, supervillain,
    santa, mrs. claus, mx claus, clown, skull, person, man, woman, older person, old man, old woman, dancer, astronaut, firefighter, police officer, detective, guard, cook, teacher, student, farmer, scientist, artist, singer, pilot,
    judge, mechanic, health worker, prince, princess, werewolf, green goblin, cyclops, troll, hairy creature, person with blond hair, person with beard, construction worker, couch, bed, bathtub, door, armchair, fireplace, grill, tree stump, fence, cat tree, wheelbarrow, lawnmower, spear, scythe, battle axe, cannon, whiteboard, blackboard`,
  2.4: `ostrich, pegasus, alicorn, pterodactyl, walrus, seesaw, jet ski, hammock, horse, cow, ox, donkey, zebra, moose, bison, water buffalo, camel, llama, unicorn, horse face, cow face, shark, crocodile, motorcycle, rhinoceros, hippopotamus, canoe, palm tree, trampoline, swing, manual wheelchair, wardrobe, vending machine, portal`,
  4.5: `triceratops, stegosaurus, catapult, car, taxi, police car, van, pickup truck, racing car, auto rickshaw, tractor, giraffe, elephant, mammoth, dragon, dragon face, narwhal, orca, tent, speedboat, helicopter, t-rex, hut, igloo, christmas tree, tank, carousel horse, street lamp`,
  10: `excavator, bus, truck, ambulance, fire engine, train, tram, railway car, trolleybus, metro, house, tree, pine tree, leafless tree, whale, sauropod, sailboat, flying saucer, treehouse, hot air balloon, derelict house, submarine,
    airplane, houses, circus tent, satellite`,
  25: `pirate ship, pyramid, space shuttle, rocket, ship, castle, church, office building, school, hospital, bank, hotel, factory, ferris wheel, windmill, lighthouse, stadium, classical building, japanese castle, mosque, synagogue, hindu temple, roller coaster, department store,
    statue of liberty, tokyo tower, mountain, volcano, cityscape, iceberg, convenience store, post office, japanese post office, love hotel`,
};

const SIZES: ReadonlyMap<string, number> = new Map(
  Object.entries(METRES).flatMap(([metres, names]) =>
    names.split(/,\s+/).map((name): [string, number] => [name, Number(metres)]),
  ),
);

/** How much of the differences in size between things is drawn, as an exponent: all of it would leave specks. */
const DRAWN = { beside: 0.3, on: 0.45 } as const;
/** What is smaller than another is no smaller than this beside it. */
const SMALLEST = { beside: 0.4, thing: 0.34, figure: 0.5 } as const;

/** How long one thing is in parts of another; undefined where nobody knows (a heart, the moon). */
function partOf(thing: string, other: string): number | undefined {
  const [own, its] = [SIZES.get(thing), SIZES.get(other)];
  return own === undefined || its === undefined ? undefined : own / its;
}

/** How long a thing is drawn in parts of another that is longer in the world; 1 beside any other. */
export function smallBeside(thing: string, other: string): number {
  const part = partOf(thing, other);
  return part === undefined || part >= 1 ? 1 : Math.max(SMALLEST.beside, part ** DRAWN.beside);
}

/** The same of what lies on another, which it is compared with at one glance. @param isFigure whether it has a face */
export function smallOn(thing: string, base: string, isFigure: boolean): number {
  const part = partOf(thing, base);
  return part === undefined || part >= 1 ? 1 : Math.max(SMALLEST[isFigure ? 'figure' : 'thing'], part ** DRAWN.on);
}

/** How long each of several things is drawn, in parts of the longest of them. */
export const sizesTogether = (things: readonly string[]): number[] =>
  things.map((thing) => Math.min(...things.map((other) => smallBeside(thing, other))));

/** How long several are together of which one is so long: five dice beside a mug are no dots. */
export const ofSeveral = (size: number, copies: number): number => Math.min(1, size * Math.sqrt(copies));

/** Whether somebody knows how long each of some things is, by any of its names. */
export const areSizesKnown = (things: readonly (readonly string[])[]): boolean =>
  things.every((names) => names.some((name) => SIZES.has(name)));

/** From this length on an animal is ridden, in metres. */
const RIDDEN = 1.3;

/** Whether somebody on a thing would ride it: it is as long as a pony, and no shorter than they are. */
export function isRiddenBy(names: readonly string[], riders: readonly string[]): boolean {
  const lengthOf = (all: readonly string[]) => all.map((name) => SIZES.get(name)).find((one) => one !== undefined);
  const [own, rider] = [lengthOf(names), lengthOf(riders)];
  return own !== undefined && rider !== undefined && own >= RIDDEN && own >= rider;
}

/** Caption names of all things that somebody knows the size of. */
export const sizedThings = (): readonly string[] => [...SIZES.keys()];
