import type { LanguageTable } from './table.js';

export const ENGLISH: LanguageTable = {
  traits: 'short old elderly ancient',
  fillers: `male female feminine masculine cozy cosy comfy the my your his her its our their this that these those some any it he she they i me we you who which what while very really so just too also
    is are was were be being been am has have had do does did will would could should can may at by into onto to as than then there here
    on_top each_other one_another i_love i_like bro lol lmao again finally ur u cuz tmrw tomorrow 2morrow today 2day yesterday gr8 thru stuck can_you could_you would_you i_want i_would_like i_need give_me show_me make_me
    scene something anything character mascot want wants need like make made draw drawing paint painting create generate gimme give show get got getting do
    sticker stickers emoji emojis emote emotes pfp avatar icon logo image picture pic pics photo art artwork design illustration image_of wallpaper banner
    profile clipart png gif svg transparent background cute kawaii chibi adorable adorbs lil smol nice pretty beautiful
    lovely awesome amazing perfect great good best super ultra extra kinda pretty funny fun weird simple_looking looking looks look one ones real
    young baby_sized round fluffy soft shiny_looking single solo alone only new old-school epic badass fancy typical random
    on_the_left on_the_right in_the_middle in_the_center in_the_centre at_the_top at_the_bottom at_the_left at_the_right to_the_left to_the_right in_the_corner
    on_a_white_background on_white_background white_background transparent_background no_background plain_background with_a_transparent_background
    high_quality hd 4k 8k detailed highly_detailed masterpiece best_quality full_body closeup close_up portrait of_course but however maybe
    it's its i'm he's she's that's there's who's don't let's colored coloured color colour colors colours front view side
    made_up called named kind_of sort_of type_of version edition themed theme everyone everybody y'all you_all all_of_you vibe vibes vibing mood aesthetic-looking
    actually literally basically etc face-on left right up down off out away along about past meme fanart fan_art vector graphic artstyle when whenever irl
    noises intensifies my_dudes my_dude old_school one_braincell one_brain_cell but_most_importantly will_decide_your_fate starter_pack in_a_nutshell has_entered_the_chat enters_the_chat entered_the_chat
    no_context out_of_context for_no_reason the_council_of council_of rizz slay slaying no_cap fr_fr ngl tbh istg bonk bonks in_its_mouth in_his_mouth in_her_mouth in_their_mouths in_the_mouth in_its_beak in_his_hand in_her_hand in_its_hand in_his_hands in_her_hands in_its_hands in_its_paw in_its_paws in_his_paws in_her_paws on_one_leg standing_on_one_leg`,
  courtesies:
    'please pls plz plis pleaase thanks thank_you thank_u thx tnx ty hi hello hey yo ok okay good_morning_please greetings cheers welcome sorry little_guy lil_guy silly_guy silly_little_guy silly_lil_guy little_fella little_dude good_boi smol_bean boi bois big_boi chungus big_chungus',
  definites: 'the my your his her its their our',
  articles: 'a an another each every',
  numbers: {
    1: '1 one_single',
    2: '2 two pair_of a_pair_of couple_of a_couple_of both twin twins duo two_of couple pair a_pair',
    3: '3 three trio three_of trio_of a_trio_of a_few few a_few_of',
    4: '4 four quartet',
    5: '5 five',
    6: '6 six half_a_dozen half_dozen',
    7: '7 seven',
    8: '8 eight',
    9: '9 nine',
    10: '10 ten',
    12: '12 twelve dozen a_dozen dozen_of',
    100: 'hundred a_hundred hundreds_of hundreds',
    1000: 'thousand a_thousand thousands_of thousands million a_million millions_of',
  },
  many: 'many lots_of a_lot_of plenty_of several multiple bunch_of a_bunch_of tons_of group_of a_group_of crowd_of herd_of flock_of army_of loads_of family_of a_family_of litter_of a_litter_of',
  and: 'and n plus & along_with as_well_as together_with and_also y',
  of: 'of',
  colours: {
    red: 'red crimson scarlet ruby maroon burgundy reddish cherry_red',
    orange: 'orange amber tangerine peach-coloured coral-coloured orangish ginger',
    yellow: 'yellow gold golden lemon-yellow mustard blonde blond yellowish',
    green:
      'green lime-green olive-green emerald mint jade greenish lime_green dark_green light_green neon_green forest_green mint_green',
    teal: 'teal turquoise cyan aqua aquamarine turquois',
    blue: 'blue navy azure cobalt sapphire indigo_blue sky_blue light_blue dark_blue baby_blue navy_blue royal_blue bluish',
    purple: 'purple violet lilac lavender indigo mauve plum-coloured amethyst purplish dark_purple light_purple',
    pink: 'pink magenta fuchsia hot_pink baby_pink rose_pink rose_gold salmon pinkish light_pink pastel_pink',
    brown: 'brown tan chestnut-brown bronze copper chocolate-brown brownish dark_brown light_brown',
    cream: 'cream-coloured cream-colored beige ivory cream_coloured cream_colored off-white',
    white: 'white snow-white pearl snowy_white whitish',
    grey: 'grey gray silver silvery charcoal greyish grayish light_grey dark_grey light_gray dark_gray',
    black: 'black ebony jet-black jet_black dark_black blackish',
  },
  moods: {
    happy: 'joyful joyous cheerful cheery glad content merry delighted jolly excited_happy',
    smiling: 'smiley_faced smile grins friendly with_a_smile',
    laughing:
      'lol haha hahaha lmao xd rofl hehe laughs giggling_hard cracking_up chuckling cackling with_tears_of_joy lmao-ing',
    crying: 'weeping tearful in_tears cries teary cryin',
    sobbing: 'bawling',
    sad: 'losing failing flunking after_losing after_a_loss unhappy depressed gloomy melancholy heartbroken down_bad upset miserable lonely saddened emo blue_mood',
    angry: 'mad cross grumpy annoyed_angry irate pissed pissed_off raging fuming cranky angy outraged evil-looking',
    furious: 'livid enraged',
    sleeping: 'asleep snoozing napping sleeps dozing snoring slumbering',
    sleepy: 'lazy drowsy exhausted tired_out eepy weary yawning',
    'in love': 'lovestruck smitten heart-eyed with_heart_eyes lovesick enamored enamoured infatuated',
    surprised: 'startled astonished wow gasping',
    shocked: 'stunned flabbergasted',
    scared: 'afraid frightened terrified spooked fearful screaming',
    confused: 'puzzled perplexed baffled bewildered',
    thinking: 'pondering thoughtful pensive contemplating',
    sick: 'nauseated queasy vomiting puking',
    ill: 'unwell feverish',
    crazy: 'insane wild nuts derpy derp wacky loony',
    silly: 'goofy_looking playful mischievous',
    winking: 'winks wink',
    cool: 'chill based swag rad',
    bored: 'indifferent meh',
    annoyed:
      'irritated delayed cancelled unimpressed judging judging_me judging_you judging_us judges_me judgy judgemental judgmental disapproving disappointed_in_me',
    nervous: 'anxious worried awkward_looking stressed',
    embarrassed: 'ashamed',
    smug: 'smirking cocky',
    dizzy: 'woozy',
    dead: 'deceased',
    excited: 'thrilled hyped starstruck star-struck amazed hyper pumped',
    partying:
      'celebrating celebration festive party having_a_party partying throwing_a_party having_a_birthday_party throwing_a_birthday_party at_a_party at_the_party at_a_birthday_party at_his_birthday_party at_her_birthday_party at_their_birthday_party at_its_birthday_party celebrating_a_birthday celebrating_his_birthday celebrating_her_birthday celebrating_their_birthday celebrate celebrates',
    'on fire': 'burning flaming in_flames blazing on_fire fiery',
    sparkling: 'sparkly glittery glittering glowing magical',
    singing: 'sings',
    kissing: 'kisses',
    nerdy: 'geeky nerd',
    greedy: 'rich',
    angelic: 'innocent saintly',
    proud: 'proud',
    shy: 'shy bashful',
    hungry: 'hungry starving',
    drunk: 'drunk tipsy',
    evil: 'evil wicked sinister',
    jealous: 'jealous',
    calm: 'calm relaxed peaceful',
    brave: 'brave',
  },
  sizes: {
    small:
      'small little tiny teeny teeny_tiny wee mini miniature minuscule microscopic itty_bitty petite tiniest smallest smaller very_small',
    large:
      'big large huge giant gigantic enormous massive colossal humongous ginormous immense mega oversized biggest largest bigger larger very_big',
  },
  stands: {
    beside: `beside next_to by_the_side_of alongside near close_to hugging hugs cuddling cuddles with_its_friend chasing chases kissing_a petting meets meeting
      holding_hands holding_hands_with hand_in_hand hand_in_hand_with fighting fights attacking attacks battling battles dueling duels hunting hunts vs versus against playing_with dancing_with talking_to looking_at following loves loving_a watching hanging_from dangling_from swinging_from jumping_from coming_from sees seeing spots_a hears hearing ignoring ignores facing greeting and_its or`,
    on: `on on_top_of upon atop sitting_on sits_on standing_on stands_on sat_on lying_on laying_on riding rides riding_on on_the_back_of surfing_on
      perched_on sleeping_on sleeps_on resting_on ride skating_on flying_on jumping_on dancing_on walking_on balancing_on crossing crosses walking_across walks_across running_across runs_across`,
    above: 'above over flying_over hovering_over floating_above flying_above',
    'in front of': 'in_front_of before standing_in_front_of sitting_in_front_of',
    behind:
      'guarding guards protecting protects defending defends behind hiding_behind in_back_of standing_behind from_behind peeking_from_behind looking_from_behind peeking_out_from_behind',
    below:
      'below under underneath beneath sitting_under sleeping_under hiding_under standing_under from_under from_underneath peeking_from_under peeking_out_from_under',
    holding: `holding holds hold carrying carries eating eats munching munching_on nibbling nomming drinking drinks drinking_from drinking_out_of drinks_from sipping sipping_on sipping_from kicking kicks playing plays throwing throws catching
      juggling reading reads using uses biting licking licks smoking waving_a clutching grabbing grabs offering offers bringing lifting swinging wielding
      with_its armed_with cooking brewing brews stirring stirs mixing mixes wrapping wraps baking serving selling stealing steals chewing chewing_on cutting slicing writing_with painting_with typing_on typing looking_through hitting`,
    wearing: 'wearing wears wear dressed_in sporting in_a_pair_of with_its_own wearin',
    with: 'with w/ featuring having w together_with_a along_with_a that_has who_has has_a',
    in: `driving drives in within in_the inside inside_of sitting_in sits_in sleeping_in hiding_in standing_in stuck_in trapped_in out_of coming_out_of peeking_out_of
      looking_out looking_out_the staring_out gazing_out peeking_from looking_from watching_from from_inside from_within from looking_out_of emerging_from popping_out_of jumping_out_of`,
    around: 'around surrounded_by between among covered_in covered_with full_of filled_with',
  },
  actions: `dancing running walking jumping flying swimming sitting standing falling floating hiding waving dabbing twerking working studying coding programming gaming
    fishing shopping cooking_dinner bathing showering howling barking meowing roaring screaming_loud melting exploding driving_fast vibing_hard skating surfing skiing climbing
    upside_down breakdancing meditating stretching lifting_weights exercising working_out saluting clapping yelling talking speaking whispering bowing kneeling crawling sneaking hunting
    playing_around racing posing sunbathing camping flexing casting spinning rolling shining raining snowing blowing_up smashing hopping stalking relaxing chilling lurking
    made_of made_out_of`,
  places: `space outer_space the_sky sky underwater the_water the_ocean ocean the_sea sea the_forest forest woods jungle the_city city street town village park garden kitchen
    bedroom bathroom living_room room office_room classroom court field meadow farm zoo night at_night day daytime rain snow the_dark dark the_background background
    sunset_background the_rain the_snow snowstorm blizzard snowfall the_night winter summer spring autumn fall hell heaven the_woods the_park paris london tokyo japan america nature wilderness
    cave river lake pool pond swamp lily_pad row a_row circle_formation the_air air midair outside inside_out outdoors indoors home work bed_time universe galaxy backyard arena
    row_boat front the_end corner party_time gym library museum restaurant cafe bar_room club sunshine moonlight fog_bank storm the_wild the_clouds`,
  asides: 'for',
  negations: `no not without minus sans w/o without_any without_a with_no except nor never no_more lacking -no excluding dont_want is_not isn't isnt are_not aren't arent
    does_not doesn't doesnt do_not don't dont that_isn't that_doesn't doesn't_have does_not_have doesnt_have don't_have do_not_have has_no have_no`,
  says: `saying says say that_says which_says with_the_text with_text with_the_words with_the_word text reading_the_text labeled labelled titled captioned written
    with_caption with_the_caption saying_the speech_bubble_saying with_a_sign_saying`,
  signs: 'letter letters number numbers numeral digit character initial capital_letter lowercase_letter',
  style: 'style styled art_style',
};

