/** Where something is marked in a square of shares, 0 to 1 on each axis. */
interface Marked {
  name: string;
  recall: number;
  precision: number;
}

interface Sheet {
  /** pixels between the axes, at least */
  width: number;
  height: number;
  fontSize: number;
}

type Side = 'right' | 'left' | 'top' | 'bottom';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From the middle of a mark to where its words begin. */
const away = 15;
const halfMark = 7;

/** On which side each name stands, so that none lies over another, over another's mark, or outside: the earlier goes first. */
export function placeLabels(marks: readonly Marked[], sheet: Sheet): Side[] {
  const taken: Box[] = [];
  return marks.map((mark) => {
    const others = marks.filter((each) => each !== mark).map((each) => around(middleOf(each, sheet)));
    const sides: readonly Side[] =
      mark.recall > 0.7 ? ['left', 'top', 'bottom', 'right'] : ['right', 'top', 'bottom', 'left'];
    const tried = sides.map((side) => {
      const box = boxOf(mark, side, sheet);
      const inTheWay = [...taken, ...others].filter((other) => overlap(box, other)).length;
      return { side, box, inTheWay: inTheWay + (isOutside(box, sheet) ? 1 : 0) };
    });
    const best = tried.reduce((a, b) => (b.inTheWay < a.inTheWay ? b : a));
    taken.push(best.box);
    return best.side;
  });
}

const middleOf = ({ recall, precision }: Marked, { width, height }: Sheet) => ({
  x: recall * width,
  y: (1 - precision) * height,
});

const around = ({ x, y }: { x: number; y: number }): Box => ({
  left: x - halfMark,
  right: x + halfMark,
  top: y - halfMark,
  bottom: y + halfMark,
});

function boxOf(mark: Marked, side: Side, sheet: Sheet): Box {
  const { x, y } = middleOf(mark, sheet);
  const [wide, high] = [mark.name.length * sheet.fontSize * 0.56, sheet.fontSize * 1.3];
  const left = side === 'right' ? x + away : side === 'left' ? x - away - wide : x - wide / 2;
  const top = side === 'bottom' ? y + away : side === 'top' ? y - away - high : y - high / 2;
  return { left, right: left + wide, top, bottom: top + high };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isOutside = ({ left, right, top, bottom }: Box, { width, height }: Sheet): boolean =>
  left < 0 || right > width || top < 0 || bottom > height;
