/** What the detector gives: a phone number at a place in a text. Types only. */

declare const canonicalBrand: unique symbol

/**
 * What one dials inside China, ASCII digits only: no +86/0086/IP prefix, landlines and area + short code keep
 * the trunk 0 (`01062063646`, `02195561`), foreign numbers as `+cc…`. Made by `canonicalNumber` and the detector only.
 */
export type Canonical = string & { readonly [canonicalBrand]: true }

export type NumberKind = 'short-code' | 'service-400' | 'service-800' | 'landline' | 'mobile' | 'foreign' | 'sender-id'

/** Every trick that the detector can undo. Full-width digits, ordinary grouping and +86 are normal typography, no disguise. */
export type Disguise =
  | 'circled'
  | 'parenthesised'
  | 'dotted'
  | 'keycap'
  | 'superscript'
  | 'math-digits'
  | 'other-script'
  | 'han-digits'
  | 'formal-digits'
  | 'radio-digits'
  | 'letters'
  | 'homoglyphs'
  | 'combining-marks'
  | 'zero-width'
  | 'odd-spaces'
  | 'odd-separators'
  | 'filler'
  | 'brackets'
  | 'line-break'
  | 'mixed-scripts'
  | 'plus-prefix'
  | 'regrouped'

export interface Found {
  /** UTF-16 code-unit offset in the text. */
  start: number
  /** UTF-16 code-unit offset, exclusive; an extension is outside. */
  end: number
  /** `text.slice(start, end)`. */
  raw: string
  canonical: Canonical
  kind: NumberKind
  /** Menu keys or extension after the number: `3`, `2-3`, `801`. */
  extension?: string
  /** Empty for ordinary typography. */
  disguise: Disguise[]
  /** A 95, 96 or 1010 code that no word speaks for: a number only where its owner is named (`findNumbersAndCodes`). */
  bare?: true
}