/** What stands for an amount of something else: “slice of pizza”. */
export const MEASURES = `bowl cup glass slice piece plate bunch bag box bottle can jar pile stack basket pack pot loaf scoop bar kind type picture image drawing
  crate sack pouch tin dish pail barrel cart wagon trolley
  photo sketch illustration painting sticker emoji portrait pic icon logo bit bucket tray set chunk bite mug pint shot carton tub spoonful handful ball_of_yarn head cloud_shape version`;

/** Parts that a thing has by itself, or that cannot be added to it. */
export const PARTS = `eyes eye eyeball eyeballs face smile mouth nose ears ear tail tails wings wing teeth fangs tongue hair fur legs leg arms arm hands hand feet paws paw
  beard mustache moustache spots stripes horns antlers scales belly whiskers eyebrows eyelashes cheeks shell_pattern steam smoke stem leaves background body fingers`;

/** What “green-” and “one-” may stand before: said of a part, which nothing shows apart. */
export const OF_PART = /^(.+)-(?:eyed|haired|eared|tailed|winged|nosed|legged|footed|faced|headed|furred|skinned)$/;

/** Styles as people call them → how a bundle may call them. */
export const STYLES: Readonly<Record<string, string>> = {
  '3d': '3d 3-d three-dimensional 3d_render 3d_rendered render clay claymation plasticine',
  flat: 'flat flat_design material_design',
  outline: 'outline outlined line sketch_outline',
  rounded: 'rounded',
  shaded: 'shaded gradient',
  simple: 'simple minimal minimalist minimalistic',
  blob: 'blob blobby',
};

/** Styles that people ask for and no bundle need have. */
export const OTHER_STYLES = `anime manga cartoon cartoony realistic photorealistic photo-realistic
  hyperrealistic retro graffiti cubist surreal abstract origami isometric ukiyo-e art_deco
  disney pixar ghibli studio_ghibli picasso lego minecraft paper_cut`;
