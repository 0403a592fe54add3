/** Where the browsers are: Debian's places, or what ZHENHAO_CHROMIUM and ZHENHAO_FIREFOX say. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const programs = {
  chromium: { override: 'ZHENHAO_CHROMIUM', names: ['chromium', 'chromium-browser'] },
  firefox: { override: 'ZHENHAO_FIREFOX', names: ['firefox-esr', 'firefox'] },
}

/** @throws when the browser is not there, with the remedy. */
export function findProgram(browser: keyof typeof programs): string {
  const { override, names } = programs[browser]
  const chosen = process.env[override]
  if (chosen !== undefined && chosen !== '') return chosen
  for (const folder of ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]) {
    const found = names.map((name) => join(folder, name)).find((file) => existsSync(file))
    if (found !== undefined) return found
  }
  throw new Error(`${browser} is not installed: run "node scripts/setup.mjs", or set ${override} to the program`)
}
