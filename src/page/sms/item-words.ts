/** Words by which pages name the parts of a message that are none of its text. */

export const quoteWords: ReadonlySet<string> = new Set([
  'quote',
  'quoted',
  'reply',
  'replied',
  'citation',
  'reference',
  'embed',
  'embedded',
])
export const previewWords: ReadonlySet<string> = new Set(['preview', 'unfurl', 'linkcard', 'opengraph', 'og'])
export const nameWords: ReadonlySet<string> = new Set([
  'name',
  'author',
  'nick',
  'nickname',
  'sender',
  'username',
  'from',
  'avatar',
  'user',
])
export const hiddenWords: ReadonlySet<string> = new Set([
  'sr',
  'visually',
  'visuallyhidden',
  'screenreader',
  'offscreen',
])
export const outsideTags: ReadonlySet<string> = new Set(['blockquote', 'cite', 'form'])
export const tickWords: ReadonlySet<string> = new Set([
  'dblcheck',
  'doublecheck',
  'check',
  'tick',
  'ticks',
  'checkmark',
  'delivered',
])
