// Made by scripts/generateTypes.mjs from command-ingest/openapi.json.
export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys that tokens are checked with
         * @description Whoever checks tokens reads them every 2 s: a key that is taken away must be believed nowhere after 5 s.
         */
        get: operations["keySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/revocations.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tokens that do not hold any more although their time is not over
         * @description Whoever checks tokens reads it every 2 s, beside the key set. A token is named by its id and its player; an entry of players stands for all of a player's tokens that were issued before a moment. 503 until the log has been read.
         */
        get: operations["revocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a player under a name that is made up */
        post: operations["registerGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/guest/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registers a guest, and lets the browser play for them
         * @description As POST /auth/guest, but the token comes in a cookie that scripts cannot read.
         */
        post: operations["ofGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that are published, from the eldest to the youngest */
        get: operations["list"];
        put?: never;
        /**
         * Makes a key that takes over after some seconds
         * @description Meanwhile all who check tokens learn of it. The key before it disappears when its last token is over.
         */
        post: operations["rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/keys/{kid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a key away at once
         * @description Within 5 s the tokens that it has signed hold nowhere any more, the administrator's among them, whose new one stands in administrator.token. If no other key follows, a new one signs from now on.
         */
        delete: operations["revoke_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts elsewhere with which one can sign in
         * @description A browser that is sent to the path of one comes back to the page signed in. With ?intent=unlink, the link ends instead.
         */
        get: operations["providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/services/{context}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a token with which a service acts for a context
         * @description For the administrator. The token holds for commands on Kafka only.
         */
        post: operations["give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets the browser act for the token of the request
         * @description The cookie has a token of its own; that of the request goes on to hold. An administrator's session ends after an hour.
         */
        post: operations["of"];
        /**
         * Ends the session, and takes its token back
         * @description The player stays. A guest whose only token this was cannot be had again, unless an account elsewhere is linked.
         */
        delete: operations["end_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a player another token
         * @description The one of the request goes on to hold, unless it is to be revoked. If no answer comes then, both are lost: it is safer to ask for the new one, and to revoke the old one when it has come. Who plays straight on Kafka does well with one for the game in question, or for the time that it takes: it stands in the log for 7 days.
         */
        post: operations["renew_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tokens of a player that hold
         * @description As far as they are known: that of the request, and the last 20 that were given by this instance since its start. Others may hold; DELETE /auth/tokens ends all of them.
         */
        get: operations["list_1"];
        put?: never;
        post?: never;
        /**
         * Revokes all of a player's tokens, and gives a new one
         * @description Within 5 s none holds any more that was given until now, that of the request among them.
         */
        delete: operations["revokeAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes one of a player's tokens
         * @description Within 5 s it holds nowhere any more, which a command in the log learns when it is decided. 20 that would still hold can be revoked one by one.
         */
        delete: operations["revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/games": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates a game
         * @description For the administrator. With the same commandId it can be sent again after an answer was lost; take a UUID of version 7, because the game's id has its time.
         */
        post: operations["create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/games/{gameId}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one command or an array of commands to a game
         * @description All or none of an array is sent; they are decided in their order. A command that is sent again with the same commandId has no second effect, and its first outcome is answered again. CreateGame is for the administrator only.
         */
        post: operations["send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/games/{gameId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a game
         * @description For the administrator, and for the player whose practice game it is.
         */
        post: operations["end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/games/{gameId}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The token's player joins a game */
        post: operations["join_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/games/{gameId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts a game
         * @description For the administrator, and for the player whose practice game it is.
         */
        post: operations["start_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stores a map type
         * @description A faulty one is answered with 422 INVALID_MAP and every fault that was found. A player can have ten; one that its owner has not used for 30 days is removed. With the same commandId it can be sent again after an answer was lost.
         */
        post: operations["store"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map-types/{mapTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a map type
         * @description For its owner and the administrator. Games that were made from it go on.
         */
        delete: operations["remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a match for others, in which the token's player has a seat
         * @description One at a time for each player. It starts by itself when all seats are taken, or when it has waited for as long as it was asked to if two have joined, bots included; otherwise it ends unplayed. Bots take seats that are left shortly before. With the same commandId it can be sent again after an answer was lost.
         */
        post: operations["open_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matchmaking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Looks for an opponent in tic-tac-toe
         * @description One search at a time for each player. It ends after half a minute unless it is renewed; `GET /matchmaking/{searchId}` of the queries tells the room when an opponent is found. With the same commandId it can be sent again after an answer was lost.
         */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matchmaking/{searchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Goes on with a search, for another half a minute
         * @description Half an hour in all. NOT_SEARCHING if an opponent was found, the search is over, or it was begun a moment ago.
         */
        put: operations["renew"];
        post?: never;
        /**
         * Ends a search
         * @description Nobody is matched by it after that. NOT_SEARCHING if an opponent was found before, the search is over, or it was begun a moment ago.
         */
        delete: operations["leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/player-names/{playerName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a chosen name away from a player
         * @description For administrators. The player is called Renamed- and some digits from now on, keeps tokens, maps and games, and joins games under the new name; nobody else gets the old one. Events of games that the player has joined keep it. 429 says that as many names were taken away as an installation keeps in mind, which does not pass.
         */
        delete: operations["rename"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registers a player
         * @description A problem of the statuses 503 and 504 leaves open if the name is taken now; it names the commandId to send again, which brings the token if the name became the caller's within the last minutes.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{playerId}/ban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Bans a player
         * @description For administrators. All tokens that the player has end within 5 s, and no login gives another until the ban is over or lifted; asked again, the last end holds. A guest has no login, and comes back as somebody else only.
         */
        put: operations["ban"];
        post?: never;
        /**
         * Lets a player in again who was banned
         * @description For administrators. Tokens from before the ban stay without effect.
         */
        delete: operations["lift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{playerId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends all tokens of a player, whoever has them
         * @description For the administrator. The player stays, and can be had again by an account elsewhere if one is linked.
         */
        delete: operations["endAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/practice-games": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts a game of one's own against practice bots
         * @description One at a time for each player, on a map of 10,000 tiles at most. With the same commandId it can be sent again after an answer was lost.
         */
        post: operations["start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a room of tic-tac-toe, in which the token's player has a seat
         * @description Five at a time for each player; a room that nobody joins is closed after ten minutes. With the same commandId it can be sent again after an answer was lost.
         */
        post: operations["open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{roomId}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one command or an array of commands to a room of tic-tac-toe
         * @description All or none of an array is sent; they are decided in their order. A command that is sent again with the same commandId has no second effect, and its first outcome is answered again. CreateRoom is for the administrator only.
         */
        post: operations["sendToRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{roomId}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The token's player takes the free seat of a room
         * @description With the same commandId it can be sent again after an answer was lost.
         */
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{roomId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says whether the token's player is connected
         * @description Nobody has to: the queries say it of whoever follows the room over a socket and has shown a token there. What is known already, or said by somebody without a seat, changes nothing. Whoever is gone for half a minute can lose the round to an opponent who claims it.
         */
        put: operations["report"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who one is by one's token */
        get: operations["me"];
        put?: never;
        post?: never;
        /**
         * Ends everything by which one is this player, for good
         * @description All tokens end, and so does the browser's session. Games that were played stay as they are. An account elsewhere that is linked still leads to the player; whoever does not want that ends the link first.
         */
        delete: operations["leave_1"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
         * @description Attacks a robot on the same tile.
         * @example {
         *       "type": "AttackRobot",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "targetRobotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001"
         *     }
         */
        AttackRobotCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /** @description The attacker; UUID. */
            robotId: string;
            /** @description Its target; UUID. */
            targetRobotId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AttackRobot";
        };
        Ban: {
            /** Format: uuid */
            playerId?: string;
            /** Format: date-time */
            until?: string;
        };
        BanRequest: {
            /**
             * Format: int64
             * @description How long, in ms; for ten years if left out
             */
            durationMs?: number;
        };
        /**
         * @description Buys robots, which appear at once at a space station.
         * @example {
         *       "type": "BuyRobots",
         *       "quantity": 1
         *     }
         */
        BuyRobotsCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * Format: int32
             * @description How many, 1 to 100.
             */
            quantity: number;
            station?: components["schemas"]["Tile"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "BuyRobots";
        };
        /**
         * @description Buys upgrades for a robot, which has to be at a space station.
         * @example {
         *       "type": "BuyUpgrade",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "upgrade": "STORAGE",
         *       "levels": 1
         *     }
         */
        BuyUpgradeCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * Format: int32
             * @description By how many levels, 1 to 5.
             */
            levels: number;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "BuyUpgrade";
            upgrade: components["schemas"]["Upgrade"];
        };
        /**
         * @description Takes the win that is offered to whoever plays against somebody who is gone.
         * @example {
         *       "type": "ClaimWin",
         *       "round": 1
         *     }
         */
        ClaimWinRoomCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * Format: int32
             * @description The round, from 1.
             */
            round: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ClaimWin";
        };
        /**
         * @description Empties a robot's queue.
         * @example {
         *       "type": "ClearQueue",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001"
         *     }
         */
        ClearQueueCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ClearQueue";
        };
        /** @description A command, flat, told apart by its type */
        Command: components["schemas"]["AttackRobotCommand"] | components["schemas"]["BuyRobotsCommand"] | components["schemas"]["BuyUpgradeCommand"] | components["schemas"]["ClearQueueCommand"] | components["schemas"]["CreateGameCommand"] | components["schemas"]["EndGameCommand"] | components["schemas"]["JoinGameCommand"] | components["schemas"]["MoveRobotCommand"] | components["schemas"]["SellResourcesCommand"] | components["schemas"]["StartGameCommand"] | components["schemas"]["StartMiningCommand"];
        CommandIds: {
            /**
             * Format: uuid
             * @description Of a single command
             */
            commandId?: string;
            /** @description Of an array */
            commandIds?: string[];
        };
        CommandOrCommands: components["schemas"]["Command"] | components["schemas"]["Command"][];
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
        /**
         * @description Creates a game with a map of its own. Administrators; a player for a practice game of their own.
         * @example {
         *       "type": "CreateGame",
         *       "map": {
         *         "name": "name",
         *         "width": 1,
         *         "height": 1,
         *         "defaultGravity": "LIGHT"
         *       },
         *       "rules": {},
         *       "participantLimit": 1,
         *       "durationMs": 10000,
         *       "seed": "AQI="
         *     }
         */
        CreateGameCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: int64
             * @description How long the game runs from its start in ms, 10 s to 24 h.
             */
            durationMs: number;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            map: components["schemas"]["MapType"];
            /** @description The map type that the map's plan was taken from; UUID. Null for a plan that was never stored. */
            mapTypeId?: string;
            match?: components["schemas"]["OpenMatch"];
            /**
             * Format: int32
             * @description How many players can join, 1 to 100.
             */
            participantLimit: number;
            /** @description The player for whose practice the game is; UUID. Null for a game of the administrator's. */
            practiceFor?: string;
            /** @description Who asked the lobby for the game, as its subject; the lobby is told of the game's end. Null for an administrator's own. */
            requestedBy?: string;
            rules: components["schemas"]["Rules"];
            /**
             * Format: byte
             * @description 32 bytes from a secure source, secret until the game's end; all chance in the game comes from it.
             */
            seed: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CreateGame";
        };
        /**
         * @description Opens a room; by the lobby, which counts how many a player has, or an administrator. With two players they begin at once.
         * @example {
         *       "type": "CreateRoom",
         *       "players": [
         *         {
         *           "playerId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *           "playerName": "Ada"
         *         }
         *       ],
         *       "plan": {
         *         "opponent": "PERSON",
         *         "mark": "X",
         *         "moveMs": 1000,
         *         "roundMs": 5000
         *       }
         *     }
         */
        CreateRoomRoomCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            plan: components["schemas"]["RoomPlan"];
            /** @description Whoever opens the room, and whoever plays against them if that is known; one or two. */
            players: components["schemas"]["RoomPlayer"][];
            /** @description The subject of the lobby that asked for the room, for its report; null if nobody did. */
            requestedBy?: string;
            /** @description The subject of the lobby that is told of the room too: that of the second player, if the lobby has matched them. */
            requestedWith?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CreateRoom";
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
        /**
         * @description Ends a game. Administrators; a player in their own practice game.
         * @example {
         *       "type": "EndGame"
         *     }
         */
        EndGameCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EndGame";
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
        Game: {
            /** Format: uuid */
            gameId?: string;
        };
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
        /**
         * @description Which bots of the house take seats that are left: those of one kind, or all kinds in turn.
         * @enum {string}
         */
        HouseBot: "MIXED" | "MINER" | "TRADER" | "FIGHTER" | "EXPLORER";
        /**
         * @description Makes the player a participant.
         * @example {
         *       "type": "JoinGame",
         *       "playerName": "Ada"
         *     }
         */
        JoinGameCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /** @description The name under which the others see the player. */
            playerName: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "JoinGame";
        };
        /**
         * @description Takes the seat that is free, and begins the first round.
         * @example {
         *       "type": "JoinRoom",
         *       "playerName": "Ada"
         *     }
         */
        JoinRoomRoomCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /** @description The text of the invitation; null in an open room. */
            invitation?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /** @description The player's name, that of the token. */
            playerName: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "JoinRoom";
        };
        JsonNode: unknown;
        /**
         * @description Leaves the room, which is closed by that; whoever leaves during a round has lost it.
         * @example {
         *       "type": "LeaveRoom"
         *     }
         */
        LeaveRoomRoomCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LeaveRoom";
        };
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
        Match: {
            /** Format: uuid */
            gameId?: string;
            /** Format: date-time */
            waitsUntil?: string;
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
        /**
         * @description Moves a robot by one tile.
         * @example {
         *       "type": "MoveRobot",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "direction": "N"
         *     }
         */
        MoveRobotCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            direction: components["schemas"]["Direction"];
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MoveRobot";
        };
        /** @description Either mapTypeId or map; rules that are left out have their defaults */
        NewGame: {
            /**
             * Format: uuid
             * @description Made here if left out. The same one gives the same answer for some minutes
             */
            commandId?: string;
            /**
             * Format: int64
             * @description How long the game runs from its start in ms, 10 s to 24 h.
             */
            durationMs?: number;
            map?: components["schemas"]["MapType"];
            /**
             * Format: uuid
             * @description A stored map type
             */
            mapTypeId?: string;
            /**
             * Format: int32
             * @description How many players can join, 1 to 100.
             */
            participantLimit: number;
            rules?: components["schemas"]["Rules"];
        };
        /** @description The plan of a map, from which each game draws its own; the lists are worked through in order, later entries overwrite. */
        NewMapType: {
            /**
             * Format: int32
             * @description How likely it is that entering a black hole destroys a robot, per thousand.
             */
            blackHoleDestruction?: number;
            /**
             * Format: uuid
             * @description Made here if left out. The same one gives the same answer for some minutes
             */
            commandId?: string;
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
        /** @description All that is left out has its default: the example, four seats, ten minutes after two of waiting, and no bots */
        NewMatch: {
            bots?: components["schemas"]["HouseBot"];
            /**
             * Format: uuid
             * @description Made here if left out. The same one gives the same answer for some minutes
             */
            commandId?: string;
            /**
             * Format: int64
             * @description How long the game runs from its start in ms, 10 s to 1 h.
             */
            durationMs?: number;
            /**
             * Format: uuid
             * @description A stored map type; the example if left out
             */
            mapTypeId?: string;
            /**
             * Format: int32
             * @description How many can join, the player who opens it included; 2 to 100.
             */
            seats?: number;
            /**
             * Format: int64
             * @description How long it waits for players in ms, 10 s to 10 min; 30 s at least if bots are wanted.
             */
            waitMs?: number;
        };
        NewPracticeGame: {
            /**
             * Format: int32
             * @default 2
             */
            bots: number;
            /**
             * Format: uuid
             * @description Made here if left out. The same one gives the same answer for some minutes
             */
            commandId?: string;
            /**
             * Format: int32
             * @default 600000
             */
            durationMs: number;
            /**
             * Format: uuid
             * @description A stored map type; the example if left out
             */
            mapTypeId?: string;
        };
        /** @description All that is left out has its default */
        NewRoom: {
            /**
             * Format: uuid
             * @description Made here if left out. The same one gives the same answer for some minutes
             */
            commandId?: string;
            /** @description 20 to 200 characters without which nobody gets in; whoever reads events sees its hash. Open if left out */
            invitation?: string;
            mark?: components["schemas"]["Mark"];
            /**
             * Format: int64
             * @description How long a player may take for one move, in ms; 1,000 to 600,000.
             */
            moveMs?: number;
            opponent?: components["schemas"]["Opponent"];
            /**
             * Format: int64
             * @description How long a player may take for all moves of a round, in ms; 5,000 to 3,600,000.
             */
            roundMs?: number;
        };
        /** @description All that is left out has its default: a person, at the pace NORMAL */
        NewSearch: {
            bot?: components["schemas"]["Opponent"];
            /**
             * Format: int64
             * @description How long a person is looked for before the bot plays, in ms, 0 to 60,000; nothing without a bot.
             */
            botAfterMs?: number;
            /**
             * Format: uuid
             * @description Made here if left out. The same one gives the same answer for some minutes
             */
            commandId?: string;
            pace?: components["schemas"]["Pace"];
        };
        /**
         * @description Offers another round with the sides changed, or takes up the offer of the other.
         * @example {
         *       "type": "OfferRematch",
         *       "round": 1
         *     }
         */
        OfferRematchRoomCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * Format: int32
             * @description The round that is over, from 1.
             */
            round: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "OfferRematch";
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
        Outcome: {
            /** Format: uuid */
            commandId?: string;
            /** @description Empty if nothing came of it yet; the decision is whole if the last one has remaining 0 */
            events?: components["schemas"]["Event"][];
        };
        OutcomeOrOutcomes: components["schemas"]["Outcome"] | components["schemas"]["Outcome"][];
        OwnToken: {
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: uuid
             * @description The only game that it holds for; left out if it holds for all
             */
            gameId?: string;
            /** Format: uuid */
            id?: string;
            /** Format: date-time */
            issuedAt: string;
        };
        /**
         * @description How fast is played: 10 s a move and 30 s a round, 30 s and 2 min, or 5 min and 30 min.
         * @enum {string}
         */
        Pace: "FAST" | "NORMAL" | "SLOW";
        /**
         * @description Places one's mark. One that comes late or twice does nothing, because the number of its move has passed.
         * @example {
         *       "type": "PlaceMark",
         *       "round": 1,
         *       "move": 1,
         *       "cell": 1
         *     }
         */
        PlaceMarkRoomCommand: {
            /**
             * Format: int32
             * @description The cell, from 0 at the upper left to 8 at the lower right, row by row.
             */
            cell: number;
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * Format: int32
             * @description The number of the move in the round, from 1.
             */
            move: number;
            /**
             * Format: int32
             * @description The round, from 1.
             */
            round: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PlaceMark";
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
        PracticeGame: {
            /** Format: int32 */
            bots?: number;
            /** Format: date-time */
            endsAt?: string;
            /** Format: uuid */
            gameId?: string;
            /** Format: date-time */
            startedAt?: string;
        };
        Presence: {
            connected?: boolean;
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
        Provider: {
            name: string;
            path: string;
        };
        Providers: {
            providers: components["schemas"]["Provider"][];
        };
        PublishedKey: {
            /** Format: date-time */
            createdAt?: string;
            kid?: string;
            /** Format: date-time */
            publishedUntil?: string;
            /** Format: date-time */
            signsFrom?: string;
            /** @enum {string} */
            state?: "UPCOMING" | "SIGNING" | "RETIRING";
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
        RegisteredPlayer: {
            /** Format: date-time */
            expiresAt?: string;
            /** Format: uuid */
            playerId?: string;
            playerName?: string;
            /** @description Send it as the header Authorization: Bearer <token>; it cannot be had again */
            token?: string;
            /**
             * Format: uuid
             * @description By which the token can be revoked
             */
            tokenId?: string;
        };
        /** @description Registers a player under a name. */
        RegisterPlayer: {
            /**
             * Format: uuid
             * @description Made here if left out. It is as good as the token for some minutes, so it must be random and secret; the command in the log has another id
             */
            commandId?: string;
            /** @description 3 to 32 of the characters A-Z, a-z, 0-9, _ and -; unique without regard to case. A name that begins with `guest-` is a guest's, and ends with its time. */
            playerName: string;
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
         * @description Says whether a player is connected; by the service that the connections are of.
         * @example {
         *       "type": "ReportPresence",
         *       "playerId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001",
         *       "connected": true
         *     }
         */
        ReportPresenceRoomCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /** @description Whether there is a connection. */
            connected: boolean;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /** @description The player; UUID. */
            playerId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReportPresence";
        };
        /**
         * @description Gives up the round.
         * @example {
         *       "type": "Resign",
         *       "round": 1
         *     }
         */
        ResignRoomCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * Format: int32
             * @description The round, from 1.
             */
            round: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "Resign";
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
        Revocations: {
            players: {
                /** @description Of the player */
                id: string;
                /**
                 * Format: date-time
                 * @description Tokens that were issued before do not hold
                 */
                issuedBefore: string;
                /**
                 * Format: date-time
                 * @description When the last of them is over
                 */
                until: string;
            }[];
            tokens: {
                /** @description Of the token */
                id: string;
                /** @description Whose token it is */
                playerId: string;
                /**
                 * Format: date-time
                 * @description When it is over
                 */
                until: string;
            }[];
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
        Room: {
            /** Format: uuid */
            roomId?: string;
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
        /** @description A command, flat, told apart by its type */
        RoomCommand: components["schemas"]["ClaimWinRoomCommand"] | components["schemas"]["CreateRoomRoomCommand"] | components["schemas"]["JoinRoomRoomCommand"] | components["schemas"]["LeaveRoomRoomCommand"] | components["schemas"]["OfferRematchRoomCommand"] | components["schemas"]["PlaceMarkRoomCommand"] | components["schemas"]["ReportPresenceRoomCommand"] | components["schemas"]["ResignRoomCommand"];
        RoomCommandOrCommands: components["schemas"]["RoomCommand"] | components["schemas"]["RoomCommand"][];
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
        RoomOutcome: {
            /** Format: uuid */
            commandId?: string;
            /** @description Empty if nothing came of it yet; the decision is whole if the last one has remaining 0 */
            events?: components["schemas"]["TicTacToeEvent"][];
        };
        RoomOutcomeOrOutcomes: components["schemas"]["RoomOutcome"] | components["schemas"]["RoomOutcome"][];
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
        /**
         * @description Why a command was refused.
         * @enum {string}
         */
        RoomRejectionCode: "UNAUTHENTICATED" | "NOT_YOU" | "NOT_TIMELY" | "MALFORMED" | "UNKNOWN_ROOM" | "ROOM_EXISTS" | "ROOM_FULL" | "ALREADY_SEATED" | "NOT_SEATED" | "NOT_INVITED" | "NOT_STARTED" | "STALE" | "NOT_YOUR_TURN" | "CELL_TAKEN" | "ROUND_OVER" | "ROUND_RUNNING" | "ALREADY_OFFERED" | "NOTHING_TO_CLAIM" | "LIMIT_REACHED";
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
        Search: {
            /** Format: uuid */
            searchId?: string;
        };
        /**
         * @description Sells the whole cargo of a robot at a space station.
         * @example {
         *       "type": "SellResources",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001"
         *     }
         */
        SellResourcesCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SellResources";
        };
        ServiceToken: {
            context?: string;
            /** Format: date-time */
            expiresAt?: string;
            token?: string;
        };
        Session: {
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: uuid
             * @description Left out for an administrator
             */
            playerId?: string;
            /** @description Left out for an administrator */
            playerName?: string;
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
         * @description Starts a created game. Administrators; a player in their own practice game.
         * @example {
         *       "type": "StartGame"
         *     }
         */
        StartGameCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StartGame";
        };
        /**
         * @description Starts a mining process.
         * @example {
         *       "type": "StartMining",
         *       "robotId": "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001"
         *     }
         */
        StartMiningCommand: {
            /**
             * Format: uuid
             * @description Made here if left out
             */
            commandId?: string;
            /**
             * Format: date-time
             * @description Now if left out; at most 2 minutes ago and 1 minute ahead
             */
            issuedAt?: string;
            mine?: components["schemas"]["Tile"];
            /** @description The robot; UUID. */
            robotId: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StartMining";
        };
        Stored: {
            /** Format: uuid */
            mapTypeId?: string;
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
        TokenRequest: {
            /**
             * Format: uuid
             * @description The only game that the new one is to hold for; all if left out
             */
            gameId?: string;
            /**
             * Format: int64
             * @description How long the new one holds; as long as any does if left out
             */
            lifetimeMs?: number;
            /** @description Whether the token of this request is revoked; false if left out */
            revokePrevious?: boolean;
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
        User: {
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: uuid
             * @description The only game that the token holds for; left out if it holds for all
             */
            gameId?: string;
            /** @enum {string} */
            kind: "player" | "administrator";
            /**
             * Format: uuid
             * @description Left out for an administrator
             */
            playerId?: string;
            /** @description Left out for an administrator */
            playerName?: string;
            /**
             * Format: uuid
             * @description Left out for a token from before there were ids
             */
            tokenId?: string;
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
    };
    responses: {
        /** @description What is wrong, where, and what to do. Codes of a rejected command: UNAUTHENTICATED, NOT_YOU, NOT_TIMELY, MALFORMED, UNKNOWN_GAME, NOT_ADMINISTRATOR, GAME_NOT_RUNNING, WRONG_STATE, NOT_A_PARTICIPANT, ELIMINATED, UNKNOWN_ROBOT, NOT_OWNER, ROBOT_DESTROYED, GAME_EXISTS, INVALID_MAP, INVALID_RULES, GAME_FULL, ALREADY_JOINED, QUEUE_FULL, UNKNOWN_TARGET, NOT_A_STATION, ROBOT_LIMIT, INSUFFICIENT_FUNDS, MAX_LEVEL, NAME_TAKEN, MAP_TYPE_EXISTS, UNKNOWN_PLAYER, UNKNOWN_MAP_TYPE, PRACTICE_GAME_RUNNING, LIMIT_REACHED, ALREADY_SEARCHING, NOT_SEARCHING */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The sender asks too often, a player or, where there is none yet, an address; a request counts as its commands. Nothing was done */
        TooManyRequests: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description What is left of it: r now, and all after t seconds without a request
         * @example "commands";r=1599;t=1
         */
        RateLimit: string;
        /**
         * @description How often the sender may do this: q at once, which come back within w seconds. After draft-ietf-httpapi-ratelimit-headers
         * @example "commands";q=1600;w=4
         */
        "RateLimit-Policy": string;
        /**
         * @description After how many seconds the same request would be taken
         * @example 2
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    keySet: {
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
                    "application/json": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revocations: {
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
                    "application/json": components["schemas"]["Revocations"];
                };
            };
            /** @description It is what If-None-Match names */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    registerGuest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPlayer"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    ofGuest: {
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    list: {
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
                    "application/json": components["schemas"]["PublishedKey"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    rotate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedKey"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    revoke_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    providers: {
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
                    "application/json": components["schemas"]["Providers"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    give: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                context: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceToken"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    of: {
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    end_1: {
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    renew_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPlayer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    list_1: {
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
                    "application/json": components["schemas"]["OwnToken"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    revokeAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGame"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Game"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    send: {
        parameters: {
            query?: {
                /** @description How long to wait for the outcomes, in ms, 0 to 30000; without it the ids are answered */
                wait?: number;
            };
            header?: never;
            path: {
                gameId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandOrCommands"];
            };
        };
        responses: {
            /** @description With wait: what came of each command so far */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeOrOutcomes"];
                };
            };
            /** @description Without wait: the commands are in the log; their ids */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandIds"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gameId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Game"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    join_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gameId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Game"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    start_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gameId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Game"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    store: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMapType"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stored"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mapTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    open_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewMatch"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Match"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewSearch"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Search"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                searchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                searchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                playerName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPlayer"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPlayer"];
                };
            };
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    ban: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BanRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ban"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    lift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    endAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewPracticeGame"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeGame"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewRoom"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    sendToRoom: {
        parameters: {
            query?: {
                /** @description How long to wait for the outcomes, in ms, 0 to 30000; without it the ids are answered */
                wait?: number;
            };
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomCommandOrCommands"];
            };
        };
        responses: {
            /** @description With wait: what came of each command so far */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOutcomeOrOutcomes"];
                };
            };
            /** @description Without wait: the commands are in the log; their ids */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandIds"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    join: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["JsonNode"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Presence"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    me: {
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
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    leave_1: {
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
}
