/** What is muted or paused in a private window: kept in memory, never on the disk, and gone with the last such window. */
import { browser } from 'wxt/browser'
import { tellTab } from '../messages.ts'
import { changeSettings, readSettings, type Settings } from '../settings.ts'

/** What names a page or a number; everything else of the settings tells nothing about where the person was. */
type PrivateChoices = Pick<Settings, 'pausedSites' | 'muted'>

const key = 'private-choices'

/** The settings as a window sees them. */
export async function readSettingsIn(inPrivate: boolean): Promise<Settings> {
  const stored = await readSettings()
  return inPrivate ? withChoices(stored, await readChoices()) : stored
}

/** As `changeSettings`; from a private window the disk is given no host and no number, it can only lose some. */
export function changeSettingsIn(inPrivate: boolean, change: (settings: Settings) => Settings): Promise<Settings> {
  if (!inPrivate) return changeSettings(change)
  return navigator.locks.request('zhenhao-private-choices', () => changeInPrivate(change))
}

async function changeInPrivate(change: (settings: Settings) => Settings): Promise<Settings> {
  const [stored, choices] = await Promise.all([readSettings(), readChoices()])
  const after = change(withChoices(stored, choices))
  await browser.storage.session.set({ [key]: without(after, stored) })
  await changeSettings((now) => ({ ...change(now), ...within(now, after) }))
  return after
}

/** Listens; call synchronously at start. Session storage is out of reach for pages, so their scripts are told. */
export function servePrivateChoices(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes[key]) void tellPrivateTabs()
  })
  browser.windows.onRemoved.addListener(() => void forgetWhenOver())
  void forgetWhenOver()
}

/** Whether the tab in front is in a private window. Chromium draws its popup outside of it. */
export async function isPrivateHere(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.incognito ?? browser.extension.inIncognitoContext
}

async function forgetWhenOver(): Promise<void> {
  const windows = await browser.windows.getAll()
  if (!windows.some(({ incognito }) => incognito)) await browser.storage.session.remove(key)
}

async function tellPrivateTabs(): Promise<void> {
  for (const { id, incognito } of await browser.tabs.query({})) {
    if (incognito && id !== undefined) void tellTab(id, 'settingsChanged')
  }
}

async function readChoices(): Promise<PrivateChoices> {
  const kept = (await browser.storage.session.get(key))[key] as PrivateChoices | undefined
  return kept ?? { pausedSites: [], muted: [] }
}

function withChoices(settings: Settings, { pausedSites, muted }: PrivateChoices): Settings {
  return {
    ...settings,
    pausedSites: [...new Set([...settings.pausedSites, ...pausedSites])],
    muted: [...new Set([...settings.muted, ...muted])],
  }
}

function without(from: PrivateChoices, other: PrivateChoices): PrivateChoices {
  return {
    pausedSites: from.pausedSites.filter((host) => !other.pausedSites.includes(host)),
    muted: from.muted.filter((number) => !other.muted.includes(number)),
  }
}

function within(from: PrivateChoices, other: PrivateChoices): PrivateChoices {
  return {
    pausedSites: from.pausedSites.filter((host) => other.pausedSites.includes(host)),
    muted: from.muted.filter((number) => other.muted.includes(number)),
  }
}
