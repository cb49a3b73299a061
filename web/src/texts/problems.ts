import { formats } from './format';

/** What a viewer can do about a problem, by its code. A code that is not here is told with the server's own words. */
export interface ProblemTexts {
  readonly sentences: Readonly<Record<string, string>>;
  readonly retryAfter: (delayMs: number) => string;
  /** Above what only the server's own words tell. */
  readonly details: string;
}

export const en: ProblemTexts = {
  sentences: {
    NOT_REACHED: 'The server cannot be reached. Check that it runs and that you are online; the page tries again by itself where it can.',
    UNEXPECTED_ANSWER: 'Something between you and the server answered in its place. Try again in a moment.',
    PAGE_FAILED: 'The page failed at this. Load it anew; if it stays so, tell those who made it.',
    NO_OUTCOME: 'Nothing came of it for half a minute. Look at what happens, then try again.',
    UNAUTHENTICATED: 'Your session is over, or the server refused it. Sign in again.',
    CSRF_TOKEN_MISSING: 'The browser keeps no cookies of this page. Allow them and try again.',
    NOT_YOU: 'This belongs to somebody else. Sign in as the one it belongs to.',
    NOT_ADMINISTRATOR: 'Only an administrator can do this. Sign in with the administrator’s token.',
    NOT_A_PLAYER: 'This needs a player. Sign in as a guest or with a player’s token.',
    NOT_A_PARTICIPANT: 'You do not take part in this game. Join it in the lobby first.',
    UNKNOWN_GAME: 'This game does not exist, or it ended a while ago. Look among the ended games in the lobby.',
    UNKNOWN_PLAYER: 'There is no such player. Guests are forgotten when they have not played for a while.',
    UNKNOWN_MAP_TYPE: 'This map type does not exist any more. Choose another one.',
    UNKNOWN_ROUTE: 'This installation does not have this part. Its operator can add it.',
    UNKNOWN_ROBOT: 'There is no such robot. Choose one on the map.',
    UNKNOWN_TARGET: 'The target does not exist. Choose a robot on the same tile.',
    NOT_OWNER: 'This robot is not yours. Choose one of your own.',
    ROBOT_DESTROYED: 'This robot has been destroyed. Choose another one, or buy a new one.',
    ELIMINATED: 'You are out of this game: no robot, and too few credits for one. Your points stay.',
    GAME_NOT_RUNNING: 'The game does not run. Wait for its start, or choose one that runs.',
    GAME_NOT_OVER: 'The game still runs. Come back when it has ended.',
    WRONG_STATE: 'The game is past the point where this is possible. Look at its state in the lobby.',
    GAME_EXISTS: 'A game with this id exists already. Try again; a new id is made.',
    GAME_FULL: 'The game is full. Watch it, or join another one.',
    ALREADY_JOINED: 'You take part already. Open the game to play.',
    QUEUE_FULL: 'The robot’s queue is full. Wait until it has worked off some of it, or empty it.',
    NOT_A_STATION: 'There is no space station on that tile. Choose one that has.',
    ROBOT_LIMIT: 'You have as many robots as a player can have. Upgrade those instead.',
    INSUFFICIENT_FUNDS: 'You cannot pay for that yet. Sell cargo at a space station first.',
    MAX_LEVEL: 'This is upgraded as far as it goes. Choose another upgrade.',
    NAME_TAKEN: 'This name is taken. Choose another one.',
    INVALID_MAP: 'The map has faults. Those that the server found are below, each with its place; correct them and send it again.',
    INVALID_RULES: 'The rules have faults. Correct them and send them again.',
    MAP_TYPE_EXISTS: 'You have stored this map type already.',
    PRACTICE_GAME_RUNNING: 'Your last practice game still runs. Play it on, or end it and start a new one.',
    LIMIT_REACHED: 'You have as many as you can have. Remove one first.',
    NOT_TIMELY: 'Your clock differs too much from the server’s. Set it right and try again.',
    MALFORMED: 'The server does not understand the request. Load the page anew; it may be older than the server.',
    MALFORMED_JSON: 'This is no JSON. The place is named below.',
    PAYLOAD_TOO_LARGE: 'This is too large. Make it smaller and send it again.',
    COMMAND_TOO_LARGE: 'This is too large. Make it smaller and send it again.',
    TOO_MANY_REQUESTS: 'That was too much at once.',
    TOO_MANY_STREAMS: 'Too many pages are open from your address. Close some.',
    STARTING: 'The server is starting. Try again in a moment.',
    STOPPING: 'The server is restarting. Try again in a moment.',
    BROKER_UNAVAILABLE: 'The server has lost its log for the moment. Try again soon.',
    DELIVERY_UNKNOWN: 'It is not known whether this was done. Look at the game, then try again.',
    NOT_YET: 'The server is not that far yet. Try again in a moment.',
    NOT_AVAILABLE: 'This part is not available at the moment. Try again soon.',
    BUSY: 'The server has much to do. Try again in a moment.',
    OUTCOME_PENDING: 'The game has not decided yet. Look at it in a moment.',
    INTERNAL_ERROR: 'The server failed at this. Try again; if it stays so, tell its operator.',
  },
  retryAfter: (delayMs) => `Try again in ${formats.en.span(Math.max(1_000, delayMs))}.`,
  details: 'What the server says',
};

