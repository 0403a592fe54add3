/** Puts what the frames of a page said into document order. Pure. */
import type { PageMark } from '../protocol.ts'
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
 * Marks in document order over all frames: a frame's marks stand where its element stands among the parent's
 * (`PageMarks.frames`); those of a frame whose place is unknown come after the parent's.
 */
export function orderMarks(frames: FrameMarks[]): PageMark[] {
  return marksUnder([], frames)
}

function marksUnder(path: number[], frames: FrameMarks[]): PageMark[] {
  const own = frames.find((frame) => comparePaths(frame.path, path) === 0)?.answer
  const places = own?.frames ?? []
  const known = new Set(places.map(({ index }) => index))
  const others = frames.flatMap((frame) => (isChild(frame.path, path) ? (frame.path.at(-1) ?? 0) : []))
  const marks: PageMark[] = []
  let done = 0
  for (const { index, before } of places) {
    marks.push(...(own?.marks.slice(done, before) ?? []), ...marksUnder([...path, index], frames))
    done = before
  }
  marks.push(...(own?.marks.slice(done) ?? []))
  for (const index of others.filter((at) => !known.has(at)).sort((a, b) => a - b)) {
    marks.push(...marksUnder([...path, index], frames))
  }
  return marks
}

function isChild(path: number[], parent: number[]): boolean {
  return path.length === parent.length + 1 && parent.every((step, at) => path[at] === step)
}

function comparePaths(a: number[], b: number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
