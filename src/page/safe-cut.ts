/** Cuts long texts where no number is cut in two. Pure. */

/** Places at which a long text may be cut without cutting a number: line ends first, then sentence ends. */
const cuts = ['\n', '。', '；', '，', '!', '?', ';', ' ']
const cutSearch = 400

/** A cut at or shortly before unit `at`. */
export function cutBefore(data: string, at: number): number {
  for (const cut of cuts) {
    const found = data.lastIndexOf(cut, at - 1)
    if (found >= at - cutSearch) return found + 1
  }
  return wholePair(data, at)
}

/** A cut at or shortly after unit `at`. */
export function cutAfter(data: string, at: number): number {
  for (const cut of cuts) {
    const found = data.indexOf(cut, at)
    if (found >= 0 && found < at + cutSearch) return found + 1
  }
  return wholePair(data, at)
}

/** Never between the halves of a surrogate pair. */
export function wholePair(data: string, at: number): number {
  const unit = data.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
