/**
 * How or how much something is done, by language (ISO 639): says nothing of the picture. Words as in `LanguageTable`.
 */
export const MANNER: Readonly<Record<string, string>> = {
  en: `hard harder hardest loud louder loudly fast faster quick quickly slow slowly softly quietly gently hardly a_lot alot lots much very_much so_much so_hard too_much
    really_hard very_hard totally completely absolutely extremely incredibly super_duper heavily deeply madly wildly like_crazy like_mad out_loud all_the_time again
    always forever together still even almost quite rather pretty_much a_bit a_little_bit wholeheartedly uncontrollably hysterically intensely literally
    constantly nonstop non-stop bigly seriously honestly tho though af`,
  de: `laut lauter leise schnell schneller langsam heftig stark viel sehr_viel so_sehr ganz_doll doll total völlig echt wirklich richtig ein_bisschen ein_wenig bisschen etwas immer
    wieder ständig zusammen noch fast ziemlich extrem unglaublich furchtbar bitterlich herzlich ruhig sanft gerade`,
  es: `fuerte fuertemente duro rápido rápidamente despacio lento lentamente mucho muchísimo tanto demasiado realmente totalmente completamente en_voz_alta
    un_poco poco siempre otra_vez juntos juntas casi bastante súper intensamente suavemente`,
  fr: `fort très_fort bruyamment vite rapidement lentement doucement beaucoup énormément tellement vraiment totalement complètement à_fond un_peu peu toujours encore ensemble
    presque plutôt assez intensément à_chaudes_larmes aux_éclats`,
  it: `forte fortissimo rumorosamente veloce velocemente lentamente piano tanto tantissimo davvero veramente totalmente completamente a_squarciagola un_po un_poco poco sempre ancora
    insieme quasi piuttosto abbastanza intensamente a_crepapelle`,
  pt: `alto forte bem_alto rápido rapidamente devagar lentamente tanto muitíssimo demais realmente totalmente completamente um_pouco pouco sempre de_novo juntos juntas quase bastante
    intensamente suavemente`,
  nl: `hard harder luid keihard snel sneller langzaam zacht veel heel_veel zo_veel echt helemaal volledig een_beetje beetje altijd weer samen bijna best enorm ontzettend`,
  pl: `głośno mocno szybko wolno powoli cicho dużo tak_bardzo naprawdę całkowicie trochę zawsze znowu razem prawie dość strasznie okropnie`,
  ru: `громко сильно быстро медленно тихо много так_сильно очень_сильно действительно совсем полностью немного чуть-чуть всегда снова вместе почти довольно ужасно навзрыд`,
  uk: `голосно сильно швидко повільно тихо багато так_сильно дуже_сильно справді зовсім повністю трохи завжди знову разом майже досить страшенно`,
  tr: `yüksek_sesle sesli hızlı hızlıca yavaş yavaşça sessizce çokça gerçekten tamamen biraz hep her_zaman tekrar birlikte neredeyse oldukça aşırı hüngür_hüngür deli_gibi`,
  ja: `とても すごく めっちゃ めちゃくちゃ 大声で 激しく 速く 早く ゆっくり 静かに そっと いっぱい 本当に ほんとに 完全に 少し ちょっと いつも また 一緒に かなり とっても 思いっきり`,
  zh: `非常 很 特别 特別 大声 大聲 大声地 大聲地 用力 使劲 快速 快快 慢慢 慢慢地 轻轻 輕輕 真的 完全 一点 一點 有点 有點 总是 總是 一起 几乎 相当 超级 超級 狠狠 好`,
  ko: `크게 큰소리로 세게 빨리 빠르게 천천히 조용히 살살 많이 너무 너무너무 정말 진짜 엄청 완전 완전히 조금 항상 다시 함께 같이 거의 꽤 매우`,
  hi: `ज़ोर_से जोर_से ज़ोर-ज़ोर_से तेज़ तेज़ी_से धीरे धीरे-धीरे बहुत_ज़्यादा ज़्यादा सचमुच वाकई पूरी_तरह थोड़ा हमेशा फिर_से साथ_में लगभग`,
  ar: `بصوت_عال بصوت_عالي بشدة بقوة بسرعة ببطء بهدوء كثيرا كثير جدا_جدا حقا فعلا تماما قليلا دائما مرة_أخرى معا تقريبا`,
};
