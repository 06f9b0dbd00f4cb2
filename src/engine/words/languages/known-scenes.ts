/** A well-known picture, film or joke, as what is seen in it. */
export interface KnownScene {
  /** What it is called, in whatever language; words as in `LanguageTable`. */
  readonly words: string;
  /** What is seen, in English, with X for who is in it. */
  readonly shows: string;
  /** Who that is where nobody else is said to be; absent of scenes that are read as any other words then. */
  readonly who?: string;
}

/** Where one calls another in its place, that one is in the scene: “this is fine dog **but it's a penguin**”. */
export const KNOWN_SCENES: readonly KnownScene[] = [
  {
    words: 'this_is_fine_dog this_is_fine_meme this_is_fine_dog_meme',
    shows: 'X in a burning kitchen drinking coffee',
    who: 'dog',
  },
  { words: 'this_is_fine', shows: 'X in a burning kitchen drinking coffee' },
  { words: 'mona_lisa the_mona_lisa la_joconde joconde la_gioconda gioconda', shows: 'X dressed as framed picture' },
  {
    words: 'the_scream scream_painting the_scream_painting munch_scream der_schrei le_cri el_grito l_urlo',
    shows: 'scared X at sunset',
  },
  {
    words: 'starry_night the_starry_night van_gogh_starry_night sternennacht la_nuit_étoilée la_noche_estrellada',
    shows: 'X at night in a meadow',
  },
  {
    words: 'the_last_supper last_supper das_letzte_abendmahl abendmahl la_cène la_última_cena l_ultima_cena',
    shows: 'three X eating bread at a table',
  },
  { words: 'american_gothic', shows: 'two X on a farm' },
  {
    words:
      'girl_with_a_pearl_earring girl_with_pearl_earring girl_with_the_pearl_earring mädchen_mit_dem_perlenohrring la_joven_de_la_perla',
    shows: 'X wearing a turban and a pearl necklace',
  },
  { words: 'the_thinker rodin_thinker der_denker le_penseur el_pensador', shows: 'thinking X on a rock' },
  {
    words: 'the_creation_of_adam creation_of_adam die_erschaffung_adams la_creación_de_adán',
    shows: 'two X high fiving on a cloud',
  },
  { words: 'the_great_wave great_wave great_wave_off_kanagawa die_große_welle', shows: 'X surfing' },
  { words: 'titanic the_titanic', shows: 'two X on a ship' },
  { words: 'the_lion_king lion_king könig_der_löwen le_roi_lion el_rey_león', shows: 'X on a rock at sunrise' },
  { words: 'king_kong', shows: 'X on an office building' },
  { words: 'godzilla', shows: 'giant X in the city' },
  { words: 'jaws jaws_movie der_weiße_hai', shows: 'angry X in the sea' },
  { words: 'et_phone_home e.t._phone_home', shows: 'X on a bicycle under the full moon' },
  { words: 'nyan_cat nyan', shows: 'X flying on a rainbow in space' },
  { words: 'grumpy_cat', shows: 'angry X' },
  {
    words: 'spiderman_pointing_at_spiderman spiderman_pointing pointing_spiderman spiderman_meme',
    shows: 'two X arguing',
  },
  { words: 'woman_yelling_at_cat woman_yelling_at_a_cat', shows: 'woman yelling at X' },
  { words: 'harry_potter', shows: 'X wearing a wizard hat and glasses' },
  { words: 'darth_vader', shows: 'X wearing a cape holding a laser sword' },
  { words: 'superman batman', shows: 'X wearing a cape' },
];

/** Behind such a name: that it is one; before or behind, what says who else is in it; and behind a word for but. */
export const SCENE_NOUNS = 'meme memes scene painting picture movie film poster cover sticker';
export const IN_SCENE = 'as as_a as_the as_an version_of version_of_the als como';
export const BUT_WITH = 'with with_a with_an mit mit_einem mit_einer avec avec_un con con_un com com_um';
