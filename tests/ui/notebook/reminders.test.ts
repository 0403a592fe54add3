import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Call, type Matter, newCall, newMatter } from '../../../src/ui/notebook/matter.ts'
import { nextReminder, takeDue } from '../../../src/ui/notebook/reminders.ts'

function matter(id: string, ...calls: Partial<Call>[]): Matter {
  return { ...newMatter(id, 0), calls: calls.map((over, index) => ({ ...newCall(`${id}.${index}`, 0), ...over })) }
}
const wanted = { remind: true, deadline: 100 }

describe('nextReminder', () => {
  it('is the earliest that is wanted, not given and not solved', () => {
    const matters = [
      matter('a', { ...wanted, deadline: 300 }, { ...wanted, deadline: 50, reminded: true }),
      matter(
        'b',
        { ...wanted, deadline: 200 },
        { ...wanted, deadline: 10, solved: true },
        { deadline: 20 },
        { remind: true },
      ),
    ]
    expect(nextReminder(matters)).toBe(200)
    expect(nextReminder([])).toBeUndefined()
  })
})

describe('takeDue', () => {
  it('gives what is due, however late, and leaves the rest alone', () => {
    const late = matter('a', wanted, { ...wanted, deadline: 101 })
    const { due, changed } = takeDue([late, matter('b')], 100)
    expect(due).toBe(1)
    expect(changed.map(({ id, calls }) => [id, calls.map((call) => call.reminded)])).toEqual([['a', [true, false]]])
  })

  it('gives each reminder exactly once over any order of wake-ups', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 })),
        fc.array(fc.integer({ min: 0, max: 80 })),
        (deadlines, clock) => {
          let stored = [matter('a', ...deadlines.map((deadline) => ({ remind: true, deadline })))]
          let given = 0
          for (const now of clock) {
            const { due, changed } = takeDue(stored, now)
            given += due
            stored = stored.map((each) => changed.find(({ id }) => id === each.id) ?? each)
          }
          const latest = Math.max(-1, ...clock)
          expect(given).toBe(deadlines.filter((deadline) => deadline <= latest).length)
        },
      ),
    )
  })
})
