/** What a day, a season or a greeting is shown by. */
interface Shown {
  /** Caption names, the first that a bundle has: what it is where nothing else is named. Words as in the tables. */
  readonly alone: string;
  /** Caption names of what shows it as well, so that nothing more need be said. */
  readonly also?: string;
}

/** Days, seasons and feasts; beside another thing they are told as left out, unless that shows them. */
export const OCCASIONS = {
  birthday: { alone: 'birthday_cake cake', also: 'gift balloon party_popper candle cupcake confetti_ball shortcake' },
  christmas: {
    alone: 'christmas_tree tree',
    also: 'santa mrs._claus mx_claus gift snowman deer bell star candle snowflake elf pine_tree',
  },
  halloween: {
    alone: 'pumpkin ghost',
    also: 'bat spider spider_web skull wizard vampire zombie candy coffin headstone',
  },
  easter: {
    alone: 'hatching_chick rabbit egg',
    also: 'chick rabbit_face basket nest_with_eggs tulip sheep chocolate',
  },
  'new year': {
    alone: 'fireworks sparkler',
    also: 'party_popper firecracker bottle_with_popping_cork clinking_glasses confetti_ball',
  },
  'lunar new year': { alone: 'red_paper_lantern firecracker', also: 'dragon red_envelope dumpling fireworks' },
  valentine: {
    alone: 'heart_with_arrow heart',
    also: 'heart_with_ribbon two_hearts sparkling_heart pink_heart love_letter rose chocolate bouquet kiss_mark',
  },
  thanksgiving: { alone: 'turkey', also: 'pie pumpkin leaf maple_leaf corn' },
  mothersday: { alone: 'bouquet rose flower', also: 'heart tulip' },
  fathersday: { alone: 'necktie', also: 'heart beer trophy' },
  pride: { alone: 'rainbow_flag rainbow' },
  'saint patrick': { alone: 'four_leaf_clover clover', also: 'beer top_hat' },
  diwali: { alone: 'diya_lamp candle', also: 'fireworks sparkler' },
  eid: { alone: 'star_and_crescent crescent_moon moon', also: 'mosque sheep red_paper_lantern' },
  spring: { alone: 'cherry_blossom flower', also: 'tulip bouquet butterfly seedling daisy rose' },
  summer: {
    alone: 'sun',
    also: 'beach_with_umbrella sunglasses ice_cream watermelon palm_tree bikini sun_with_face desert_island',
  },
  autumn: { alone: 'maple_leaf leaf', also: 'mushroom pumpkin leafless_tree chestnut' },
  winter: { alone: 'snowflake snowman', also: 'scarf gloves skis sled ice_skate' },
} as const satisfies Readonly<Record<string, Shown>>;

export type Occasion = keyof typeof OCCASIONS;

/** Whether it is a day, a season or a feast, and no greeting. */
export const isOccasion = (name: string): name is Occasion => Object.hasOwn(OCCASIONS, name);

/** What is said to somebody, with the emoji that people put to it. */
export const GREETINGS = {
  congratulations: { alone: 'party_popper trophy', also: 'confetti_ball medal clapping_hands' },
  praise: { alone: 'clapping_hands thumbs_up', also: 'trophy medal' },
  strength: { alone: 'flexed_biceps fire' },
  morning: { alone: 'sun', also: 'sunrise sunrise_over_mountains coffee rooster sun_with_face' },
  evening: { alone: 'sunset moon', also: 'cityscape_at_dusk' },
  night: { alone: 'moon crescent_moon', also: 'full_moon star zzz sleeping_face night_with_stars milky_way bed' },
  love: { alone: 'heart', also: 'two_hearts heart_with_arrow sparkling_heart smiling_face_with_hearts love_letter' },
  miss: { alone: 'pleading_face broken_heart heart', also: 'crying_face' },
  recovery: { alone: 'mending_heart bouquet heart', also: 'face_with_thermometer flower adhesive_bandage' },
  luck: { alone: 'four_leaf_clover crossed_fingers', also: 'clover' },
  journey: { alone: 'airplane luggage', also: 'car train ship' },
  cheers: { alone: 'clinking_beer_mugs beer', also: 'clinking_glasses wine cocktail' },
  meal: { alone: 'fork_and_knife_with_plate fork_and_knife pizza', also: 'face_savoring_food' },
  go: { alone: 'rocket', also: 'fire dashing_away' },
  ship: { alone: 'rocket', also: 'ship' },
  approval: { alone: 'thumbs_up check_mark_button' },
  hug: { alone: 'smiling_face_with_open_hands heart' },
  kiss: { alone: 'face_blowing_a_kiss kiss_mark heart' },
  weekend: { alone: 'partying_face party_popper balloon' },
  peace: { alone: 'headstone coffin' },
  thanks: { alone: 'folded_hands heart' },
  sorry: { alone: 'person_bowing folded_hands pleading_face' },
  welcome: { alone: 'waving_hand smiling_face_with_open_hands' },
  hello: { alone: 'waving_hand smiley' },
  bye: { alone: 'waving_hand' },
  enjoy: { alone: 'face_savoring_food smiley' },
  yes: { alone: 'thumbs_up check_mark_button' },
  no: { alone: 'cross_mark thumbs_down' },
  ok: { alone: 'ok_hand thumbs_up' },
  wow: { alone: 'face_with_open_mouth astonished_face' },
  laugh: { alone: 'face_with_tears_of_joy' },
  omg: { alone: 'face_screaming_in_fear astonished_face' },
  later: { alone: 'hourglass person_running' },
} as const satisfies Readonly<Record<string, Shown>>;

export type Greeting = keyof typeof GREETINGS;

/** Greetings that whoever asks says besides, and that nobody misses in a picture of something else. */
export const BY_THE_WAY: ReadonlySet<Greeting> = new Set<Greeting>([
  'thanks',
  'sorry',
  'welcome',
  'hello',
  'bye',
  'enjoy',
  'yes',
  'no',
  'ok',
  'wow',
  'laugh',
  'omg',
  'later',
]);
