/** White space of the source: between blocks, and in elements that hold nothing else. */

/** It is shorter than this, UTF-16 units; a longer text is not looked through. */
const blankUnits = 200

export function isBlankText({ data }: Text): boolean {
  return data.length < blankUnits && data.trim() === ''
}
