import { createRouter, createWebHashHistory } from 'vue-router';
import LobbyPage from './pages/LobbyPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** The bar is low and the page has the whole window. */
    compact?: boolean;
  }
}

/** Hashes, so that one file on any server, or none, is all that the page needs. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'lobby', component: LobbyPage },
    { path: '/games/:gameId', name: 'game', component: () => import('./pages/GamePage.vue'), props: true, meta: { compact: true } },
    { path: '/replay', name: 'replay', component: () => import('./pages/ReplayPage.vue'), meta: { compact: true } },
    { path: '/map-types', name: 'mapTypes', component: () => import('./pages/MapTypesPage.vue') },
    { path: '/map-types/new', name: 'newMapType', component: () => import('./pages/NewMapTypePage.vue') },
    { path: '/map-types/:mapTypeId', name: 'mapType', component: () => import('./pages/MapTypePage.vue'), props: true },
    { path: '/analysis', name: 'analysis', component: () => import('./pages/AnalysisPage.vue') },
    { path: '/players/:playerId', name: 'player', component: () => import('./pages/PlayerPage.vue'), props: true },
    { path: '/:anything(.*)*', name: 'notFound', component: () => import('./pages/NotFoundPage.vue') },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});
