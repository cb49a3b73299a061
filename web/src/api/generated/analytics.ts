// Made by scripts/generateTypes.mjs from connectors/history/analytics-openapi.json.
export interface paths {
    "/analytics/kills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who destroys robots, in windows of five minutes */
        get: operations["getAnalyticsKills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/leaderboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is best on a day */
        get: operations["getAnalyticsLeaderboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/players/{playerId}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a player was active in the last days */
        get: operations["getAnalyticsPlayerActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is sold of each resource, by minute */
        get: operations["getAnalyticsSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Activity: {
            /** @description Instances that did not answer; their figures are missing */
            missing?: string[];
            /** @description The player; UUID */
            playerId?: string;
            /** @description Times without a pause of five minutes, the latest first */
            sessions?: components["schemas"]["Session"][];
        };
        DayOfPlayer: {
            /**
             * Format: int64
             * @description Games that ended
             */
            games?: number;
            /** @description The player; UUID */
            playerId?: string;
            /** @description The player's name; left out if it is not known yet */
            playerName?: string;
            /**
             * Format: int64
             * @description Points in all of them
             */
            points?: number;
            /**
             * Format: int64
             * @description How many of them the player was first in
             */
            wins?: number;
        };
        HealthResponse: {
            /** @description Why it is down, in sentences */
            reasons?: string[];
            /** @description UP or DOWN */
            status?: string;
        };
        Kills: {
            /** @description Instances that did not answer; their figures are missing */
            missing?: string[];
            /** @description The windows, the latest first, and in each who destroyed most; no more than a thousand */
            windows?: components["schemas"]["KillsOfPlayer"][];
        };
        KillsOfPlayer: {
            /**
             * Format: date-time
             * @description The first moment of the window
             */
            from?: string;
            /**
             * Format: int64
             * @description Robots of others that were destroyed
             */
            kills?: number;
            /** @description The player; UUID */
            playerId?: string;
            /**
             * Format: date-time
             * @description The first moment behind it
             */
            to?: string;
        };
        Leaderboard: {
            /**
             * Format: date-time
             * @description When the day began, in UTC
             */
            day?: string;
            /** @description Instances that did not answer; their players are missing */
            missing?: string[];
            /** @description The players, best first */
            players?: components["schemas"]["DayOfPlayer"][];
        };
        OfMinute: {
            /**
             * Format: date-time
             * @description The first moment of the minute
             */
            from?: string;
            /**
             * Format: int64
             * @description The highest price of a unit, rounded down
             */
            maxPrice?: number;
            /**
             * Format: int64
             * @description The lowest price of a unit, rounded down
             */
            minPrice?: number;
            /** @description The resource */
            resource?: string;
            /**
             * Format: int64
             * @description Credits for them
             */
            revenue?: number;
            /**
             * Format: int64
             * @description How often it was sold
             */
            sales?: number;
            /**
             * Format: date-time
             * @description The first moment behind it
             */
            to?: string;
            /**
             * Format: int64
             * @description Units in all
             */
            units?: number;
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
        Sales: {
            /** @description The minutes in which something was sold, the latest first */
            minutes?: components["schemas"]["OfMinute"][];
            /** @description Instances that did not answer; their figures are missing */
            missing?: string[];
        };
        Session: {
            /**
             * Format: int64
             * @description Events that orders of the player led to
             */
            events?: number;
            /**
             * Format: date-time
             * @description The first event
             */
            from?: string;
            /**
             * Format: int64
             * @description How many of them tell that an order was in vain
             */
            inVain?: number;
            /**
             * Format: date-time
             * @description The last event
             */
            to?: string;
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
    getAnalyticsKills: {
        parameters: {
            query?: {
                /** @description How far back windows begin, 1 to 60; 5 by default */
                minutes?: number;
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
                    "application/json": components["schemas"]["Kills"];
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
    getAnalyticsLeaderboard: {
        parameters: {
            query?: {
                /** @description Which day, 0 to 29; today by default */
                daysAgo?: number;
                /** @description How many players, 1 to 200; 50 by default */
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
                    "application/json": components["schemas"]["Leaderboard"];
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
    getAnalyticsPlayerActivity: {
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
                    "application/json": components["schemas"]["Activity"];
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
    getAnalyticsSales: {
        parameters: {
            query?: {
                /** @description How far back, 1 to 1440; 60 by default */
                minutes?: number;
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
                    "application/json": components["schemas"]["Sales"];
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
}
