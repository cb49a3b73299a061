import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { shared } from './vite.config.ts';

/** The script of an exported replay: one module that imports nothing, and one sheet, beside the page's own files. */
export default defineConfig({
  ...shared,
  plugins: [vue()],
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: 'src/exported.ts',
      output: {
        codeSplitting: false,
        entryFileNames: 'assets/exported.js',
        assetFileNames: (file) => (file.names[0]?.endsWith('.css') ? 'assets/exported.css' : 'assets/[name][extname]'),
      },
    },
  },
});
