import type { PartName } from '../../memory/index.js';

/**
 * How a language speaks of parts that can have a colour of their own. Words are parted by spaces, `_` is a space within
 * one, and all their forms are listed: hair and eyes have few. They are folded when they are read.
 */
export interface PartWords {
  /** Nouns. */
  nouns: Readonly<Record<PartName, string>>;
  /** What makes a thing of such a part of it, behind the colour: “haired”. */
  adjectives?: Readonly<Partial<Record<PartName, string>>>;
  /** Endings of words that begin with a colour: “haarig” of “rothaarig”. */
  endings?: Readonly<Partial<Record<PartName, string>>>;
  /** Colours of hair that need no word for hair, by their English names: “blond”. */
  hair?: Readonly<Record<string, string>>;
  /** What stands before such a part: “with”. */
  before: string;
  /** What stands before a colour that is of clothes: “**in** red”. */
  clothed?: string;
  /** What stands between it, its colour and the thing, and says nothing: “of colour”, “の”. */
  links?: string;
  /** What is said of it that no picture shows: “long”. */
  said?: string;
}

/** By language (ISO 639). */
export const PART_WORDS: Readonly<Record<string, PartWords>> = {
  en: {
    nouns: {
      hair: 'hair hairs hairdo hairstyle haircut ponytail pigtails braids bangs locks',
      beard: 'beard beards goatee',
      eyes: 'eyes eye irises',
      clothes: `dress gown ballgown skirt shirt t-shirt tshirt tee blouse blazer suit tuxedo uniform robe robes cape cloak
        clothes clothing outfit costume vest kimono tunic`,
    },
    adjectives: { hair: 'haired', beard: 'bearded', eyes: 'eyed' },
    endings: { hair: '-haired', beard: '-bearded', eyes: '-eyed' },
    hair: { yellow: 'blond blonde', red: 'ginger redheaded red-headed red-head', brown: 'brunette' },
    clothed: 'in all_in dressed_in clad_in dressed_all_in wearing',
    before: 'with having has have who_has that_has in wearing wears dressed_in clad_in and_with',
    said: 'long short curly wavy straight spiky fluffy messy big huge small tiny little beautiful pretty bright glowing shiny neon fancy elegant long-sleeved flowing',
  },
  de: {
    nouns: {
      hair: 'haar haare haaren frisur zöpfe zöpfen',
      beard: 'bart bärte',
      eyes: 'augen auge',
      clothes: `kleid kleidchen kleidung kleidern rock hemd bluse anzug shirt t-shirt umhang uniform kostüm robe ballkleid
        abendkleid weste cape`,
    },
    endings: {
      hair: 'haarig haarige haariger haariges haarigen haarigem',
      beard: 'bärtig bärtige bärtiger bärtiges bärtigen',
      eyes: 'äugig äugige äugiger äugiges äugigen äugigem',
    },
    hair: { yellow: 'blond blonde blonder blondes blonden blondem' },
    clothed: 'in ganz_in',
    before: 'mit in im trägt hat die_hat der_hat',
    said: 'lang lange langen langem langes kurz kurze kurzen kurzem lockig lockigen glatt glatten groß großen großem schön schönen schönem',
  },
  fr: {
    nouns: {
      hair: 'cheveux cheveu chevelure',
      beard: 'barbe',
      eyes: 'yeux œil oeil',
      clothes:
        'robe jupe chemise chemisier veste manteau costume pull t-shirt cape uniforme tenue habits vêtements smoking',
    },
    hair: { yellow: 'blond blonde blonds blondes', red: 'roux rousse rousses', brown: 'brunette châtain' },
    clothed: 'en tout_en habillée_en vêtue_de vêtu_de',
    before: 'avec aux au à en dans ayant porte portant qui_porte qui_a',
    links: 'de_couleur couleur',
    said: 'long longs longue longues court courts courte bouclés frisés grands grand grande petits beaux belle beau',
  },
  es: {
    nouns: {
      hair: 'pelo cabello cabellos melena',
      beard: 'barba',
      eyes: 'ojos ojo',
      clothes: 'vestido falda camisa blusa abrigo traje capa uniforme camiseta ropa esmoquin',
    },
    hair: { yellow: 'rubio rubia rubios rubias', red: 'pelirrojo pelirroja pelirrojos', brown: 'castaño castaña' },
    clothed: 'vestida_de vestido_de',
    before: 'con de en llevando lleva tiene que_tiene que_lleva vestida_de',
    links: 'de_color color',
    said: 'largo larga largos corto corta cortos rizado rizada lacio grande grandes pequeños bonito bonitos',
  },
  pt: {
    nouns: {
      hair: 'cabelo cabelos',
      beard: 'barba',
      eyes: 'olhos olho',
      clothes: 'vestido saia camisa blusa terno fato capa uniforme camiseta roupa smoking',
    },
    hair: { yellow: 'loiro loira loiros loiras louro loura', red: 'ruivo ruiva ruivos', brown: 'castanho castanha' },
    clothed: 'vestida_de vestido_de',
    before: 'com de em no na tem usando que_tem vestindo',
    links: 'de_cor cor',
    said: 'longo longa longos curto curta curtos comprido compridos cacheado cacheados grande grandes',
  },
  it: {
    nouns: {
      hair: 'capelli capello chioma',
      beard: 'barba',
      eyes: 'occhi occhio',
      clothes:
        'vestito abito gonna camicia camicetta giacca cappotto mantello uniforme maglietta maglione vestiti completo smoking',
    },
    hair: { yellow: 'biondo bionda biondi bionde', brown: 'castano castana castani' },
    clothed: 'vestita_di vestito_di',
    before: 'con dai dagli dalla dal in ha che_ha che_indossa indossando',
    links: 'di_colore color',
    said: 'lungo lunga lunghi corto corta corti ricci mossi grandi grande bello belli',
  },
  nl: {
    nouns: {
      hair: 'haar haren kapsel',
      beard: 'baard',
      eyes: 'ogen oog',
      clothes: 'jurk rok shirt overhemd blouse pak cape uniform kleding kleren t-shirt',
    },
    endings: { hair: 'harig harige', eyes: 'ogig ogige' },
    hair: { yellow: 'blond blonde' },
    clothed: 'in in_het',
    before: 'met in heeft draagt die_heeft',
    said: 'lang lange kort korte krullend steil grote groot mooie',
  },
  pl: {
    nouns: {
      hair: 'włosy włosami włosach włosów',
      beard: 'broda brodą brody brodzie',
      eyes: 'oczy oczami oczach oczu',
      clothes: `sukienka sukience sukienką sukienkę suknia sukni koszula koszuli koszulka koszulce płaszcz płaszczu kurtka kurtce garnitur garniturze peleryna
        pelerynie peleryną mundur mundurze strój stroju bluza bluzie spódnica spódnicy ubranie ubraniu`,
    },
    endings: { hair: 'owłosy owłosa owłose owłosej', eyes: 'ooki ooka ookie ookiej' },
    hair: { yellow: 'blond', red: 'rudy ruda rude rudymi rudych' },
    before: 'z ze w o ma noszący nosząca',
    links: 'koloru kolorze',
    said: 'długi długie długimi długich krótkie krótkimi kręcone kręconymi duże dużymi',
  },
  ru: {
    nouns: {
      hair: 'волосы волосами волос волосах',
      beard: 'борода бородой бороды бороде',
      eyes: 'глаза глазами глаз глазах',
      clothes: `платье платьем платья рубашка рубашке рубашкой костюм костюме костюмом куртка куртке курткой пальто плащ плаще плащом форма форме юбка юбке
        одежда одежде свитер свитере футболка футболке`,
    },
    endings: {
      hair: 'оволосая оволосый оволосой оволосое еволосая еволосый',
      eyes: 'оглазая оглазый оглазой оглазое',
    },
    hair: {
      yellow: 'белокурая белокурый белокурые белокурыми светловолосая светловолосый блондинистая',
      red: 'рыжие рыжими рыжая рыжий рыжеволосая рыжеволосый',
    },
    clothed: 'в во',
    before: 'с со в имеющий имеющая носит',
    links: 'цвета',
    said: 'длинные длинными короткие короткими кудрявые кудрявыми большие большими длинном красивом красивыми',
  },
  uk: {
    nouns: {
      hair: 'волосся волоссям',
      beard: 'борода бородою бороди',
      eyes: 'очі очима очей',
      clothes:
        'сукня сукні сукню сорочка сорочці костюм костюмі куртка куртці пальто плащ плащі форма формі одяг одязі светр светрі спідниця спідниці футболка футболці',
    },
    endings: { hair: 'оволоса оволосий оволосої', eyes: 'оока оокий оокої' },
    hair: { yellow: 'білява білявий світловолоса світловолосий', red: 'руда рудий руде рудим рудоволоса рудоволосий' },
    clothed: 'в у',
    before: 'з із зі в у',
    links: 'кольору',
    said: 'довге довгим коротке коротким кучеряве кучерявим великі великими довгій',
  },
  tr: {
    nouns: {
      hair: 'saç saçı saçları saçlar',
      beard: 'sakal sakalı',
      eyes: 'göz gözü gözleri gözler',
      clothes: 'elbise elbisesi gömlek ceket palto takım_elbise pelerin üniforma etek kıyafet',
    },
    adjectives: {
      hair: 'saçlı',
      beard: 'sakallı',
      eyes: 'gözlü',
      clothes: 'elbiseli gömlekli ceketli paltolu takım_elbiseli pelerinli üniformalı etekli kıyafetli',
    },
    hair: { yellow: 'sarışın', red: 'kızıl' },
    before: '',
    links: 'renkli renk olan giyen giymiş',
    said: 'uzun kısa kıvırcık büyük güzel',
  },
  ja: {
    nouns: {
      hair: '髪 髪の毛 ヘア 髪型',
      beard: 'ひげ 髭 ヒゲ あごひげ',
      eyes: '目 瞳 眼 おめめ',
      clothes: 'ドレス 服 シャツ スーツ マント 制服 ワンピース 着物 スカート セーター',
    },
    hair: {
      yellow: '金髪 ブロンド',
      white: '白髪 銀髪',
      red: '赤毛 赤髪',
      pink: 'ピンク髪 桃髪',
      brown: '茶髪',
      black: '黒髪',
      blue: '青髪',
      green: '緑髪',
      purple: '紫髪',
    },
    before: '',
    links: 'の い な 色 色の を持つ をもつ を持った を着た を着ている を着て をした が をしている',
    said: '長い 短い 大きな 大きい きれいな',
  },
  zh: {
    nouns: {
      hair: '头发 頭髮 长发 長髮 短发 短髮',
      beard: '胡子 鬍子 胡须',
      eyes: '眼睛 眼眸 双眼 眼',
      clothes: '裙子 连衣裙 連衣裙 衣服 衬衫 襯衫 西装 西裝 斗篷 披风 制服 礼服 长裙 裙 旗袍',
    },
    hair: {
      yellow: '金发 金髮',
      white: '白发 白髮 银发',
      red: '红发 紅髮',
      pink: '粉发 粉红发 粉色头发',
      black: '黑发 黑髮',
      brown: '棕发',
      blue: '蓝发',
      green: '绿发',
      purple: '紫发',
    },
    before: '有 有着 穿 穿着 穿著 长着 留着 身穿',
    links: '的 色 色的 着',
    said: '长 短 大 大大的 漂亮的',
  },
  ko: {
    nouns: {
      hair: '머리 머리를 머리의 머리카락 머리카락을 머리카락의 헤어',
      beard: '수염 수염을 수염의',
      eyes: '눈 눈을 눈의 눈동자 눈동자를 눈동자의',
      clothes:
        '드레스 드레스를 옷 옷을 셔츠 셔츠를 정장 정장을 코트 코트를 재킷 재킷을 망토 망토를 원피스 원피스를 치마 치마를 교복 교복을 양복 양복을 한복 한복을',
    },
    hair: {
      yellow: '금발 금발의 금발머리',
      white: '은발 은발의 백발 백발의',
      red: '빨강머리 빨간머리 적발',
      black: '흑발 흑발의',
    },
    before: '',
    links: '가진 한 입은 입고_있는 있는 색 색깔 색의',
    said: '긴 짧은 큰 곱슬 예쁜',
  },
  hi: {
    nouns: {
      hair: 'बाल बालों',
      beard: 'दाढ़ी',
      eyes: 'आंख आंखें आंखों आँख आँखें आँखों',
      clothes: 'पोशाक ड्रेस कपड़े कपड़ों शर्ट कमीज साड़ी सूट कोट',
    },
    before: '',
    links: 'वाली वाला वाले में पहने हुए रंग के की',
    said: 'लंबे छोटे बड़ी बड़े सुंदर',
  },
  ar: {
    nouns: {
      hair: 'شعر بشعر الشعر وشعر',
      beard: 'لحية بلحية اللحية',
      eyes: 'عيون عينين عينان بعيون بعينين العيون العينين',
      clothes: 'فستان بفستان الفستان قميص بقميص بدلة ببدلة معطف بمعطف سترة عباءة ثوب بثوب رداء برداء',
    },
    hair: { yellow: 'شقراء أشقر الشقراء' },
    before: 'ب ذات ذو ذي مع في لها له ترتدي يرتدي لديها لديه',
    links: 'لون بلون اللون',
    said: 'طويل قصير كبيرة كبيرتين جميل',
  },
};
