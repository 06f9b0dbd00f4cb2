/** Says that what follows is a half of somebody, in whatever language: “**half** cat **half** fish”. */
export const HALF = 'half halb moitié mitad metade metà meta pół наполовину наполовина';

/** Says, behind a thing, that it is another at once: “a shark **but it's a** cat”. */
export const BUT_IS = `but_it's_a but_its_a but_it's_an but_its_an but_it_is_a but_it_is_an but_he's_a but_she's_a  but_it's_actually_a but_its_actually_a
  aber_es_ist_ein aber_es_ist_eine  mais_c'est_un mais_c'est_une  pero_es_un pero_es_una mas_é_um mas_é_uma ma_è_un ma_è_una maar_het_is_een`;

/** Says that something has the form of what follows. */
export const SHAPED = `shaped_like shaped_like_a shaped_like_an in_the_shape_of in_the_shape_of_a in_the_shape_of_an in_form_von in_form_eines in_form_einer
  en_forme_de en_forma_de em_forma_de a_forma_di in_de_vorm_van_een in_de_vorm_van w_kształcie в_форме`;
