import { overview } from './overview.mjs';
import { game } from './game.mjs';
import { room } from './rooms.mjs';
import { topology } from './topology.mjs';
import { kafka } from './kafka.mjs';
import { jvm } from './jvm.mjs';
import { history } from './history.mjs';

export const dashboards = [overview, game, room, topology, kafka, jvm, history];
