/** How broad somebody is for their height: fat and chubby, or long, tall and thin. */
export type Stature = 'stout' | 'slender';

/** Words for it, by language (ISO 639). Words as in `LanguageTable`. */
export const STATURE_WORDS: Readonly<Record<string, Readonly<Record<Stature, string>>>> = {
  en: {
    stout: `fat fatty chubby chubbier chonky chonk chonker plump thick thicc chunky tubby pudgy podgy stout stocky rotund roly-poly obese overweight fattest chonkiest very_fat
      so_fat super_fat super_chonky big_fat absolute_unit well-fed`,
    slender: `tall long thin skinny slim slender lanky elongated stretched stretchy lean taller tallest longest very_tall very_long very_thin very_skinny long_skinny long_thin
      tall_skinny tall_thin tall_slim loooong looong longcat`,
  },
  de: {
    stout:
      'dick fett pummelig mollig rundlich moppelig füllig übergewichtig stämmig dicklich speckig sehr_dick wohlgenährt',
    slender: 'dünn schlank lang mager schmal hager schlaksig langgezogen sehr_dünn sehr_lang',
  },
  fr: {
    stout: 'gros grosse dodu dodue potelé potelée rondouillard grassouillet grassouillette très_gros obèse',
    slender: 'mince maigre élancé élancée long longue fin svelte allongé allongée très_mince très_long',
  },
  es: {
    stout: 'gordo gorda gordito gordita rechoncho rechoncha regordete regordeta rollizo muy_gordo muy_gorda obeso',
    slender: 'flaco flaca delgado delgada alto alta largo larga esbelto esbelta flacucho muy_flaco muy_alto muy_largo',
  },
  pt: {
    stout: 'gordo gorda gordinho gordinha rechonchudo rechonchuda fofucho muito_gordo roliço obeso',
    slender: 'magro magra magrinho fino esguio esguia comprido comprida alongado muito_magro muito_comprido',
  },
  it: {
    stout: 'grasso grassa grassottello grassottella cicciotto cicciotta paffuto paffuta ciccione molto_grasso obeso',
    slender: 'magro magra snello snella lungo lunga sottile allungato allungata slanciato molto_magro molto_lungo',
  },
  nl: {
    stout: 'dik dikke mollig mollige gezet gezette heel_dik heel_dikke vet_dik',
    slender: 'dun dunne slank slanke mager magere lang lange heel_dun heel_lang',
  },
  pl: {
    stout: 'gruby gruba grube grubiutki pulchny pulchna pulchne tłusty tłusta tłuste bardzo_gruby',
    slender: 'chudy chuda chude szczupły szczupła szczupłe długi długa długie wychudzony bardzo_chudy',
  },
  ru: {
    stout: 'толстый толстая жирный жирная пухлый пухлая пухленький упитанный упитанная толстенький очень_толстый',
    slender: 'худой худая тощий тощая тонкий тонкая стройный стройная длинный длинная долговязый очень_худой',
  },
  uk: {
    stout: 'товстий товста гладкий гладка пухкий пухка пухкенький вгодований дуже_товстий',
    slender: 'худий худа тонкий тонка стрункий струнка довгий довга дуже_худий',
  },
  tr: {
    stout: 'şişman tombul toplu tombik çok_şişman',
    slender: 'zayıf ince uzun sıska çok_zayıf çok_uzun',
  },
  ja: {
    stout: '太った 太っている 太っちょの ぽっちゃりした ふとった デブ でぶ まるまるした 丸々とした 太め',
    slender: '細い 細長い 痩せた やせた 痩せている ほっそりした スリムな 長い 背の高い',
  },
  zh: {
    stout: '胖 胖胖的 胖的 肥 肥胖的 肥的 胖乎乎的 圆滚滚的 胖嘟嘟的',
    slender: '瘦 瘦的 瘦瘦的 苗条的 细长的 长长的 瘦长的 高瘦的',
  },
  ko: {
    stout: '뚱뚱한 통통한 살찐 뚱보 포동포동한',
    slender: '마른 날씬한 홀쭉한 긴 길쭉한 키_큰 키가_큰',
  },
  hi: { stout: 'मोटा मोटी मोटे गोल-मटोल', slender: 'पतला पतली पतले लंबा लंबी लंबे दुबला दुबली' },
  ar: { stout: 'سمين سمينة بدين بدينة ممتلئ', slender: 'نحيف نحيفة نحيل نحيلة طويل طويلة رفيع' },
  cs: { stout: 'tlustý tlustá tlusté baculatý', slender: 'hubený hubená štíhlý dlouhý dlouhá' },
  sk: { stout: 'tučný tučná tučné bacuľatý', slender: 'chudý chudá štíhly dlhý dlhá' },
  sv: { stout: 'tjock tjockt feta knubbig', slender: 'smal smalt lång långt mager' },
};
