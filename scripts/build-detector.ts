/** Builds the detector alone, as WXT builds a content script, so that `size-limit` can hold its share: `.output/detector.js`. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** @throws when the build fails. */
export async function buildDetector(): Promise<void> {
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: '.output',
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: 'scripts/detector-alone.ts', formats: ['iife'], name: 'detector', fileName: () => 'detector.js' },
    },
  })
}
