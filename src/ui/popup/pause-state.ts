/** What the pause control shows and how a press changes the settings. Pure: the clock is passed in. */
import type { Policy, Settings } from '../../settings.ts'
import type { PauseScope, PauseState } from './pause.tsx'

const hour = 3_600_000

/** The widest pause that holds on a page of `host` at `now` (ms since 1970). */
export function pauseState(settings: Settings, policy: Policy, host: string, now: number): PauseState {
  if (policy.pauseForbidden || policy.exemptSites.includes(host)) return { kind: 'managed' }
  const until = settings.pausedUntil
  if (until === 'forever') return { kind: 'everywhere' }
  if (until !== undefined && now < until) return { kind: 'hour', until }
  return host !== '' && settings.pausedSites.includes(host) ? { kind: 'site', host } : { kind: 'running' }
}

/** The settings after a press on one of the three pauses. */
export function paused(settings: Settings, scope: PauseScope, host: string, now: number): Settings {
  switch (scope) {
    case 'site':
      return { ...settings, pausedSites: [...new Set([...settings.pausedSites, host])] }
    case 'hour':
      return { ...settings, pausedUntil: now + hour }
    case 'everywhere':
      return { ...settings, pausedUntil: 'forever' }
  }
}

/** The settings after “恢复” on a page of `host`: nothing that was shown as paused stays paused. */
export function resumed(settings: Settings, host: string): Settings {
  const { pausedUntil: _, ...rest } = settings
  return { ...rest, pausedSites: settings.pausedSites.filter((site) => site !== host) }
}
