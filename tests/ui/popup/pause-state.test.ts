import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../src/settings.ts'
import { paused, pauseState, resumed } from '../../../src/ui/popup/pause-state.ts'

const settings: Settings = { pausedSites: ['b.example'], muted: ['95500'], personalMark: '青竹' }
const open = { pauseForbidden: false, exemptSites: ['c.example'] }
const now = 1_000_000

describe('pauseState', () => {
  it('names the widest pause that holds', () => {
    expect(pauseState(settings, open, 'a.example', now)).toEqual({ kind: 'running' })
    expect(pauseState(settings, open, 'b.example', now)).toEqual({ kind: 'site', host: 'b.example' })
    expect(pauseState({ ...settings, pausedUntil: now + 1 }, open, 'b.example', now)).toEqual({
      kind: 'hour',
      until: now + 1,
    })
    expect(pauseState({ ...settings, pausedUntil: now }, open, 'a.example', now)).toEqual({ kind: 'running' })
    expect(pauseState({ ...settings, pausedUntil: 'forever' }, open, 'b.example', now)).toEqual({ kind: 'everywhere' })
  })
  it('leaves it to the organisation where there is a policy', () => {
    expect(pauseState(settings, open, 'c.example', now)).toEqual({ kind: 'managed' })
    expect(pauseState(settings, { ...open, pauseForbidden: true }, 'a.example', now)).toEqual({ kind: 'managed' })
  })
})

describe('paused and resumed', () => {
  it.each(['site', 'hour', 'everywhere'] as const)(
    '%s: paused at once, running again after, the rest untouched',
    (scope) => {
      const after = paused(settings, scope, 'a.example', now)
      expect(pauseState(after, open, 'a.example', now).kind).toBe(scope)
      const back = resumed(after, 'a.example')
      expect(pauseState(back, open, 'a.example', now).kind).toBe('running')
      expect(back).toEqual(settings)
    },
  )
  it('does not list a site twice', () => {
    expect(paused(settings, 'site', 'b.example', now).pausedSites).toEqual(['b.example'])
  })
})
