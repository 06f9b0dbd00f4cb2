/**
 * What is waited for as it is seen where one waits, by the caption name of what is named: a bus at its stop, food at a
 * plate.
 */
export const WAITED_AT: Readonly<Record<string, string>> = {
  bus: 'bus stop',
  taxi: 'bus stop',
};

/** Who waits for nothing that is named has that beside them. Words as in `LanguageTable`, in whatever language. */
export const CLOCK = 'mantelpiece clock';
export const WAITING =
  'waiting waits waiting_patiently waiting_impatiently wartet wartend wartende wartender wachtend czekający czekająca czeka qui_attend esperando aspettando che_aspetta ждёт ждет ждущий чекає bekleyen 待っている 待つ 等待 기다리는 ينتظر';
