import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/licences.ts';

const door = process.env['DUNGEON_URL'] ?? 'http://127.0.0.1:8081';
const proxied = { target: door, ws: true };

/** What holds for the exported replay too. */
export const shared = {
  // Components are written with the composition API alone.
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  // Relative, so that the page can stand under any path.
  base: './',
};

export default defineConfig({
  ...shared,
  plugins: [vue(), licences()],
  build: {
    outDir: 'dist',
    // Names without hashes: the bundle is committed, and a change is to be seen as one. The server says how long it may be kept.
    rollupOptions: {
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name][extname]',
      },
    },
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // In development the page comes from here and all else from a running installation.
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/games', '/rooms', '/matchmaking', '/players', '/map-types', '/lobby', '/history', '/analytics', '/ingest', '/openapi.json', '/asyncapi.json'].map(
        (path) => [path, proxied],
      ),
    ),
  },
  test: { include: ['src/**/*.spec.ts'], environment: 'node' },
});
