// Made by scripts/generateTypes.mjs from connectors/history/openapi.json.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the instance works; 503 if it must be started anew */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the instance can answer; 503 with the reasons if not */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the instance could answer once, with its stores restored; 503 with the reasons until then */
        get: operations["getHealthStarted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/games": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Games that have ended, in pages, by their ids from the last on; these begin with the time of creation, or up to a day before it where an administrator chose the id */
        get: operations["getHistoryGames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/games/{gameId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a game ended */
        get: operations["getHistoryGame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/games/{gameId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its events, in pages */
        get: operations["getHistoryGameEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/games/{gameId}/robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its robots, in pages, in the order of their ids */
        get: operations["getHistoryGameRobots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/games/{gameId}/robots/{robotId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a robot did and suffered, in pages */
        get: operations["getHistoryGameRobotEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/players/{playerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A player and the player's records */
        get: operations["getHistoryPlayer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ranking across games, in pages, best first; practice does not count */
        get: operations["getHistoryRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/ranking/tictactoe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ranking of tic-tac-toe, in pages, best first; practice does not count */
        get: operations["getHistoryRankingTictactoe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rooms of tic-tac-toe in which two have sat and that are closed, in pages, by their ids from the last on; these begin with the time when they were asked for */
        get: operations["getHistoryRooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/rooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of a room of tic-tac-toe */
        get: operations["getHistoryRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history/rooms/{roomId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its events, in pages */
        get: operations["getHistoryRoomEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics in the form of Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personal/{playerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept about who a player is; for the queries, which ask for the player */
        get: operations["getPersonal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountEvent: {
            /** Format: date-time */
            time?: string;
            type?: string;
        };
        /** @description An action of a robot, as it was ordered. */
        Action: {
            direction?: components["schemas"]["Direction"];
            mine?: components["schemas"]["Tile"];
            /** @description Whom, of an AttackRobot; UUID. */
            targetRobotId?: string;
            type: components["schemas"]["ActionType"];
        };
        /**
         * @description An action was judged when its turn came, and failed; it costs the cooldown all the same.
         * @example {
         *       "type": "ActionFailed",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "action": {
         *         "type": "MoveRobot"
         *       },
         *       "reason": "VOID",
         *       "condition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        ActionFailedEvent: {
            action: components["schemas"]["Action"];
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            condition: components["schemas"]["Condition"];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            reason: components["schemas"]["FailureReason"];
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ActionFailed";
        };
        /**
         * @description An action waits in the robot's queue.
         * @example {
         *       "type": "ActionQueued",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "action": {
         *         "type": "MoveRobot"
         *       },
         *       "place": 1,
         *       "runsAt": "2026-01-31T12:00:00Z",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        ActionQueuedEvent: {
            action: components["schemas"]["Action"];
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /**
             * Format: int32
             * @description Its place in the queue, from 1.
             */
            place: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * Format: date-time
             * @description When the first action of the queue runs, unless something happens to the robot before.
             */
            runsAt: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ActionQueued";
        };
        /**
         * @description The commands that become actions of a robot, under the names of the commands.
         * @enum {string}
         */
        ActionType: "MoveRobot" | "AttackRobot" | "StartMining" | "SellResources";
        /** @description A part of a map. Exactly one of the fields is set; an area of several parts is an array of these. */
        Area: {
            /** @description True for the whole map. */
            all?: boolean;
            /** @description One corner of a rectangle; with `to`. */
            from?: number[];
            /** @description A band along the edge. */
            ring?: number[];
            /** @description Single tiles. */
            tiles?: number[][];
            /** @description The opposite corner of the rectangle, included. */
            to?: number[];
        };
        /**
         * @description The outcome of a command that was refused; nothing else came of it.
         * @example {
         *       "type": "CommandRejected",
         *       "code": "UNAUTHENTICATED",
         *       "message": "message",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        CommandRejectedEvent: {
            code: components["schemas"]["RejectionCode"];
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The values behind the message, such as price and balance. */
            details?: components["schemas"]["Detail"][];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description For people. */
            message: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommandRejected";
        };
        /**
         * @description The command was refused; nothing has changed.
         * @example {
         *       "type": "CommandRejected",
         *       "code": "UNAUTHENTICATED",
         *       "message": "message",
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        CommandRejectedTicTacToeEvent: {
            code: components["schemas"]["RoomRejectionCode"];
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /** @description Numbers and names that belong to it. */
            details?: components["schemas"]["Detail"][];
            /** @description Why, for people. */
            message: string;
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommandRejected";
        };
        /** @description The condition of a robot after an event. */
        Condition: {
            /**
             * Format: date-time
             * @description The moment for which health and energy are given; they regenerate from here.
             */
            asOf: string;
            /**
             * Format: int32
             * @description Energy, rounded down.
             */
            energy: number;
            /**
             * Format: int32
             * @description What was rounded off, in 1/5,000 of an energy.
             */
            energyFraction: number;
            /**
             * Format: int32
             * @description Health, rounded down.
             */
            health: number;
            /**
             * Format: int32
             * @description What was rounded off, in 1/100,000 of a health.
             */
            healthFraction: number;
            position: components["schemas"]["Tile"];
            /**
             * Format: int32
             * @description How many actions wait in the queue.
             */
            queued: number;
            /**
             * Format: date-time
             * @description When the cooldown is over.
             */
            readyAt: string;
            /**
             * Format: date-time
             * @description When the first of them runs, unless something happens to the robot before; null if none waits.
             */
            runsAt?: string;
        };
        /** @description What a star system of a game's map holds. */
        Content: {
            kind: components["schemas"]["ContentKind"];
            resource?: components["schemas"]["Resource"];
            tile: components["schemas"]["Tile"];
            /**
             * Format: int32
             * @description The units that a mine holds at the start.
             */
            units?: number;
        };
        /**
         * @description What a star system can hold; it holds one of these or nothing.
         * @enum {string}
         */
        ContentKind: "SPACE_STATION" | "MINE" | "BLACK_HOLE";
        /** @description Places contents on star systems of an area that are still empty. */
        ContentLayer: {
            /** @description Where. */
            area: components["schemas"]["Area"][];
            /**
             * Format: int32
             * @description How many; either this or `share`.
             */
            count?: number;
            kind: components["schemas"]["ContentKind"];
            resource?: components["schemas"]["Resource"];
            /**
             * Format: int32
             * @description How many, as a share of the star systems of the area that are still empty, per thousand, rounded down.
             */
            share?: number;
            /** @description The units that each mine holds, drawn between these; null for other contents. */
            units?: number[];
        };
        /** @description What an event changed for one of the map type's discoveries. */
        DepositChange: {
            /**
             * Format: int32
             * @description How many mines have appeared or are to come by it.
             */
            discoveries: number;
            /**
             * Format: date-time
             * @description When the next mine appears, if this event announces it.
             */
            dueAt?: string;
            /**
             * Format: int32
             * @description Which one: its place in the map type's list, from 0.
             */
            entry: number;
            /**
             * Format: int64
             * @description The units that are counted for it now.
             */
            leftUnits: number;
        };
        /**
         * @description What destroyed a robot.
         * @enum {string}
         */
        DestructionCause: "COMBAT" | "BLACK_HOLE";
        /** @description A name and a value that explain a rejection. */
        Detail: {
            /** @description What the value is, or the JSON pointer of a faulty part. */
            name: string;
            /** @description The value, or what is wrong with the part. */
            value: string;
        };
        /**
         * @description Where a robot moves to, from the lower left corner (0,0): N is y + 1, E is x + 1.
         * @enum {string}
         */
        Direction: "N" | "NE" | "E" | "SE" | "S" | "SW" | "W" | "NW";
        /**
         * @description Why a voucher was lost.
         * @enum {string}
         */
        DiscardReason: "NOT_AT_STATION";
        /** @description Lets a new mine appear when an area runs out of a resource. */
        Discovery: {
            /** @description Where the mines are counted, and where the new one appears. */
            area: components["schemas"]["Area"][];
            /**
             * Format: int32
             * @description How often this can happen in a game.
             */
            atMost: number;
            /**
             * Format: int64
             * @description How long after that, in ms.
             */
            delayMs: number;
            resource: components["schemas"]["Resource"];
            /** @description The units that the new mine holds, drawn between these. */
            units: number[];
            /**
             * Format: int32
             * @description The mine appears once no more than this share of the placed units is left in the area, per thousand; 0 is all gone.
             */
            whenLeft: number;
        };
        EndedGame: {
            /**
             * Format: date-time
             * @description Game time of the creation
             */
            createdAt?: string;
            /**
             * Format: int64
             * @description How long it was to run from its start, in ms
             */
            durationMs?: number;
            /**
             * Format: date-time
             * @description Game time of the end
             */
            endedAt?: string;
            /** @description Why it ended */
            endReason?: string;
            /** @description The game; UUID */
            gameId?: string;
            /** @description The map type that it was made from; UUID; left out for a plan that was never stored */
            mapTypeId?: string;
            /**
             * Format: int32
             * @description How many players took part
             */
            participants?: number;
            /** @description The player for whose practice it was; UUID */
            practiceFor?: string;
            /**
             * Format: date-time
             * @description Game time of the start; left out if it ended before
             */
            startedAt?: string;
            /** @description The first of the final ranking; left out if the game never began */
            winner?: components["schemas"]["Winner"];
        };
        EndedGames: {
            /** @description The games, by their ids from the last on; these begin with the time of creation */
            games?: components["schemas"]["EndedGame"][];
            /** @description What the next page has as `after`; left out if there is none */
            next?: string;
        };
        /**
         * @description Why a game ended: its time was up, an administrator ended it, or nobody started it in time.
         * @enum {string}
         */
        EndReason: "TIME_UP" | "ADMINISTRATOR" | "EXPIRED";
        /** @description Something that happened in a game; on `dungeon.events.v1`, under the key gameId. */
        Event: components["schemas"]["ActionFailedEvent"] | components["schemas"]["ActionQueuedEvent"] | components["schemas"]["CommandRejectedEvent"] | components["schemas"]["GameCreatedEvent"] | components["schemas"]["GameEndedEvent"] | components["schemas"]["GamePurgedEvent"] | components["schemas"]["GameStartedEvent"] | components["schemas"]["MapInstantiatedEvent"] | components["schemas"]["MineDepletedEvent"] | components["schemas"]["MineDiscoveredEvent"] | components["schemas"]["MiningStartedEvent"] | components["schemas"]["PlayerEliminatedEvent"] | components["schemas"]["PlayerJoinedEvent"] | components["schemas"]["QueueClearedEvent"] | components["schemas"]["ResourcesMinedEvent"] | components["schemas"]["ResourcesSoldEvent"] | components["schemas"]["RobotAttackedEvent"] | components["schemas"]["RobotDestroyedEvent"] | components["schemas"]["RobotMovedEvent"] | components["schemas"]["RobotSpawnedEvent"] | components["schemas"]["RobotUpgradedEvent"] | components["schemas"]["RobotsPurchasedEvent"] | components["schemas"]["UpgradePurchasedEvent"] | components["schemas"]["VoucherDiscardedEvent"];
        /**
         * @description Why an action failed.
         * @enum {string}
         */
        FailureReason: "VOID" | "EDGE" | "OUT_OF_RANGE" | "SAFE_ZONE" | "TARGET_DESTROYED" | "NO_MINE" | "MINING_IN_PROGRESS" | "NOT_AT_STATION" | "NOTHING_TO_SELL" | "TOO_LITTLE_CAPACITY";
        /**
         * @description A game was created.
         * @example {
         *       "type": "GameCreated",
         *       "map": {
         *         "name": "name",
         *         "width": 1,
         *         "height": 1,
         *         "defaultGravity": "LIGHT"
         *       },
         *       "rules": {},
         *       "participantLimit": 1,
         *       "durationMs": 1,
         *       "seedHash": "seedHash",
         *       "rulesVersion": 1,
         *       "expiresAt": "2026-01-31T12:00:00Z",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        GameCreatedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /**
             * Format: int64
             * @description How long the game runs from its start, in ms.
             */
            durationMs: number;
            /**
             * Format: date-time
             * @description When the game ends if nobody starts it before; a match that a player has opened starts then if two have joined.
             */
            expiresAt: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            map: components["schemas"]["MapType"];
            /** @description The map type that the map's plan was taken from; UUID. Null for a plan that was never stored. */
            mapTypeId?: string;
            match?: components["schemas"]["OpenMatch"];
            /**
             * Format: int32
             * @description How many players can join.
             */
            participantLimit: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /** @description The player for whose practice the game is; UUID. */
            practiceFor?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description Who asked the lobby for the game, as its subject; null for an administrator's own. */
            requestedBy?: string;
            rules: components["schemas"]["Rules"];
            /**
             * Format: int32
             * @description The version of the rules by which the game is decided.
             */
            rulesVersion: number;
            /** @description SHA-256 of the secret seed, in hex; the seed itself is in GameEnded. */
            seedHash: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "GameCreated";
        };
        /**
         * @description The game is over.
         * @example {
         *       "type": "GameEnded",
         *       "reason": "TIME_UP",
         *       "seed": "seed",
         *       "standings": [
         *         {
         *           "playerId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *           "rank": 1,
         *           "total": 1,
         *           "mining": 1,
         *           "trading": 1,
         *           "travelling": 1,
         *           "fighting": 1,
         *           "upgrading": 1,
         *           "balance": 1
         *         }
         *       ],
         *       "purgedAt": "2026-01-31T12:00:00Z",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        GameEndedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: date-time
             * @description When the game leaves the write side.
             */
            purgedAt: string;
            reason: components["schemas"]["EndReason"];
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description Who asked the lobby for the game, as its subject; null for an administrator's own. */
            requestedBy?: string;
            /** @description The seed of all chance in the game, in hex, for whoever wants to check it. */
            seed: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /** @description The players, best first. */
            standings: components["schemas"]["Standing"][];
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "GameEnded";
        };
        /**
         * @description The game has left the write side; its last event.
         * @example {
         *       "type": "GamePurged",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        GamePurgedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "GamePurged";
        };
        GameResult: {
            /** @description Whether all events up to that one are here */
            complete?: boolean;
            /**
             * Format: date-time
             * @description Game time of the creation
             */
            createdAt?: string;
            /**
             * Format: int64
             * @description How long it was to run from its start, in ms
             */
            durationMs?: number;
            /**
             * Format: date-time
             * @description Game time of the end
             */
            endedAt?: string;
            /** @description Why it ended */
            endReason?: string;
            /** @description The game; UUID */
            gameId?: string;
            /**
             * Format: int64
             * @description Its last event that is here
             */
            lastSequence?: number;
            /** @description The map type that it was made from; UUID; left out for a plan that was never stored */
            mapTypeId?: string;
            /**
             * Format: int32
             * @description How many players could join
             */
            participantLimit?: number;
            /** @description The player for whose practice it was; UUID */
            practiceFor?: string;
            /**
             * Format: date-time
             * @description When the write side forgot it; left out if it has not yet
             */
            purgedAt?: string;
            /** @description How each player did, best first */
            results?: components["schemas"]["Standing"][];
            /**
             * Format: int32
             * @description The version of the rules by which it was decided
             */
            rulesVersion?: number;
            /**
             * Format: date-time
             * @description Game time of the start; left out if it ended before
             */
            startedAt?: string;
        };
        /**
         * @description The game runs.
         * @example {
         *       "type": "GameStarted",
         *       "startedAt": "2026-01-31T12:00:00Z",
         *       "endsAt": "2026-01-31T12:00:00Z",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        GameStartedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /**
             * Format: date-time
             * @description When its time is up.
             */
            endsAt: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When it started.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "GameStarted";
        };
        /**
         * @description How strongly a star system pulls; it sets the energy that a move into it takes.
         * @enum {string}
         */
        Gravity: "LIGHT" | "MEDIUM" | "INTENSE";
        /** @description Sets the gravity of an area. */
        GravityLayer: {
            /** @description Where. */
            area: components["schemas"]["Area"][];
            level: components["schemas"]["Gravity"];
        };
        HealthResponse: {
            /** @description Why it is down, in sentences */
            reasons?: string[];
            /** @description UP or DOWN */
            status?: string;
        };
        /**
         * @description Which bots of the house take seats that are left: those of one kind, or all kinds in turn.
         * @enum {string}
         */
        HouseBot: "MIXED" | "MINER" | "TRADER" | "FIGHTER" | "EXPLORER";
        /** @description The levels of a robot's upgrades, each 0 to 5. */
        Levels: {
            /**
             * Format: int32
             * @description COOLDOWN level.
             */
            cooldown?: number;
            /**
             * Format: int32
             * @description DAMAGE level.
             */
            damage?: number;
            /**
             * Format: int32
             * @description ENERGY_CAPACITY level.
             */
            energyCapacity?: number;
            /**
             * Format: int32
             * @description ENERGY_REGENERATION level.
             */
            energyRegeneration?: number;
            /**
             * Format: int32
             * @description HEALTH level.
             */
            health?: number;
            /**
             * Format: int32
             * @description HEALTH_REGENERATION level.
             */
            healthRegeneration?: number;
            /**
             * Format: int32
             * @description MINING level.
             */
            mining?: number;
            /**
             * Format: int32
             * @description STORAGE level.
             */
            storage?: number;
        };
        Life: {
            /**
             * Format: date-time
             * @description When it was destroyed; left out if it lived to the end
             */
            destroyedAt?: string;
            /** @description Its name */
            name?: string;
            /** @description Whose it was; UUID */
            playerId?: string;
            /** @description The robot; UUID */
            robotId?: string;
            /**
             * Format: date-time
             * @description When it came
             */
            spawnedAt?: string;
        };
        /** @description What one resource brought in a sale. */
        Lot: {
            resource: components["schemas"]["Resource"];
            /**
             * Format: int64
             * @description Credits for them.
             */
            revenue: number;
            /**
             * Format: int32
             * @description Units sold.
             */
            units: number;
        };
        /**
         * @description The game's own map was drawn.
         * @example {
         *       "type": "MapInstantiated",
         *       "width": 1,
         *       "height": 1,
         *       "gravity": "AQI=",
         *       "structure": "AQI=",
         *       "contents": [
         *         {
         *           "tile": {
         *             "x": 1,
         *             "y": 1
         *           },
         *           "kind": "SPACE_STATION"
         *         }
         *       ],
         *       "depositUnits": [
         *         1
         *       ],
         *       "nextDraw": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        MapInstantiatedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description What the star systems hold, in the order in which it was placed. */
            contents: components["schemas"]["Content"][];
            /** @description The units that are counted at first for each of the map type's discoveries, in their order. */
            depositUnits: number[];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /**
             * Format: byte
             * @description The gravity of each tile, row by row from (0,0), as the position in the enum Gravity.
             */
            gravity: string;
            /**
             * Format: int32
             * @description Rows.
             */
            height: number;
            /**
             * Format: int64
             * @description The number of the next draw of chance.
             */
            nextDraw: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: byte
             * @description The structure of each tile, likewise, as the position in the enum Structure.
             */
            structure: string;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MapInstantiated";
            /**
             * Format: int32
             * @description Columns.
             */
            width: number;
        };
        /** @description The plan of a map, from which each game draws its own; the lists are worked through in order, later entries overwrite. */
        MapType: {
            /**
             * Format: int32
             * @description How likely it is that entering a black hole destroys a robot, per thousand.
             */
            blackHoleDestruction?: number;
            /** @description Space stations, mines and black holes by area. */
            contents?: components["schemas"]["ContentLayer"][];
            defaultGravity: components["schemas"]["Gravity"];
            /** @description What is special about it, for people. */
            description?: string;
            /** @description Mines that appear later. */
            discoveries?: components["schemas"]["Discovery"][];
            /** @description Gravity by area. */
            gravity?: components["schemas"]["GravityLayer"][];
            /**
             * Format: int32
             * @description Rows, 2 to 200.
             */
            height: number;
            /** @description A short name for people. */
            name: string;
            /** @description Star systems and voids by area; all tiles are star systems to begin with. */
            structure?: components["schemas"]["StructureLayer"][];
            /**
             * Format: int32
             * @description Columns, 2 to 200.
             */
            width: number;
        };
        /**
         * @description What is on a cell; X begins each round.
         * @enum {string}
         */
        Mark: "X" | "O";
        /**
         * @description A mark was placed, by the player of the event.
         * @example {
         *       "type": "MarkPlaced",
         *       "round": 1,
         *       "move": 1,
         *       "mark": "X",
         *       "cell": 1,
         *       "remainingMs": 1,
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        MarkPlacedTicTacToeEvent: {
            /**
             * Format: int32
             * @description The cell, from 0 at the upper left to 8 at the lower right, row by row.
             */
            cell: number;
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /**
             * Format: date-time
             * @description When the other has lost unless they have moved; null if this was the last move.
             */
            deadline?: string;
            mark: components["schemas"]["Mark"];
            /**
             * Format: int32
             * @description The number of the move in the round, from 1.
             */
            move: number;
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description What the player has left for all further moves of the round, in ms.
             */
            remainingMs: number;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int32
             * @description The round, from 1.
             */
            round: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MarkPlaced";
        };
        /**
         * @description A mine is exhausted and closed.
         * @example {
         *       "type": "MineDepleted",
         *       "mine": {
         *         "x": 1,
         *         "y": 1
         *       },
         *       "resource": "BIO_MATTER",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        MineDepletedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            mine: components["schemas"]["Tile"];
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            resource: components["schemas"]["Resource"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MineDepleted";
        };
        /**
         * @description A mine appeared.
         * @example {
         *       "type": "MineDiscovered",
         *       "mine": {
         *         "x": 1,
         *         "y": 1
         *       },
         *       "resource": "BIO_MATTER",
         *       "units": 1,
         *       "entry": 1,
         *       "deposits": [
         *         {
         *           "entry": 1,
         *           "leftUnits": 1,
         *           "discoveries": 1
         *         }
         *       ],
         *       "nextDraw": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        MineDiscoveredEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description What changed for the map type's discoveries. */
            deposits: components["schemas"]["DepositChange"][];
            /**
             * Format: int32
             * @description The discovery by which it appeared: its place in the map type's list, from 0.
             */
            entry: number;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            mine: components["schemas"]["Tile"];
            /**
             * Format: int64
             * @description The number of the next draw of chance.
             */
            nextDraw: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            resource: components["schemas"]["Resource"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MineDiscovered";
            /**
             * Format: int32
             * @description The units that it holds.
             */
            units: number;
        };
        /**
         * @description A mining process runs.
         * @example {
         *       "type": "MiningStarted",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "mine": {
         *         "x": 1,
         *         "y": 1
         *       },
         *       "resource": "BIO_MATTER",
         *       "completesAt": "2026-01-31T12:00:00Z",
         *       "condition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        MiningStartedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /**
             * Format: date-time
             * @description When the process completes.
             */
            completesAt: string;
            condition: components["schemas"]["Condition"];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            mine: components["schemas"]["Tile"];
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            resource: components["schemas"]["Resource"];
            /** @description The robot that started it; UUID. */
            robotId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MiningStarted";
        };
        /** @description What makes a game a match that a player has opened: it starts by itself, when all seats are taken or its time of waiting is over. */
        OpenMatch: {
            bots?: components["schemas"]["HouseBot"];
            /** @description Who opened it; UUID. */
            openedBy: string;
            /** @description The name under which they did. */
            openerName: string;
        };
        /**
         * @description Whom a room waits for: a person, or a bot of a strength. Both kinds of bots come as players like any other.
         * @enum {string}
         */
        Opponent: "PERSON" | "EASY_BOT" | "PERFECT_BOT";
        PastEvents: {
            /** @description The events in their order, as GET /games/{gameId}/events had them */
            events?: components["schemas"]["Event"][];
            /**
             * Format: int64
             * @description What the next page has as `from`; left out if there is none
             */
            next?: number;
        };
        PastPlayer: {
            /**
             * Format: date-time
             * @description When the record was counted
             */
            asOf?: string;
            /**
             * Format: date-time
             * @description When a guest was forgotten; left out if not
             */
            expiredAt?: string;
            /** @description Whether the player registered as a guest */
            guest?: boolean;
            /** @description The player; UUID */
            playerId?: string;
            /** @description The player's name */
            playerName?: string;
            /** @description The record; left out if no game of the player's is counted in it */
            record?: components["schemas"]["RankedPlayer"];
            /**
             * Format: date-time
             * @description When the player registered
             */
            registeredAt?: string;
            /** @description What the player's rounds of tic-tac-toe came to */
            ticTacToe?: components["schemas"]["TicTacToe"];
        };
        PastRoom: {
            /**
             * Format: date-time
             * @description When it was closed
             */
            closedAt?: string;
            /** @description Why it was closed */
            closingReason?: string;
            /**
             * Format: date-time
             * @description When it was opened
             */
            openedAt?: string;
            /** @description Whom it waited for */
            opponent?: string;
            /** @description Who sat in it, whoever opened it first */
            players?: components["schemas"]["Seated"][];
            /** @description Whether it waited for a bot; then its rounds do not count in the ranking */
            practice?: boolean;
            /** @description The room; UUID version 7 */
            roomId?: string;
            /**
             * Format: int32
             * @description How many rounds were played
             */
            rounds?: number;
        };
        PastRoomEvents: {
            /** @description The events in their order, as GET /rooms/{roomId}/events had them */
            events?: components["schemas"]["TicTacToeEvent"][];
            /**
             * Format: int64
             * @description What the next page has as `from`; left out if there is none
             */
            next?: number;
        };
        PastRooms: {
            /** @description What the next page has as `after`; left out if there is none */
            next?: string;
            /** @description The rooms, by their ids from the last on; these begin with the time when they were asked for */
            rooms?: components["schemas"]["PastRoom"][];
        };
        PersonalData: {
            /** @description What has happened to the player's account, the newest first: 400 days, and 1,000 of them */
            account?: components["schemas"]["AccountEvent"][];
            /** @description Where the player's games are listed, in pages, which anybody may see */
            games?: string;
            /** Format: uuid */
            playerId?: string;
            /** @description As it was registered; left out of one that has come to this service not yet, or was forgotten */
            playerName?: string;
            /**
             * Format: date-time
             * @description When the player registered
             */
            registeredAt?: string;
            /** @description The same for the player's rooms of tic-tac-toe */
            rooms?: string;
        };
        /**
         * @description A player has no robot, no mining process and too little credit for a robot; the score stays.
         * @example {
         *       "type": "PlayerEliminated",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        PlayerEliminatedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PlayerEliminated";
        };
        /**
         * @description A player is not connected any more.
         * @example {
         *       "type": "PlayerGone",
         *       "claimableAt": "2026-01-31T12:00:00Z",
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        PlayerGoneTicTacToeEvent: {
            /**
             * Format: date-time
             * @description From when on the other can claim the round, unless the player comes back.
             */
            claimableAt: string;
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PlayerGone";
        };
        /**
         * @description A player became a participant.
         * @example {
         *       "type": "PlayerJoined",
         *       "playerName": "Ada",
         *       "homeStation": {
         *         "x": 1,
         *         "y": 1
         *       },
         *       "balance": 1,
         *       "number": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        PlayerJoinedEvent: {
            /**
             * Format: int64
             * @description The player's credits.
             */
            balance: number;
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            homeStation: components["schemas"]["Tile"];
            /**
             * Format: int32
             * @description 0 for the first who joined, 1 for the next, and so on.
             */
            number: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /** @description The name under which the others see the player. */
            playerName: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PlayerJoined";
        };
        /**
         * @description A player who was gone is connected again.
         * @example {
         *       "type": "PlayerReturned",
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        PlayerReturnedTicTacToeEvent: {
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PlayerReturned";
        };
        /**
         * @description The second player has taken the seat.
         * @example {
         *       "type": "PlayerSeated",
         *       "player": {
         *         "playerId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *         "playerName": "Ada"
         *       },
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        PlayerSeatedTicTacToeEvent: {
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            player: components["schemas"]["RoomPlayer"];
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PlayerSeated";
        };
        /** @description Why a request was refused, or could not be answered */
        Problem: {
            /** @description What is wrong, for programs; stable. A rejected command has the code of its rejection; besides there are MALFORMED, MALFORMED_JSON, INVALID_WAIT, UNAUTHENTICATED, NOT_YOU, CSRF_TOKEN_MISSING, NOT_ADMINISTRATOR, NOT_A_PLAYER, UNKNOWN_GAME, UNKNOWN_ROOM, UNKNOWN_SEARCH, UNKNOWN_ROBOT, UNKNOWN_PLAYER, UNKNOWN_MAP_TYPE, UNKNOWN_KEY, UNKNOWN_ROUTE, METHOD_NOT_ALLOWED, PRACTICE_GAME_RUNNING, REQUEST_TIMEOUT, GAME_NOT_OVER, TOO_MANY_KEYS, KEYS_READ_ONLY, TOKEN_WITHOUT_ID, PAYLOAD_TOO_LARGE, COMMAND_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, TOO_MANY_STREAMS, TOO_MANY_REQUESTS, INTERNAL_ERROR, STARTING, STOPPING, TOPICS_MISSING, BROKER_UNAVAILABLE, REGISTRY_UNAVAILABLE, DELIVERY_UNKNOWN, NOT_YET, NOT_AVAILABLE, BUSY, OUTCOME_PENDING, and what else an HTTP status says */
            code: string;
            /**
             * Format: uuid
             * @description The command that it is about
             */
            commandId?: string;
            /** @description What is wrong, where, and what to do, for people */
            detail: string;
            /**
             * Format: int32
             * @description How many faults there are, if these are not all
             */
            faultCount?: number;
            /** @description The places at fault, a hundred at most */
            faults?: {
                /** @description JSON pointer */
                pointer?: string;
                problem?: string;
            }[];
            /**
             * Format: uuid
             * @description The game that it is about
             */
            gameId?: string;
            instance?: string;
            /** @description The name to send again, with the commandId */
            playerName?: string;
            /**
             * Format: int32
             * @description The HTTP status
             */
            status: number;
            /** @description The status in words */
            title: string;
            /** @description Always about:blank; see `code` */
            type: string;
        };
        /**
         * @description A robot's queue was emptied.
         * @example {
         *       "type": "QueueCleared",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "dropped": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        QueueClearedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /**
             * Format: int32
             * @description How many actions were dropped.
             */
            dropped: number;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "QueueCleared";
        };
        RankedPlayer: {
            /**
             * Format: int64
             * @description How many of them did worse
             */
            beaten?: number;
            /**
             * Format: int64
             * @description Games that had begun and have ended, without practice
             */
            games?: number;
            /**
             * Format: date-time
             * @description When the last of the games ended
             */
            lastEndedAt?: string;
            /**
             * Format: int64
             * @description Opponents in all games
             */
            opponents?: number;
            /** @description The player; UUID */
            playerId?: string;
            /** @description The player's name, as it was in the last game */
            playerName?: string;
            /**
             * Format: int64
             * @description Points of all games
             */
            points?: number;
            /**
             * Format: int64
             * @description In the ranking; 1 is the best
             */
            position?: number;
            /** @description (beaten + 5) / (opponents + 10): the share of opponents that the player has beaten, after ten that count half */
            score?: number;
            /**
             * Format: int64
             * @description How many of them the player was first in
             */
            wins?: number;
        };
        RankedRoomPlayer: {
            /**
             * Format: int64
             * @description How many had no winner
             */
            draws?: number;
            /**
             * Format: date-time
             * @description When the last of the rounds ended
             */
            lastEndedAt?: string;
            /**
             * Format: int64
             * @description How many the player has lost
             */
            losses?: number;
            /**
             * Format: int64
             * @description Different opponents in these rounds
             */
            opponents?: number;
            /** @description The player; UUID */
            playerId?: string;
            /** @description The player's name, as it was in the last round */
            playerName?: string;
            /**
             * Format: int64
             * @description In the ranking; 1 is the best
             */
            position?: number;
            /**
             * Format: int64
             * @description Rounds that count
             */
            rounds?: number;
            /** @description (beaten + 5) / (opponents + 10), where beaten is the sum, over all opponents, of the share of rounds that the player has won against each; a drawn round counts half */
            score?: number;
            /**
             * Format: int64
             * @description How many of them the player has won
             */
            wins?: number;
        };
        Ranking: {
            /**
             * Format: date-time
             * @description When it was counted
             */
            asOf?: string;
            /**
             * Format: int64
             * @description How many games had ended then
             */
            endedGames?: number;
            /**
             * Format: int64
             * @description What the next page has as `after`; left out if there is none
             */
            next?: number;
            /** @description The players, best first */
            players?: components["schemas"]["RankedPlayer"][];
        };
        /**
         * @description Why a command was refused.
         * @enum {string}
         */
        RejectionCode: "UNAUTHENTICATED" | "NOT_YOU" | "NOT_TIMELY" | "MALFORMED" | "UNKNOWN_GAME" | "NOT_ADMINISTRATOR" | "GAME_NOT_RUNNING" | "WRONG_STATE" | "NOT_A_PARTICIPANT" | "ELIMINATED" | "UNKNOWN_ROBOT" | "NOT_OWNER" | "ROBOT_DESTROYED" | "GAME_EXISTS" | "INVALID_MAP" | "INVALID_RULES" | "GAME_FULL" | "ALREADY_JOINED" | "QUEUE_FULL" | "UNKNOWN_TARGET" | "NOT_A_STATION" | "ROBOT_LIMIT" | "INSUFFICIENT_FUNDS" | "MAX_LEVEL" | "NAME_TAKEN" | "MAP_TYPE_EXISTS" | "UNKNOWN_PLAYER" | "UNKNOWN_MAP_TYPE" | "PRACTICE_GAME_RUNNING" | "LIMIT_REACHED" | "ALREADY_SEARCHING" | "NOT_SEARCHING";
        /**
         * @description A player would like another round.
         * @example {
         *       "type": "RematchOffered",
         *       "round": 1,
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RematchOfferedTicTacToeEvent: {
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int32
             * @description The round that is over, from 1.
             */
            round: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RematchOffered";
        };
        /**
         * @description What mines hold, from common to rare.
         * @enum {string}
         */
        Resource: "BIO_MATTER" | "CRYO_GAS" | "DARK_MATTER" | "ION_DUST" | "PLASMA_CORE";
        /**
         * @description A mining process completed.
         * @example {
         *       "type": "ResourcesMined",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "mine": {
         *         "x": 1,
         *         "y": 1
         *       },
         *       "resource": "BIO_MATTER",
         *       "collected": 1,
         *       "evaporated": 1,
         *       "remainingUnits": 1,
         *       "cargo": [
         *         {
         *           "resource": "BIO_MATTER",
         *           "units": 1
         *         }
         *       ],
         *       "deposits": [
         *         {
         *           "entry": 1,
         *           "leftUnits": 1,
         *           "discoveries": 1
         *         }
         *       ],
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        ResourcesMinedEvent: {
            /** @description The robot's cargo afterwards. */
            cargo: components["schemas"]["ResourceUnits"][];
            /**
             * Format: int32
             * @description Units that the robot took.
             */
            collected: number;
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description What changed for the map type's discoveries. */
            deposits: components["schemas"]["DepositChange"][];
            /**
             * Format: int32
             * @description Units that nobody took and that are lost.
             */
            evaporated: number;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            mine: components["schemas"]["Tile"];
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int32
             * @description Units that are left in the mine.
             */
            remainingUnits: number;
            resource: components["schemas"]["Resource"];
            /** @description The robot that started it; UUID. */
            robotId: string;
            score?: components["schemas"]["Score"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ResourcesMined";
        };
        /**
         * @description A robot sold its cargo.
         * @example {
         *       "type": "ResourcesSold",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "lots": [
         *         {
         *           "resource": "BIO_MATTER",
         *           "units": 1,
         *           "revenue": 1
         *         }
         *       ],
         *       "revenue": 1,
         *       "balance": 1,
         *       "condition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "score": {
         *         "category": "MINING",
         *         "gained": 1,
         *         "inCategory": 1,
         *         "total": 1
         *       },
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        ResourcesSoldEvent: {
            /**
             * Format: int64
             * @description The player's credits afterwards.
             */
            balance: number;
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            condition: components["schemas"]["Condition"];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description What was sold, by resource. */
            lots: components["schemas"]["Lot"][];
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description Credits in all.
             */
            revenue: number;
            /** @description The robot; UUID. */
            robotId: string;
            score: components["schemas"]["Score"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ResourcesSold";
        };
        /** @description An amount of one resource. */
        ResourceUnits: {
            resource: components["schemas"]["Resource"];
            /**
             * Format: int32
             * @description How many units of it.
             */
            units: number;
        };
        /**
         * @description A robot hit another.
         * @example {
         *       "type": "RobotAttacked",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "targetRobotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "damage": 1,
         *       "condition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "targetCondition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RobotAttackedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            condition: components["schemas"]["Condition"];
            /**
             * Format: int32
             * @description The health that the target lost.
             */
            damage: number;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The attacker; UUID. */
            robotId: string;
            score?: components["schemas"]["Score"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            targetCondition: components["schemas"]["Condition"];
            /** @description The robot that was hit; UUID. */
            targetRobotId: string;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RobotAttacked";
        };
        /**
         * @description A robot is no more.
         * @example {
         *       "type": "RobotDestroyed",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "cause": "COMBAT",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RobotDestroyedEvent: {
            /**
             * Format: int64
             * @description The credits of the destroyer's player afterwards.
             */
            balance?: number;
            /** @description Who destroyed it, in a combat; UUID. */
            byRobotId?: string;
            /** @description What the destroyer carries afterwards, if it was another player's. */
            cargo?: components["schemas"]["ResourceUnits"][];
            cause: components["schemas"]["DestructionCause"];
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /**
             * Format: int32
             * @description The destroyer's damage bonus afterwards.
             */
            damageBonus?: number;
            /** @description Cargo that was lost. */
            evaporated?: components["schemas"]["ResourceUnits"][];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /**
             * Format: int32
             * @description How many robots of the same owner the destroyer's player has destroyed so far, if another player's.
             */
            kills?: number;
            /** @description Cargo that the destroyer took. */
            looted?: components["schemas"]["ResourceUnits"][];
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description Credits that the destroyer's player got.
             */
            reward?: number;
            /** @description The robot; UUID. */
            robotId: string;
            score?: components["schemas"]["Score"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RobotDestroyed";
        };
        /**
         * @description A robot moved.
         * @example {
         *       "type": "RobotMoved",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "from": {
         *         "x": 1,
         *         "y": 1
         *       },
         *       "condition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RobotMovedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            condition: components["schemas"]["Condition"];
            from: components["schemas"]["Tile"];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /**
             * Format: int64
             * @description The number of the next draw of chance, if the move took one.
             */
            nextDraw?: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            score?: components["schemas"]["Score"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RobotMoved";
        };
        Robots: {
            /** @description What the next page has as `after`; left out if there is none */
            next?: string;
            /** @description The robots, in the order of their ids */
            robots?: components["schemas"]["Life"][];
        };
        /**
         * @description A robot appeared.
         * @example {
         *       "type": "RobotSpawned",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "name": "name",
         *       "condition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "levels": {},
         *       "nextId": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RobotSpawnedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            condition: components["schemas"]["Condition"];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            levels: components["schemas"]["Levels"];
            /** @description A name for people, unique in the game. */
            name: string;
            /**
             * Format: int64
             * @description The number of the next id that the game gives out.
             */
            nextId: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RobotSpawned";
        };
        /**
         * @description Robots were paid for; a RobotSpawned for each follows.
         * @example {
         *       "type": "RobotsPurchased",
         *       "voucherId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "quantity": 1,
         *       "station": {
         *         "x": 1,
         *         "y": 1
         *       },
         *       "price": 1,
         *       "balance": 1,
         *       "nextId": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RobotsPurchasedEvent: {
            /**
             * Format: int64
             * @description The player's credits afterwards.
             */
            balance: number;
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /**
             * Format: int64
             * @description The number of the next id that the game gives out.
             */
            nextId: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int64
             * @description What they cost in all, in credits.
             */
            price: number;
            /**
             * Format: int32
             * @description How many robots.
             */
            quantity: number;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            station: components["schemas"]["Tile"];
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RobotsPurchased";
            /** @description The voucher; UUID. */
            voucherId: string;
        };
        /**
         * @description A robot reached a level.
         * @example {
         *       "type": "RobotUpgraded",
         *       "voucherId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "upgrade": "STORAGE",
         *       "level": 1,
         *       "condition": {
         *         "position": {
         *           "x": 1,
         *           "y": 1
         *         },
         *         "health": 1,
         *         "healthFraction": 1,
         *         "energy": 1,
         *         "energyFraction": 1,
         *         "asOf": "2026-01-31T12:00:00Z",
         *         "readyAt": "2026-01-31T12:00:00Z",
         *         "queued": 1
         *       },
         *       "score": {
         *         "category": "MINING",
         *         "gained": 1,
         *         "inCategory": 1,
         *         "total": 1
         *       },
         *       "upgradeCredits": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RobotUpgradedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            condition: components["schemas"]["Condition"];
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /**
             * Format: int32
             * @description The level that it has now.
             */
            level: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            score: components["schemas"]["Score"];
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RobotUpgraded";
            upgrade: components["schemas"]["Upgrade"];
            /**
             * Format: int64
             * @description What all levels of the robot have cost so far, in credits.
             */
            upgradeCredits: number;
            /** @description The voucher; UUID. */
            voucherId: string;
        };
        /**
         * @description The room was closed; its last event.
         * @example {
         *       "type": "RoomClosed",
         *       "reason": "NOBODY_JOINED",
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RoomClosedTicTacToeEvent: {
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            reason: components["schemas"]["RoomClosingReason"];
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The subject of the lobby that asked for the room; null if nobody did. */
            requestedBy?: string;
            /** @description The subject of the lobby that is told of the room too: that of the second player, if the lobby has matched them. */
            requestedWith?: string;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RoomClosed";
        };
        /**
         * @description Why a room was closed: nobody came, somebody left, or nobody wanted a rematch in time.
         * @enum {string}
         */
        RoomClosingReason: "NOBODY_JOINED" | "LEFT" | "NO_REMATCH";
        /**
         * @description A room was opened, and its first player has a seat.
         * @example {
         *       "type": "RoomCreated",
         *       "player": {
         *         "playerId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *         "playerName": "Ada"
         *       },
         *       "plan": {
         *         "opponent": "PERSON",
         *         "mark": "X",
         *         "moveMs": 1000,
         *         "roundMs": 5000
         *       },
         *       "expiresAt": "2026-01-31T12:00:00Z",
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RoomCreatedTicTacToeEvent: {
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /**
             * Format: date-time
             * @description When the room is closed if nobody has joined.
             */
            expiresAt: string;
            plan: components["schemas"]["RoomPlan"];
            player: components["schemas"]["RoomPlayer"];
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The subject of the lobby that asked for the room; null if nobody did. */
            requestedBy?: string;
            /** @description The subject of the lobby that is told of the room too: that of the second player, if the lobby has matched them. */
            requestedWith?: string;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RoomCreated";
        };
        /** @description What a room is to be like. */
        RoomPlan: {
            /**
             * Format: byte
             * @description The SHA-256 of the invitation without which nobody gets in, 32 bytes; null for an open room.
             */
            invitationHash?: string;
            mark: components["schemas"]["Mark"];
            /**
             * Format: int64
             * @description How long a player may take for one move, in ms; 1,000 to 600,000.
             */
            moveMs: number;
            opponent: components["schemas"]["Opponent"];
            /**
             * Format: int64
             * @description How long a player may take for all moves of a round, in ms; 5,000 to 3,600,000.
             */
            roundMs: number;
        };
        /** @description A player of a room. */
        RoomPlayer: {
            /** @description UUID. */
            playerId: string;
            /** @description The name. */
            playerName: string;
        };
        RoomRanking: {
            /**
             * Format: date-time
             * @description When it was counted
             */
            asOf?: string;
            /**
             * Format: int64
             * @description How many rooms were closed then
             */
            closedRooms?: number;
            /**
             * Format: int64
             * @description What the next page has as `after`; left out if there is none
             */
            next?: number;
            /** @description The players, best first */
            players?: components["schemas"]["RankedRoomPlayer"][];
        };
        /**
         * @description Why a command was refused.
         * @enum {string}
         */
        RoomRejectionCode: "UNAUTHENTICATED" | "NOT_YOU" | "NOT_TIMELY" | "MALFORMED" | "UNKNOWN_ROOM" | "ROOM_EXISTS" | "ROOM_FULL" | "ALREADY_SEATED" | "NOT_SEATED" | "NOT_INVITED" | "NOT_STARTED" | "STALE" | "NOT_YOUR_TURN" | "CELL_TAKEN" | "ROUND_OVER" | "ROUND_RUNNING" | "ALREADY_OFFERED" | "NOTHING_TO_CLAIM" | "LIMIT_REACHED";
        RoomResult: {
            /**
             * Format: date-time
             * @description When it was closed
             */
            closedAt?: string;
            /** @description Why it was closed */
            closingReason?: string;
            /** @description Whether all events up to that one are here */
            complete?: boolean;
            /** @description Whether an invitation was wanted */
            invitationOnly?: boolean;
            /**
             * Format: int64
             * @description Its last event that is here
             */
            lastSequence?: number;
            /**
             * Format: int64
             * @description How long a player could take for one move, in ms
             */
            moveMs?: number;
            /**
             * Format: date-time
             * @description When it was opened
             */
            openedAt?: string;
            /** @description Whom it waited for */
            opponent?: string;
            /** @description Who sat in it, whoever opened it first */
            players?: components["schemas"]["Seated"][];
            /** @description Whether it waited for a bot; then its rounds do not count in the ranking */
            practice?: boolean;
            /** @description The room; UUID version 7 */
            roomId?: string;
            /**
             * Format: int64
             * @description How long a player could take for all moves of a round, in ms
             */
            roundMs?: number;
            /** @description Its rounds in their order, 100 at most */
            rounds?: components["schemas"]["Round"][];
        };
        Round: {
            /**
             * Format: date-time
             * @description When it ended
             */
            endedAt?: string;
            /**
             * Format: int32
             * @description How many marks were placed
             */
            moves?: number;
            /** @description Who played O; UUID */
            oPlayerId?: string;
            /** @description Why it ended */
            reason?: string;
            /** @description How it ended: X_WON, O_WON or DRAW */
            result?: string;
            /**
             * Format: int32
             * @description The round, from 1
             */
            round?: number;
            /**
             * Format: date-time
             * @description When it began
             */
            startedAt?: string;
            /** @description Who has won; UUID. Left out after a draw */
            winnerId?: string;
            /** @description Who played X, and began; UUID */
            xPlayerId?: string;
        };
        /**
         * @description A round is over.
         * @example {
         *       "type": "RoundEnded",
         *       "round": 1,
         *       "result": "X_WON",
         *       "reason": "LINE",
         *       "wins": [
         *         1
         *       ],
         *       "closesAt": "2026-01-31T12:00:00Z",
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RoundEndedTicTacToeEvent: {
            /**
             * Format: date-time
             * @description When the room is closed unless both want a rematch.
             */
            closesAt: string;
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /** @description The three cells of the line that won; empty for any other reason. */
            line?: number[];
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            reason: components["schemas"]["RoundEndReason"];
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            result: components["schemas"]["RoundResult"];
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int32
             * @description The round, from 1.
             */
            round: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RoundEnded";
            /** @description Who has won; UUID. Null after a draw. */
            winnerId?: string;
            /** @description How many rounds each player has won so far, in the order of their seats. */
            wins: number[];
        };
        /**
         * @description Why a round has ended: three in a line, no cell is free, a clock ran out, somebody gave up, left, or was gone.
         * @enum {string}
         */
        RoundEndReason: "LINE" | "BOARD_FULL" | "TIME_OUT" | "RESIGNED" | "LEFT" | "ABANDONED";
        /**
         * @description How a round has ended.
         * @enum {string}
         */
        RoundResult: "X_WON" | "O_WON" | "DRAW";
        /**
         * @description A round has begun; X moves first.
         * @example {
         *       "type": "RoundStarted",
         *       "round": 1,
         *       "xPlayerId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "oPlayerId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "remainingMs": 1,
         *       "deadline": "2026-01-31T12:00:00Z",
         *       "roomId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        RoundStartedTicTacToeEvent: {
            /** @description The command that led to it; null for what a clock has done. */
            commandId?: string;
            /**
             * Format: date-time
             * @description When X has lost unless they have moved.
             */
            deadline: string;
            /** @description Who plays O; UUID. */
            oPlayerId: string;
            /** @description Who gave the command, whose presence was reported, or whose clock ran out; UUID. */
            playerId?: string;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /**
             * Format: int64
             * @description How long each player has for all moves, in ms.
             */
            remainingMs: number;
            /** @description The room, and the record's key; UUID version 7. */
            roomId: string;
            /**
             * Format: int32
             * @description The round, from 1.
             */
            round: number;
            /**
             * Format: int64
             * @description 1, 2, 3, ... for each room without a gap; 0 for a rejection that leaves no trace.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description When, by the broker's clock.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RoundStarted";
            /** @description Who plays X; UUID. */
            xPlayerId: string;
        };
        /**
         * @description The values of one game. Arrays by level have an entry for each of the levels 0 to 5, arrays by resource one for each
         *     resource from BIO_MATTER to PLASMA_CORE, arrays by gravity one for each level from LIGHT to INTENSE.
         */
        Rules: {
            /**
             * Format: int32
             * @description Pause after an attack in ms, at COOLDOWN level 0.
             */
            attackCooldownMs?: number;
            /** @description Energy that an attack takes, by DAMAGE level. */
            attackEnergy?: number[];
            /** @description COOLDOWN: percent of the pause at level 0, by level. */
            cooldownPercent?: number[];
            /** @description DAMAGE: health that an attack takes from its target, by level. */
            damage?: number[];
            /**
             * Format: int32
             * @description The most damage that a robot can gain so.
             */
            damageBonusMaximum?: number;
            /**
             * Format: int32
             * @description Points for each health taken from a robot of another player.
             */
            damagePoints?: number;
            /** @description ENERGY_CAPACITY: the maximum, by level. */
            energyCapacity?: number[];
            /** @description ENERGY_REGENERATION: energy per 5 s, by level. */
            energyRegeneration?: number[];
            /**
             * Format: int64
             * @description How long a game waits to be started before it ends as EXPIRED, in ms.
             */
            expiresAfterMs?: number;
            /** @description HEALTH: the maximum, by level. */
            health?: number[];
            /** @description HEALTH_REGENERATION: percent of the maximum per second at a space station, by level. */
            healthRegenerationPercent?: number[];
            /**
             * Format: int64
             * @description Credits of a player who joins.
             */
            initialCredits?: number;
            /**
             * Format: int32
             * @description Credits for destroying a robot of another player.
             */
            killCredits?: number;
            /**
             * Format: int32
             * @description Damage that the destroyer gains for good.
             */
            killDamageBonus?: number;
            /**
             * Format: int32
             * @description Points for destroying a robot of another player.
             */
            killPoints?: number;
            /**
             * Format: int32
             * @description Of what was spent on the victim's upgrades, the share that the destroyer gets, per thousand.
             */
            killUpgradeShare?: number;
            /**
             * Format: int32
             * @description No upgrade makes a pause shorter than this, in ms; a pause that is shorter from the start stays so.
             */
            minimumCooldownMs?: number;
            /**
             * Format: int32
             * @description Pause after starting a mining process in ms, at COOLDOWN level 0.
             */
            miningCooldownMs?: number;
            /** @description Energy that starting a mining process takes, by MINING level. */
            miningEnergy?: number[];
            /** @description Points for a unit mined, by resource. */
            miningPoints?: number[];
            /**
             * Format: int32
             * @description How long a mining process takes, in ms.
             */
            miningProcessMs?: number;
            /** @description MINING: the rarest resource that the robot can hold, by level. */
            miningResource?: components["schemas"]["Resource"][];
            /** @description MINING: units of a process, by level. */
            miningUnits?: number[];
            /** @description Price of reaching a MINING level in credits; the entry for level 0 is 0. */
            miningUpgradePrice?: number[];
            /**
             * Format: int32
             * @description Pause after a move in ms, at COOLDOWN level 0.
             */
            moveCooldownMs?: number;
            /** @description Energy that a move takes, by gravity of the target. */
            moveEnergy?: number[];
            /**
             * Format: int32
             * @description Points lost by destroying a robot of one's own.
             */
            ownRobotPenaltyPoints?: number;
            /**
             * Format: int64
             * @description How long after its end a game leaves the write side, in ms.
             */
            purgedAfterMs?: number;
            /**
             * Format: int32
             * @description How many actions a robot can have waiting.
             */
            queueMaximum?: number;
            /** @description What a unit sells for in credits, by resource. */
            resourcePrice?: number[];
            /**
             * Format: int32
             * @description Price of a robot in credits.
             */
            robotPrice?: number;
            /**
             * Format: int32
             * @description How many living robots a player can have.
             */
            robotsPerPlayerMaximum?: number;
            /**
             * Format: int32
             * @description Pause after a sale in ms, at COOLDOWN level 0.
             */
            sellCooldownMs?: number;
            /**
             * Format: int32
             * @description Energy that a sale takes.
             */
            sellEnergy?: number;
            /**
             * Format: int32
             * @description How many times faster energy regenerates at a space station.
             */
            stationEnergyFactor?: number;
            /** @description STORAGE: units of cargo, by level. */
            storage?: number[];
            /**
             * Format: int32
             * @description Credits of sales that make one point.
             */
            tradingCreditsPerPoint?: number;
            /** @description Points for a star system that is new to the player, by gravity. */
            travellingPoints?: number[];
            /**
             * Format: int32
             * @description Points for each level of an upgrade.
             */
            upgradePoints?: number;
            /** @description Price of reaching a level in credits, but for MINING; the entry for level 0 is 0. */
            upgradePrice?: number[];
        };
        /** @description A player's points after an event that gained some. */
        Score: {
            category: components["schemas"]["ScoreCategory"];
            /**
             * Format: int32
             * @description Points gained by the event.
             */
            gained: number;
            /**
             * Format: int32
             * @description Points in the category after it.
             */
            inCategory: number;
            /**
             * Format: int32
             * @description Points in all categories after it.
             */
            total: number;
        };
        /**
         * @description What points are given for.
         * @enum {string}
         */
        ScoreCategory: "MINING" | "TRADING" | "TRAVELLING" | "FIGHTING" | "UPGRADING";
        Seated: {
            /** @description The player; UUID */
            playerId?: string;
            /** @description The player's name */
            playerName?: string;
            /**
             * Format: int32
             * @description How many of the rounds the player has won
             */
            wins?: number;
        };
        /** @description How a player came off in a game. */
        Standing: {
            /**
             * Format: int64
             * @description Credits at the end.
             */
            balance: number;
            /**
             * Format: int32
             * @description FIGHTING points.
             */
            fighting: number;
            /**
             * Format: int32
             * @description MINING points.
             */
            mining: number;
            /** @description The player; UUID. */
            playerId: string;
            /**
             * Format: int32
             * @description 1 is the best.
             */
            rank: number;
            /**
             * Format: int32
             * @description Points in all.
             */
            total: number;
            /**
             * Format: int32
             * @description TRADING points.
             */
            trading: number;
            /**
             * Format: int32
             * @description TRAVELLING points.
             */
            travelling: number;
            /**
             * Format: int32
             * @description UPGRADING points.
             */
            upgrading: number;
        };
        /**
         * @description A tile is a star system, or a void that no robot can enter.
         * @enum {string}
         */
        Structure: "STAR_SYSTEM" | "VOID";
        /** @description Sets whether the tiles of an area are star systems or voids. */
        StructureLayer: {
            /** @description Where. */
            area: components["schemas"]["Area"][];
            kind: components["schemas"]["Structure"];
        };
        TicTacToe: {
            /**
             * Format: date-time
             * @description When the record was counted
             */
            asOf?: string;
            /** @description The record; left out if no round of the player's is counted in it */
            record?: components["schemas"]["RankedRoomPlayer"];
        };
        /** @description Something that happened in a room; on `tictactoe.events.v1`, under the key roomId. */
        TicTacToeEvent: components["schemas"]["CommandRejectedTicTacToeEvent"] | components["schemas"]["MarkPlacedTicTacToeEvent"] | components["schemas"]["PlayerGoneTicTacToeEvent"] | components["schemas"]["PlayerReturnedTicTacToeEvent"] | components["schemas"]["PlayerSeatedTicTacToeEvent"] | components["schemas"]["RematchOfferedTicTacToeEvent"] | components["schemas"]["RoomClosedTicTacToeEvent"] | components["schemas"]["RoomCreatedTicTacToeEvent"] | components["schemas"]["RoundEndedTicTacToeEvent"] | components["schemas"]["RoundStartedTicTacToeEvent"];
        /** @description A place on the map. */
        Tile: {
            /**
             * Format: int32
             * @description Column, from 0 at the left.
             */
            x: number;
            /**
             * Format: int32
             * @description Row, from 0 at the bottom.
             */
            y: number;
        };
        /**
         * @description What of a robot can be upgraded.
         * @enum {string}
         */
        Upgrade: "STORAGE" | "MINING" | "DAMAGE" | "HEALTH" | "HEALTH_REGENERATION" | "ENERGY_CAPACITY" | "ENERGY_REGENERATION" | "COOLDOWN";
        /**
         * @description Upgrades were paid for; a RobotUpgraded for each level or one VoucherDiscarded follows.
         * @example {
         *       "type": "UpgradePurchased",
         *       "voucherId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "upgrade": "STORAGE",
         *       "levels": 1,
         *       "price": 1,
         *       "balance": 1,
         *       "nextId": 1,
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        UpgradePurchasedEvent: {
            /**
             * Format: int64
             * @description The player's credits afterwards.
             */
            balance: number;
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /**
             * Format: int32
             * @description By how many levels.
             */
            levels: number;
            /**
             * Format: int64
             * @description The number of the next id that the game gives out.
             */
            nextId: number;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            /**
             * Format: int64
             * @description What they cost in all, in credits.
             */
            price: number;
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UpgradePurchased";
            upgrade: components["schemas"]["Upgrade"];
            /** @description The voucher; UUID. */
            voucherId: string;
        };
        /**
         * @description An upgrade was paid for and lost.
         * @example {
         *       "type": "VoucherDiscarded",
         *       "voucherId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "reason": "NOT_AT_STATION",
         *       "gameId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "sequence": 1,
         *       "time": "2026-01-31T12:00:00Z",
         *       "remaining": 1
         *     }
         */
        VoucherDiscardedEvent: {
            /** @description The command that led to it, through a queue or a mining process too; null only where none did. */
            commandId?: string;
            /** @description The game; UUID, and the record's key. */
            gameId: string;
            /** @description Whose command it was; UUID. */
            playerId?: string;
            reason: components["schemas"]["DiscardReason"];
            /**
             * Format: int32
             * @description How many events of the same decision still follow.
             */
            remaining: number;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, ... in each game without a gap; 0 for the rejection of a command to a game that does not exist.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description Game time.
             */
            time: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "VoucherDiscarded";
            /** @description The voucher; UUID. */
            voucherId: string;
        };
        Winner: {
            /** @description The player; UUID */
            playerId?: string;
            /** @description The player's name */
            playerName?: string;
            /**
             * Format: int32
             * @description Points in all
             */
            total?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthStarted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryGames: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many at most, 1 to 200; 50 by default */
                limit?: number;
                /** @description Only games that were made from this map type */
                mapTypeId?: string;
                /** @description Only games in which this player took part */
                playerId?: string;
                /** @description Only games that were created then or later */
                since?: string;
                /** @description Only games that were created before */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedGames"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryGame: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the other answers */
                gameId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GameResult"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_GAME */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryGameEvents: {
        parameters: {
            query?: {
                /** @description The number of the first event that is wanted; 1 by default */
                from?: number;
                /** @description How many at most, 1 to 1000; 200 by default */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description As in the other answers */
                gameId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEvents"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_GAME */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryGameRobots: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many at most, 1 to 200; 50 by default */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description As in the other answers */
                gameId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Robots"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_GAME */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryGameRobotEvents: {
        parameters: {
            query?: {
                /** @description The number of the first event that is wanted; 1 by default */
                from?: number;
                /** @description How many at most, 1 to 1000; 200 by default */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description As in the other answers */
                gameId: string;
                /** @description As in the other answers */
                robotId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEvents"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_GAME or UNKNOWN_ROBOT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryPlayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the other answers */
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastPlayer"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_PLAYER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryRanking: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: number;
                /** @description How many at most, 1 to 200; 50 by default */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranking"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryRankingTictactoe: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: number;
                /** @description How many at most, 1 to 200; 50 by default */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomRanking"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryRooms: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many at most, 1 to 200; 50 by default */
                limit?: number;
                /** @description Only rooms in which this player sat */
                playerId?: string;
                /** @description Only rooms that were opened then or later */
                since?: string;
                /** @description Only rooms that were opened before */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastRooms"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the other answers */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomResult"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryRoomEvents: {
        parameters: {
            query?: {
                /** @description The number of the first event that is wanted; 1 by default */
                from?: number;
                /** @description How many at most, 1 to 1000; 200 by default */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description As in the other answers */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastRoomEvents"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the other answers */
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            /** @description MALFORMED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_ROUTE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_AVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
