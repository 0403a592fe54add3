/** The built extension in a browser where nobody can answer the dialog for the permission to notify. */
import { buildExtension } from '../../scripts/build-extension.ts'
import { alteredBuild } from './altered-build.ts'
import type { BrowserName } from './browser.ts'

/**
 * Chromium: a copy that has the optional permission from the start, so that asking for it is answered at once. Firefox:
 * the build itself, as the launcher switches the dialog off.
 */
export async function notifyingBuild(browser: BrowserName): Promise<string> {
  if (browser === 'firefox') return buildExtension(browser)
  return alteredBuild(browser, { 'manifest.json': withNotifications })
}

function withNotifications(content: Buffer): string {
  const manifest = JSON.parse(content.toString())
  return JSON.stringify({
    ...manifest,
    permissions: [...manifest.permissions, 'notifications'],
    optional_permissions: [],
  })
}
