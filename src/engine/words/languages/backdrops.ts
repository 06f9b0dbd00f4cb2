/** What is behind all of a picture, which is transparent there; as in `LanguageTable`, in whatever language. */
export const BACKDROPS = `background backgrounds backdrop bg hintergrund hintergrundfarbe fond arrière-plan arriere-plan fondo fundo sfondo achtergrond tło tle tlo фон фоне фоном тло тлі arka_plan arka_planlı
  背景 배경 배경에 पृष्ठभूमि خلفية bakgrund baggrund bakgrunn tausta háttér`;
