/** One file for both, so that whoever has found an opponent waits for no other. */
export { default as RoomPage } from './RoomPage.vue';
export { default as RoomsPage } from './RoomsPage.vue';
