/** What something is written on, in whatever language, and the caption name of what is drawn for it. */
export const BOARDS = `sign signs signboard banner banners placard poster billboard schild transparent_mit plakat banderole panneau pancarte affiche cartel letrero pancarta placa faixa cartello
  striscione bord spandoek tabliczka transparent табличка плакат баннер вивіска tabela pankart 看板 横断幕 牌子 横幅 표지판 현수막 लिखावट_पट्ट لافتة`;
export const BOARD = 'sticky note';
