export interface Point {
  x: number;
  y: number;
}

/** Tiles from first to last, both included; empty when last is below first. */
export interface TileRange {
  readonly firstX: number;
  readonly lastX: number;
  readonly firstY: number;
  readonly lastY: number;
}

const MAX_ZOOM_PX = 128;
const FIT_PADDING_PX = 16;
const MAX_FIT_ZOOM_PX = 96;
/** How far the centre of the view may go beyond the map's edge, as a share of the view. */
const OVERSCROLL = 0.25;
const FOLLOW_TIME_MS = 160;

/**
 * What part of the map is seen. World coordinates are tiles with y up: tile (0,0) is the square from (0,0) to (1,1), at the lower left.
 * Screen coordinates are CSS pixels from the upper left of the view.
 */
export class Camera {
  private mapWidth = 1;
  private mapHeight = 1;
  private viewWidth = 1;
  private viewHeight = 1;
  private centreX = 0.5;
  private centreY = 0.5;
  private pxPerTile = 32;
  private fitted = true;
  private changes = 0;

  /** Pixels a tile. */
  get zoom(): number {
    return this.pxPerTile;
  }

  /** The world point in the middle of the view. */
  get centre(): Readonly<Point> {
    return { x: this.centreX, y: this.centreY };
  }

  get width(): number {
    return this.viewWidth;
  }

  get height(): number {
    return this.viewHeight;
  }

  /** Whether the whole map is shown because nobody has moved the view since `fit`. */
  get isFitted(): boolean {
    return this.fitted;
  }

  /** Grows with every change of the view. */
  get version(): number {
    return this.changes;
  }

  setMap(width: number, height: number): void {
    if (width === this.mapWidth && height === this.mapHeight) {
      return;
    }
    this.mapWidth = width;
    this.mapHeight = height;
    this.fit();
  }

  /** A fitted view stays fitted when its size changes. */
  setView(width: number, height: number): void {
    if (width === this.viewWidth && height === this.viewHeight) {
      return;
    }
    this.viewWidth = Math.max(1, width);
    this.viewHeight = Math.max(1, height);
    if (this.fitted) {
      this.fit();
    } else {
      this.moveTo(this.centreX, this.centreY, this.pxPerTile);
    }
  }

  /** Shows the whole map. */
  fit(): void {
    this.moveTo(this.mapWidth / 2, this.mapHeight / 2, this.fitZoom());
    this.fitted = true;
  }

  /** Zooms so that the world point under (screenX, screenY) stays there; for a wheel, and for a pinch with the middle of the fingers. */
  zoomAt(factor: number, screenX: number, screenY: number): void {
    const before = this.toWorld(screenX, screenY);
    const zoom = this.allowedZoom(this.pxPerTile * factor);
    this.moveTo(
      before.x - (screenX - this.viewWidth / 2) / zoom,
      before.y + (screenY - this.viewHeight / 2) / zoom,
      zoom,
    );
  }

  /** Moves the map with the pointer. */
  panBy(deltaX: number, deltaY: number): void {
    this.moveTo(this.centreX - deltaX / this.pxPerTile, this.centreY + deltaY / this.pxPerTile, this.pxPerTile);
  }

  /** Puts a world point in the middle, at a zoom if one is given. */
  centreOn(worldX: number, worldY: number, zoom = this.pxPerTile): void {
    this.moveTo(worldX, worldY, this.allowedZoom(zoom));
  }

  /** Brings the middle of the view nearer to a world point; called once a frame, it follows smoothly at any frame rate. */
  follow(worldX: number, worldY: number, elapsedMs: number): void {
    const share = 1 - Math.exp(-elapsedMs / FOLLOW_TIME_MS);
    const moveX = (worldX - this.centreX) * share;
    const moveY = (worldY - this.centreY) * share;
    if (Math.abs(moveX) + Math.abs(moveY) > 0.05 / this.pxPerTile) {
      this.moveTo(this.centreX + moveX, this.centreY + moveY, this.pxPerTile);
    }
  }

  toScreenX(worldX: number): number {
    return (worldX - this.centreX) * this.pxPerTile + this.viewWidth / 2;
  }

  toScreenY(worldY: number): number {
    return (this.centreY - worldY) * this.pxPerTile + this.viewHeight / 2;
  }

  toWorld(screenX: number, screenY: number): Point {
    return {
      x: (screenX - this.viewWidth / 2) / this.pxPerTile + this.centreX,
      y: (this.viewHeight / 2 - screenY) / this.pxPerTile + this.centreY,
    };
  }

  /** The tile under a point of the screen, or null beside the map. */
  toTile(screenX: number, screenY: number): Point | null {
    const world = this.toWorld(screenX, screenY);
    const x = Math.floor(world.x);
    const y = Math.floor(world.y);
    return x >= 0 && y >= 0 && x < this.mapWidth && y < this.mapHeight ? { x, y } : null;
  }

  /** The tiles that are at least partly in view, with a margin in pixels. */
  visibleTiles(marginPx = 0): TileRange {
    const reachX = (this.viewWidth / 2 + marginPx) / this.pxPerTile;
    const reachY = (this.viewHeight / 2 + marginPx) / this.pxPerTile;
    return {
      firstX: Math.max(0, Math.floor(this.centreX - reachX)),
      lastX: Math.min(this.mapWidth - 1, Math.ceil(this.centreX + reachX) - 1),
      firstY: Math.max(0, Math.floor(this.centreY - reachY)),
      lastY: Math.min(this.mapHeight - 1, Math.ceil(this.centreY + reachY) - 1),
    };
  }

  private fitZoom(): number {
    const roomX = Math.max(1, this.viewWidth - 2 * FIT_PADDING_PX);
    const roomY = Math.max(1, this.viewHeight - 2 * FIT_PADDING_PX);
    return Math.min(MAX_FIT_ZOOM_PX, roomX / this.mapWidth, roomY / this.mapHeight);
  }

  private allowedZoom(zoom: number): number {
    const least = this.fitZoom() * 0.8;
    return Math.min(MAX_ZOOM_PX, Math.max(least, zoom));
  }

  private moveTo(worldX: number, worldY: number, zoom: number): void {
    const x = within(worldX, this.mapWidth, this.viewWidth / zoom);
    const y = within(worldY, this.mapHeight, this.viewHeight / zoom);
    if (x === this.centreX && y === this.centreY && zoom === this.pxPerTile) {
      return;
    }
    this.centreX = x;
    this.centreY = y;
    this.pxPerTile = zoom;
    this.fitted = false;
    this.changes++;
  }
}

/** Where the centre may be on one axis: the map stays centred while all of it fits, else its edge stays near that of the view. */
function within(centre: number, mapLength: number, viewLength: number): number {
  if (viewLength >= mapLength) {
    return mapLength / 2;
  }
  const least = viewLength * (0.5 - OVERSCROLL);
  return Math.min(mapLength - least, Math.max(least, centre));
}
