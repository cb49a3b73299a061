import { dashboard, lines, quantiles, row } from './panels.mjs';

const rooms = '{context="tictactoe"}';
const searches = '{context="lobby",type=~"SearchOpponent|RenewSearch|LeaveSearch|EnterPool|AssignOpponent|ExpectRoom|AssignRoom|EndSearch"}';

// No series names a room: there would be as many as rooms.
export const room = dashboard(
  {
    uid: 'dungeon-rooms',
    title: 'Dungeon: rooms of tic-tac-toe',
    description: 'What is done in rooms, and how players come to one.',
  },
  row(
    'Orders',
    lines('Orders', 'By type', 'ops', [`sum by (type) (rate(dungeon_commands_decided_total${rooms}[$__rate_interval]))`, '{{type}}']),
    lines('Refused', 'By the code that the player gets', 'ops', [`sum by (code) (rate(dungeon_commands_rejected_total${rooms}[$__rate_interval]))`, '{{code}}']),
    lines('Time of a decision', 'From the admission to the events', 's', ...quantiles('dungeon_decision_seconds', rooms)),
  ),
  row(
    'What players feel',
    lines('From the stamp to the commit', 'When the opponent can see a move', 's', ...quantiles('dungeon_command_lag_seconds', rooms)),
    lines('Timers late', 'Clocks of the players, and rooms that nobody joins', 's', ...quantiles('dungeon_timer_late_seconds', rooms)),
  ),
  row(
    'Looking for an opponent',
    lines('Searches', 'Of players, and what the lobby tells itself of them', 'ops', [
      `sum by (type) (rate(dungeon_commands_decided_total${searches}[$__rate_interval]))`,
      '{{type}}',
    ]),
  ),
);
