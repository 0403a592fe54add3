/** Puts what the frames of a page said into document order. Pure. */
import type { PageMark } from '../../src/protocol.ts'
import type { FrameMarks } from './browser.ts'
import type { FrameDom } from './in-page.ts'

/** One text for all frames, the top one first, then by position. */
export function joinFrames(frames: FrameDom[]): string {
  return frames
    .toSorted((a, b) => comparePaths(a.path, b.path))
    .map((frame) => `#frame ${frame.path.join('.')}\n${frame.html}`)
    .join('\n')
}

/**
 * Marks in document order over all frames: a frame's marks stand where its element stands when the parent says
 * how many of its marks come before each child (`PageMarks.frames`), else after the parent's.
 */
export function orderMarks(frames: FrameMarks[]): PageMark[] {
  return marksUnder([], frames)
}

function marksUnder(path: number[], frames: FrameMarks[]): PageMark[] {
  const own = frames.find((frame) => comparePaths(frame.path, path) === 0)?.answer
  const children = frames
    .filter((frame) => frame.path.length === path.length + 1 && path.every((step, at) => frame.path[at] === step))
    .toSorted((a, b) => comparePaths(a.path, b.path))
  const marks: PageMark[] = []
  let done = 0
  for (const child of children) {
    const before = own?.frames?.[child.path.at(-1) ?? 0] ?? own?.marks.length ?? 0
    marks.push(...(own?.marks.slice(done, before) ?? []), ...marksUnder(child.path, frames))
    done = Math.max(done, before)
  }
  marks.push(...(own?.marks.slice(done) ?? []))
  return marks
}

function comparePaths(a: number[], b: number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
