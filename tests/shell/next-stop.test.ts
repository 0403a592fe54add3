import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FrameFlags, nextStop } from '../../src/shell/next-stop.ts'

const top: FrameFlags = { frameId: 0, ids: [1, 2] }
const inner: FrameFlags = { frameId: 7, ids: [5, 6, 8] }
const at = (frame: FrameFlags, index: number, time: number, gone = false): FrameFlags => ({
  ...frame,
  last: { index, gone, at: time },
})

describe('nextStop', () => {
  test('begins with the first, backwards with the last', () => {
    expect(nextStop([top, inner], 1)).toEqual({ frameId: 0, id: 1 })
    expect(nextStop([top, inner], -1)).toEqual({ frameId: 7, id: 8 })
  })

  test('goes on where the person was last, in whichever frame', () => {
    const frames = [at(top, 1, 10), at(inner, 0, 20)]
    expect(nextStop(frames, 1)).toEqual({ frameId: 7, id: 6 })
    expect(nextStop(frames, -1)).toEqual({ frameId: 0, id: 2 })
    expect(nextStop([at(top, 1, 30), at(inner, 0, 20)], 1)).toEqual({ frameId: 7, id: 5 })
  })

  test('past either end it begins anew', () => {
    expect(nextStop([top, at(inner, 2, 1)], 1)).toEqual({ frameId: 0, id: 1 })
    expect(nextStop([at(top, 0, 1), inner], -1)).toEqual({ frameId: 7, id: 8 })
  })

  test('a number that is gone gives its place to the next', () => {
    expect(nextStop([at(top, 1, 1, true), inner], 1)).toEqual({ frameId: 0, id: 2 })
    expect(nextStop([at(top, 2, 1, true), inner], 1)).toEqual({ frameId: 7, id: 5 })
    expect(nextStop([at(top, 1, 1, true), inner], -1)).toEqual({ frameId: 0, id: 1 })
  })

  test('nothing flagged, nowhere to go', () => {
    expect(nextStop([], 1)).toBeUndefined()
    expect(nextStop([{ frameId: 0, ids: [] }], -1)).toBeUndefined()
    expect(nextStop([at({ frameId: 0, ids: [] }, 0, 1, true)], 1)).toBeUndefined()
  })

  test('as many steps as there are flagged numbers visit each once, either way', () => {
    const page = fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }).filter((sizes) => sizes.some((size) => size > 0))
    fc.assert(
      fc.property(page, fc.constantFrom<1 | -1>(1, -1), (sizes, step) => {
        let frames: FrameFlags[] = sizes.map((size, frameId) => ({
          frameId,
          ids: Array.from({ length: size }, (_, n) => n),
        }))
        const total = sizes.reduce((sum, size) => sum + size, 0)
        const seen = new Set<string>()
        for (let turn = 1; turn <= total; turn++) {
          const stop = nextStop(frames, step)
          seen.add(`${stop?.frameId}.${stop?.id}`)
          frames = frames.map((frame) => (frame.frameId === stop?.frameId ? at(frame, stop.id, turn) : frame))
        }
        expect(seen.size).toBe(total)
      }),
    )
  })
})