export const de: ProblemTexts = {
  sentences: {
    NOT_REACHED: 'Der Server ist nicht zu erreichen. Prüfe, ob er läuft und ob du online bist; wo sie kann, versucht es die Seite von selbst wieder.',
    UNEXPECTED_ANSWER: 'Etwas zwischen dir und dem Server hat an seiner Stelle geantwortet. Versuche es gleich noch einmal.',
    PAGE_FAILED: 'Die Seite ist daran gescheitert. Lade sie neu; bleibt es so, sag es denen, die sie gemacht haben.',
    NO_OUTCOME: 'Eine halbe Minute lang kam nichts dabei heraus. Sieh nach, was geschieht, und versuche es dann noch einmal.',
    UNAUTHENTICATED: 'Deine Sitzung ist abgelaufen, oder der Server hat sie abgelehnt. Melde dich neu an.',
    CSRF_TOKEN_MISSING: 'Der Browser behält keine Cookies dieser Seite. Erlaube sie und versuche es noch einmal.',
    NOT_YOU: 'Das gehört jemand anderem. Melde dich als der an, dem es gehört.',
    NOT_ADMINISTRATOR: 'Das kann nur ein Administrator. Melde dich mit seinem Token an.',
    NOT_A_PLAYER: 'Dazu braucht es einen Spieler. Melde dich als Gast oder mit dem Token eines Spielers an.',
    NOT_A_PARTICIPANT: 'Du spielst in diesem Spiel nicht mit. Tritt ihm zuerst in der Lobby bei.',
    UNKNOWN_GAME: 'Dieses Spiel gibt es nicht, oder es ist schon länger vorbei. Sieh bei den beendeten Spielen in der Lobby nach.',
    UNKNOWN_PLAYER: 'Diesen Spieler gibt es nicht. Gäste werden vergessen, wenn sie eine Weile nicht gespielt haben.',
    UNKNOWN_MAP_TYPE: 'Diese Karte gibt es nicht mehr. Wähle eine andere.',
    UNKNOWN_ROUTE: 'Diese Installation hat diesen Teil nicht. Ihr Betreiber kann ihn ergänzen.',
    UNKNOWN_ROBOT: 'Diesen Roboter gibt es nicht. Wähle einen auf der Karte.',
    UNKNOWN_TARGET: 'Das Ziel gibt es nicht. Wähle einen Roboter auf demselben Feld.',
    NOT_OWNER: 'Dieser Roboter gehört nicht dir. Wähle einen eigenen.',
    ROBOT_DESTROYED: 'Dieser Roboter ist zerstört. Wähle einen anderen oder kaufe einen neuen.',
    ELIMINATED: 'Du bist aus diesem Spiel ausgeschieden: kein Roboter, und zu wenig Credits für einen. Deine Punkte bleiben.',
    GAME_NOT_RUNNING: 'Das Spiel läuft nicht. Warte auf seinen Start oder wähle eines, das läuft.',
    GAME_NOT_OVER: 'Das Spiel läuft noch. Komm wieder, wenn es vorbei ist.',
    WRONG_STATE: 'Das Spiel ist über den Punkt hinaus, an dem das geht. Sieh in der Lobby nach, wo es steht.',
    GAME_EXISTS: 'Ein Spiel mit dieser Id gibt es schon. Versuche es noch einmal; es entsteht eine neue Id.',
    GAME_FULL: 'Das Spiel ist voll. Sieh zu oder tritt einem anderen bei.',
    ALREADY_JOINED: 'Du spielst schon mit. Öffne das Spiel.',
    QUEUE_FULL: 'Die Warteschlange des Roboters ist voll. Warte, bis er etwas davon erledigt hat, oder leere sie.',
    NOT_A_STATION: 'Auf diesem Feld ist keine Raumstation. Wähle eines mit einer.',
    ROBOT_LIMIT: 'Du hast so viele Roboter, wie ein Spieler haben kann. Baue sie stattdessen aus.',
    INSUFFICIENT_FUNDS: 'Das kannst du noch nicht bezahlen. Verkaufe zuerst Ladung an einer Raumstation.',
    MAX_LEVEL: 'Das ist ganz ausgebaut. Wähle einen anderen Ausbau.',
    NAME_TAKEN: 'Diesen Namen gibt es schon. Wähle einen anderen.',
    INVALID_MAP: 'Die Karte hat Fehler. Die der Server gefunden hat, stehen unten, jeder mit seiner Stelle; behebe sie und sende die Karte noch einmal.',
    INVALID_RULES: 'Die Regeln haben Fehler. Behebe sie und sende sie noch einmal.',
    MAP_TYPE_EXISTS: 'Diese Karte hast du schon gespeichert.',
    PRACTICE_GAME_RUNNING: 'Dein letztes Übungsspiel läuft noch. Spiele es weiter, oder beende es und starte ein neues.',
    LIMIT_REACHED: 'Mehr davon kannst du nicht haben. Entferne zuerst eines.',
    NOT_TIMELY: 'Deine Uhr geht zu anders als die des Servers. Stelle sie und versuche es noch einmal.',
    MALFORMED: 'Der Server versteht die Anfrage nicht. Lade die Seite neu; sie ist vielleicht älter als er.',
    MALFORMED_JSON: 'Das ist kein JSON. Die Stelle steht unten.',
    PAYLOAD_TOO_LARGE: 'Das ist zu groß. Verkleinere es und sende es noch einmal.',
    COMMAND_TOO_LARGE: 'Das ist zu groß. Verkleinere es und sende es noch einmal.',
    TOO_MANY_REQUESTS: 'Das war zu viel auf einmal.',
    TOO_MANY_STREAMS: 'Von deiner Adresse sind zu viele Seiten offen. Schließe einige.',
    STARTING: 'Der Server startet gerade. Versuche es gleich noch einmal.',
    STOPPING: 'Der Server startet neu. Versuche es gleich noch einmal.',
    BROKER_UNAVAILABLE: 'Der Server hat gerade sein Log verloren. Versuche es bald noch einmal.',
    DELIVERY_UNKNOWN: 'Es ist nicht bekannt, ob das geschehen ist. Sieh im Spiel nach, dann versuche es noch einmal.',
    NOT_YET: 'Der Server ist noch nicht so weit. Versuche es gleich noch einmal.',
    NOT_AVAILABLE: 'Dieser Teil ist gerade nicht verfügbar. Versuche es bald noch einmal.',
    BUSY: 'Der Server hat viel zu tun. Versuche es gleich noch einmal.',
    OUTCOME_PENDING: 'Das Spiel hat noch nicht entschieden. Sieh gleich noch einmal nach.',
    INTERNAL_ERROR: 'Der Server ist daran gescheitert. Versuche es noch einmal; bleibt es so, sag es seinem Betreiber.',
  },
  retryAfter: (delayMs) => `Noch einmal in ${formats.de.span(Math.max(1_000, delayMs))}.`,
  details: 'Was der Server sagt (englisch)',
};

/** Codes of which our sentence leaves out what an author or operator needs: the place, or what went wrong. */
const DETAILED_CODES = new Set(['MALFORMED', 'MALFORMED_JSON', 'INVALID_MAP', 'INVALID_RULES', 'UNEXPECTED_ANSWER', 'PAGE_FAILED', 'INTERNAL_ERROR']);

export function isKnownProblem(problems: ProblemTexts, code: string): boolean {
  return problems.sentences[code] !== undefined;
}

/** The server's words beside our sentence, where they help; they are English, and may speak of the API. */
export function problemDetail(problems: ProblemTexts, { code, detail }: { code: string; detail: string }): string | null {
  return isKnownProblem(problems, code) && DETAILED_CODES.has(code) && detail !== '' ? detail : null;
}

/** A problem in the words of the game: what is wrong and what to do next. */
export function problemSentence(problems: ProblemTexts, problem: { code: string; detail: string; retryAfterMs?: number | undefined }): string {
  const sentence = problems.sentences[problem.code] ?? problem.detail;
  return problem.retryAfterMs === undefined ? sentence : `${sentence} ${problems.retryAfter(problem.retryAfterMs)}`;
}
