import { createRouter, createWebHashHistory } from 'vue-router';
import LobbyPage from './pages/LobbyPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** The bar is low and the page has the whole window. */
    compact?: boolean;
    /** What the window is called, as one of the common texts. */
    title?: 'lobby' | 'maps' | 'rooms' | 'analysis' | 'openReplay';
  }
}

/** Hashes, so that one file on any server, or none, is all that the page needs. */
export function newRouter() {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', name: 'lobby', component: LobbyPage, meta: { title: 'lobby' } },
      { path: '/games/:gameId', name: 'game', component: () => import('./pages/GamePage.vue'), props: true, meta: { compact: true } },
      { path: '/replay', name: 'replay', component: () => import('./pages/ReplayPage.vue'), meta: { compact: true, title: 'openReplay' } },
      { path: '/map-types', name: 'mapTypes', component: () => import('./pages/MapTypesPage.vue'), meta: { title: 'maps' } },
      { path: '/map-types/new', name: 'newMapType', component: () => import('./pages/NewMapTypePage.vue'), meta: { title: 'maps' } },
      { path: '/map-types/:mapTypeId', name: 'mapType', component: () => import('./pages/MapTypePage.vue'), props: true, meta: { title: 'maps' } },
      { path: '/tic-tac-toe', name: 'rooms', component: async () => (await import('./pages/rooms')).RoomsPage, meta: { title: 'rooms' } },
      { path: '/tic-tac-toe/:roomId', name: 'room', component: async () => (await import('./pages/rooms')).RoomPage, props: true, meta: { title: 'rooms' } },
      { path: '/analysis', name: 'analysis', component: () => import('./pages/AnalysisPage.vue'), meta: { title: 'analysis' } },
      { path: '/players/:playerId', name: 'player', component: () => import('./pages/PlayerPage.vue'), props: true, meta: { title: 'analysis' } },
      { path: '/:anything(.*)*', name: 'notFound', component: () => import('./pages/NotFoundPage.vue') },
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
}
