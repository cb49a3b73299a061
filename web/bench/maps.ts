import type { Drawing } from './simulation';

/** The example map of the rules, as one game drew it. */
export const EXAMPLE: Drawing = {
  ground: [
    '111#111111',
    '111#111111',
    '1122222211',
    '1#23333#11',
    '1#23#33211',
    '1#22222211',
    '1#11111#11',
    '1111111#11',
  ],
  contents: [
    '......BCSB',
    '..P.BO..D.',
    'B...OSC...',
    '..BSI.....',
    'C....SCC..',
    '..I.OB.PB.',
    '..D.B.D...',
    '..........',
  ],
};

/** 200 × 200 tiles with winding voids and 1,500 contents. */
export function largeDrawing(side: number): Drawing {
  const ground: string[] = [];
  const contents: string[] = [];
  const marks = ['S', 'O', 'B', 'B', 'B', 'C', 'C', 'D', 'I', 'P'];
  for (let y = 0; y < side; y++) {
    let row = '';
    let things = '';
    for (let x = 0; x < side; x++) {
      const wave = Math.sin(x * 0.11 + Math.sin(y * 0.07) * 2) + Math.sin(y * 0.13 + Math.sin(x * 0.05) * 2.4);
      const isVoid = Math.abs(wave) < 0.09 && (x + y) % 9 !== 0;
      const distance = Math.hypot(x - side / 2, y - side / 2) / side;
      row += isVoid ? '#' : distance < 0.18 ? '3' : distance < 0.36 ? '2' : '1';
      const mixed = (Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663)) >>> 0;
      things += !isVoid && mixed % 27 === 0 ? (marks[(mixed >>> 8) % marks.length] ?? '.') : '.';
    }
    ground.push(row);
    contents.push(things);
  }
  return { ground, contents };
}
