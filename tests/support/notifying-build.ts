/** The built extension in a browser where nobody can answer the dialog for the permission to notify. */
import { buildExtension } from '../../scripts/build-extension.ts'
import type { BrowserName } from '../../src/launcher/browser.ts'
import { alteredBuild } from './altered-build.ts'

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

/** Besides, every notification that the background makes is counted in local storage before it is shown. */
export function countingBuild(browser: BrowserName): Promise<string> {
  return alteredBuild(browser, {
    ...(browser === 'chromium' && { 'manifest.json': withNotifications }),
    'background.js': (content) => `${counter}\n${content}`,
  })
}

/** Firefox has no `notifications` before the permission is given. */
const counter = `{
  const api = globalThis.browser ?? chrome
  const count = () => {
    const create = api.notifications.create.bind(api.notifications)
    api.notifications.create = async (...given) => {
      await api.storage.local.set({ ['given:' + crypto.randomUUID()]: Date.now() })
      return create(...given)
    }
  }
  if (api.notifications) count()
  else api.permissions.onAdded.addListener(count)
}`
