/** What the person chose: language, pauses, muted numbers, own mark. Local storage only; a managed policy wins. */
import { browser } from 'wxt/browser'
import type { PageSettings } from './protocol.ts'
import { isStrictness, type Strictness } from './verdict/marked-codes.ts'

export type Language = 'zh-CN' | 'en'

export interface Settings {
  /** Undefined follows the browser. */
  language?: Language
  /** How much is marked on pages; undefined is `standard`. */
  strictness?: Strictness
  /** Hosts where the person switched us off. */
  pausedSites: string[]
  /** Paused everywhere until this time (ms since 1970); `forever` until switched on again. */
  pausedUntil?: number | 'forever'
  /** Canonical numbers that are not to be marked. */
  muted: string[]
  personalMark: string
}

/** What an organisation may set through managed storage. */
export interface Policy {
  pauseForbidden: boolean
  exemptSites: string[]
  /** Set for everybody; undefined leaves the choice to the person. */
  strictness?: Strictness
}

const key = 'settings'
const defaults: Settings = { pausedSites: [], muted: [], personalMark: '' }

/** The stored settings; fields that are missing or of the wrong type fall back to their defaults. */
export async function readSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(key))[key]
  return settingsFrom(stored)
}

/**
 * Applies `change` to the stored settings and returns the result. One after the other over all contexts of the extension,
 * so that none is lost: the popup pauses while the background takes a mute.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('zhenhao-settings', async () => {
    const settings = change(await readSettings())
    await browser.storage.local.set({ [key]: settings })
    return settings
  })
}

/** Calls `listener` after every change, from any part of the extension. */
export function onSettingsChange(listener: (settings: Settings) => void): void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[key]
    if (area === 'local' && change) listener(settingsFrom(change.newValue))
  }
  browser.storage.onChanged.addListener(heard)
}

/** How to behave on a page of `host` at `now` (ms since 1970). */
export function pageSettings(
  settings: Settings,
  policy: Policy,
  host: string,
  now: number,
): Omit<PageSettings, 'knownView'> {
  const paused = !policy.pauseForbidden && (settings.pausedSites.includes(host) || pausedAt(settings, now))
  return {
    active: !paused && !policy.exemptSites.includes(host),
    language: settings.language ?? browserLanguage(),
    strictness: strictnessOf(settings, policy),
    muted: settings.muted,
    personalMark: settings.personalMark,
  }
}

/** What is in force: the organisation's choice, else the person's. */
export function strictnessOf(settings: Settings, policy: Policy): Strictness {
  return policy.strictness ?? settings.strictness ?? 'standard'
}

function pausedAt(settings: Settings, now: number): boolean {
  const until = settings.pausedUntil
  return until === 'forever' || (until !== undefined && now < until)
}

/** Chinese unless the browser speaks something else. */
export function browserLanguage(): Language {
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function settingsFrom(stored: unknown): Settings {
  const value: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const settings: Settings = {
    pausedSites: texts(value.pausedSites) ?? defaults.pausedSites,
    muted: texts(value.muted) ?? defaults.muted,
    personalMark: typeof value.personalMark === 'string' ? value.personalMark : defaults.personalMark,
  }
  if (value.language === 'zh-CN' || value.language === 'en') settings.language = value.language
  if (isStrictness(value.strictness)) settings.strictness = value.strictness
  if (value.pausedUntil === 'forever' || typeof value.pausedUntil === 'number') settings.pausedUntil = value.pausedUntil
  return settings
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? [...value] : undefined
}
