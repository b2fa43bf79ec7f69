import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What changes rarely is kept apart from what changes with every release, so that a browser that has been here before
 * fetches only our own code. Charts come in when the first chart is drawn.
 */
const groups = [
  // tslib is shared by charts and the rest: left to a group it would bring the charts in with the first page.
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|tslib)[\\/]/, priority: 3 },
  { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 2 },
  { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/, priority: 2 },
  { name: 'vendor', test: /node_modules[\\/]/, priority: 1 },
];

/** Packed once here, so that the server packs nothing while people wait. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const folder = join(dir, 'assets');
    for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const content = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
    }
  },
};

export default defineConfig({
  root: at('./src/web/app'),
  // Peil may live under a path of another site: what the page loads is found from the page, not from the root.
  base: './',
  cacheDir: at('./.cache/vite'),
  logLevel: 'warn',
  plugins: [react(), packed],
  build: {
    outDir: at('./dist/web'),
    emptyOutDir: true,
    // A guide for a page on the open internet; ours is served by the server it belongs to, and kept by the browser.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
