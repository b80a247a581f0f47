import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** The same policy as in tauri.conf.json, so that the preview refuses what the window would refuse. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
].join('; ');

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';

export default defineConfig({
  // Relative, because the page is served by the window, by `desk serve` and by the preview.
  base: './',
  plugins: [svelte()],
  clearScreen: false,
  server: { host: '127.0.0.1', port: 1420, strictPort: true, fs: { allow: ['..'] } },
  preview: { host: '127.0.0.1', port: 1421, headers: { 'Content-Security-Policy': policy } },
  build: {
    target: ['chrome111', 'safari16.4'],
    // Small fonts would become data: addresses otherwise.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1400,
  },
  // Looked through before the first test: a dependency that is met later would reload the page under a test.
  optimizeDeps: {
    entries: ['index.html', 'src/**/*.{ts,svelte}', 'tests/kit/**/*.{ts,svelte}'],
    include: ['@tauri-apps/api/core', 'pdfjs-dist'],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'kit',
          include: ['tests/kit/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium, args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
          },
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file has a browser and an office of its own; more of them at a time only wait for the processors.
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
});
