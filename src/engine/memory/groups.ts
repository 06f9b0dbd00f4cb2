/** How several copies of a picture make one thing: in rows, in one row, one above the other, or heaped up. */
export const GROUP_WAYS = ['rows', 'row', 'stack', 'pile'] as const;

/** One of these ways. */
export type GroupWay = (typeof GROUP_WAYS)[number];

/** Several of a thing that count as one, as more than three do, or a stack. */
export interface Group {
  /** 2 and more, up to `MOST_COPIES`. */
  copies: number;
  way: GroupWay;
}

/** Most copies of a group: smaller ones would be specks. */
export const MOST_COPIES = 9;
