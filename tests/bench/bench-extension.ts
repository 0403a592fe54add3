/** A throw-away extension whose content scripts are the two sides of the page measurement: ours, and the bare pass. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Sides of the measurement: which content script runs on pages under `https://bench.test/<side>/`. */
export const sides = { ours: 'our-scan', bare: 'bare-pass' } as const

/** @returns the folder, ready to load in Chromium. `window.startUp` of each script: ms to compile and run it. */
export async function writeBenchExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenhao-bench-'))
  const scripts = Object.entries(sides).map(([side, entry]) => ({
    matches: [`https://bench.test/${side}/*`],
    js: ['before.js', `${entry}.js`, 'after.js'],
    run_at: 'document_end',
  }))
  const manifest = {
    manifest_version: 3,
    name: 'bench',
    version: '1',
    content_scripts: scripts,
    host_permissions: ['<all_urls>'],
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'before.js'), 'globalThis.startUp = performance.now()')
  await writeFile(
    join(folder, 'after.js'),
    'startUp = performance.now() - startUp; window.addEventListener("message", ({ data }) => data.job === "startUp" && window.postMessage({ figures: { total: startUp, longest: startUp } }))',
  )
  for (const entry of Object.values(sides)) await writeFile(join(folder, `${entry}.js`), await bundle(entry))
  return folder
}

/** As the extension's own build makes it: one minified script. */
async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'esnext',
      minify: true,
      lib: { entry: join(import.meta.dirname, `in-page/${entry}.ts`), formats: ['iife'], name: 'bench' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error(`${entry} could not be bundled`)
  return output.output[0].code
}
