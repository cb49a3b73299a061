import type { components } from '../api/generated/queries';

export type Schemas = components['schemas'];

/** An event of a game as the feed and `GET /games/{gameId}/events` give it: the envelope's fields, `type`, and the payload's fields side by side. */
export type GameEvent = Schemas['Event'];
export type EventType = GameEvent['type'];
export type EventOf<T extends EventType> = Extract<GameEvent, { type: T }>;

export type Tile = Schemas['Tile'];
export type Condition = Schemas['Condition'];
export type Levels = Required<Schemas['Levels']>;
export type Upgrade = Schemas['Upgrade'];
export type Action = Schemas['Action'];
export type Direction = Schemas['Direction'];
export type Resource = Schemas['Resource'];
export type ResourceUnits = Schemas['ResourceUnits'];
export type Rules = Required<Schemas['Rules']>;
export type ScoreCategory = Schemas['ScoreCategory'];
export type Standing = Schemas['Standing'];
export type EndReason = Schemas['EndReason'];
export type FailureReason = Schemas['FailureReason'];
