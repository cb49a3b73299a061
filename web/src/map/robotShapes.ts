/** Outlines of robots in a square from -0.5 to 0.5 with y down, pointing to the right; by `PlayerLook.shape`. */
export const ROBOT_SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  // An arrow head with a notch.
  [[0.5, 0], [-0.42, 0.4], [-0.2, 0], [-0.42, -0.4]],
  // A wedge.
  [[0.5, 0], [-0.36, 0.36], [-0.36, -0.36]],
  // A kite.
  [[0.5, 0], [-0.02, 0.38], [-0.46, 0], [-0.02, -0.38]],
  // A double chevron's hull: blunt, with a deep notch.
  [[0.46, 0], [0.08, 0.4], [-0.42, 0.4], [-0.06, 0], [-0.42, -0.4], [0.08, -0.4]],
];

const CIRCLE_EIGHTHS = 8;

export function robotShape(shape: number): readonly (readonly [number, number])[] {
  return ROBOT_SHAPES[shape % ROBOT_SHAPES.length] ?? [];
}

/** The outline as the `d` of an SVG path in a view box of `-0.5 -0.5 1 1`, pointing up, for marks beside names. */
export function robotShapePath(shape: number): string {
  const corners = robotShape(shape).map(([x, y]) => `${y} ${-x}`);
  return `M${corners.join('L')}Z`;
}

/** Adds the outline to the context's path, turned by eighths of a circle, counter-clockwise from the right. */
export function traceRobot(context: CanvasRenderingContext2D, shape: number, heading: number, x: number, y: number, size: number): void {
  const angle = (-heading * 2 * Math.PI) / CIRCLE_EIGHTHS;
  const cos = Math.cos(angle) * size;
  const sin = Math.sin(angle) * size;
  robotShape(shape).forEach(([cornerX, cornerY], index) => {
    const pointX = x + cornerX * cos - cornerY * sin;
    const pointY = y + cornerX * sin + cornerY * cos;
    if (index === 0) {
      context.moveTo(pointX, pointY);
    } else {
      context.lineTo(pointX, pointY);
    }
  });
  context.closePath();
}
