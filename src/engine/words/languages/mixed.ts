/** How a language says that something is another at once. Words as in `LanguageTable`. */
export interface MixedWords {
  /** Before what else it is: “a shark **but** it's a cat”, “a duck **except** it's purple”. */
  readonly but: string;
  /** Names it again in short, and says that it is: “but **it's** a cat”. */
  readonly itIs: string;
  /** Says so behind its name: “but the taco **is** a superhero”. */
  readonly is: string;
  readonly article: string;
  /** Says by itself that it is or becomes another: “a frog **turned into** a prince”, “**if it was**”. */
  readonly turned: string;
  /** As prompts say who somebody is, and what as somebody is dressed. */
  readonly as: string;
  readonly dressed: string;
}

/** By language (ISO 639). */
export const MIXED: Readonly<Record<string, MixedWords>> = {
  en: {
    but: `but but_like but_make_it but_also but_actually but_if but_as except except_that only`,
    itIs: `it's its it_is it_was it_were he's hes he_is she's shes she_is they're theyre they_are it's_actually its_actually it_is_actually he's_actually she's_actually it's_now its_now
      it's_secretly its_secretly it's_also its_also it's_all its_all they're_all theyre_all they_are_all it_has_become it_became`,
    is: 'is are was were is_actually is_secretly is_now are_all is_also',
    article: 'a an the',
    turned: `if_it_was if_it_were if_he_was if_he_were if_she_was if_she_were if_they_were as_if_it_was as_if_it_were turned_into turning_into turns_into that_turned_into who_turned_into
      transformed_into transforming_into transforms_into becoming becomes became reimagined_as reincarnated_as`,
    as: 'as a',
    dressed: 'dressed as a',
  },
  de: {
    but: 'aber aber_als nur_dass außer_dass',
    itIs: 'es_ist er_ist sie_ist sie_sind es_sind ist_es',
    is: 'ist sind',
    article: 'ein eine einen einem einer der die das',
    turned: `verwandelt_in verwandelt_sich_in die_sich_in der_sich_in wird_zu wird_zum wird_zur als_wäre_es als_wäre_er als_wäre_sie`,
    as: 'als',
    dressed: 'verkleidet als',
  },
  fr: {
    but: 'mais mais_en_fait sauf_que',
    itIs: "c'est il_est elle_est ce_sont ils_sont elles_sont en_version",
    is: 'est sont',
    article: 'un une des le la les',
    turned: `transformé_en transformée_en changé_en changée_en qui_devient devenu devenue qui_se_transforme_en si_c'était s'il_était`,
    as: 'comme un',
    dressed: 'déguisé en',
  },
  es: {
    but: 'pero excepto_que salvo_que',
    itIs: 'es está son están',
    is: 'es está son están',
    article: 'un una unos unas el la',
    turned: 'convertido_en convertida_en transformado_en transformada_en que_se_convierte_en si_fuera',
    as: 'como un',
    dressed: 'disfrazado de',
  },
  pt: {
    but: 'mas só_que exceto_que',
    itIs: 'é está são estão ele_é ela_é',
    is: 'é está são estão',
    article: 'um uma o a',
    turned: 'transformado_em transformada_em que_virou virou que_se_transforma_em se_fosse',
    as: 'como um',
    dressed: 'fantasiado de',
  },
  it: {
    but: 'ma però solo_che tranne_che',
    itIs: 'è sono in_realtà_è',
    is: 'è sono',
    article: 'un uno una il la lo',
    turned: 'trasformato_in trasformata_in che_diventa diventato diventata che_si_trasforma_in se_fosse',
    as: 'come un',
    dressed: 'vestito da',
  },
  nl: {
    but: 'maar alleen behalve_dat',
    itIs: 'het_is hij_is ze_is zij_is ze_zijn het_zijn',
    is: 'is zijn',
    article: 'een de het',
    turned: 'veranderd_in verandert_in die_verandert_in dat_verandert_in wordt_een als_het_een',
    as: 'als',
    dressed: 'verkleed als',
  },
  pl: {
    but: 'ale tylko_że',
    itIs: 'to jest to_jest on_jest ona_jest są',
    is: 'to jest to_jest są',
    article: '',
    turned: 'zamieniony_w zamieniona_w zmieniony_w zmieniona_w zamienia_się_w przemieniony_w',
    as: 'jako',
    dressed: 'przebrany za',
  },
  ru: {
    but: 'но только',
    itIs: 'это он она оно они',
    is: 'это',
    article: '',
    turned: 'превратился_в превратилась_в превращается_в превратившийся_в превращённый_в превращенный_в',
    as: 'как',
    dressed: 'одетый как',
  },
  uk: {
    but: 'але тільки',
    itIs: 'це він вона воно вони',
    is: 'це',
    article: '',
    turned: 'перетворився_на перетворилась_на перетворюється_на перетворений_на',
    as: 'як',
    dressed: 'переодягнений в',
  },
  ja: {
    but: 'だけど でも けど なのに なんだけど だが',
    itIs: '',
    is: '',
    article: '',
    turned: 'になった に変身した に変わった',
    as: 'の',
    dressed: 'の着ぐるみを着た',
  },
  zh: {
    but: '但是 但是是 但 但是它是 但它是 但是它 但它 但他是 但她是 可是 可是它是 不过 不过是',
    itIs: '',
    is: '',
    article: '一只 一个',
    turned: '变成 变成了',
    as: '的',
    dressed: '打扮成',
  },
};

/** Of these, those in which what somebody is stands before who it is: “魔法使いの猫”. */
export const MIXED_BEFORE: readonly string[] = ['ja', 'zh'];

/** Says what somebody is behind its name, with an article: “my dog **is a** potato”. */
export const IS_A = `is_a is_an is_actually_a is_actually_an is_secretly_a is_secretly_an are_actually ist_ein ist_eine est_un est_une es_un es_una é_um é_uma è_un è_una è_uno is_een`;

/** Says that what follows is a half of somebody, in whatever language: “**half** cat **half** fish”. */
export const HALF = 'half halb moitié mitad metade metà meta pół наполовину наполовина';

/** Says that something has the form of what follows. */
export const SHAPED = `shaped_like shaped_like_a shaped_like_an in_the_shape_of in_the_shape_of_a in_the_shape_of_an in_form_von in_form_eines in_form_einer
  en_forme_de en_forma_de em_forma_de a_forma_di in_de_vorm_van_een in_de_vorm_van w_kształcie в_форме`;

/** What fairy tales make houses and carriages of, and these: both are seen as one, as in “**mushroom house**”. */
export const HOLLOWED_WORDS = `mushroom cactus pumpkin watermelon pineapple strawberry apple pear lemon banana carrot tomato potato corn acorn coconut avocado eggplant cabbage cupcake cake doughnut donut
  cookie pizza burger hamburger taco pancake waffle bread cheese croissant pretzel sushi teapot teacup boot shoe seashell sunflower tulip rose`;
export const BUILT_WORDS =
  'house home cottage hut castle palace mansion villa carriage car bus train boat ship rocket spaceship submarine';
