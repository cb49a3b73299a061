import type { EventOf, EventType, GameEvent, Tile } from '../game/events';
import type { GameState } from '../game/GameState';

/** How a player is shown: never by colour alone. */
export interface PlayerLook {
  /** An index into the palette, 0 to 7; one's own is always 0. */
  readonly colour: number;
  /** An index into the shapes, counted on when the colours begin anew. */
  readonly shape: number;
  readonly isOwn: boolean;
}

export type Selection =
  | { readonly kind: 'robot'; readonly robotId: string }
  | { readonly kind: 'tile'; readonly tile: Tile }
  | { readonly kind: 'player'; readonly playerId: string };

/** All that a picture of the map is made of, at a moment. */
export interface MapScene {
  readonly state: GameState;
  /** The moment that is shown, in game time; between events things glide. */
  readonly nowMs: number;
  /** Game time that passes in a second; 0 when it stands. From 16 on effects become counts. */
  readonly speed: number;
  readonly looks: ReadonlyMap<string, PlayerLook>;
  /** Events of the last moments before `nowMs`, oldest first, for effects that fade. */
  readonly recent: readonly GameEvent[];
  readonly selection: Selection | null;
  readonly hovered: Tile | null;
  /** This player's robots are bright, the others dimmed. */
  readonly followedPlayerId: string | null;
  /** The way that an order would take, tile by tile. */
  readonly plannedRoute: readonly Tile[];
  readonly reducedMotion: boolean;
}

export type { EventOf, EventType };
