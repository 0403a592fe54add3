/** Which flagged number comes next over all frames of a tab. Pure. */
import type { FlaggedMarks } from '../protocol.ts'

export interface FrameFlags extends FlaggedMarks {
  frameId: number
}

/**
 * The flagged number after (`step` 1) or before (-1) the one that was looked at last in any frame; past either end it
 * begins anew. Undefined when nothing is flagged.
 */
export function nextStop(frames: readonly FrameFlags[], step: 1 | -1): { frameId: number; id: number } | undefined {
  const all = frames.flatMap(({ frameId, ids }) => ids.map((id) => ({ frameId, id })))
  const from = placeOfLast(frames)
  const at = from === undefined ? (step === 1 ? 0 : -1) : step === 1 ? from.after : from.before
  return all.at(at % (all.length || 1))
}

/** Indexes over all frames of what stands before and after the number that was looked at last. */
function placeOfLast(frames: readonly FrameFlags[]): { before: number; after: number } | undefined {
  const newest = Math.max(...frames.map(({ last }) => last?.at ?? 0))
  let base = 0
  for (const { ids, last } of frames) {
    if (last && last.at === newest) {
      const at = base + last.index
      return { before: at - 1, after: last.gone ? at : at + 1 }
    }
    base += ids.length
  }
  return undefined
}
