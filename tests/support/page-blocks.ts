/** The text blocks of a page under tests/pages, cut at block tags: enough for tests that need no browser. */
import { readFileSync } from 'node:fs'

const blockTag =
  /<\/?(?:p|h\d|div|li|dl|dt|dd|td|th|tr|table|pre|blockquote|article|header|footer|main|aside|body)\b[^>]*>/

/** @param name file name without `.html` */
export function pageBlocks(name: string): string[] {
  const html = readFileSync(new URL(`../pages/${name}.html`, import.meta.url), 'utf8')
  return html
    .slice(html.indexOf('<body>'))
    .split(blockTag)
    .map((block) => block.replaceAll(/<[^>]+>/g, '').trim())
    .filter((block) => block !== '')
}
