import { overview } from './overview.mjs';
import { game } from './game.mjs';
import { topology } from './topology.mjs';
import { kafka } from './kafka.mjs';
import { jvm } from './jvm.mjs';
import { history } from './history.mjs';

export const dashboards = [overview, game, topology, kafka, jvm, history];
