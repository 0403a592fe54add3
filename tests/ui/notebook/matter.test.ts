import { describe, expect, it } from 'vitest'
import {
  dueCalls,
  ladderSteps,
  lastTicket,
  newCall,
  newMatter,
  stepped,
  toggled,
  withCall,
} from '../../../src/ui/notebook/matter.ts'

const matter = newMatter('m1', 1000)
const call = newCall('c1', 2000)

describe('a matter', () => {
  it('takes new calls at the end and replaces those it has', () => {
    const one = withCall(matter, call)
    const two = withCall(one, newCall('c2', 3000))
    const changed = withCall(two, { ...call, agent: '0815' })
    expect(changed.calls.map(({ id, agent }) => [id, agent])).toEqual([
      ['c1', '0815'],
      ['c2', ''],
    ])
    expect(matter.calls).toEqual([])
  })

  it('knows the newest ticket number that was noted', () => {
    const calls = [
      { ...newCall('1', 1), ticket: 'A' },
      { ...newCall('3', 3), ticket: ' ' },
      { ...newCall('2', 2), ticket: 'B ' },
    ]
    expect(lastTicket({ ...matter, calls })).toBe('B')
    expect(lastTicket(matter)).toBeUndefined()
  })

  it('climbs the ladder one level at a time and holds at its ends', () => {
    expect(stepped(matter, -1).step).toBe('agent')
    const top = ladderSteps.reduce((at) => stepped(at, 1), matter)
    expect(top.step).toBe('mediation')
    expect(stepped(top, -1).step).toBe('regulator')
  })

  it('knows what is due: promised, not solved, and the time has come', () => {
    const due = { ...call, deadline: 5000 }
    expect(dueCalls(withCall(matter, due), 5000)).toEqual([due])
    expect(dueCalls(withCall(matter, due), 4999)).toEqual([])
    expect(dueCalls(withCall(matter, { ...due, solved: true }), 9000)).toEqual([])
    expect(dueCalls(withCall(matter, call), 9000)).toEqual([])
  })
})

it('toggled puts in and takes out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
