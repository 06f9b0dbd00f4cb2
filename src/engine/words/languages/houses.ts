/** Words for a house, by language (ISO 639), that may be what it is called after. Words as in `LanguageTable`. */
export const HOUSE_WORDS: Readonly<Record<string, string>> = {
  en: 'house home cottage hut',
  de: 'haus häuschen hütte',
  fr: 'maison maisonnette cabane',
  es: 'casa casita',
  pt: 'casa casinha',
  it: 'casa casetta',
  nl: 'huis huisje',
  pl: 'dom domek',
  ru: 'дом домик',
  uk: 'будинок будиночок хатинка',
  tr: 'ev evi',
  ja: '家 おうち ハウス',
  zh: '房子 屋子 屋 小屋 房',
  ko: '집',
  hi: 'घर',
  ar: 'بيت منزل',
};

/** What joins what a house is to it: named behind the house, and before it. */
export const HOUSE_JOINS: Readonly<Record<string, { readonly behind: string; readonly before: string }>> = {
  en: {
    behind:
      'made_of made_of_a made_out_of made_out_of_a made_from_a shaped_like shaped_like_a shaped_like_an in_the_shape_of_a in_the_shape_of_an inside_a inside_an in_a in_an inside_of_a built_in_a built_into_a that_is_a',
    before: 'shaped',
  },
  de: { behind: 'in_form_eines in_form_einer in_einem in_einer aus_einem aus_einer aus', before: '' },
  fr: { behind: 'en_forme_de en_forme_d dans_un dans_une faite_d_un faite_dans_une', before: '' },
  es: { behind: 'con_forma_de en_forma_de hecha_de dentro_de_una dentro_de_un en_una en_un de', before: '' },
  pt: { behind: 'em_forma_de com_forma_de feita_de dentro_de_um dentro_de_uma de', before: '' },
  it: { behind: 'a_forma_di fatta_di dentro_un dentro_una in_un in_una', before: '' },
  nl: { behind: 'in_de_vorm_van_een in_een van_een gemaakt_van_een', before: '' },
  pl: { behind: 'w_kształcie w z', before: '' },
  ru: { behind: 'в_форме в_виде из в', before: '' },
  uk: { behind: 'у_формі у_вигляді з у в', before: '' },
  tr: { behind: '', before: 'şeklinde şeklindeki biçiminde' },
  ja: { behind: '', before: 'の の形の 型の の中の でできた' },
  zh: { behind: '', before: '形 形状的 形的 做的 里的' },
  ko: { behind: '', before: '모양 모양의 모양_의 로_만든' },
  hi: { behind: '', before: 'का के_आकार_का जैसा' },
  ar: { behind: 'على_شكل في_شكل داخل', before: '' },
};
